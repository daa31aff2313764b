import type { Motivation } from './facts';
import { NO_REASON, OTHER_REASON, WEAKER_REASONS } from './motivation-answers';
import { DENIED, REASONS } from './motivation-reasons';
import { firstMeaning, without } from './phrases';

/** Unasked, the weaker reasons are told after one of these ("selling bc of the job move"). */
const CAUSE = /\b(?:because(?: of)?|bc(?: of)?|bcuz|due to|(?:the |my |our )reason(?: is)?)\b(.*)/;
const BETWEEN_CLAUSES = /[,;!?\n]+|\.(?!\d)|\bbut\b/;

/**
 * Why the contact wants to move.
 * @param isAsked whether the reason was asked for; then a reason that fits no kind is `other`.
 */
export function readMotivation(plain: string, isAsked: boolean): Motivation {
  const told = without(plain, DENIED);
  const stated = firstMeaning(REASONS, told);
  if (stated !== null) return stated;
  if (!isAsked) return firstMeaning(WEAKER_REASONS, CAUSE.exec(told)?.[1] ?? '') ?? 'unknown';
  const answer = told
    .split(BETWEEN_CLAUSES)
    .filter((clause) => !NO_REASON.test(clause.trim()))
    .join(', ');
  return firstMeaning(WEAKER_REASONS, answer) ?? (OTHER_REASON.test(answer) ? 'other' : 'unknown');
}
