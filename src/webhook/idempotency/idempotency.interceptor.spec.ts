import { mkdtemp, readFile, writeFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host';
import { PinoLogger } from 'nestjs-pino';
import { defer, firstValueFrom } from 'rxjs';
import { recordSpans } from '../../../test/support/recorded-spans';
import { StillClock } from '../../../test/support/still-clock';
import { loadSettings, MonotonicClock } from '../../config';
import { DataFolder } from '../../storage';
import { continueTrace, Registry } from '../../telemetry';
import type { WebhookAnswer } from '../delivery';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { IdempotencyStore } from './idempotency-store';

const logger = new PinoLogger({ pinoHttp: { level: 'silent' } });
let folder: DataFolder;
let clock: StillClock;
let registry: Registry;

beforeEach(async () => {
  clock = new StillClock();
  registry = new Registry(new MonotonicClock());
  folder = await DataFolder.open(await mkdtemp(join(tmpdir(), 'claims-')), '2026-11-23', () => undefined);
});
const spans = recordSpans();
beforeAll(() => {
  spans.start();
});
afterEach(() => folder.onApplicationShutdown());
afterAll(() => spans.stop());

async function* nothing() {
  // Nothing is known from elsewhere.
}

async function newStore(): Promise<IdempotencyStore> {
  const settings = loadSettings({ GHL_WEBHOOK_IDEMPOTENCY_TTL_SECONDS: '100' });
  const store = new IdempotencyStore(settings, clock, logger, folder);
  await store.load([], nothing());
  return store;
}

function requestWith(id: string, type = 'InboundMessage') {
  const payload = { type, contactId: 'c1', locationId: 'l1', webhookId: id, body: 'hello' };
  const delivery: { readonly payload: object; incoming?: object; outcome?: string } = { payload };
  return { delivery, id: 'request-1' };
}

/** Runs a webhook through the interceptor; `accept` stands for what the handler does. */
function receive(
  store: IdempotencyStore,
  id: string,
  accept: () => Promise<void>,
  request = requestWith(id),
): Promise<WebhookAnswer> {
  const handle = () =>
    defer(async (): Promise<WebhookAnswer> => {
      await accept();
      return { status: 'accepted', webhook_id: id, duplicate: false };
    });
  return firstValueFrom(
    new IdempotencyInterceptor(store, clock, registry).intercept(new ExecutionContextHost([request]), { handle }),
  );
}

const accepted = () => Promise.resolve();

describe('webhook: one acceptance per event', () => {
  it('gives the claim back when the event could not be accepted', async () => {
    const store = await newStore();
    await expect(receive(store, 'e1', () => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full');
    expect(await receive(store, 'e1', accepted)).toMatchObject({ status: 'accepted' });
    expect(await receive(store, 'e1', accepted)).toMatchObject({ status: 'duplicate_ignored', duplicate: true });
  });

  it('tells a concurrent duplicate to come again when the first one failed, and to forget it when it did not', async () => {
    const store = await newStore();
    let fail: (cause: Error) => void = () => undefined;
    const first = receive(store, 'e1', () => new Promise((_resolve, reject) => (fail = reject)));
    const second = receive(store, 'e1', accepted);
    fail(new Error('disk full'));
    await expect(first).rejects.toThrow('disk full');
    await expect(second).rejects.toMatchObject({
      status: 429,
      code: 'not_durable',
      message: 'The event could not be made safe. Send it again later.',
      retryAfterSeconds: 30,
    });

    let succeed: () => void = () => undefined;
    const third = receive(store, 'e1', () => new Promise((resolve) => (succeed = resolve)));
    const fourth = receive(store, 'e1', () => Promise.reject(new Error('must not be called')));
    succeed();
    expect((await third).status).toBe('accepted');
    expect((await fourth).status).toBe('duplicate_ignored');
  });

  it('tells the rest of the way what was read and what became of it', async () => {
    const store = await newStore();
    const [plain, traced] = [requestWith('e1'), requestWith('e2')];
    await receive(store, 'e1', accepted, plain);
    await continueTrace(undefined, 'webhook', {}, () => receive(store, 'e2', accepted, traced));
    const event = { id: 'e1', receivedAtMs: clock.nowMs, requestId: 'request-1' };
    expect(plain.delivery).toMatchObject({ outcome: 'accepted', incoming: { id: 'e1', event } });
    expect(plain.delivery).not.toHaveProperty('incoming.event.traceparent');
    expect(traced.delivery).toHaveProperty(
      'incoming.event.traceparent',
      expect.stringMatching(/^00-\w{32}-\w{16}-01$/),
    );
    const again = requestWith('e1');
    await receive(store, 'e1', accepted, again);
    expect(again.delivery.outcome).toBe('duplicate_ignored');
  });

  it("counts duplicates, but not the monitor's own", async () => {
    const store = await newStore();
    for (let times = 0; times < 3; times++) {
      await receive(store, 'e1', accepted);
      await receive(store, 'canary', accepted, requestWith('canary', 'JorgeCanary'));
    }
    expect(registry.summary('1m').counts.duplicate_webhooks).toBe(2);
    const answer = await receive(store, 'e1', accepted);
    expect(answer).toEqual({ status: 'duplicate_ignored', webhook_id: 'e1', duplicate: true });
  });

  it('has nothing of an open claim in the file: after a crash it must not look like a duplicate', async () => {
    const store = await newStore();
    store.claim('open');
    store.mark('kept', 'received');
    await store.flush();
    const file = JSON.parse(await readFile(join(folder.path, 'webhook_idempotency.json'), 'utf8')) as object;
    expect(file).toEqual({
      kept: {
        event_id: 'kept',
        seen_at: '2026-11-23T16:00:00.000Z',
        expires_at: '2026-11-23T16:01:40.000Z',
        status: 'received',
      },
    });
  });
});

describe('webhook: records of events', () => {
  it.each([0, 1, 999, 1_000, 1_001, 2_500])('are written and read back, %i of them', async (count) => {
    const store = await newStore();
    for (let index = 0; index < count; index += 1) store.mark(`event-${index}`, 'processed');
    await store.flush();
    const again = await newStore();
    for (let index = 0; index < count; index += 1) expect(again.find(`event-${index}`)?.status).toBe('processed');
    expect(again.find('event-x')).toBeUndefined();
  });

  it('expire after their time to live, but never while unfinished', async () => {
    const store = await newStore();
    store.mark('finished', 'processed');
    store.mark('failed', 'failed');
    store.mark('working', 'processing');
    clock.nowMs += 99_999;
    expect(store.find('finished')).toBeDefined();
    clock.nowMs += 1;
    expect(store.find('finished')).toBeUndefined();
    expect(store.find('failed')).toBeUndefined();
    expect(store.find('working')?.status).toBe('processing');
    store.mark('working', 'processed');
    expect(store.find('working')).toBeUndefined();
  });

  it('are purged when others are inserted, also behind an unfinished one', async () => {
    const store = await newStore();
    store.mark('working', 'received');
    store.mark('old', 'processed');
    clock.nowMs += 100_000;
    store.mark('new', 'processed');
    await store.flush();
    const file = JSON.parse(await readFile(join(folder.path, 'webhook_idempotency.json'), 'utf8')) as object;
    expect(Object.keys(file)).toEqual(['working', 'new']);
  });

  it('are purged once a second at most, and after the clock was set back', async () => {
    const store = await newStore();
    store.mark('old', 'processed');
    const listed = async () => {
      await store.flush();
      const file = await readFile(join(folder.path, 'webhook_idempotency.json'), 'utf8');
      return Object.keys(JSON.parse(file) as object);
    };
    clock.nowMs += 99_500;
    store.mark('e1', 'processed');
    clock.nowMs += 999;
    store.mark('e2', 'processed');
    expect(await listed()).toEqual(['old', 'e1', 'e2']);
    clock.nowMs += 1;
    store.mark('e3', 'processed');
    expect(await listed()).toEqual(['e1', 'e2', 'e3']);
    store.mark('late', 'processing');
    clock.nowMs += 100_300;
    store.mark('e4', 'processed');
    store.mark('late', 'processed');
    clock.nowMs -= 200;
    store.mark('e5', 'processed');
    expect(await listed()).toEqual(['e4', 'e5']);
  });

  it.each(['{"a":', '[]', '{"a":{"event_id":"a"}}'])('a damaged file (%s) is set aside', async (content) => {
    await writeFile(join(folder.path, 'webhook_idempotency.json'), content);
    expect((await newStore()).find('a')).toBeUndefined();
    expect(await readdir(folder.path)).toContainEqual(
      expect.stringMatching(/^webhook_idempotency\.json\.corrupt-2026/),
    );
  });
});
