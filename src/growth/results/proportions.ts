import { errorFunction } from 'simple-statistics';

/** Of the standard normal: two-sided 5%, and one-sided for 80% power. */
export const Z_95 = 1.959_963_985;
export const Z_POWER_80 = 0.841_621_234;

/** How many of how many. */
export interface Share {
  readonly hits: number;
  readonly total: number;
}

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** `null` of nobody. */
export function rateOf({ hits, total }: Share): number | null {
  return total === 0 ? null : hits / total;
}

/** Two-sided p value of a standard normal statistic. The library's table of the normal has but two digits of z. */
export function twoSidedP(z: number): number {
  return Math.min(1, Math.max(0, 1 - errorFunction(Math.abs(z) / Math.SQRT2)));
}

/**
 * Two-proportion z test with pooled variance (Fleiss, Levin & Paik 2003, section 3.1).
 * @returns `null` when nothing can be told: an empty arm, or the same outcome for everybody.
 */
export function proportionsP(control: Share, treatment: Share): number | null {
  const pooled = (control.hits + treatment.hits) / (control.total + treatment.total);
  const variance = pooled * (1 - pooled) * (1 / control.total + 1 / treatment.total);
  if (!(variance > 0) || !Number.isFinite(variance)) return null;
  return twoSidedP((treatment.hits / treatment.total - control.hits / control.total) / Math.sqrt(variance));
}

/** True when at least five of each outcome are to be expected in each arm: below, the z test is off (Cochran 1954). */
export function isEnoughForZ(control: Share, treatment: Share): boolean {
  const pooled = (control.hits + treatment.hits) / (control.total + treatment.total);
  return Math.min(control.total, treatment.total) * Math.min(pooled, 1 - pooled) >= 5;
}

/**
 * 95% interval of treatment/control by the log method (Katz, Baptista, Azen & Pike 1978).
 * @returns `null` without a hit in both arms.
 */
export function ratioInterval(control: Share, treatment: Share): Interval | null {
  if (control.hits === 0 || treatment.hits === 0) return null;
  const variance = 1 / treatment.hits - 1 / treatment.total + 1 / control.hits - 1 / control.total;
  const log = Math.log((treatment.hits * control.total) / (treatment.total * control.hits));
  const margin = Z_95 * Math.sqrt(variance);
  return { lower: Math.exp(log - margin), upper: Math.exp(log + margin) };
}

/**
 * 95% interval of treatment - control from the two Wilson intervals (Newcombe 1998, method 10): holds for rare
 * outcomes too, where plain standard errors do not.
 * @returns `null` with an empty arm.
 */
export function differenceInterval(control: Share, treatment: Share): Interval | null {
  if (control.total === 0 || treatment.total === 0) return null;
  const [before, after] = [control.hits / control.total, treatment.hits / treatment.total];
  const [c, t] = [wilsonInterval(control), wilsonInterval(treatment)];
  return {
    lower: after - before - Math.hypot(after - t.lower, c.upper - before),
    upper: after - before + Math.hypot(t.upper - after, before - c.lower),
  };
}

/**
 * Contacts needed in each arm to find this relative lift with 80% power at 5%, two-sided (Fleiss, Levin & Paik 2003,
 * formula 4.14 without continuity correction).
 * @returns `null` when there is nothing to lift.
 */
export function contactsPerArm(baseRate: number, relativeLift: number): number | null {
  const lifted = Math.min(1, baseRate * (1 + relativeLift));
  if (baseRate <= 0 || lifted === baseRate) return null;
  const mean = (baseRate + lifted) / 2;
  const root =
    Z_95 * Math.sqrt(2 * mean * (1 - mean)) + Z_POWER_80 * Math.sqrt(baseRate * (1 - baseRate) + lifted * (1 - lifted));
  return Math.ceil((root / (lifted - baseRate)) ** 2);
}

/** Wilson 1927. */
function wilsonInterval({ hits, total }: Share): Interval {
  const rate = hits / total;
  const z2 = Z_95 ** 2;
  const centre = rate + z2 / (2 * total);
  const margin = Z_95 * Math.sqrt((rate * (1 - rate)) / total + z2 / (4 * total ** 2));
  return {
    lower: Math.max(0, (centre - margin) / (1 + z2 / total)),
    upper: Math.min(1, (centre + margin) / (1 + z2 / total)),
  };
}
