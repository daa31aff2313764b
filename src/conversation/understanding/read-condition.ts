import { readBareAnswer, readEcho, readQuality, readRating } from './condition-answers';
import { BEFORE_DONE, CONDITIONS, DONE, NOT_THE_HOUSE } from './condition-wording';
import type { PropertyCondition } from './facts';
import { firstMeaning, without } from './phrases';
import { rewrite } from './rewrite';

/** "The roof's bad" is said like "the roof is bad". */
const PART_IS = /\b([a-z]+)'s (?=(?:good|great|fine|new|newer|bad|shot|solid|gone|leaking|broken|out|dated|ok)\b)/g;
const BETWEEN_CLAUSES = /(?<=[,.;!?])\s+|\n/;

/**
 * The state of the house.
 * @param isAsked whether "great", "8/10" or "it does" answers a question about it.
 * @param pendingWording the question; "yes" means something else to "does it need work?".
 */
export function readCondition(
  plain: string,
  isAsked: boolean,
  pendingWording: string | null = null,
): PropertyCondition {
  const said = (isAsked ? plain : ofTheHouse(plain)).replace(PART_IS, '$1 is ');
  const faults = without(rewrite(said, BEFORE_DONE), DONE);
  const stated = firstMeaning(CONDITIONS, faults);
  if (stated !== null || !isAsked) return stated ?? 'unknown';
  const answered = readRating(plain) ?? readEcho(plain) ?? readQuality(faults);
  if (answered !== null) return answered;
  return faults === said ? (readBareAnswer(plain, pendingWording) ?? 'unknown') : 'move_in_ready';
}

function ofTheHouse(plain: string): string {
  return plain
    .split(BETWEEN_CLAUSES)
    .filter((clause) => !NOT_THE_HOUSE.test(clause))
    .join(' ');
}
