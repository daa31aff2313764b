/** How far a sender's clock may run ahead of ours. */
const MAX_AHEAD_MS = 300_000;

/** Numbers below this are seconds since the epoch, above it milliseconds (it is March 1973 in milliseconds). */
const SMALLEST_MS = 100_000_000_000;
/** The last instant that a `Date` can hold (ECMA-262): what is made of a later one throws. */
const LATEST_MS = 8_640_000_000_000_000;

/**
 * Reads an event's own `timestamp`: ISO 8601, or seconds or milliseconds since the epoch.
 * @returns milliseconds since the epoch, or `null` when there is none that can be read.
 */
export function readTimestampMs(timestamp: unknown): number | null {
  const asNumber =
    typeof timestamp === 'string' && /^\d{9,14}(\.\d+)?$/.test(timestamp) ? Number(timestamp) : timestamp;
  if (typeof asNumber === 'number') {
    const isInstant = asNumber > 0 && asNumber <= LATEST_MS;
    if (!isInstant) return null;
    return asNumber < SMALLEST_MS ? asNumber * 1_000 : asNumber;
  }
  const parsed = typeof asNumber === 'string' ? Date.parse(asNumber) : Number.NaN;
  return Number.isNaN(parsed) ? null : parsed;
}

/**
 * True when a signed event is too old, or too far in the future, to be anything but a replay. GHL repeats a refused
 * delivery for about 70 minutes with its first timestamp, so the window must be longer than that. An event without a
 * readable timestamp has no age.
 */
export function isOutsideWindow(timestamp: unknown, nowMs: number, maxAgeSeconds: number): boolean {
  const sentAtMs = readTimestampMs(timestamp);
  return sentAtMs !== null && (nowMs - sentAtMs > maxAgeSeconds * 1_000 || sentAtMs - nowMs > MAX_AHEAD_MS);
}
