/** The source of an expression that matches any of them; each part can hold several, as "a|b". */
export function oneOf(...parts: readonly string[]): string {
  return `(?:${parts.join('|')})`;
}
