const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 60_000;

/**
 * How long an event waits before its next attempt: doubling from 2 s to a minute, a fifth of it by chance so that an
 * outage does not end in a stampede.
 * @param attempts made so far, at least 1.
 * @param chance in [0, 1).
 * @param dueInMs something has to be done by then, whatever the delay; `null`: nothing.
 */
export function retryDelayMs(attempts: number, chance: number, dueInMs: number | null): number {
  const delayMs = Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LONGEST_RETRY_MS);
  const scatteredMs = Math.round(delayMs * (0.8 + 0.2 * chance));
  return dueInMs === null ? scatteredMs : Math.min(scatteredMs, Math.max(0, dueInMs));
}
