/** A wording and what is put in its place; `$1` and so on stand for its groups. */
export type Rewrite = readonly [pattern: RegExp, replacement: string];

/** The text after each rewrite in turn. */
export function rewrite(text: string, rewrites: readonly Rewrite[]): string {
  return rewrites.reduce((rewritten, [pattern, replacement]) => rewritten.replace(pattern, replacement), text);
}
