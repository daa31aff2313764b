import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

/**
 * Reads `--name number` arguments; `--seed` is drawn unless given.
 * @param defaults every option there is, with its value unless given.
 * @throws Error naming an argument that is unknown or not a whole number.
 */
export function readOptions<Name extends string>(
  defaults: Readonly<Record<Name, number>>,
): Readonly<Record<Name | 'seed', number>> {
  const names = [...Object.keys(defaults), 'seed'];
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { values } = parseArgs({ options });
  const all: Readonly<Record<string, number>> = { seed: randomInt(1, 1_000_000), ...defaults };
  const read = names.map((name) => [name, toWhole(name, values[name], all[name] ?? 0)]);
  return Object.fromEntries(read) as Readonly<Record<Name | 'seed', number>>;
}

function toWhole(name: string, given: unknown, fallback: number): number {
  if (given === undefined) return fallback;
  if (typeof given === 'string' && /^\d{1,9}$/.test(given)) return Number(given);
  throw new Error(`--${name} must be a whole number`);
}
