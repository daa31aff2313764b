import { probit } from 'simple-statistics';

/** Numbers from 0 to 1 (without 1), the same for the same seed. Mulberry32, Tommy Ettinger 2017. */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A log-normal number of this median; the spread is the standard deviation of its logarithm. */
export function logNormal(random: () => number, median: number, spread: number): number {
  return median * Math.exp(spread * probit(random()));
}
