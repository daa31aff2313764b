import fc from 'fast-check';
import { retryDelayMs } from './retry-delay';

describe('webhook: pauses between attempts', () => {
  it.each([
    [1, 2_000],
    [2, 4_000],
    [3, 8_000],
    [4, 16_000],
    [5, 32_000],
    [6, 60_000],
    [7, 60_000],
    [1_500, 60_000],
  ])('after attempt %i: up to %i ms, and not less than four fifths of it', (attempts, longestMs) => {
    expect(retryDelayMs(attempts, 0, null)).toBe(longestMs * 0.8);
    expect(retryDelayMs(attempts, 0.5, null)).toBe(longestMs * 0.9);
    expect(retryDelayMs(attempts, 1 - Number.EPSILON, null)).toBe(longestMs);
  });

  it.each([
    [30_000, 30_000],
    [0, 0],
    [-5_000, 0],
    [60_001, 60_000],
  ])('end when something is due in %i ms: after %i ms', (dueInMs, delayMs) => {
    expect(retryDelayMs(6, 1 - Number.EPSILON, dueInMs)).toBe(delayMs);
  });

  it('never shrink from one attempt to the next, nor end', () => {
    const attempts = fc.integer({ min: 1, max: 10_000 });
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(attempts, chance, (made, drawn) => {
        const delayMs = retryDelayMs(made, drawn, null);
        expect(delayMs).toBeGreaterThanOrEqual(1_600);
        expect(delayMs).toBeLessThanOrEqual(60_000);
        expect(retryDelayMs(made + 1, drawn, null)).toBeGreaterThanOrEqual(delayMs);
      }),
    );
  });
});
