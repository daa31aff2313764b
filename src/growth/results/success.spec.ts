import { EXPOSED_MS, participants } from '../../../test/support/participants';
import type { Like } from '../../../test/support/participants';
import type { Participation } from './participation';
import { growthReport } from './report';
import type { FeatureReport, Report } from './report';

const NOW_MS = EXPOSED_MS + 3_600_000;

function report(...groups: readonly (readonly Participation[])[]): Report {
  return growthReport(groups.flat(), { nowMs: NOW_MS, autoStop: null });
}

const styleOf = (given: Report): FeatureReport => given.features.ab_response_style_testing;

/** So many of a variant, the first of whom booked. */
function booked(variant: 'A' | 'B', bookings: number, contacts: number, like: Like = {}): readonly Participation[] {
  const others = participants(contacts - bookings, { variant, ...like });
  return [...participants(bookings, { variant, ...like, did: ['booked'] }), ...others];
}

function optedOut(variant: 'A' | 'B', optOuts: number, contacts: number): readonly Participation[] {
  return [...participants(optOuts, { variant, did: ['opted_out'] }), ...participants(contacts - optOuts, { variant })];
}

/** Hot leads of a variant who waited roughly so long, each a little differently. */
function waited(variant: 'A' | 'B', seconds: number, contacts: number): readonly Participation[] {
  return Array.from({ length: contacts }, (_, index) => 0.6 + (0.8 * index) / contacts).flatMap((factor) =>
    participants(1, { variant, waitedSeconds: seconds * factor }),
  );
}

describe('growth: success', () => {
  type Goal = keyof FeatureReport['success_metrics'];

  it.each<[Goal, string, string, readonly Participation[]]>([
    ['appointment_booked_rate', 'met', 'a sure rise of a third', [...booked('A', 100, 500), ...booked('B', 133, 500)]],
    [
      'appointment_booked_rate',
      'not_enough_data',
      'a rise by chance',
      [...booked('A', 20, 100), ...booked('B', 26, 100)],
    ],
    ['appointment_booked_rate', 'not_enough_data', 'hardly any', [...booked('A', 0, 30), ...booked('B', 9, 30)]],
    ['appointment_booked_rate', 'not_enough_data', 'few for the test', [...booked('A', 1, 30), ...booked('B', 8, 30)]],
    ['appointment_booked_rate', 'not_enough_data', 'one arm', booked('B', 50, 100)],
    ['appointment_booked_rate', 'not_met', 'a sure fall', [...booked('A', 133, 500), ...booked('B', 100, 500)]],
    [
      'appointment_booked_rate',
      'not_met',
      'a sure rise that is too small',
      [...booked('A', 4_000, 8_000), ...booked('B', 4_300, 8_000)],
    ],
    [
      'appointment_booked_rate',
      'not_met',
      'no rise in a full sample',
      [...booked('A', 800, 1_600), ...booked('B', 805, 1_600)],
    ],
    [
      'response_to_handoff_seconds',
      'met',
      'a sure fall by a third',
      [...waited('A', 600, 60), ...waited('B', 400, 60)],
    ],
    ['response_to_handoff_seconds', 'not_enough_data', 'a handful', [...waited('A', 600, 9), ...waited('B', 300, 9)]],
    [
      'response_to_handoff_seconds',
      'not_enough_data',
      'a fall by chance',
      [...waited('A', 600, 10), ...waited('B', 540, 10)],
    ],
    [
      'response_to_handoff_seconds',
      'not_met',
      'few, but a sure rise',
      [...waited('A', 200, 12), ...waited('B', 600, 12)],
    ],
    ['response_to_handoff_seconds', 'not_met', 'a rise', [...waited('A', 400, 60), ...waited('B', 600, 60)]],
    [
      'response_to_handoff_seconds',
      'not_met',
      'a sure fall that is too small',
      [...waited('A', 600, 400), ...waited('B', 560, 400)],
    ],
    ['opt_out_rate', 'met', 'the same of very many', [...optedOut('A', 90, 6_000), ...optedOut('B', 90, 6_000)]],
    ['opt_out_rate', 'met', 'fewer', [...optedOut('A', 60, 1_000), ...optedOut('B', 30, 1_000)]],
    ['opt_out_rate', 'not_enough_data', 'the same of few', [...optedOut('A', 3, 100), ...optedOut('B', 3, 100)]],
    ['opt_out_rate', 'not_met', 'a sure rise', [...optedOut('A', 30, 1_000), ...optedOut('B', 60, 1_000)]],
    ['opt_out_rate', 'not_enough_data', 'nobody to compare with', optedOut('B', 3, 100)],
  ])('%s is %s: %s', (goal, status, _title, all) => {
    const metric = styleOf(report(all)).success_metrics[goal];
    expect(metric.status).toBe(status);
    expect(metric.goal).not.toBe('');
  });
});
