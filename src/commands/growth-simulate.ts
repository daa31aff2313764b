import { readTexts, toCount, UsageError } from './command-line';
import { holds, percent, simulate } from './growth/simulate';
import type { Check, SimulationSize } from './growth/simulate';

const DEFAULTS = { leads: '5000', runs: '400', seed: '1' };

/** `npm run growth:simulate`: whether the report can be trusted, on leads of whom the truth is known. */
function main(): void {
  const size = readSize();
  console.log(`${size.runs} experiments for each question, ${size.leads} leads each, seed ${size.seed}`);
  const { checks, remarks } = simulate(size);
  for (const check of checks) console.log(describe(check));
  for (const remark of remarks) console.log(`      ${remark}`);
  if (!checks.every(holds)) process.exitCode = 1;
}

function readSize(): SimulationSize {
  const { leads, runs, seed } = readTexts(process.argv.slice(2), DEFAULTS);
  return { leads: toCount('leads', leads), runs: toCount('runs', runs), seed: toCount('seed', seed) };
}

function describe(check: Check): string {
  const { title, share, expected, tolerance, isUpperBound } = check;
  const wanted = isUpperBound
    ? `at most ${percent(expected)} + ${percent(tolerance)}`
    : `${percent(expected)} ± ${percent(tolerance)}`;
  return `${holds(check) ? 'ok  ' : 'FAIL'}  ${title.padEnd(52)} ${percent(share).padStart(6)}   (${wanted})`;
}

try {
  main();
} catch (error) {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = 1;
}
