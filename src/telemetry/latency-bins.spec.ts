import fc from 'fast-check';
import { BIN_COUNT, binOf, quantileMs, RELATIVE_ERROR } from './latency-bins';

function binned(durationsMs: readonly number[]): Float64Array {
  const counts = new Float64Array(BIN_COUNT);
  for (const durationMs of durationsMs) counts[binOf(durationMs)] = (counts[binOf(durationMs)] ?? 0) + 1;
  return counts;
}

function trueQuantile(durationsMs: readonly number[], share: number): number {
  const sorted = durationsMs.toSorted((a, b) => a - b);
  return sorted[Math.max(1, Math.ceil(sorted.length * share)) - 1] ?? Number.NaN;
}

describe('observability: latency bins', () => {
  it('tell every quantile within the error they promise', () => {
    const duration = fc.double({ min: 0.1, max: 600_000, noNaN: true });
    const share = fc.constantFrom(0.01, 0.5, 0.95, 0.99, 1);
    fc.assert(
      fc.property(fc.array(duration, { minLength: 1, maxLength: 200 }), share, (durations, wanted) => {
        const exact = trueQuantile(durations, wanted);
        const told = quantileMs(binned(durations), wanted) ?? Number.NaN;
        expect(Math.abs(told - exact) / exact).toBeLessThanOrEqual(RELATIVE_ERROR + 1e-9);
      }),
    );
  });

  it('know nothing of nothing', () => {
    expect(quantileMs(binned([]), 0.95)).toBeNull();
  });

  it.each([
    ['none at all', 0],
    ['less than none, by a clock that erred', -5],
    ['no number', Number.NaN],
    ['a tenth of a millisecond', 0.1],
  ])('take %s for the shortest there is', (_title, durationMs) => {
    expect(binOf(durationMs)).toBe(0);
  });

  it('tell the shortest as it is', () => {
    expect(quantileMs(binned([0, 0.1]), 0.5)).toBe(0.1);
  });

  it('take more than ten minutes for ten minutes', () => {
    expect([binOf(600_000), binOf(3_600_000), binOf(Infinity)]).toEqual(Array.from({ length: 3 }, () => BIN_COUNT - 1));
  });
});
