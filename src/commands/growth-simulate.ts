import { parseArgs } from 'node:util';
import { holds, percent, simulate } from './growth/simulate';
import type { Check, SimulationSize } from './growth/simulate';

const DEFAULTS = { leads: '5000', runs: '400', seed: '1' };

class UsageError extends Error {}

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
  const option = (name: keyof typeof DEFAULTS) => ({ type: 'string', default: DEFAULTS[name] }) as const;
  const { values } = parseArgs({ options: { leads: option('leads'), runs: option('runs'), seed: option('seed') } });
  return {
    leads: toCount('leads', values.leads),
    runs: toCount('runs', values.runs),
    seed: toCount('seed', values.seed),
  };
}

function toCount(name: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError(`--${name} must be a whole number from 1`);
  return Number(text);
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
