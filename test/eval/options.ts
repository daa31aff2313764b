import { parseArgs } from 'node:util';
import { SETS } from './sets';
import type { SetName } from './sets';

export interface Options {
  readonly sets: readonly SetName[];
  /** The sets whose mistakes are printed. */
  readonly missesOf: readonly SetName[];
  readonly isCheck: boolean;
}

/**
 * Reads the arguments. Mistakes of the sets that rules are not to be written with are told only if asked for by name.
 * @throws TypeError naming an argument that is unknown.
 */
export function readOptions(args: readonly string[]): Options {
  const flag = { type: 'boolean', default: false } as const;
  const options = { 'held-out': flag, unseen: flag, all: flag, misses: flag, check: flag };
  const { values } = parseArgs({ args: [...args], options });
  const named: readonly SetName[] = [
    ...(values['held-out'] ? (['heldOut'] as const) : []),
    ...(values.unseen ? (['unseen'] as const) : []),
  ];
  const chosen: readonly SetName[] = named.length > 0 ? named : ['dev'];
  return {
    sets: values.all || values.check ? SETS : chosen,
    missesOf: values.misses ? chosen : [],
    isCheck: values.check,
  };
}
