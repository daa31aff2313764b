import { AMOUNT_PARTS, amountOf, inUsd, pairInUsd } from './amount';
import type { Amount } from './amount';
import { mentionOf, surroundings } from './money-mention';
import type { MoneyMention, Surroundings } from './money-mention';
import { closesClause, isBetween, isRuledOut, isSpokenOfAsMoney, sumRole } from './money-roles';
import { blotNonMoney } from './not-money';
import { blotOtherSums } from './other-sums';
import { readHundreds } from './read-hundreds';

/** Prices of homes and land; a sum outside of it is something else. */
const PLAUSIBLE_USD = { min: 20_000, max: 50_000_000 };
/** Where nothing says that a sum is for a home, a smaller one is a roof or a car. */
const LEAST_UNASKED_USD = 75_000;

/** "And" joins two ends only after "between". */
const JOINED = String.raw`(?:-|(?:up )?to(?: (?:maybe|like|about|around|even|possibly))?|or|\/|through|thru|(?<=\bbetween\b[^.?!]{0,40})(?:and|&))`;
const SUM = new RegExp(String.raw`(?<![\w/#]|\d[.,])${AMOUNT_PARTS}(?: ?${JOINED} ?${AMOUNT_PARTS})?`, 'g');

/** What the question and the rest of the text say. */
export interface MoneyContext {
  /** A bare "600" answers a question about money; then it is 600,000. */
  readonly isAsked: boolean;
  /** A bare "120 max" counts days. */
  readonly isTimeAsked: boolean;
  /** The text is about a home to buy or sell; a round "450" that closes a clause is then its price. */
  readonly isWish: boolean;
}

/** Finds the sums of money in a plain text. */
export function readMoney(plain: string, context: MoneyContext): readonly MoneyMention[] {
  const text = blotOtherSums(blotNonMoney(plain, context.isAsked), context.isAsked);
  return [
    ...[...text.matchAll(SUM)].flatMap((match) => readSum(match, text, context)),
    ...readHundreds(text, context.isAsked),
  ];
}

function readSum(match: RegExpMatchArray, text: string, context: MoneyContext): readonly MoneyMention[] {
  const around = surroundings(match, text);
  const { before, after } = around;
  const amounts = [match.slice(1, 4), match.slice(4, 7)].map(amountOf);
  const isMeant = isMeantAsMoney(amounts, around, context.isWish) && (!context.isTimeAsked || isRound(amounts));
  const isMoney = context.isAsked || isMeant;
  const [first, second] = amounts.map((amount, _, pair) =>
    context.isAsked && isInHundreds(pair, before, after) ? timesHundred(amount) : amount,
  );
  if (!first || isRuledOut(before)) return [];
  const [lowUsd, highUsd = lowUsd] = second ? pairInUsd(first, second, isMoney) : [inUsd(first, isMoney)];
  if (typeof lowUsd !== 'number' || typeof highUsd !== 'number') return [];
  const leastUsd = isMoney ? PLAUSIBLE_USD.min : LEAST_UNASKED_USD;
  return lowUsd >= leastUsd && highUsd <= PLAUSIBLE_USD.max ? [mentionOf(lowUsd, highUsd, around)] : [];
}

function isMeantAsMoney(pair: readonly (Amount | null)[], around: Surroundings, isWish: boolean): boolean {
  if (isSpokenOfAsMoney(around.before, around.after)) return true;
  return isRound(pair) && (isBetween(around.before) || (isWish && closesClause(around.before, around.after)));
}

/** "450" or "400-450"; roads and times are rarely as round. */
function isRound(pair: readonly (Amount | null)[]): boolean {
  return pair.every((amount) => amount === null || (amount.value >= 150 && amount.value % 25 === 0));
}

/** "3 to 4", "under 5", "around 4" to a question about money: hundreds of thousands; a bare "5" is no sum. */
function isInHundreds(pair: readonly (Amount | null)[], before: string, after: string): boolean {
  const isDigit = pair.every(
    (amount) => amount === null || (amount.unitUsd === null && /^[2-9]$/.test(String(amount.value))),
  );
  const isRange = pair.every((amount) => amount !== null);
  return (
    isDigit &&
    (isRange || sumRole(before, after) !== 'plain' || /\b(?:around|about|roughly|maybe|like|say) ?$/.test(before))
  );
}

function timesHundred(amount: Amount | null): Amount | null {
  return amount && { ...amount, value: amount.value * 100 };
}
