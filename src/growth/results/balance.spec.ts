import { EXPOSED_MS, participants } from '../../../test/support/participants';
import type { Like } from '../../../test/support/participants';
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

const styles = (variant: 'A' | 'B', count: number, like: Like = {}) => participants(count, { variant, ...like });

describe('growth: a fair comparison', () => {
  const feature = 'sla_handoff_thresholds';
  const many = (arm: 'control' | 'treatment', source: string, count = 60, atMs = EXPOSED_MS) =>
    participants(count, { feature, arm, source, atMs });

  it('has the same sources at the same time in both arms', () => {
    const sla = slaOf(
      report(
        many('control', 'zillow'),
        many('treatment', 'zillow', 80),
        many('control', 'website', 50),
        many('treatment', 'website'),
      ),
    );
    expect(sla).toMatchObject({ randomised: true, notes: [expect.stringContaining('one look')] });
  });

  it.each([
    ['a canary of one source', [many('treatment', 'zillow'), many('control', 'website')]],
    ['a canary of few leads', [many('treatment', 'zillow', 2), many('control', 'website', 2)]],
    [
      'a canary that has become the rule',
      [many('treatment', 'zillow', 200), many('control', 'website', 100), many('treatment', 'website', 30)],
    ],
  ])('is not %s', (_title, groups) => {
    const { randomised, notes } = slaOf(report(...groups));
    expect(randomised).toBe(false);
    expect(notes[0]).toMatch(/differ by lead source/);
  });

  it('is not before against after', () => {
    const later = EXPOSED_MS + DAY_MS;
    const { randomised, notes } = slaOf(report(many('control', 'zillow'), many('treatment', 'zillow', 60, later)));
    expect(randomised).toBe(false);
    expect(notes[0]).toMatch(/at different times/);
  });

  it('needs somebody to compare with', () => {
    expect(slaOf(report(many('treatment', 'zillow')))).toMatchObject({ randomised: false });
  });

  it('of response styles does not doubt the coin for a few', () => {
    expect(styleOf(report(styles('A', 1, { source: 'zillow' }), styles('B', 2, { source: 'website' })))).toMatchObject({
      randomised: true,
    });
    expect(styleOf(report(styles('B', 2)))).toMatchObject({ randomised: true });
  });

  it('of response styles has about as many of each', () => {
    expect(styleOf(report(styles('A', 480), styles('B', 520)))).toMatchObject({ randomised: true });
    const { randomised, notes } = styleOf(report(styles('A', 400), styles('B', 600)));
    expect(randomised).toBe(false);
    expect(notes[0]).toMatch(/unequal numbers/);
  });
});
