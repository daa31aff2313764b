import { HealthIndicatorService } from '@nestjs/terminus';
import { PinoLogger } from 'nestjs-pino';
import type { Clock } from '../../src/config';
import type { ClaudeReader } from '../../src/conversation';
import type { GhlClient } from '../../src/ghl';
import { ClaudeIndicator } from '../../src/health/claude.indicator';
import { GhlIndicator } from '../../src/health/ghl.indicator';
import { InboxIndicator } from '../../src/health/inbox.indicator';
import { StorageIndicator } from '../../src/health/storage.indicator';
import { SystemHealth } from '../../src/health/system-health';
import type { Inbox } from '../../src/webhook';
import { ManualClock } from './manual-clock';

/** The health of a service whose surroundings are what the test says; `clock` lets old answers expire. */
export function startSystemHealth(wallClock: Clock) {
  const surroundings = {
    isCrmUp: true,
    claude: 'off' as ReturnType<ClaudeReader['mode']>,
    isDiskWritable: true,
    /** When the unfinished events came, epoch milliseconds. */
    unfinished: [] as number[],
    parked: 0,
  };
  const clock = new ManualClock();
  const indicators = new HealthIndicatorService();
  const ghl = { checkHealth: () => Promise.resolve(surroundings.isCrmUp) };
  const claude = { mode: () => surroundings.claude };
  const folder = {
    probeWrite: () => (surroundings.isDiskWritable ? Promise.resolve() : Promise.reject(new Error('EROFS'))),
    freeBytes: () => Promise.resolve(1_000_000_000),
  };
  const inbox = {
    listActive: () => surroundings.unfinished.map((receivedAtMs) => ({ event: { receivedAtMs } })),
    listParked: () => Array.from({ length: surroundings.parked }),
    get backlog() {
      return surroundings.unfinished.length;
    },
  };
  const logger = new PinoLogger({ pinoHttp: { level: 'silent' } });
  const storage = new StorageIndicator(folder, clock, indicators, logger);
  const system = new SystemHealth(
    new GhlIndicator(ghl as unknown as GhlClient, clock, indicators),
    new ClaudeIndicator(claude as ClaudeReader, indicators),
    storage,
    new InboxIndicator(inbox as unknown as Inbox, wallClock, indicators),
  );
  return { surroundings, clock, storage, system };
}
