import { StillClock } from '../../test/support/still-clock';
import { startSystemHealth } from '../../test/support/system-health';

const MINUTES_5 = 300_000;

let wallClock: StillClock;
let bed: ReturnType<typeof startSystemHealth>;
beforeEach(() => {
  wallClock = new StillClock();
  bed = startSystemHealth(wallClock);
});

const UP = {
  ghl: { status: 'up' },
  claude: { status: 'up', mode: 'off' },
  storage: { status: 'up', writable: true, free_bytes: 1_000_000_000 },
  inbox: { status: 'up', unfinished: 0, failed: 0, oldest_age_seconds: 0 },
};

describe('observability: the health of the service', () => {
  it('is good while all is well', async () => {
    expect(await bed.system.check()).toEqual({ status: 'ok', services: UP });
  });

  it.each<[string, (bed: ReturnType<typeof startSystemHealth>) => void, object]>([
    [
      'the CRM does not answer',
      ({ surroundings }) => (surroundings.isCrmUp = false),
      { ghl: { status: 'down', message: 'the CRM does not answer, or not in time; see the log' } },
    ],
    [
      'Claude does not answer',
      ({ surroundings }) => (surroundings.claude = 'degraded'),
      {
        claude: {
          status: 'down',
          mode: 'degraded',
          message: 'Claude does not answer as it should; the pattern engine stands in',
        },
      },
    ],
    [
      'the disk takes nothing',
      ({ surroundings }) => (surroundings.isDiskWritable = false),
      {
        storage: {
          status: 'down',
          writable: false,
          free_bytes: null,
          message: 'DATA_DIR cannot be written, or not in time',
        },
      },
    ],
    [
      'an event waits for five minutes',
      ({ surroundings }) => surroundings.unfinished.push(wallClock.nowMs - MINUTES_5, wallClock.nowMs),
      {
        inbox: {
          status: 'down',
          unfinished: 2,
          failed: 0,
          oldest_age_seconds: 300,
          message: 'an event waits for five minutes or longer; see GET /events',
        },
      },
    ],
  ])('is degraded when %s', async (_title, trouble, services) => {
    trouble(bed);
    expect(await bed.system.check()).toEqual({ status: 'degraded', services: { ...UP, ...services } });
  });

  it('is good while an event waits for less, or parked ones for a person', async () => {
    bed.surroundings.unfinished.push(wallClock.nowMs - MINUTES_5 + 1);
    bed.surroundings.parked = 3;
    const inbox = { status: 'up', unfinished: 1, failed: 3, oldest_age_seconds: 300 };
    expect(await bed.system.check()).toEqual({ status: 'ok', services: { ...UP, inbox } });
  });

  it('does not count back when the clock was set back', async () => {
    bed.surroundings.unfinished.push(wallClock.nowMs + MINUTES_5);
    expect((await bed.system.check()).services.inbox).toMatchObject({ status: 'up', oldest_age_seconds: 0 });
  });

  it('asks the CRM again when the answer is old', async () => {
    await bed.system.check();
    bed.surroundings.isCrmUp = false;
    expect((await bed.system.check()).services.ghl.status).toBe('up');
    bed.clock.advance(37_000);
    expect((await bed.system.check()).services.ghl.status).toBe('down');
  });
});
