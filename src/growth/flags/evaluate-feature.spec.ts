import { FEATURES } from '../feature';
import type { Feature } from '../feature';
import { evaluateFeature } from './evaluate-feature';
import type { GrowthState } from './growth-state';

const FEATURE = 'ab_response_style_testing';

function state(canary: Partial<GrowthState['canary']> = {}, isOn = true): GrowthState {
  return {
    flags: Object.fromEntries(FEATURES.map((feature) => [feature, isOn])) as Record<Feature, boolean>,
    canary: { enabled: true, source: 'zillow', percentage: 100, ...canary },
    writeback_toggles: { lead_source: false, conversion_feedback: false },
  };
}

describe('growth: whether a feature is on for a contact', () => {
  it.each<[string, string | null, GrowthState, string]>([
    ['the flag is off', 'zillow', state({}, false), 'flag_disabled'],
    ['the flag is off, without a canary', 'zillow', state({ enabled: false }, false), 'flag_disabled'],
    ['there is no canary', 'facebook', state({ enabled: false, percentage: 0 }), 'enabled'],
    ['there is no canary, and no source', null, state({ enabled: false }), 'enabled'],
    ['the source is the canary’s', 'zillow', state(), 'enabled'],
    ['the source is another', 'facebook', state(), 'canary_source_mismatch'],
    ['the source is not known', null, state(), 'canary_source_missing'],
    ['the canary has no source', 'zillow', state({ source: null }), 'canary_source_missing'],
    ['the canary is a share of nobody', 'zillow', state({ source: null, percentage: 0 }), 'outside_canary_percentage'],
    ['the canary is a share of the source’s', 'zillow', state({ percentage: 0 }), 'outside_canary_percentage'],
    ['a share does not let in another source', 'facebook', state({ percentage: 99 }), 'canary_source_mismatch'],
  ])('%s', (_title, source, given, reason) => {
    const evaluation = evaluateFeature(FEATURE, { contactId: 'contact1', source }, given);
    expect(evaluation).toEqual({ enabled: reason === 'enabled', reason });
  });

  it('lets in the share that is asked for, the same contacts each time, and more of them when it grows', () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => `contact${index}`);
    const inAt = (percentage: number, feature: Feature = FEATURE) =>
      ids.filter(
        (contactId) =>
          evaluateFeature(feature, { contactId, source: null }, state({ source: null, percentage })).enabled,
      );
    const [tenth, half] = [inAt(10), inAt(50)];
    expect(Math.abs(tenth.length - 1_000)).toBeLessThan(150);
    expect(Math.abs(half.length - 5_000)).toBeLessThan(250);
    expect(inAt(10)).toEqual(tenth);
    const isInHalf = new Set(half);
    expect(tenth.every((id) => isInHalf.has(id))).toBe(true);
    const others = new Set(inAt(50, 'sla_handoff_thresholds'));
    expect(Math.abs(half.filter((id) => others.has(id)).length - 2_500)).toBeLessThan(250);
  });
});
