/** A number that may be a sum of money. */
export interface Amount {
  readonly value: number;
  /** Dollars that one of it stands for; `null`: no unit was written. */
  readonly unitUsd: number | null;
  /** Written as dollars: "$600", "600,000". */
  readonly isWrittenOut: boolean;
}

const THOUSAND = 1_000;
const MILLION = 1_000_000;
const UNIT_USD: readonly (readonly [pattern: RegExp, usd: number])[] = [
  [/^(?:k|tho|gra)/, THOUSAND],
  [/^m/, MILLION],
];
/** From here on a number without a unit is dollars. */
const LEAST_WRITTEN_OUT_USD = 20_000;

/** Three groups: the dollar sign, the digits, the unit. */
export const AMOUNT_PARTS = String.raw`(\$ ?)?(\d{1,3}(?:[.,]\d{3})+(?!\d)|\d{1,12}(?:\.\d{1,6})?)(?: ?(k|m|mm|mil|mill|millions?|thousand|thou|grand|dollars|bucks|usd)(?![a-z]))?(?: ?-?ish\b)?(?![\w%']|[.,]\d|\/\d{1,2}(?!\d))`;

/** @param parts the groups of `AMOUNT_PARTS`. */
export function amountOf([dollar, digits, unit]: readonly (string | undefined)[]): Amount | null {
  if (digits === undefined) return null;
  const unitUsd = unit === undefined ? null : (UNIT_USD.find(([pattern]) => pattern.test(unit))?.[1] ?? null);
  const isGrouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(digits) && unitUsd !== MILLION;
  const value = Number(isGrouped ? digits.replace(/[.,]/g, '') : digits.replace(',', '.'));
  const isRound = value >= 100_000 && value % THOUSAND === 0;
  const isDollars = dollar !== undefined || (unit !== undefined && unitUsd === null);
  return { value, unitUsd, isWrittenOut: isGrouped || isRound || (isDollars && value >= LEAST_WRITTEN_OUT_USD) };
}

/**
 * Whole USD; `null`: a bare number that nothing makes a sum.
 * @param isMoney whether the text speaks of money where the amount stands.
 */
export function inUsd(amount: Amount, isMoney: boolean): number | null {
  const { value, unitUsd } = amount;
  if (unitUsd !== null) return Math.round(value * unitUsd);
  if (amount.isWrittenOut) return Math.round(value);
  if (!isMoney) return null;
  if (value >= 100 && value < 1_000) return Math.round(value * THOUSAND);
  // "1.2" is millions; nobody asks 4.5 million by text, so "4.5" is 450,000.
  if (value > 1 && value < 10 && !Number.isInteger(value)) {
    return Math.round(value * (value < 3 ? MILLION : 100 * THOUSAND));
  }
  return value >= LEAST_WRITTEN_OUT_USD ? Math.round(value) : null;
}

/**
 * Both ends of a range in USD, the lower first. An end that is no sum by itself is written short: of "4-450k" the 4 is
 * the largest that stays below, of "900k to 1.2" the 1.2 the smallest that goes above. Empty: neither end is a sum.
 */
export function pairInUsd(first: Amount, second: Amount, isMoney: boolean): readonly number[] {
  const isSpokenOf = isMoney || isSum(first) || isSum(second);
  const [low, high] = [inUsd(first, isSpokenOf), inUsd(second, isSpokenOf)];
  if (low === null && high === null) return [];
  const ends = [
    low ?? scalesOf(first).findLast((usd) => usd < Number(high)),
    high ?? scalesOf(second).find((usd) => usd > Number(low)),
  ];
  return ends.filter((usd) => usd !== undefined).sort((a, b) => a - b);
}

/** Written so that it is a sum whatever stands around it. */
function isSum({ unitUsd, isWrittenOut }: Amount): boolean {
  return unitUsd !== null || isWrittenOut;
}

/** What a number written short can stand for. */
function scalesOf({ value }: Amount): readonly number[] {
  return [THOUSAND, 100 * THOUSAND, MILLION].map((scale) => Math.round(value * scale));
}
