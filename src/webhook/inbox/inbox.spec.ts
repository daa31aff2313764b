import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { deferred } from '../../../test/support/deferred';
import { DONE, InboxBed, REFUSED } from '../../../test/support/inbox-bed';
import { recordSpans } from '../../../test/support/recorded-spans';
import { eventually } from '../../../test/support/test-app';
import type { EventOutcome } from '../../conversation';

let bed: InboxBed;
let told: Readonly<Record<'info' | 'warn' | 'error', jest.SpyInstance>>;
beforeEach(async () => {
  bed = await InboxBed.start();
  const spyOn = (level: 'info' | 'warn' | 'error') => jest.spyOn(bed.logger, level);
  told = { info: spyOn('info'), warn: spyOn('warn'), error: spyOn('error') };
});
const spans = recordSpans();
beforeAll(() => {
  spans.start();
});
afterEach(() => bed.close());
afterAll(() => spans.stop());

const until = (isSo: () => boolean) => eventually(() => isSo() || null);
const isIdle = () => bed.inbox.backlog === 0;

describe('webhook: the inbox', () => {
  it('takes an event in once it is on disk, has it handled, and is done with it', async () => {
    const { promise, resolve } = deferred<EventOutcome>();
    bed.handle = () => promise;
    const event = bed.text('e1');
    await bed.inbox.accept(event);
    expect(await bed.entries()).toEqual([{ kind: 'received', event }]);
    expect(bed.handled).toEqual([{ id: 'e1', isReplay: false, status: 'processing' }]);
    expect(bed.inbox.backlog).toBe(1);
    resolve(DONE);
    await until(isIdle);
    expect(bed.statusOf('e1')).toBe('processed');
    expect(bed.parkedIds).toEqual([]);
    await bed.restart();
    expect(await bed.entries()).toContainEqual({ kind: 'processed', id: 'e1' });
    expect([told.info.mock.calls, told.error.mock.calls]).toEqual([[], []]);
  });

  it.each([
    ['done', DONE, {}],
    ['failed', REFUSED, { 'error.type': 'event_failed' }],
  ] as const)('has a span for its work, which says that it is %s', async (kind, outcome, more) => {
    spans.reset();
    bed.handle = () => Promise.resolve(outcome);
    await bed.inbox.accept({
      ...bed.text('e1'),
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    });
    await until(() => spans.all().length === 1);
    const [span] = spans.all();
    expect(span).toMatchObject({ name: 'event text', parentSpanContext: { spanId: 'b7ad6b7169203331' } });
    const about = { 'event.id': 'e1', 'event.kind': 'text', 'event.is_replay': false, 'event.outcome': kind };
    expect(span?.attributes).toEqual({ ...about, ...more });
  });

  it('takes in nothing that cannot be made safe: it is to come again', async () => {
    await bed.journal.beforeApplicationShutdown();
    await expect(bed.inbox.accept(bed.text('e1'))).rejects.toMatchObject({
      code: 'not_durable',
      retryAfterSeconds: 30,
      message: 'The event could not be made safe on disk. Send it again later.',
    });
    expect(bed.inbox.backlog).toBe(0);
    expect(bed.handled).toEqual([]);
  });

  it('takes in nothing while it stops', async () => {
    await bed.inbox.onModuleDestroy();
    await expect(bed.inbox.accept(bed.text('e1'))).rejects.toMatchObject({
      code: 'stopping',
      message: 'The service is stopping. Send it again later.',
    });
  });

  it.each([
    ['ten thousand events', 10_000, 'hello'],
    ['64 MiB', 32, 'x'.repeat(1_024 * 1_024 - 250)],
  ])('asks to come back later while %s wait', async (_title, count, body) => {
    const { promise, resolve } = deferred<EventOutcome>();
    bed.handle = () => promise;
    const accepted = Array.from({ length: count }, (_, index) => bed.inbox.accept(bed.text(`e${String(index)}`, body)));
    await Promise.all(accepted);
    await expect(bed.inbox.accept(bed.text('more'))).rejects.toMatchObject({
      status: 429,
      code: 'backlog_full',
      retryAfterSeconds: 30,
      message: 'Too many events are waiting. Send it again later.',
    });
    expect(bed.inbox.backlog).toBe(count);
    resolve(DONE);
    await until(isIdle);
    await bed.inbox.accept(bed.text('more'));
    await until(() => bed.handledIds.includes('more'));
  });

  it('takes in what no webhook has brought once', async () => {
    expect(await bed.inbox.acceptOnce(bed.text('e1'))).toBe(true);
    expect(await bed.inbox.acceptOnce(bed.text('e1'))).toBe(false);
    const claim = bed.store.claim('e1');
    expect(claim.kind === 'duplicate' && (await claim.first)).toBe(true);
    await until(isIdle);
    expect(await bed.inbox.acceptOnce(bed.text('e1'))).toBe(false);
    expect(bed.handledIds).toEqual(['e1']);
  });

  it('lets come again what could not be taken in', async () => {
    await bed.inbox.onModuleDestroy();
    for (let times = 0; times < 2; times++) {
      await expect(bed.inbox.acceptOnce(bed.text('e1'))).rejects.toMatchObject({ code: 'stopping' });
    }
  });

  it('has an event handled again after a while, as long as it has to wait', async () => {
    const seen: unknown[] = [];
    bed.handle = (_event, times) => {
      seen.push(...bed.inbox.listActive().map(({ attempts, reason }) => [attempts, reason]));
      return Promise.resolve(times < 3 ? bed.waiting() : DONE);
    };
    await bed.inbox.accept(bed.text('e1'));
    await until(isIdle);
    expect(seen).toEqual([
      [0, null],
      [1, 'CRM down'],
      [2, 'CRM down'],
    ]);
    expect(bed.handled.map(({ isReplay }) => isReplay)).toEqual([false, false, false]);
    expect(told.warn.mock.calls).toEqual(
      [1, 2].map((attempts) => [{ attempts, delay_ms: 0, reason: 'CRM down', fallback_used: true }, 'the event waits']),
    );
    expect(bed.parkedIds).toEqual([]);
  });

  it.each([
    ['nothing is due', () => null],
    ['what was due has gone by', () => bed.clock.now() - 1],
  ])('waits for seconds when %s', async (_title, wakeAtMs) => {
    bed.handle = () => Promise.resolve(bed.waiting({ wakeAtMs: wakeAtMs() }));
    await bed.inbox.accept(bed.text('e1'));
    await until(() => told.warn.mock.calls.length === 1);
    const [[line]] = told.warn.mock.calls as unknown as [[{ delay_ms: number }]];
    expect(line.delay_ms).toBeGreaterThanOrEqual(1_600);
    expect(line.delay_ms).toBeLessThanOrEqual(2_000);
  });

  it.each([
    ['parks it for a person', 'failed', ['e1']],
    ['counts it as done', 'done', []],
  ] as const)('gives up an event at its time, and %s', async (_title, otherwise, parked) => {
    bed.handle = () => Promise.resolve(bed.waiting({ patienceMs: 0, otherwise }));
    await bed.inbox.accept(bed.text('e1'));
    await until(isIdle);
    expect(bed.parkedIds).toEqual(parked);
    expect(bed.inbox.listParked().every(({ reason }) => reason === 'CRM down')).toBe(true);
    expect(told.warn).not.toHaveBeenCalled();
    expect(bed.statusOf('e1')).toBe(otherwise === 'done' ? 'processed' : 'failed');
  });

  it('parks what can only be done by a person, and says so', async () => {
    bed.handle = () => Promise.resolve(REFUSED);
    await bed.inbox.accept(bed.text('e1'));
    await until(isIdle);
    expect(bed.inbox.listParked()).toMatchObject([{ reason: 'refused', parkedAtMs: bed.clock.now() }]);
    expect(told.error.mock.calls).toEqual([
      [{ reason: 'refused' }, 'the event is parked; see GET /events?status=failed'],
    ]);
    expect(JSON.parse(bed.logLines.join())).toMatchObject({ request_id: 'r1', webhook_id: 'e1' });
  });

  it('parks what makes the code fail three times, so that its contact is not held up', async () => {
    const failure = new Error('a bug');
    bed.handle = () => Promise.reject(failure);
    await bed.inbox.accept(bed.text('e1'));
    await until(isIdle);
    expect(bed.inbox.listParked()).toMatchObject([{ reason: 'it made the service fail; see the log' }]);
    expect(told.error.mock.calls.slice(0, -1)).toEqual(
      [1, 2, 3].map((failures) => [{ err: failure, failures }, 'the event could not be handled']),
    );
    expect(bed.handledIds).toEqual(['e1', 'e1', 'e1']);
  });

  it('is done with an event that fails only once', async () => {
    bed.handle = (_event, times) => (times === 1 ? Promise.reject(new Error('once')) : Promise.resolve(DONE));
    await bed.inbox.accept(bed.text('e1'));
    await until(isIdle);
    expect([bed.handledIds.length, bed.parkedIds]).toEqual([2, []]);
  });

  it('stops without waiting for what waits; after the next start that is handled, and nothing else', async () => {
    const outcomes: Record<string, EventOutcome> = { open: bed.waiting({ wakeAtMs: null }), bad: REFUSED };
    bed.handle = ({ id }) => Promise.resolve(outcomes[id] ?? DONE);
    for (const id of ['open', 'bad', 'good']) await bed.inbox.accept(bed.text(id));
    await until(() => told.warn.mock.calls.length === 1);
    expect(told.info).not.toHaveBeenCalled();
    bed.handle = () => Promise.resolve(DONE);
    await bed.restart();
    expect(told.info.mock.calls).toEqual([[{ events: 1 }, 'resuming unfinished events']]);
    expect(bed.handled).toEqual([{ id: 'open', isReplay: false, status: 'processing' }]);
    expect([bed.parkedIds, bed.statusOf('good')]).toEqual([['bad'], 'processed']);
    expect(await bed.inbox.acceptOnce(bed.text('good'))).toBe(false);
  });

  it.each([
    ['fails', () => Promise.reject(new Error('the files are closed'))],
    ['has to wait', () => Promise.resolve(bed.waiting())],
  ])('waits at a stop for what is under way; when that %s, it goes on after the next start', async (_title, end) => {
    const { promise, resolve } = deferred<undefined>();
    bed.handle = () => promise.then(end);
    await bed.inbox.accept(bed.text('e1'));
    const stop = bed.inbox.onModuleDestroy();
    let isStopped = false;
    void stop.then(() => (isStopped = true));
    await setImmediate();
    expect(isStopped).toBe(false);
    resolve(undefined);
    await stop;
    expect([bed.activeIds, bed.parkedIds, told.error.mock.calls, told.warn.mock.calls]).toEqual([['e1'], [], [], []]);
    bed.handle = () => Promise.resolve(DONE);
    await bed.restart();
    expect(bed.handledIds).toEqual(['e1']);
  });

  it('makes the list of known events again from the journal when its file is gone', async () => {
    const outcomes: Record<string, EventOutcome> = { open: bed.waiting({ wakeAtMs: null }), bad: REFUSED };
    bed.handle = ({ id }) => Promise.resolve(outcomes[id] ?? DONE);
    const receivedAt = new Date(bed.clock.now()).toISOString();
    for (const id of ['open', 'bad', 'good', 'again']) await bed.inbox.accept(bed.text(id));
    await until(() => bed.inbox.backlog === 1);
    await bed.close();
    await rm(join(bed.path, 'webhook_idempotency.json'));
    bed.clock.nowMs += 60_000;
    await bed.open();
    const statuses = ['bad', 'good', 'again'].map((id) => bed.statusOf(id));
    expect(statuses).toEqual(['failed', 'processed', 'processed']);
    expect(bed.store.find('good')?.seen_at).toBe(receivedAt);
  });
});
