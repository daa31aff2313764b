/**
 * Durations sorted into bins whose bounds grow by a constant factor, as in DDSketch (Masson et al., VLDB 2019): whatever
 * the distribution, a quantile read from them is within this share of the true one.
 */
export const RELATIVE_ERROR = 0.05;

const GROWTH = (1 + RELATIVE_ERROR) / (1 - RELATIVE_ERROR);
const LN_GROWTH = Math.log(GROWTH);
/** What is shorter counts as this long; what is longer than {@link LONGEST_MS} as that long. */
const SHORTEST_MS = 0.1;
const LONGEST_MS = 600_000;

/** How many bins there are. */
export const BIN_COUNT = Math.ceil(Math.log(LONGEST_MS / SHORTEST_MS) / LN_GROWTH) + 1;

/** The bin of a duration: bin `i` holds what is above `SHORTEST · GROWTH^(i-1)` and up to `SHORTEST · GROWTH^i`. */
export function binOf(durationMs: number): number {
  if (!(durationMs > SHORTEST_MS)) return 0;
  return Math.min(BIN_COUNT - 1, Math.ceil(Math.log(durationMs / SHORTEST_MS) / LN_GROWTH));
}

/**
 * A quantile by nearest rank.
 * @param counts how many durations lie in each bin.
 * @param share such as 0.95.
 * @returns milliseconds; `null` when all bins are empty.
 */
export function quantileMs(counts: Float64Array, share: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const rank = Math.max(1, Math.ceil(total * share));
  let seen = 0;
  for (let bin = 0; bin < counts.length; bin += 1) {
    seen += counts[bin] ?? 0;
    if (seen >= rank) return middleOf(bin);
  }
  return null;
}

/** The value that is off by the same share from both bounds of the bin. */
function middleOf(bin: number): number {
  return bin === 0 ? SHORTEST_MS : (SHORTEST_MS * GROWTH ** bin * 2) / (1 + GROWTH);
}
