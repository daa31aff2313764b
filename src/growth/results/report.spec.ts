import fc from 'fast-check';
import { EXPOSED_MS, participants } from '../../../test/support/participants';
import type { Like } from '../../../test/support/participants';
import { FEATURES } from '../feature';
import type { Participation } from './participation';
import { growthReport } from './report';
import type { FeatureReport, Report } from './report';

const NOW_MS = EXPOSED_MS + 3_600_000;
const DAY_MS = 86_400_000;

function report(...groups: readonly (readonly Participation[])[]): Report {
  return growthReport(groups.flat(), { nowMs: NOW_MS, autoStop: null });
}

const styleOf = (given: Report): FeatureReport => given.features.ab_response_style_testing;
const slaOf = (given: Report): FeatureReport => given.features.sla_handoff_thresholds;

/** So many of a variant, the first of whom booked. */
function booked(variant: 'A' | 'B', bookings: number, contacts: number, like: Like = {}): readonly Participation[] {
  const others = participants(contacts - bookings, { variant, ...like });
  return [...participants(bookings, { variant, ...like, did: ['booked'] }), ...others];
}

describe('growth: the report', () => {
  it('counts each variant, segment and source', () => {
    const { features } = report(
      participants(2, { variant: 'A', segment: 'hot_priority', source: 'zillow', did: ['replied', 'booked'] }),
      participants(1, { variant: 'B', segment: 'hot_priority', source: 'website', did: ['opted_out'] }),
      participants(1, { variant: 'B', segment: 'standard', waitedSeconds: 60 }),
      participants(1, { variant: 'B', waitedSeconds: 90 }),
      participants(1, { variant: 'B', waitedSeconds: null }),
      participants(1, { variant: null, arm: 'control', did: ['handoff_asked', 'person_wrote'] }),
      participants(1, { variant: 'A' }),
      participants(3, { feature: 'lead_source_attribution' }),
    );
    const style = features.ab_response_style_testing;
    expect(style.contacts).toBe(8);
    expect(style.variants.A).toEqual({
      contacts: 3,
      replies: 2,
      appointments_booked: 2,
      opt_outs: 0,
      hot_handoffs: 0,
      hot_handoffs_unanswered: 0,
      median_response_to_handoff_seconds: null,
    });
    expect(style.variants.B).toMatchObject({
      contacts: 4,
      opt_outs: 1,
      hot_handoffs: 3,
      hot_handoffs_unanswered: 1,
      median_response_to_handoff_seconds: 75,
    });
    expect(style.variants.control).toMatchObject({ hot_handoffs: 0, median_response_to_handoff_seconds: null });
    expect(Object.keys(style.segments)).toEqual(['hot_priority', 'standard', 'unknown']);
    expect(style.segments.hot_priority?.arms).toMatchObject({ control: { contacts: 2 }, treatment: { opt_outs: 1 } });
    expect(Object.keys(style.sources)).toEqual(['unknown', 'website', 'zillow']);
    expect(features.lead_source_attribution.arms).toMatchObject({
      control: { contacts: 0 },
      treatment: { contacts: 3 },
    });
    expect(features.adaptive_followup_timing).toMatchObject({ contacts: 0, segments: {} });
  });

  it('holds variant B against variant A', () => {
    const style = styleOf(report(booked('A', 100, 500), booked('B', 130, 500)));
    expect(style.compares).toBe('variant B against variant A');
    expect(style.comparison.appointment_booked_rate).toEqual({
      control: 0.2,
      treatment: 0.26,
      relative_lift: 0.3,
      confidence_interval: { lower: 0.033572, upper: 0.635106 },
      absolute_difference: 0.06,
      absolute_confidence_interval: {
        lower: expect.closeTo(0.0079, 3) as number,
        upper: expect.closeTo(0.1118, 3) as number,
      },
      p_value: 0.0241772,
    });
  });

  it('holds those who have a feature against those who do not', () => {
    const feature = 'sla_handoff_thresholds';
    const sla = slaOf(
      report(participants(30, { feature }), participants(20, { feature, arm: 'control', did: ['booked'] })),
    );
    expect(sla.compares).toBe('treatment against control');
    expect(sla.comparison.appointment_booked_rate).toMatchObject({ control: 1, treatment: 0, relative_lift: -1 });
  });

  it('counts a wait beyond a day as a day, once it is over', () => {
    const old = { variant: 'A', atMs: NOW_MS - DAY_MS };
    const medianOf = (...groups: readonly (readonly Participation[])[]) =>
      styleOf(report(...groups)).variants.A?.median_response_to_handoff_seconds;
    expect(medianOf(participants(1, { ...old, waitedSeconds: null }))).toBe(86_400);
    expect(medianOf(participants(1, { ...old, atMs: NOW_MS - DAY_MS + 1, waitedSeconds: null }))).toBeNull();
    expect(medianOf(participants(1, { ...old, waitedSeconds: 900_000 }))).toBe(86_400);
    expect(medianOf(participants(1, { ...old, waitedSeconds: 0 }))).toBe(1);
  });

  it('passes on when and why the response styles were stopped', () => {
    const autoStop = { paused_at: '2026-11-23T16:00:00.000Z', reason: 'opt-outs' };
    expect(growthReport([], { nowMs: NOW_MS, autoStop })).toMatchObject({
      generated_at: '2026-11-23T17:00:00.000Z',
      auto_stop: autoStop,
    });
  });
});

describe('growth: how many contacts are needed', () => {
  it('is told until there are enough', () => {
    const warningOf = (contacts: number) =>
      styleOf(report(booked('A', contacts / 2, contacts), booked('B', contacts / 2, contacts))).comparison
        .sample_size_warning;
    expect(warningOf(100)).toBe(
      'The smaller arm has 100 contacts; 1565 per arm are needed to find a rise of 10% in the booked rate with 80% power.',
    );
    expect(warningOf(1_600)).toBeNull();
  });

  it('is unknown without a booked appointment', () => {
    expect(styleOf(report(booked('A', 0, 50), booked('B', 9, 50))).comparison.sample_size_warning).toMatch(
      /does not tell/,
    );
    expect(styleOf(report()).comparison.sample_size_warning).toMatch(/does not tell/);
  });
});

describe('growth: any report', () => {
  const like = fc.record({
    feature: fc.constantFrom(...FEATURES),
    arm: fc.constantFrom('control' as const, 'treatment' as const),
    variant: fc.constantFrom('A', 'B', null),
    segment: fc.constantFrom('hot_priority', 'standard', null),
    source: fc.constantFrom('zillow', '__proto__', null),
    did: fc.subarray(['replied', 'booked', 'opted_out'] as const),
    waitedSeconds: fc.option(fc.nat({ max: 100_000 }), { nil: undefined }),
  });
  const groups = fc.array(fc.tuple(fc.nat({ max: 30 }), like), { maxLength: 12 });
  const toParticipants = (given: readonly [number, Like][]) =>
    given.flatMap(([count, one]) => participants(count, one));

  it('has numbers and nulls, nothing that JSON does not have', () => {
    fc.assert(
      fc.property(groups, (given) => {
        const made = report(toParticipants(given));
        expect(JSON.parse(JSON.stringify(made))).toEqual(made);
        expect(JSON.stringify(made)).not.toMatch(/NaN|Infinity/);
      }),
    );
  });

  it('counts every contact once in its variant, segment and source', () => {
    fc.assert(
      fc.property(groups, (given) => {
        const all = toParticipants(given);
        for (const [feature, part] of Object.entries(report(all).features)) {
          const contacts = all.filter((participation) => participation.feature === feature).length;
          const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
          expect(part.contacts).toBe(contacts);
          expect(sum(Object.values(part.variants).map((tally) => tally.contacts))).toBe(contacts);
          const ofArms = ({ arms }: Pick<FeatureReport, 'arms'>) => arms.control.contacts + arms.treatment.contacts;
          for (const parts of [part.segments, part.sources]) {
            expect(sum(Object.values(parts).map(ofArms))).toBe(ofArms(part));
          }
        }
      }),
    );
  });

  it('is turned about when the arms are swapped', () => {
    const swap = { A: 'B', B: 'A' } as const;
    fc.assert(
      fc.property(groups, (given) => {
        const swapped = given.map(([count, one]): [number, Like] => [
          count,
          { ...one, variant: one.variant && swap[one.variant] },
        ]);
        const [there, back] = [given, swapped].map((one) => styleOf(report(toParticipants(one))).comparison);
        for (const name of ['reply_rate', 'appointment_booked_rate', 'opt_out_rate'] as const) {
          expect(back?.[name].p_value).toBe(there?.[name].p_value);
          expect(back?.[name].control).toBe(there?.[name].treatment);
          expect((back?.[name].absolute_difference ?? 0) + (there?.[name].absolute_difference ?? 0)).toBeCloseTo(0, 5);
        }
      }),
    );
  });
});
