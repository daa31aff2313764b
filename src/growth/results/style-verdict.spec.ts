import fc from 'fast-check';
import { participants } from '../../../test/support/participants';
import { seededRandom } from '../../commands/growth/random';
import { styleVerdict } from './style-verdict';
import type { Participation } from './participation';

/** A hundred contacts of each variant, so many of whom opted out. */
function styles(optOutsA: number, optOutsB: number, contacts = 100): readonly Participation[] {
  return [
    ...participants(optOutsA, { variant: 'A', did: ['opted_out'] }),
    ...participants(contacts - optOutsA, { variant: 'A' }),
    ...participants(optOutsB, { variant: 'B', did: ['opted_out'] }),
    ...participants(contacts - optOutsB, { variant: 'B', did: ['replied', 'booked'] }),
  ];
}

/** 2^n / ((n + 1) · n over a), counted out. */
function likelihoodRatio(a: number, b: number): number {
  let ratio = 1 / (a + b + 1);
  for (let index = 1; index <= a; index += 1) ratio *= (2 * index) / (b + index);
  return ratio * 2 ** b;
}

describe('growth: stopping a response style that drives people away', () => {
  it.each([
    ['nobody opts out', 0, 0, false],
    ['both drive away alike', 12, 12, false],
    ['one person opted out', 0, 1, false],
    ['too few to tell', 0, 7, false],
    ['all who opt out had B', 0, 8, true],
    ['three times as many had B', 7, 21, false],
    ['four times as many had B', 6, 24, true],
  ])('%s: A %d, B %d', (_title, a, b, pause) => {
    expect(styleVerdict(styles(a, b))).toMatchObject({ pause, rates: { A: a / 100, B: b / 100 } });
  });

  it('names the variant that more people opt out of', () => {
    expect(styleVerdict(styles(0, 9))).toMatchObject({ pause: true, variant: 'B' });
    expect(styleVerdict(styles(9, 0))).toMatchObject({ pause: true, variant: 'A' });
    expect(styleVerdict(styles(3, 3))).toMatchObject({ pause: false, variant: null });
    expect(styleVerdict([])).toEqual({ pause: false, variant: null, p_value: 1, rates: { A: null, B: null } });
  });

  it('has the p value of the counted-out likelihood ratio, the same for swapped variants', () => {
    fc.assert(
      fc.property(fc.nat({ max: 60 }), fc.nat({ max: 60 }), (a, b) => {
        const { p_value, pause } = styleVerdict(styles(a, b));
        expect(p_value).toBeCloseTo(Math.min(1, 1 / likelihoodRatio(a, b)), 9);
        const swapped = styleVerdict(styles(b, a));
        expect(swapped.pause).toBe(pause);
        expect(swapped.p_value).toBeCloseTo(p_value, 9);
        if (a + b < 8) expect(pause).toBe(false);
      }),
    );
  });

  it('stays paused when still more of the worse variant opt out', () => {
    fc.assert(
      fc.property(fc.nat({ max: 30 }), fc.integer({ min: 0, max: 60 }), (a, b) => {
        const isWorse = b > a && styleVerdict(styles(a, b)).pause;
        if (isWorse) expect(styleVerdict(styles(a, b + 1)).pause).toBe(true);
      }),
    );
  });

  it('is not misled by a variant that nearly everybody has', () => {
    const lopsided = [
      ...participants(20, { variant: 'B', did: ['opted_out'] }),
      ...participants(980, { variant: 'B' }),
      ...participants(1, { variant: 'A', did: ['opted_out'] }),
      ...participants(9, { variant: 'A' }),
    ];
    expect(styleVerdict(lopsided)).toMatchObject({ pause: false, variant: 'A' });
  });

  it('looks at the response style alone', () => {
    const others = participants(50, { feature: 'sla_handoff_thresholds', variant: 'B', did: ['opted_out'] });
    const outside = participants(50, { variant: null, arm: 'control', did: ['opted_out'] });
    expect(styleVerdict([...others, ...outside, ...styles(2, 2)])).toMatchObject({ rates: { A: 0.02, B: 0.02 } });
  });

  it('raises a false alarm in at most one of twenty experiments, looked at after each of 500 opt-outs', () => {
    const random = seededRandom(7);
    const experiments = 4_000;
    let alarms = 0;
    for (let experiment = 0; experiment < experiments; experiment += 1) {
      const counts = { a: 0, b: 0 };
      let isAlarmed = false;
      for (let look = 1; look <= 500 && !isAlarmed; look += 1) {
        counts[random() < 0.5 ? 'a' : 'b'] += 1;
        isAlarmed = likelihoodRatio(counts.a, counts.b) >= 20;
      }
      if (isAlarmed) alarms += 1;
    }
    expect(alarms / experiments).toBeLessThanOrEqual(0.05);
    expect(alarms).toBeGreaterThan(0);
  });
});
