import { gammaln } from 'simple-statistics';
import type { Variant } from '../rules';
import { rateOf } from './proportions';
import type { Share } from './proportions';
import type { Participation } from './participation';

/** Of a whole experiment, however often it is looked at. */
const FALSE_ALARMS = 0.05;

/** What to do about the response style after an opt-out. */
export interface StyleVerdict {
  readonly pause: boolean;
  /** The one that more people opt out of; `null` while they are the same. */
  readonly variant: Variant | null;
  /** Holds at every look: the chance that it ever falls to 0.05 without a difference is at most 5%. */
  readonly p_value: number;
  /** Opt-outs per contact. */
  readonly rates: Readonly<Record<Variant, number | null>>;
}

/**
 * Whether one response style drives people away. Assignment is a fair coin per contact, so while the style makes no
 * difference each opt-out is from A or B like a fair coin. Against that stands a coin of unknown bias, uniform a priori:
 * the likelihood ratio 2^n · a! b! / (n + 1)! is a test martingale, and by Ville's inequality it ever reaches 20 with a
 * chance of at most 1/20 (Robbins 1970; Ramdas, Grünwald, Vovk & Shafer 2023). So a look after every opt-out is free.
 * With fewer than eight opt-outs the ratio cannot get there.
 * @param participations of the response style since it was last started; others are left out.
 */
export function styleVerdict(participations: readonly Participation[]): StyleVerdict {
  const counts = countByVariant(participations);
  const rates = { A: rateOf(counts.A), B: rateOf(counts.B) };
  const p_value = Math.min(1, 1 / likelihoodRatio(counts.A.hits, counts.B.hits));
  const variant = worseOf(rates);
  // The rates are asked too: many opt-outs of a variant that nearly everybody has are no sign.
  const pause = p_value <= FALSE_ALARMS && variant === moreOf(counts);
  return { pause, variant, p_value, rates };
}

function countByVariant(participations: readonly Participation[]): Record<Variant, Share> {
  const counts = { A: { hits: 0, total: 0 }, B: { hits: 0, total: 0 } };
  for (const { feature, variant, firstAtMs } of participations) {
    if (feature !== 'ab_response_style_testing' || (variant !== 'A' && variant !== 'B')) continue;
    counts[variant].total += 1;
    if (firstAtMs.opted_out !== null) counts[variant].hits += 1;
  }
  return counts;
}

function likelihoodRatio(a: number, b: number): number {
  return Math.exp((a + b) * Math.LN2 + gammaln(a + 1) + gammaln(b + 1) - gammaln(a + b + 2));
}

function worseOf({ A, B }: StyleVerdict['rates']): Variant | null {
  if ((A ?? 0) === (B ?? 0)) return null;
  return (A ?? 0) > (B ?? 0) ? 'A' : 'B';
}

function moreOf({ A, B }: Record<Variant, Share>): Variant {
  return A.hits > B.hits ? 'A' : 'B';
}
