import fc from 'fast-check';
import {
  contactsPerArm,
  differenceInterval,
  isEnoughForZ,
  proportionsP,
  rateOf,
  ratioInterval,
  twoSidedP,
} from './proportions';
import type { Interval, Share } from './proportions';

const of = (hits: number, total: number): Share => ({ hits, total });

const share = fc
  .nat({ max: 500 })
  .chain((hits) => fc.integer({ min: 0, max: 500 }).map((more) => of(hits, hits + more)));
const nonEmpty = share.filter(({ total }) => total > 0);

function expectInterval(interval: Interval | null, [lower, upper]: readonly [number, number], digits = 4): void {
  expect(interval?.lower).toBeCloseTo(lower, digits);
  expect(interval?.upper).toBeCloseTo(upper, digits);
}

describe('growth: comparing shares', () => {
  it.each([
    [0, 1],
    [1.959964, 0.05],
    [-1.959964, 0.05],
    [3, 0.002699796],
  ])('has the p value of z = %d', (z, p) => {
    expect(twoSidedP(z)).toBeCloseTo(p, 6);
  });

  // The square of z is chi-square: values of scipy 1.17, chi2_contingency(correction=False).
  it.each([
    [of(100, 500), of(130, 500), 0.024177215],
    [of(5, 40), of(12, 60), 0.32800246],
    [of(30, 1000), of(60, 1000), 0.001212497],
    [of(1, 1000), of(0, 20), 0.887482282],
  ])('tests %j against %j', (control, treatment, p) => {
    expect(proportionsP(control, treatment)).toBeCloseTo(p, 6);
  });

  // scipy 1.17, relative_risk(...).confidence_interval(0.95).
  it.each([
    [of(100, 500), of(130, 500), [1.033572, 1.635106]],
    [of(5, 40), of(12, 60), [0.610482, 4.193409]],
    [of(30, 1000), of(60, 1000), [1.30179, 3.072691]],
  ] as const)('has the interval of the ratio of %j and %j', (control, treatment, expected) => {
    expectInterval(ratioInterval(control, treatment), expected);
  });

  // Newcombe 1998, table II, method 10.
  it.each([
    [of(48, 80), of(56, 70), [0.0524, 0.3339]],
    [of(3, 10), of(9, 10), [0.1705, 0.809]],
    [of(2, 7), of(6, 7), [0.0582, 0.8062]],
    [of(0, 29), of(5, 56), [-0.0381, 0.1926]],
    [of(0, 10), of(0, 20), [-0.2775, 0.1611]],
    [of(0, 10), of(10, 10), [0.6075, 1]],
  ] as const)('has the interval of the difference of %j and %j', (control, treatment, expected) => {
    expectInterval(differenceInterval(control, treatment), expected);
  });

  it('has nothing to say of nobody, and of everybody alike', () => {
    expect(rateOf(of(0, 0))).toBeNull();
    expect(proportionsP(of(0, 0), of(3, 9))).toBeNull();
    expect(proportionsP(of(3, 9), of(0, 0))).toBeNull();
    expect(proportionsP(of(0, 9), of(0, 5))).toBeNull();
    expect(proportionsP(of(9, 9), of(5, 5))).toBeNull();
    expect(ratioInterval(of(0, 9), of(3, 9))).toBeNull();
    expect(ratioInterval(of(3, 9), of(0, 9))).toBeNull();
    expect(differenceInterval(of(0, 0), of(3, 9))).toBeNull();
    expect(differenceInterval(of(3, 9), of(0, 0))).toBeNull();
  });

  it('asks for five expected of each outcome in each arm', () => {
    expect(isEnoughForZ(of(5, 50), of(5, 50))).toBe(true);
    expect(isEnoughForZ(of(4, 50), of(5, 50))).toBe(false);
    expect(isEnoughForZ(of(46, 50), of(45, 50))).toBe(false);
    expect(isEnoughForZ(of(100, 1000), of(4, 40))).toBe(false);
  });

  it('does not mind which arm is which, nor which outcome is counted', () => {
    fc.assert(
      fc.property(nonEmpty, nonEmpty, (a, b) => {
        const p = proportionsP(a, b);
        expect(proportionsP(b, a)).toBe(p);
        const others = [a, b].map(({ hits, total }) => of(total - hits, total)) as [Share, Share];
        if (p !== null) expect(proportionsP(...others)).toBeCloseTo(p, 9);
        const [there, back] = [differenceInterval(a, b), differenceInterval(b, a)];
        expectInterval(there, [-(back?.upper ?? NaN), -(back?.lower ?? NaN)], 9);
        const [ratio, inverse] = [ratioInterval(a, b), ratioInterval(b, a)];
        if (ratio && inverse) expect(ratio.lower * inverse.upper).toBeCloseTo(1, 9);
        expect(ratio === null).toBe(inverse === null);
      }),
    );
  });

  it('has intervals about the estimate, within what is possible', () => {
    fc.assert(
      fc.property(nonEmpty, nonEmpty, (a, b) => {
        const difference = b.hits / b.total - a.hits / a.total;
        const { lower, upper } = differenceInterval(a, b) ?? { lower: NaN, upper: NaN };
        expect(lower).toBeLessThanOrEqual(difference + 1e-12);
        expect(upper).toBeGreaterThanOrEqual(difference - 1e-12);
        expect(lower).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(upper).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('is the surer the further the shares lie apart, and the more contacts there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 98 }), fc.integer({ min: 2, max: 20 }), (hits, times) => {
        const pOf = (treated: number, factor = 1) =>
          proportionsP(of(10 * factor, 100 * factor), of(treated * factor, 100 * factor)) ?? NaN;
        const [nearer, further] = hits < 10 ? [hits + 1, hits] : [hits, hits + 1];
        expect(pOf(further)).toBeLessThan(pOf(nearer) + 1e-9);
        expect(pOf(hits, times)).toBeLessThanOrEqual(pOf(hits) + 1e-9);
      }),
    );
  });

  // 356: Fleiss, Levin & Paik 2003, for 0.6 against 0.7; the others by the same formula in scipy.
  it.each([
    [0.6, 1 / 6, 356],
    [0.2, 0.1, 6510],
    [0.05, 0.1, 31_234],
  ])('needs contacts for a rate of %d and a lift of %d', (rate, lift, expected) => {
    expect(Math.abs((contactsPerArm(rate, lift) ?? NaN) - expected)).toBeLessThanOrEqual(1);
  });

  it('cannot say what a rate needs that cannot rise', () => {
    expect(contactsPerArm(0, 0.1)).toBeNull();
    expect(contactsPerArm(1, 0.1)).toBeNull();
    expect(contactsPerArm(0.95, 0.1)).toBeGreaterThan(0);
  });
});
