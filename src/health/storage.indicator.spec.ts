import { HealthIndicatorService } from '@nestjs/terminus';
import { PinoLogger } from 'nestjs-pino';
import { ManualClock } from '../../test/support/manual-clock';
import { StorageIndicator } from './storage.indicator';

const LOW_BYTES = 104_857_600;

const logger = new PinoLogger({ pinoHttp: { level: 'silent' } });
const told = jest.spyOn(logger, 'error');
let clock: ManualClock;
/** What the disk says to a write, and the room it has. */
let disk: { failure: Error | null; freeBytes: number };
let writes: number;
let indicator: StorageIndicator;
beforeEach(() => {
  told.mockClear();
  clock = new ManualClock();
  disk = { failure: null, freeBytes: LOW_BYTES };
  writes = 0;
  const folder = {
    probeWrite: () => {
      writes += 1;
      return disk.failure === null ? Promise.resolve() : Promise.reject(disk.failure);
    },
    freeBytes: () => Promise.resolve(disk.freeBytes),
  };
  indicator = new StorageIndicator(folder, clock, new HealthIndicatorService(), logger);
});

/** Once what was found out last is old. */
async function checkLater() {
  clock.advance(6_000);
  return (await indicator.check()).storage;
}

describe('observability: the health of the data folder', () => {
  it('is told by a write, and by the room that is left', async () => {
    expect(await checkLater()).toEqual({ status: 'up', writable: true, free_bytes: LOW_BYTES });
    disk.freeBytes -= 1;
    expect(await checkLater()).toEqual({
      status: 'down',
      writable: true,
      free_bytes: LOW_BYTES - 1,
      message: 'DATA_DIR is nearly full',
    });
  });

  it('is found out every few seconds at most', async () => {
    await indicator.check();
    clock.advance(3_999);
    await indicator.check();
    expect(writes).toBe(1);
    await checkLater();
    expect(writes).toBe(2);
  });

  it('is down while it cannot be written, and up again after that; the log has each trouble once', async () => {
    disk.failure = new Error('EROFS');
    for (let times = 0; times < 3; times++) {
      expect(await checkLater()).toEqual({
        status: 'down',
        writable: false,
        free_bytes: null,
        message: 'DATA_DIR cannot be written, or not in time',
      });
    }
    expect(told.mock.calls).toEqual([[{ err: disk.failure }, 'the data folder cannot be written']]);
    disk.failure = null;
    expect(await checkLater()).toMatchObject({ status: 'up', writable: true });
    disk.failure = new Error('EROFS');
    await checkLater();
    expect(told).toHaveBeenCalledTimes(2);
  });
});
