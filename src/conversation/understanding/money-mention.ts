import { sumRole } from './money-roles';
import type { SumRole } from './money-roles';

/** A sum of money in a text. Whole USD; `lowUsd` equals `highUsd` unless it is a range. */
export interface MoneyMention {
  /** `max` also for "up to 450-500". */
  readonly role: SumRole | 'range';
  readonly lowUsd: number;
  readonly highUsd: number;
  /** What stands before and after it in the text. */
  readonly before: string;
  readonly after: string;
}

/** What stands before and after a sum. */
export type Surroundings = Pick<MoneyMention, 'before' | 'after'>;

/** How far from a sum, in characters, words still say what it is; keeps long texts linear. */
const REACH = 120;

/** The text around a match, as far as it may say what the match is. */
export function surroundings(match: RegExpMatchArray, text: string): Surroundings {
  const start = match.index ?? 0;
  const end = start + match[0].length;
  return { before: text.slice(Math.max(0, start - REACH), start), after: text.slice(end, end + REACH) };
}

/** A sum, or a range of two, with the role that the words around it give it. */
export function mentionOf(lowUsd: number, highUsd: number, { before, after }: Surroundings): MoneyMention {
  const isRange = lowUsd !== highUsd;
  const role = sumRole(before, isRange ? '' : after);
  return { role: isRange && role !== 'max' ? 'range' : role, lowUsd, highUsd, before, after };
}
