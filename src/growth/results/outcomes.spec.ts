import { EXPOSED_MS, exposure, happening } from '../../../test/support/participants';
import { FEATURES } from '../feature';
import { Outcomes } from './outcomes';
import type { Exposure, Outcome, Participation } from './participation';

describe('growth: what counts as an outcome', () => {
  const outcomesOf = (...given: readonly Outcome[]): readonly Participation[] => {
    const outcomes = new Outcomes();
    for (const outcome of given) outcomes.add(outcome);
    return FEATURES.flatMap((feature) => outcomes.of(feature));
  };
  const exposed = (contactId: string, change?: Partial<Exposure>): Outcome => ({
    type: 'exposed',
    ...exposure(contactId, change),
  });
  const happened = (...args: Parameters<typeof happening>): Outcome => ({ type: 'happened', ...happening(...args) });

  it('is the first exposure of a contact to a feature', () => {
    const again = exposed('ann', { variant: 'A', source: 'website', atMs: EXPOSED_MS + 5 });
    const other = exposed('ann', { feature: 'sla_handoff_thresholds', arm: 'control' });
    expect(outcomesOf(exposed('ann'), again, other)).toMatchObject([
      { feature: 'ab_response_style_testing', variant: 'B', source: 'zillow', atMs: EXPOSED_MS },
      { feature: 'sla_handoff_thresholds', arm: 'control' },
    ]);
  });

  it('is the first of each kind after it', () => {
    const [ann] = outcomesOf(
      happened('ann', 'replied', { atMs: EXPOSED_MS }),
      exposed('ann'),
      happened('ann', 'booked', { atMs: EXPOSED_MS - 1 }),
      happened('ann', 'opted_out', { atMs: EXPOSED_MS }),
      happened('ann', 'opted_out', { atMs: EXPOSED_MS + 9 }),
      happened('bob', 'booked'),
    );
    expect(ann?.firstAtMs).toEqual({
      replied: null,
      booked: null,
      opted_out: EXPOSED_MS,
      handoff_asked: null,
      person_wrote: null,
    });
  });

  it('counts for every experiment that the contact is in by then', () => {
    const [style, timing] = outcomesOf(
      exposed('ann'),
      happened('ann', 'replied', { atMs: EXPOSED_MS + 1 }),
      exposed('ann', { feature: 'sla_handoff_thresholds', atMs: EXPOSED_MS + 2 }),
      happened('ann', 'replied', { atMs: EXPOSED_MS + 3 }),
    );
    expect([style?.firstAtMs.replied, timing?.firstAtMs.replied]).toEqual([EXPOSED_MS + 1, EXPOSED_MS + 3]);
  });

  it('is what a person writes once one was asked for, and whether the lead was hot then', () => {
    const [ann] = outcomesOf(
      exposed('ann'),
      happened('ann', 'person_wrote', { atMs: EXPOSED_MS + 1, isHot: true }),
      happened('ann', 'handoff_asked', { atMs: EXPOSED_MS + 2, isHot: true }),
      happened('ann', 'person_wrote', { atMs: EXPOSED_MS + 5 }),
    );
    expect(ann).toMatchObject({
      isHotHandoff: true,
      firstAtMs: { handoff_asked: EXPOSED_MS + 2, person_wrote: EXPOSED_MS + 5 },
    });
  });
});
