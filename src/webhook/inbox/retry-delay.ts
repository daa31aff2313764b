const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 60_000;

/**
 * How long an event waits before its next attempt: doubling from 2 s to a minute, a fifth of it by chance so that an
 * outage does not end in a stampede.
 * @param attempts made so far, at least 1.
 * @param chance in [0, 1).
 */
export function retryDelayMs(attempts: number, chance: number): number {
  const delayMs = Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LONGEST_RETRY_MS);
  return Math.round(delayMs * (0.8 + 0.2 * chance));
}
