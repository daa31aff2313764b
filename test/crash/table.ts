/** One line of a table: what, how many, and a remark. */
export type Row = readonly [what: string, value: number | string, remark?: string];

/** Prints to standard output. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Prints a titled table with aligned columns. */
export function printTable(title: string, rows: readonly Row[]): void {
  const whatWidth = Math.max(...rows.map(([what]) => what.length));
  const valueWidth = Math.max(...rows.map(([, value]) => String(value).length));
  print(`\n${title}`);
  for (const [what, value, remark = ''] of rows) {
    print(`  ${what.padEnd(whatWidth)}  ${String(value).padStart(valueWidth)}  ${remark}`.trimEnd());
  }
}
