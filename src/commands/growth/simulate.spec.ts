import { runExperiment } from './experiment';
import { seededRandom } from './random';
import { holds, simulate } from './simulate';
import type { Check } from './simulate';

const TRUTH = { bookedRate: 0.2, optOutRate: 0.05, handoffSeconds: 600 };

describe('growth: simulated leads', () => {
  it('are spread over the variants by the assignment of the service, as true as they are said to be', () => {
    const truths = { A: TRUTH, B: { ...TRUTH, bookedRate: 0.4 } };
    const experiment = { name: 'true', leads: 4_000, truths, autoStop: 'off' } as const;
    const { participations, pausedAfter } = runExperiment(experiment, seededRandom(3));
    const shareOf = (variant: string) => {
      const all = participations.filter((participation) => participation.variant === variant);
      return {
        total: all.length,
        booked: all.filter(({ firstAtMs }) => firstAtMs.booked !== null).length / all.length,
      };
    };
    expect(shareOf('A').total / 4_000).toBeCloseTo(0.5, 1);
    expect(shareOf('A').booked).toBeCloseTo(0.2, 1);
    expect(shareOf('B').booked).toBeCloseTo(0.4, 1);
    expect(pausedAfter).toBeNull();
  });

  it('are sent no more once a style has driven too many away', () => {
    const truths = { A: TRUTH, B: { ...TRUTH, optOutRate: 0.5 } };
    const experiment = { name: 'stop', leads: 4_000, truths, autoStop: 'ends' } as const;
    const { participations, pausedAfter } = runExperiment(experiment, seededRandom(3));
    expect(pausedAfter?.leads).toBe(participations.length);
    expect(participations.length).toBeLessThan(200);
  });

  it('bear out the report, and give the same answer for the same seed', () => {
    const size = { leads: 800, runs: 60, seed: 1 };
    const simulation = simulate(size);
    expect(simulation.checks.filter((check) => !holds(check))).toEqual([]);
    expect(simulate(size)).toEqual(simulation);
    expect(simulate({ ...size, seed: 2 })).not.toEqual(simulation);
  });

  it.each<[boolean, Partial<Check>]>([
    [true, { share: 0.08 }],
    [false, { share: 0.09 }],
    [false, { share: 0.01 }],
    [true, { share: 0.01, isUpperBound: true }],
    [false, { share: 0.09, isUpperBound: true }],
  ])('hold: %s for %j', (expected, change) => {
    const check = { title: '', share: 0.05, expected: 0.05, tolerance: 0.035, isUpperBound: false };
    expect(holds({ ...check, ...change })).toBe(expected);
  });
});
