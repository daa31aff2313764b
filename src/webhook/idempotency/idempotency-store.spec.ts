import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { PinoLogger } from 'nestjs-pino';
import { canFillDisk, fillDisk, makeRoom } from '../../../test/support/full-disk';
import { loadSettings } from '../../config';
import { SystemClock } from '../../config/clock';
import { DataFolder } from '../../storage';
import { IdempotencyStore } from './idempotency-store';

/** The file may be so far behind. */
const DELAY_MS = 400;

const logger = new PinoLogger({ pinoHttp: { level: 'silent' } });
let folder: DataFolder;
let path: string;
let store: IdempotencyStore;
beforeEach(async () => {
  folder = await DataFolder.open(await mkdtemp(join(tmpdir(), 'events-')), '2026-11-23', () => undefined);
  // The store's own are the only ones from here on.
  jest.useFakeTimers({ doNotFake: ['Date', 'nextTick', 'queueMicrotask', 'setImmediate', 'setInterval'] });
  path = join(folder.path, 'webhook_idempotency.json');
  store = new IdempotencyStore(loadSettings({}), new SystemClock(), logger, folder);
});
afterEach(async () => {
  jest.useRealTimers();
  await folder.onApplicationShutdown();
});

async function* known() {
  await setImmediate();
  yield { id: 'e1', status: 'failed', seenAtMs: Date.now() } as const;
}

async function written(): Promise<readonly string[]> {
  const file = await readFile(path, 'utf8').catch(() => '{}');
  return Object.keys(JSON.parse(file) as object);
}

async function writtenIn(ms: number, count: number): Promise<readonly string[]> {
  jest.advanceTimersByTime(ms);
  while ((await written()).length < count) await setImmediate();
  return written();
}

describe('webhook: the store of event ids', () => {
  it('writes itself soon after a change, once for many', async () => {
    store.mark('e1', 'received');
    store.mark('e2', 'received');
    expect(jest.getTimerCount()).toBe(1);
    jest.advanceTimersByTime(DELAY_MS - 1);
    expect(jest.getTimerCount()).toBe(1);
    expect(await writtenIn(1, 2)).toEqual(['e1', 'e2']);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is not written again for what somebody has had written at once', async () => {
    store.mark('e1', 'received');
    await store.flush();
    expect(await written()).toEqual(['e1']);
    expect(jest.getTimerCount()).toBe(0);
    store.mark('e2', 'received');
    expect(await writtenIn(DELAY_MS, 2)).toEqual(['e1', 'e2']);
  });

  it('says what became of a damaged file, and takes the events from elsewhere', async () => {
    const told = jest.spyOn(logger, 'error').mockClear();
    await writeFile(path, '{');
    await store.load([], known());
    expect(told.mock.calls).toEqual([
      [
        { set_aside_as: expect.stringContaining(`${path}.corrupt-`) as string, fallback_used: true },
        'webhook_idempotency.json is damaged; made again',
      ],
    ]);
    expect(store.find('e1')?.status).toBe('failed');
  });

  it('keeps what is known of an event that is kept, and takes any other for done', () => {
    expect(store.claim('e1')).toEqual({ kind: 'claimed' });
    store.mark('e1', 'received');
    store.keep('e1');
    expect(store.find('e1')?.status).toBe('received');
    expect(store.claim('e2')).toEqual({ kind: 'claimed' });
    store.keep('e2');
    expect(store.find('e2')?.status).toBe('processed');
    expect(store.claim('e2')).toMatchObject({ kind: 'duplicate' });
  });

  (canFillDisk ? it : it.skip)('stays right on a full disk, says so, and is written when there is room', async () => {
    const told = jest.spyOn(logger, 'error');
    store.mark('e1', 'received');
    fillDisk();
    try {
      jest.advanceTimersByTime(DELAY_MS);
      while (told.mock.calls.length === 0) await setImmediate();
      await expect(store.flush()).rejects.toThrow('EFBIG');
    } finally {
      makeRoom();
    }
    expect(told).toHaveBeenCalledWith(
      { err: expect.objectContaining({ code: 'EFBIG' }) as Error, fallback_used: true },
      'webhook_idempotency.json could not be written; kept in memory',
    );
    expect(store.claim('e1').kind).toBe('duplicate');
    store.mark('e1', 'processing');
    expect(await writtenIn(DELAY_MS, 1)).toEqual(['e1']);
  });

  (canFillDisk ? it : it.skip)('is tried again by itself after a failure', async () => {
    const told = jest.spyOn(logger, 'error').mockClear();
    store.mark('e1', 'received');
    fillDisk();
    try {
      jest.advanceTimersByTime(DELAY_MS);
      while (told.mock.calls.length === 0) await setImmediate();
    } finally {
      makeRoom();
    }
    expect(await writtenIn(DELAY_MS, 1)).toEqual(['e1']);
  });

  (canFillDisk ? it : it.skip)('is written soon after somebody had it written in vain', async () => {
    store.mark('e1', 'received');
    fillDisk();
    await expect(store.flush()).rejects.toThrow('EFBIG');
    makeRoom();
    expect(jest.getTimerCount()).toBe(1);
    expect(await writtenIn(DELAY_MS, 1)).toEqual(['e1']);
  });
});
