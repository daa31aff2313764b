import { isRuledOut, isSpokenOfAsMoney, sumRole } from './money-roles';
import type { SumRole } from './money-roles';
import { blotNonMoney } from './not-money';

/** A sum of money in a text. Whole USD; `lowUsd` equals `highUsd` unless it is a range. */
export interface MoneyMention {
  readonly role: SumRole | 'range';
  readonly lowUsd: number;
  readonly highUsd: number;
  /** What stands before and after it in the text. */
  readonly before: string;
  readonly after: string;
}

/** Prices of homes and land; a sum outside of it is something else. */
const PLAUSIBLE_USD = { min: 20_000, max: 50_000_000 };
const THOUSAND = 1_000;
const MILLION = 1_000_000;
/** How far from a sum, in characters, words still say what it is; keeps long texts linear. */
const REACH = 120;
const UNIT_USD: readonly (readonly [pattern: RegExp, usd: number])[] = [
  [/^(?:k|tho|gra)/, THOUSAND],
  [/^m/, MILLION],
];

const AMOUNT = String.raw`(\$ ?)?(\d{1,3}(?:[.,]\d{3})+(?!\d)|\d{1,12}(?:\.\d{1,6})?)(?: ?(k|m|mm|mil|mill|millions?|thousand|thou|grand|dollars|bucks|usd)(?![a-z]))?(?: ?-?ish\b)?(?![\w%]|[.,/]\d)`;
const SUM = new RegExp(String.raw`(?<![\w/#]|\d[.,])${AMOUNT}(?: ?(?:-|to|and|through|thru) ?${AMOUNT})?`, 'g');
/** "mid 400s", "low 5s", "in the 400s". */
const HUNDREDS = /\b(?:(low|lower|mid|middle|high|upper)[- ])?(the )?\$?([1-9])(00)?k?'?s\b/g;
const SPAN_IN_HUNDRED: Readonly<Record<string, readonly [low: number, high: number]>> = {
  low: [0, 30],
  lower: [0, 30],
  mid: [50, 50],
  middle: [50, 50],
  high: [70, 100],
  upper: [70, 100],
};

/**
 * Finds the sums of money in a plain text.
 * @param isMoneyAsked whether a bare "600" answers a question about money; then it is 600,000.
 */
export function readMoney(plain: string, isMoneyAsked: boolean): readonly MoneyMention[] {
  const text = blotNonMoney(plain);
  return [
    ...[...text.matchAll(SUM)].flatMap((match) => readSum(match, text, isMoneyAsked)),
    ...[...text.matchAll(HUNDREDS)].flatMap((match) => readHundreds(match, text, isMoneyAsked)),
  ];
}

function readSum(match: RegExpMatchArray, text: string, isMoneyAsked: boolean): readonly MoneyMention[] {
  const { before, after } = surroundings(match, text);
  const isAsked = isMoneyAsked || isSpokenOfAsMoney(before, after);
  const [first, second] = [match.slice(1, 4), match.slice(4, 7)]
    .map(amountOf)
    .map((amount, _, pair) => (isMoneyAsked && isInHundreds(pair, before, after) ? timesHundred(amount) : amount));
  if (first === undefined || second === undefined) return [];
  const [low, high] = second ? pairInUsd(first, second, isAsked) : [inUsd(first, isAsked), null];
  const sums = [low, high].filter((usd) => usd !== null).sort((a, b) => a - b);
  const [lowUsd, highUsd = lowUsd] = sums;
  if (lowUsd === undefined || highUsd === undefined || isRuledOut(before)) return [];
  // "75 and 380" are roads: with one end no sum, a bare number is none either.
  if (second && sums.length === 1 && !isSum(first) && !isSum(second)) return [];
  if (!sums.every((usd) => usd >= PLAUSIBLE_USD.min && usd <= PLAUSIBLE_USD.max)) return [];
  return [{ role: lowUsd === highUsd ? sumRole(before, after) : 'range', lowUsd, highUsd, before, after }];
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

interface Amount {
  readonly value: number;
  /** Dollars that one of it stands for; `null`: no unit was written. */
  readonly unitUsd: number | null;
  /** Written as dollars: "$600", "600,000". */
  readonly isWrittenOut: boolean;
}

/** Written so that it is a sum whatever stands around it. */
function isSum(amount: Amount | null): boolean {
  return amount !== null && (amount.unitUsd !== null || amount.isWrittenOut);
}

function amountOf([dollar, digits, unit]: readonly (string | undefined)[]): Amount | null {
  if (digits === undefined) return null;
  const unitUsd = unit === undefined ? null : (UNIT_USD.find(([pattern]) => pattern.test(unit))?.[1] ?? null);
  const isGrouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(digits) && unitUsd !== MILLION;
  const value = Number(isGrouped ? digits.replace(/[.,]/g, '') : digits.replace(',', '.'));
  const isRound = value >= 100_000 && value % THOUSAND === 0;
  const isDollars = dollar !== undefined || (unit !== undefined && unitUsd === null);
  return { value, unitUsd, isWrittenOut: isGrouped || isRound || (isDollars && value >= PLAUSIBLE_USD.min) };
}

/** `null`: a bare number that nothing makes a sum. */
function inUsd(amount: Amount | null, isAsked: boolean): number | null {
  if (amount === null) return null;
  const { value, unitUsd, isWrittenOut } = amount;
  if (unitUsd !== null) return Math.round(value * unitUsd);
  if (isWrittenOut) return Math.round(value);
  if (!isAsked) return null;
  if (value >= 100 && value < 1_000) return Math.round(value * THOUSAND);
  // "1.2" is millions; nobody asks 4.5 million by text, so "4.5" is 450,000.
  if (value > 1 && value < 10 && !Number.isInteger(value)) {
    return Math.round(value * (value < 3 ? MILLION : 100 * THOUSAND));
  }
  return value >= PLAUSIBLE_USD.min ? Math.round(value) : null;
}

/** The ends of a range lend each other their unit: "500-550k", "800 to 1.1M", "4-450k", "half a million to 600". */
function pairInUsd(first: Amount | null, second: Amount, isAsked: boolean): readonly [number | null, number | null] {
  if (first === null) return [null, inUsd(second, isAsked)];
  const isAbbreviated = first.unitUsd === null && first.value < 10 && second.value >= 100 && second.value < 1_000;
  const low = isAbbreviated ? { ...first, value: first.value * 100 } : first;
  const isMoney = isAsked || isSum(first) || isSum(second);
  return [inUsd(withUnitOf(second, low), isMoney), inUsd(withUnitOf(first, second), isMoney)];
}

function withUnitOf(lender: Amount, borrower: Amount): Amount {
  const isSameScale = borrower.value < 1_000 && (lender.unitUsd !== MILLION || borrower.value < 100);
  return borrower.unitUsd === null && isSameScale ? { ...borrower, unitUsd: lender.unitUsd } : borrower;
}

function readHundreds(match: RegExpMatchArray, text: string, isMoneyAsked: boolean): readonly MoneyMention[] {
  const [, part, article, hundreds, zeros] = match;
  const { before, after } = surroundings(match, text);
  const isMoney = part !== undefined || (zeros === undefined ? isMoneyAsked : isMoneyAsked || article !== undefined);
  if (!isMoney) return [];
  const [low, high] = SPAN_IN_HUNDRED[part ?? ''] ?? [0, 100];
  const floorUsd = Number(hundreds) * 100 * THOUSAND;
  const [lowUsd, highUsd] = [floorUsd + low * THOUSAND, floorUsd + high * THOUSAND];
  return [{ role: low === high ? sumRole(before, after) : 'range', lowUsd, highUsd, before, after }];
}

function surroundings(match: RegExpMatchArray, text: string): { readonly before: string; readonly after: string } {
  const start = match.index ?? 0;
  const end = start + match[0].length;
  return { before: text.slice(Math.max(0, start - REACH), start), after: text.slice(end, end + REACH) };
}
