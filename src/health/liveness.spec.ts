import { ManualClock } from '../../test/support/manual-clock';
import { Liveness } from './liveness';

const MINUTE_MS = 60_000;

describe('observability: liveness', () => {
  const clock = new ManualClock();
  const journal: { writeUnderWay: number | null } = { writeUnderWay: null };
  let liveness: Liveness;
  beforeEach(() => {
    journal.writeUnderWay = null;
    liveness = new Liveness(journal, clock);
  });

  /** What is said when the journal is at this write, some time after it was last asked. */
  function after(ms: number, write: number | null): string {
    clock.advance(ms);
    journal.writeUnderWay = write;
    return liveness.state();
  }

  it('is given while the journal is idle or goes from write to write, however long', () => {
    expect([after(0, null), after(10 * MINUTE_MS, null), after(0, 1), after(10 * MINUTE_MS, 2)]).toEqual(
      Array.from({ length: 4 }, () => 'alive'),
    );
  });

  it('ends when one write takes a minute, and comes back when it ends', () => {
    expect([after(0, 7), after(MINUTE_MS - 1, 7), after(1, 7)]).toEqual(['alive', 'alive', 'wedged']);
    expect([after(0, 8), after(MINUTE_MS, 8), after(0, null)]).toEqual(['alive', 'wedged', 'alive']);
  });

  it('counts from when it is first seen, not from an earlier write', () => {
    expect([after(0, 1), after(MINUTE_MS, 2), after(MINUTE_MS - 1, 2)]).toEqual(['alive', 'alive', 'alive']);
  });

  it('ends with the service', () => {
    liveness.onModuleDestroy();
    expect(after(0, null)).toBe('stopping');
  });
});
