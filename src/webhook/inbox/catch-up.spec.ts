import { EventEmitter, once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PinoLogger } from 'nestjs-pino';
import { Clock } from '../../config';
import type { MissedEvents } from '../../conversation';
import { DataFolder } from '../../storage';
import { CatchUp } from './catch-up';
import type { Inbox } from './inbox';
import { STOP_PATIENCE_MS } from './stop-patience';

const NOW = '2026-11-23T16:00:00.000Z';

class StoppedClock extends Clock {
  override now(): number {
    return Date.parse(NOW);
  }
}

describe('webhook: catching up while the service is stopped', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('does not hold up the stop longer than any other work when the CRM hangs', async () => {
    const folder = await DataFolder.open(await mkdtemp(join(tmpdir(), 'catch-up-')), NOW, () => undefined);
    await writeFile(join(folder.path, 'catch-up.json'), JSON.stringify({ seen_until: NOW, begun_at: NOW }));
    jest.useFakeTimers({ doNotFake: ['Date', 'nextTick', 'setImmediate', 'queueMicrotask', 'performance'] });
    const asked = new EventEmitter();
    const hangingCrm = {
      find: () => {
        asked.emit('asked');
        return new Promise<never>(() => undefined);
      },
    } as unknown as MissedEvents;
    const logger = new PinoLogger({ pinoHttp: { level: 'silent' } });
    const catchUp = new CatchUp(folder, hangingCrm, {} as Inbox, new StoppedClock(), logger);

    const isAsked = once(asked, 'asked');
    catchUp.onApplicationBootstrap();
    jest.advanceTimersByTime(1);
    await isAsked;
    let isStopped = false;
    const stop = catchUp.onModuleDestroy().then(() => (isStopped = true));
    await jest.advanceTimersByTimeAsync(STOP_PATIENCE_MS - 1);
    expect(isStopped).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    await stop;
    await folder.onApplicationShutdown();
  });
});
