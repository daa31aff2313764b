import { readLabels } from './labels';
import { scoreTexts } from './score';
import type { Score } from './score';

/** `npm run eval -- [--held-out] [--misses]`: precision and recall of the pattern engine per fact. */
function main(): void {
  const isHeldOut = process.argv.includes('--held-out');
  const texts = readLabels('texts.jsonl').filter((label) => label.held_out === isHeldOut);
  const score = scoreTexts(texts);
  print(score);
  if (process.argv.includes('--misses')) for (const line of score.mistakes) process.stdout.write(`${line}\n`);
}

function print({ tallies, clean, total }: Score): void {
  process.stdout.write(`${total} texts, nothing invented in ${percent(clean, total)}\n`);
  process.stdout.write(
    `${'fact'.padEnd(22)}${'right'.padStart(6)}${'precision'.padStart(11)}${'recall'.padStart(9)}\n`,
  );
  for (const [name, { right, missed, invented }] of tallies) {
    const columns = [percent(right, right + invented).padStart(11), percent(right, right + missed).padStart(9)];
    process.stdout.write(`${name.padEnd(22)}${String(right).padStart(6)}${columns.join('')}\n`);
  }
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)}%`;
}

main();
