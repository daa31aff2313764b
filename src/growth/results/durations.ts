import { errorFunction, median, sampleStandardDeviation, wilcoxonRankSum } from 'simple-statistics';
import { twoSidedP, Z_95, Z_POWER_80 } from './proportions';
import type { Interval } from './proportions';

/** Fewer in an arm, and the normal approximations below do not hold. */
export const MIN_DURATIONS = 10;

/** `null` of none. */
export function medianOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : median(values);
}

/**
 * Two-sided Mann-Whitney test with correction for ties and continuity (Hollander, Wolfe & Chicken 2014, section 4.1).
 * @returns `null` with fewer than {@link MIN_DURATIONS} in an arm, or when all are the same.
 */
export function mannWhitneyP(control: readonly number[], treatment: readonly number[]): number | null {
  const [m, n] = [treatment.length, control.length];
  if (Math.min(m, n) < MIN_DURATIONS) return null;
  const u = wilcoxonRankSum(treatment, control) - (m * (m + 1)) / 2;
  const total = m + n;
  const ties = tieSizes([...control, ...treatment]).reduce((sum, size) => sum + (size ** 3 - size), 0);
  const variance = ((m * n) / 12) * (total + 1 - ties / (total * (total - 1)));
  if (variance <= 0) return null;
  return twoSidedP(Math.max(0, Math.abs(u - (m * n) / 2) - 0.5) / Math.sqrt(variance));
}

/**
 * 95% interval of the ratio of medians, treatment/control, whatever the distributions (Price & Bonett 2002).
 * @param control positive values.
 * @returns `null` with fewer than {@link MIN_DURATIONS} in an arm.
 */
export function medianRatioInterval(control: readonly number[], treatment: readonly number[]): Interval | null {
  if (Math.min(control.length, treatment.length) < MIN_DURATIONS) return null;
  const [before, after] = [control.map(Math.log), treatment.map(Math.log)];
  const { lower, upper } = medianDifference(before, after);
  return { lower: Math.exp(lower), upper: Math.exp(upper) };
}

/** The same for treatment - control. */
export function medianDifferenceInterval(control: readonly number[], treatment: readonly number[]): Interval | null {
  if (Math.min(control.length, treatment.length) < MIN_DURATIONS) return null;
  return medianDifference(control, treatment);
}

/**
 * Values needed in each arm to find a median changed by this factor with 80% power at 5%, two-sided, if logarithms are
 * roughly normal and as scattered as these (Noether 1987).
 * @returns `null` from fewer than {@link MIN_DURATIONS}, or without scatter.
 */
export function durationsPerArm(values: readonly number[], factor: number): number | null {
  if (values.length < MIN_DURATIONS) return null;
  const deviation = sampleStandardDeviation(values.map(Math.log));
  if (deviation === 0) return null;
  // P(one of the treated is shorter) - 1/2 = Φ(δ / (σ√2)) - 1/2, and Φ(x) - 1/2 = erf(x/√2) / 2.
  const advantage = errorFunction(Math.abs(Math.log(factor)) / (2 * deviation)) / 2;
  return Math.ceil((Z_95 + Z_POWER_80) ** 2 / (6 * advantage ** 2));
}

function medianDifference(control: readonly number[], treatment: readonly number[]): Interval {
  const difference = median(treatment) - median(control);
  const margin = Z_95 * Math.hypot(medianError(control), medianError(treatment));
  return { lower: difference - margin, upper: difference + margin };
}

/** Standard error of a median from the distance of two order statistics about it (Price & Bonett 2002). */
function medianError(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  const rank = Math.max(1, Math.round((n + 1) / 2 - Math.sqrt(n)));
  // How far out that rank is, in standard deviations: the normal approximation of the binomial, continuity corrected.
  const z = (n + 1 - 2 * rank) / Math.sqrt(n);
  return ((sorted[n - rank] ?? 0) - (sorted[rank - 1] ?? 0)) / (2 * z);
}

function tieSizes(values: readonly number[]): readonly number[] {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()];
}
