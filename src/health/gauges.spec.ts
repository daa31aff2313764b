import { StillClock } from '../../test/support/still-clock';
import { startSystemHealth } from '../../test/support/system-health';
import type { LeadText, SpeedToLead } from '../conversation';
import { Registry } from '../telemetry';
import { Gauges } from './gauges';

const MINUTE_MS = 60_000;

let wallClock: StillClock;
let health: ReturnType<typeof startSystemHealth>;
let texts: LeadText[];
let registry: Registry;
let gauges: Gauges;
beforeEach(() => {
  wallClock = new StillClock();
  health = startSystemHealth(wallClock);
  texts = [];
  registry = new Registry(health.clock);
  const speed = { texts: () => Promise.resolve(texts) } as unknown as SpeedToLead;
  gauges = new Gauges(registry, health.system, speed, wallClock);
});

/** Those of the service, as a scraper reads them. */
async function scraped(): Promise<string[]> {
  await gauges.update();
  const lines = (await registry.prometheus.metrics()).split('\n');
  return lines.filter((line) =>
    /^jorge_(inbox|storage|texts|five_minute_(compliance|violations_day)|dependency)/.test(line),
  );
}

function text(eventId: string, minutesAgo: number, answeredMinutesAgo: number | null): LeadText {
  const atMs = (minutes: number) => wallClock.nowMs - minutes * MINUTE_MS;
  const base = { eventId, contactId: 'c1', locationId: 'l1', receivedAtMs: atMs(minutesAgo), addedAtMs: null };
  return { ...base, answeredAtMs: answeredMinutesAgo === null ? null : atMs(answeredMinutesAgo), droppedAtMs: null };
}

const IDLE = [
  'jorge_inbox_unfinished 0',
  'jorge_inbox_failed 0',
  'jorge_inbox_oldest_age_seconds 0',
  'jorge_storage_free_bytes 1000000000',
  'jorge_texts_waiting 0',
  'jorge_texts_waiting_late 0',
  'jorge_texts_oldest_wait_seconds 0',
  'jorge_five_minute_violations_day 0',
  'jorge_dependency_up{dependency="ghl"} 1',
  'jorge_dependency_up{dependency="claude"} 1',
  'jorge_dependency_up{dependency="storage"} 1',
  'jorge_dependency_up{dependency="inbox"} 1',
];

describe('observability: gauges', () => {
  it('tell of an idle service, and nothing of what has no value', async () => {
    expect(await scraped()).toEqual(IDLE);
  });

  it('tell what waits, how the rule is kept, and what is down', async () => {
    health.surroundings.unfinished.push(wallClock.nowMs - 7_000, wallClock.nowMs);
    health.surroundings.parked = 4;
    health.surroundings.isCrmUp = false;
    texts = [text('quick', 20, 19), text('late', 30, 20), text('new', 1, null), text('old', 6, null)];
    expect(await scraped()).toEqual([
      'jorge_inbox_unfinished 2',
      'jorge_inbox_failed 4',
      'jorge_inbox_oldest_age_seconds 7',
      'jorge_storage_free_bytes 1000000000',
      'jorge_texts_waiting 2',
      'jorge_texts_waiting_late 1',
      'jorge_texts_oldest_wait_seconds 360',
      'jorge_five_minute_compliance_ratio 0.3333333333333333',
      'jorge_five_minute_violations_day 2',
      'jorge_dependency_up{dependency="ghl"} 0',
      'jorge_dependency_up{dependency="claude"} 1',
      'jorge_dependency_up{dependency="storage"} 1',
      'jorge_dependency_up{dependency="inbox"} 1',
    ]);
  });

  it('take back what has no value any more', async () => {
    texts = [text('quick', 20, 19)];
    expect(await scraped()).toContain('jorge_five_minute_compliance_ratio 1');
    texts = [];
    health.surroundings.isDiskWritable = false;
    health.clock.advance(10_000);
    const lines = await scraped();
    expect(lines.filter((line) => /compliance_ratio|free_bytes/.test(line))).toEqual([]);
    expect(lines).toContain('jorge_dependency_up{dependency="storage"} 0');
  });

  it('come with those of the process', async () => {
    await scraped();
    expect(await registry.prometheus.metrics()).toMatch(/^process_resident_memory_bytes \d/m);
  });
});
