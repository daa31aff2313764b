/** A reading and the texts that have it, which stand between bars. */
export type TextTable<Reading extends string> = Partial<Readonly<Record<Reading, string>>>;

/** The texts between bars; line breaks are blanks. */
export function textsIn(table: string): readonly string[] {
  return table.split('|').map((text) => text.trim().replace(/\s+/g, ' '));
}

/** One row per text of a table, for `it.each`. */
export function casesOf<Reading extends string>(
  table: TextTable<Reading>,
): readonly (readonly [text: string, reading: string])[] {
  return Object.entries<string | undefined>(table).flatMap(([reading, texts]) =>
    textsIn(texts ?? '').map((text) => [text, reading] as const),
  );
}
