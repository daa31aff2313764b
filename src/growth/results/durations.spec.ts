import fc from 'fast-check';
import {
  durationsPerArm,
  mannWhitneyP,
  medianDifferenceInterval,
  medianOf,
  medianRatioInterval,
  MIN_DURATIONS,
} from './durations';

const CONTROL = [12, 15, 15, 20, 31, 44, 45, 60, 61, 75, 90, 120];
const TREATMENT = [5, 9, 12, 15, 15, 18, 22, 30, 33, 41, 52];
const MANY = Array.from({ length: 200 }, (_, index) => ((index * 7919) % 997) + 50);
const MANY_SHORTER = Array.from({ length: 230 }, (_, index) => ((index * 7919) % 997) * 0.8 + 40);

const durations = fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: MIN_DURATIONS, maxLength: 60 });

describe('growth: comparing durations', () => {
  it('has the median', () => {
    expect(medianOf([])).toBeNull();
    expect(medianOf([3])).toBe(3);
    expect(medianOf([9, 1, 2, 4])).toBe(3);
  });

  // scipy 1.17, mannwhitneyu(method='asymptotic'); the first with ties within and between the arms.
  it.each([
    [CONTROL, TREATMENT, 0.041695033],
    [
      Array.from({ length: 20 }, (_, index) => index + 1),
      Array.from({ length: 20 }, (_, index) => index + 7),
      0.006007189,
    ],
  ])('ranks %j against %j', (control, treatment, p) => {
    expect(mannWhitneyP(control, treatment)).toBeCloseTo(p, 6);
  });

  it('has the interval of the ratio of medians', () => {
    // By Price & Bonett's formula with the exact binomial, in scipy; here the normal approximation stands for it.
    const many = medianRatioInterval(MANY, MANY_SHORTER);
    expect(many?.lower).toBeCloseTo(0.666, 2);
    expect(many?.upper).toBeCloseTo(0.9134, 2);
    const few = medianRatioInterval(CONTROL, TREATMENT);
    expect(few?.lower).toBeCloseTo(0.159, 1);
    expect(few?.upper).toBeCloseTo(1.029, 1);
  });

  it('has nothing to say of few, or when all are the same', () => {
    const few = CONTROL.slice(0, MIN_DURATIONS - 1);
    for (const compare of [mannWhitneyP, medianRatioInterval, medianDifferenceInterval]) {
      expect(compare(few, TREATMENT)).toBeNull();
      expect(compare(CONTROL, few)).toBeNull();
      expect(compare([], [])).toBeNull();
    }
    const same = CONTROL.map(() => 7);
    expect(mannWhitneyP(same, same)).toBeNull();
    expect(durationsPerArm(few, 0.85)).toBeNull();
    expect(durationsPerArm(same, 0.85)).toBeNull();
  });

  it('does not mind which arm is which', () => {
    fc.assert(
      fc.property(durations, durations, (a, b) => {
        const p = mannWhitneyP(a, b);
        if (p === null) expect(mannWhitneyP(b, a)).toBeNull();
        else expect(mannWhitneyP(b, a)).toBeCloseTo(p, 9);
        const [there, back] = [medianRatioInterval(a, b), medianRatioInterval(b, a)];
        expect((there?.lower ?? NaN) * (back?.upper ?? NaN)).toBeCloseTo(1, 6);
        const [more, less] = [medianDifferenceInterval(a, b), medianDifferenceInterval(b, a)];
        expect((more?.lower ?? NaN) + (less?.upper ?? NaN)).toBeCloseTo(0, 6);
      }),
    );
  });

  it('does not depend on the unit, nor on the order', () => {
    fc.assert(
      fc.property(durations, durations, (a, b) => {
        const inMinutes = (values: readonly number[]) => values.map((value) => value / 64).reverse();
        expect(mannWhitneyP(inMinutes(a), inMinutes(b))).toEqual(mannWhitneyP(a, b));
        const [ratio, scaled] = [medianRatioInterval(a, b), medianRatioInterval(inMinutes(a), inMinutes(b))];
        expect(scaled?.lower).toBeCloseTo(ratio?.lower ?? NaN, 6);
        const [times, minutes] = [medianDifferenceInterval(a, b), medianDifferenceInterval(inMinutes(a), inMinutes(b))];
        expect((minutes?.upper ?? NaN) * 64).toBeCloseTo(times?.upper ?? NaN, 6);
      }),
    );
  });

  it('leaves its arguments as they are', () => {
    const [control, treatment] = [[...CONTROL].reverse(), [...TREATMENT].reverse()];
    medianRatioInterval(control, treatment);
    mannWhitneyP(control, treatment);
    medianOf(control);
    expect(control).toEqual([...CONTROL].reverse());
    expect(treatment).toEqual([...TREATMENT].reverse());
  });

  it('needs more for a smaller change', () => {
    // Noether's formula in scipy, for -15%.
    expect(Math.abs((durationsPerArm(MANY, 0.85) ?? NaN) - 310)).toBeLessThanOrEqual(1);
    expect(durationsPerArm(MANY, 0.95)).toBeGreaterThan(2_000);
  });
});
