import type { Row } from './run';

const NAME_WIDTH = 26;
const DURATION_WIDTH = 7;

/** A row of the table. */
export function lineOf({ name, outcome, detail, durationMs }: Row): string {
  return `${outcome.padEnd(8)}${name.padEnd(NAME_WIDTH)}${String(durationMs).padStart(DURATION_WIDTH)} ms  ${detail}`;
}

/** What the rows come to. */
export function totalOf(rows: readonly Row[]): string {
  const count = (outcome: Row['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  return `${count('passed')} passed, ${count('skipped')} skipped, ${count('failed')} failed`;
}
