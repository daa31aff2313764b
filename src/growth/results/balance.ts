import { mannWhitneyP } from './durations';
import type { Arms } from './arms';
import type { Participation } from './participation';
import { twoSidedP } from './proportions';

/** Checks of the set-up alarm at this level, as is usual for them (Fabijan et al. 2019, KDD). */
const IMBALANCE_P = 0.001;

/** In words what keeps the arms from being comparable; empty for a fair comparison. */
export function imbalances({ control, treatment }: Arms, isByCoin: boolean): readonly string[] {
  if (control.length === 0 || treatment.length === 0) return isByCoin ? [] : ['There is nobody to compare with.'];
  const sources = countSources(control, treatment);
  const isApart = !isByCoin && sources.every(([inControl, inTreatment]) => inControl === 0 || inTreatment === 0);
  const times = [control, treatment].map((arm) => arm.map(({ atMs }) => atMs));
  const isApartInTime = (mannWhitneyP(times[0] ?? [], times[1] ?? []) ?? 1) < IMBALANCE_P;
  const isUneven = isByCoin && evenSplitP(control.length, treatment.length) < IMBALANCE_P;
  return [
    ...(isApart || homogeneityP(sources) < IMBALANCE_P
      ? ['The arms differ by lead source, as in a canary: differences may come from the sources.']
      : []),
    ...(isApartInTime ? ['The arms took part at different times: differences may come from the season.'] : []),
    ...(isUneven ? ['The variants have more unequal numbers of contacts than chance explains.'] : []),
  ];
}

type Pair = [inControl: number, inTreatment: number];

function countSources(control: readonly Participation[], treatment: readonly Participation[]): readonly Pair[] {
  const counts = new Map<string | null, Pair>();
  const countIn = (arm: readonly Participation[], index: 0 | 1) => {
    for (const { source } of arm) {
      const pair = counts.get(source) ?? [0, 0];
      pair[index] += 1;
      counts.set(source, pair);
    }
  };
  countIn(control, 0);
  countIn(treatment, 1);
  return [...counts.values()];
}

/** Chi-square test that all sources are spread over the arms alike; its tail as Wilson & Hilferty 1931 have it. */
function homogeneityP(sources: readonly Pair[]): number {
  const freedom = sources.length - 1;
  if (freedom === 0) return 1;
  const totals = [0, 1].map((arm) => sources.reduce((sum, pair) => sum + pair[arm as 0 | 1], 0));
  const all = (totals[0] ?? 0) + (totals[1] ?? 0);
  let chiSquare = 0;
  for (const pair of sources) {
    for (const arm of [0, 1] as const) {
      const expected = ((pair[0] + pair[1]) * (totals[arm] ?? 0)) / all;
      chiSquare += (pair[arm] - expected) ** 2 / expected;
    }
  }
  const spread = 2 / (9 * freedom);
  const z = (Math.cbrt(chiSquare / freedom) - (1 - spread)) / Math.sqrt(spread);
  return z > 0 ? twoSidedP(z) / 2 : 1;
}

/** Sample ratio mismatch: whether so unequal a split can come from a fair coin. */
function evenSplitP(a: number, b: number): number {
  return twoSidedP((a - b) / Math.sqrt(a + b));
}
