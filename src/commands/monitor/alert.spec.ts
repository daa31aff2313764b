import { NOTHING_TOLD, nextAlert } from './alert';
import type { Severity } from './measures';

/** What is told, look by look; `-` for nothing. */
function told(after: number, looks: readonly Severity[]): readonly string[] {
  let state = NOTHING_TOLD;
  return looks.map((severity) => {
    const next = nextAlert(state, severity, after);
    state = next.state;
    return next.isDue ? severity : '-';
  });
}

describe('observability: alerts of the monitor', () => {
  it.each<[string, number, readonly Severity[], readonly string[]]>([
    ['nothing while all is well', 1, ['ok', 'ok'], ['-', '-']],
    ['a change once, and the way back', 1, ['critical', 'critical', 'ok', 'ok'], ['critical', '-', 'ok', '-']],
    ['a change of severity', 1, ['warning', 'critical', 'warning'], ['warning', 'critical', 'warning']],
    ['nothing that does not last', 2, ['critical', 'ok', 'critical', 'ok'], ['-', '-', '-', '-']],
    ['what lasts, when it has', 3, ['critical', 'warning', 'critical', 'critical'], ['-', '-', 'critical', '-']],
    [
      'the way back when it lasts',
      2,
      ['critical', 'critical', 'ok', 'critical', 'ok', 'ok'],
      ['-', 'critical', '-', '-', '-', 'ok'],
    ],
  ])('tell %s', (_title, after, looks, expected) => {
    expect(told(after, looks)).toEqual(expected);
  });
});
