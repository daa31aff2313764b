import type { Measures } from './measures';
import { precisionOf, recallOf } from './score';
import type { Score, Share } from './score';
import type { SetName } from './sets';

const TITLES: Readonly<Record<SetName, string>> = {
  dev: 'Texts that rules are written with',
  heldOut: 'Held-out texts',
  unseen: 'Unseen texts of another author',
};

/** Prints a set: what it comes to, then precision and recall by name. */
export function reportSet(name: SetName, { tallies, clean }: Score, measures: Measures): void {
  const { factsRecall, factsPrecision, nothingInvented, route, optOutRecall, optOutPrecision } = measures;
  print(`\n${TITLES[name]} (${name}, ${clean.whole})`);
  print(`facts right: ${percent(factsRecall)} (recall), precision ${percent(factsPrecision)}`);
  print(`nothing invented in ${percent(nothingInvented)}, route right in ${percent(route)}`);
  print(`opt-outs seen: ${percent(optOutRecall)}, precision ${percent(optOutPrecision)}`);
  const { part, whole } = measures.conversations;
  if (whole > 0) print(`conversations passed: ${part} of ${whole}`);
  print(row('', 'right', 'precision', 'recall'));
  for (const [fact, tally] of tallies) {
    print(row(fact, String(tally.right), percent(precisionOf(tally)), percent(recallOf(tally))));
  }
}

/** Prints a titled list, unless it is empty. */
export function reportList(title: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  print(`\n${title}`);
  for (const line of lines) print(`  ${line}`);
}

function row(name: string, ...columns: readonly string[]): string {
  return [name.padEnd(22), ...columns.map((column) => column.padStart(11))].join('');
}

function percent({ part, whole }: Share): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)}%`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
