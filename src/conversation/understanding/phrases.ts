/** A meaning and the wording that carries it. */
export type Phrase<Meaning> = readonly [meaning: Meaning, wording: RegExp];

/** One expression for several wordings, each on word boundaries. The wordings are sources of regular expressions. */
export function wording(...alternatives: readonly string[]): RegExp {
  return new RegExp(String.raw`(?<!\w)(?:${alternatives.join('|')})(?!\w)`);
}

/** The meaning of the first row whose wording is in the text. */
export function firstMeaning<Meaning>(table: readonly Phrase<Meaning>[], plain: string): Meaning | null {
  return table.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** The text without the wordings that would mislead a reader. */
export function without(plain: string, pattern: RegExp): string {
  return plain.replace(new RegExp(pattern, 'g'), ' ');
}
