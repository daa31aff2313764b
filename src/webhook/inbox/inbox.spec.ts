import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { deferred } from '../../../test/support/deferred';
import { logger, logLines, openInbox } from '../../../test/support/open-inbox';
import { StillClock } from '../../../test/support/still-clock';
import { eventually } from '../../../test/support/test-app';
import type { ContactEvent, EventOutcome } from '../../conversation';

const DONE: EventOutcome = { kind: 'done' };
const REFUSED: EventOutcome = { kind: 'failed', reason: 'refused' };

const told = { info: jest.spyOn(logger, 'info'), warn: jest.spyOn(logger, 'warn'), error: jest.spyOn(logger, 'error') };

let clock: StillClock;
let bed: Awaited<ReturnType<typeof openInbox>>;
let handle: (event: ContactEvent, times: number) => Promise<EventOutcome>;

beforeEach(async () => {
  jest.clearAllMocks();
  logLines.length = 0;
  clock = new StillClock();
  handle = () => Promise.resolve(DONE);
  bed = await open(await mkdtemp(join(tmpdir(), 'inbox-')));
});
afterEach(() => bed.close());

const open = (path: string) => openInbox(path, clock, (event, times) => handle(event, times));

async function restart(): Promise<void> {
  await bed.close();
  bed = await open(bed.path);
}

function text(id: string, body = 'hello'): ContactEvent {
  const said = { text: body, messageId: null, botType: null, firstName: null, tags: null };
  const base = { id, contactId: 'c1', locationId: 'l1', receivedAtMs: clock.now(), requestId: 'r1' };
  return { kind: 'text', ...base, ...said };
}

function waiting(about: Partial<Extract<EventOutcome, { kind: 'waiting' }>>): EventOutcome {
  const now = clock.now();
  return { kind: 'waiting', reason: 'CRM down', wakeAtMs: now, giveUpAtMs: now + 1, otherwise: 'failed', ...about };
}

const until = (isSo: () => boolean) => eventually(() => isSo() || null);

async function entries(): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const entry of bed.journal.history('inbox')) all.push(entry);
  return all;
}

const activeIds = () => bed.inbox.listActive().map(({ event }) => event.id);
const parkedIds = () => bed.inbox.listParked().map(({ event }) => event.id);
const ids = () => bed.handled.map(({ id }) => id);
const statusOf = (id: string) => bed.store.find(id)?.status;

describe('webhook: the inbox', () => {
  it('takes an event in once it is on disk, has it handled, and is done with it', async () => {
    const { promise, resolve } = deferred<EventOutcome>();
    handle = () => promise;
    const event = text('e1');
    await bed.inbox.accept(event);
    expect(await entries()).toEqual([{ kind: 'received', event }]);
    expect(bed.handled).toEqual([{ id: 'e1', isReplay: false, status: 'processing' }]);
    expect(bed.inbox.backlog).toBe(1);
    resolve(DONE);
    await until(() => bed.inbox.backlog === 0);
    expect(statusOf('e1')).toBe('processed');
    expect(parkedIds()).toEqual([]);
    await restart();
    expect(await entries()).toContainEqual({ kind: 'processed', id: 'e1' });
    expect([told.info.mock.calls, told.error.mock.calls]).toEqual([[], []]);
  });

  it('takes in nothing that cannot be made safe: it is to come again', async () => {
    await bed.journal.beforeApplicationShutdown();
    await expect(bed.inbox.accept(text('e1'))).rejects.toMatchObject({
      code: 'not_durable',
      retryAfterSeconds: 30,
      message: 'The event could not be made safe on disk. Send it again later.',
    });
    expect(bed.inbox.backlog).toBe(0);
    expect(bed.handled).toEqual([]);
  });

  it('takes in nothing while it stops', async () => {
    await bed.inbox.onModuleDestroy();
    await expect(bed.inbox.accept(text('e1'))).rejects.toMatchObject({
      code: 'stopping',
      message: 'The service is stopping. Send it again later.',
    });
  });

  it.each([
    ['ten thousand events', 10_000, 'hello'],
    ['64 MiB', 32, 'x'.repeat(1_024 * 1_024 - 250)],
  ])('asks to come back later while %s wait', async (_title, count, body) => {
    const { promise, resolve } = deferred<EventOutcome>();
    handle = () => promise;
    const accepted = Array.from({ length: count }, (_, index) => bed.inbox.accept(text(`e${String(index)}`, body)));
    await Promise.all(accepted);
    await expect(bed.inbox.accept(text('more'))).rejects.toMatchObject({
      code: 'backlog_full',
      message: 'Too many events are waiting. Send it again later.',
    });
    expect(bed.inbox.backlog).toBe(count);
    resolve(DONE);
    await until(() => bed.inbox.backlog === 0);
    await bed.inbox.accept(text('more'));
    await until(() => ids().includes('more'));
  });

  it('takes in what no webhook has brought once', async () => {
    expect(await bed.inbox.acceptOnce(text('e1'))).toBe(true);
    expect(await bed.inbox.acceptOnce(text('e1'))).toBe(false);
    await until(() => bed.inbox.backlog === 0);
    expect(await bed.inbox.acceptOnce(text('e1'))).toBe(false);
    expect(ids()).toEqual(['e1']);
  });

  it('lets come again what could not be taken in', async () => {
    await bed.inbox.onModuleDestroy();
    for (let times = 0; times < 2; times++) {
      await expect(bed.inbox.acceptOnce(text('e1'))).rejects.toMatchObject({ code: 'stopping' });
    }
  });

  it('has an event handled again after a while, as long as it has to wait', async () => {
    const seen: unknown[] = [];
    handle = (_event, times) => {
      seen.push(...bed.inbox.listActive().map(({ attempts, reason }) => [attempts, reason]));
      return Promise.resolve(times < 3 ? waiting({}) : DONE);
    };
    await bed.inbox.accept(text('e1'));
    await until(() => bed.inbox.backlog === 0);
    expect(seen).toEqual([
      [0, null],
      [1, 'CRM down'],
      [2, 'CRM down'],
    ]);
    expect(bed.handled.map(({ isReplay }) => isReplay)).toEqual([false, false, false]);
    expect(told.warn.mock.calls).toEqual(
      [1, 2].map((attempts) => [{ attempts, delay_ms: 0, reason: 'CRM down', fallback_used: true }, 'the event waits']),
    );
    expect(parkedIds()).toEqual([]);
  });

  it('waits for seconds when nothing is due', async () => {
    handle = () => Promise.resolve(waiting({ wakeAtMs: null }));
    await bed.inbox.accept(text('e1'));
    await until(() => told.warn.mock.calls.length === 1);
    const [[line]] = told.warn.mock.calls as unknown as [[{ delay_ms: number }]];
    expect(line.delay_ms).toBeGreaterThanOrEqual(1_600);
    expect(line.delay_ms).toBeLessThanOrEqual(2_000);
  });

  it.each([
    ['parks it for a person', 'failed', ['e1']],
    ['counts it as done', 'done', []],
  ] as const)('gives up an event at its time, and %s', async (_title, otherwise, parked) => {
    handle = () => Promise.resolve(waiting({ giveUpAtMs: clock.now(), otherwise }));
    await bed.inbox.accept(text('e1'));
    await until(() => bed.inbox.backlog === 0);
    expect(parkedIds()).toEqual(parked);
    expect(bed.inbox.listParked().every(({ reason }) => reason === 'CRM down')).toBe(true);
    expect(told.warn).not.toHaveBeenCalled();
    expect(statusOf('e1')).toBe(otherwise === 'done' ? 'processed' : 'failed');
  });

  it('parks what can only be done by a person, and says so', async () => {
    handle = () => Promise.resolve(REFUSED);
    await bed.inbox.accept(text('e1'));
    await until(() => bed.inbox.backlog === 0);
    expect(bed.inbox.listParked()).toMatchObject([{ reason: 'refused', parkedAtMs: clock.now() }]);
    expect(told.error.mock.calls).toEqual([
      [{ reason: 'refused' }, 'the event is parked; see GET /events?status=failed'],
    ]);
    expect(JSON.parse(logLines.join())).toMatchObject({ request_id: 'r1', webhook_id: 'e1' });
  });

  it('parks what makes the code fail three times, so that its contact is not held up', async () => {
    const failure = new Error('a bug');
    handle = () => Promise.reject(failure);
    await bed.inbox.accept(text('e1'));
    await until(() => bed.inbox.backlog === 0);
    expect(bed.inbox.listParked()).toMatchObject([{ reason: 'it made the service fail; see the log' }]);
    expect(told.error.mock.calls.slice(0, -1)).toEqual(
      [1, 2, 3].map((failures) => [{ err: failure, failures }, 'the event could not be handled']),
    );
    expect(ids()).toEqual(['e1', 'e1', 'e1']);
  });

  it('is done with an event that fails only once', async () => {
    handle = (_event, times) => (times === 1 ? Promise.reject(new Error('once')) : Promise.resolve(DONE));
    await bed.inbox.accept(text('e1'));
    await until(() => bed.inbox.backlog === 0);
    expect([ids().length, parkedIds()]).toEqual([2, []]);
  });

  it('has a parked event handled again when a person asks, as a replay', async () => {
    handle = (_event, times) => Promise.resolve(times === 1 ? REFUSED : times === 2 ? waiting({}) : DONE);
    await bed.inbox.accept(text('e1'));
    await until(() => bed.inbox.listParked().length === 1);
    const replayed = await bed.inbox.replay('e1');
    expect(replayed).toMatchObject({ event: { id: 'e1' }, parkedAtMs: null });
    await until(() => bed.inbox.backlog === 0);
    expect(bed.handled.map(({ isReplay }) => isReplay)).toEqual([false, true, false]);
    expect(parkedIds()).toEqual([]);
    await restart();
    expect(await entries()).toContainEqual({ kind: 'replayed', id: 'e1' });
  });

  it('replays nothing that is not parked', async () => {
    handle = () => Promise.resolve(waiting({ wakeAtMs: null }));
    await bed.inbox.accept(text('e1'));
    expect([await bed.inbox.replay('e1'), await bed.inbox.replay('e2')]).toEqual([null, null]);
    expect(ids()).toEqual(['e1']);
  });

  it('keeps the latest thousand dead letters', async () => {
    handle = () => Promise.resolve(REFUSED);
    for (let index = 0; index <= 1_000; index++) await bed.inbox.accept(text(`e${String(index)}`));
    await until(() => bed.inbox.backlog === 0);
    expect([parkedIds().length, parkedIds()[0]]).toEqual([1_000, 'e1']);
    expect([statusOf('e0'), statusOf('e1')]).toEqual(['processed', 'failed']);
  });

  it('stops without waiting for what waits; after the next start that is handled, and nothing else', async () => {
    const outcomes: Record<string, EventOutcome> = { open: waiting({ wakeAtMs: null }), bad: REFUSED };
    handle = ({ id }) => Promise.resolve(outcomes[id] ?? DONE);
    for (const id of ['open', 'bad', 'good']) await bed.inbox.accept(text(id));
    await until(() => told.warn.mock.calls.length === 1);
    expect(told.info).not.toHaveBeenCalled();
    handle = () => Promise.resolve(DONE);
    await restart();
    expect(told.info.mock.calls).toEqual([[{ events: 1 }, 'resuming unfinished events']]);
    expect(bed.handled).toEqual([{ id: 'open', isReplay: false, status: 'processing' }]);
    expect([parkedIds(), statusOf('good')]).toEqual([['bad'], 'processed']);
    expect(await bed.inbox.acceptOnce(text('good'))).toBe(false);
  });

  it.each([
    ['fails', () => Promise.reject(new Error('the files are closed'))],
    ['has to wait', () => Promise.resolve(waiting({}))],
  ])('waits at a stop for what is under way; when that %s, it goes on after the next start', async (_title, end) => {
    const { promise, resolve } = deferred<undefined>();
    handle = () => promise.then(end);
    await bed.inbox.accept(text('e1'));
    const stop = bed.inbox.onModuleDestroy();
    let isStopped = false;
    void stop.then(() => (isStopped = true));
    await setImmediate();
    expect(isStopped).toBe(false);
    resolve(undefined);
    await stop;
    expect([activeIds(), parkedIds(), told.error.mock.calls, told.warn.mock.calls]).toEqual([['e1'], [], [], []]);
    handle = () => Promise.resolve(DONE);
    await restart();
    expect(ids()).toEqual(['e1']);
  });

  it('makes the list of known events again from the journal when its file is gone', async () => {
    const outcomes: Record<string, EventOutcome> = { open: waiting({ wakeAtMs: null }), bad: REFUSED };
    handle = ({ id }) => Promise.resolve(outcomes[id] ?? DONE);
    const receivedAt = new Date(clock.now()).toISOString();
    for (const id of ['open', 'bad', 'good', 'again']) await bed.inbox.accept(text(id));
    await until(() => bed.inbox.backlog === 1);
    await bed.close();
    await rm(join(bed.path, 'webhook_idempotency.json'));
    clock.nowMs += 60_000;
    bed = await open(bed.path);
    const statuses = ['bad', 'good', 'again'].map(statusOf);
    expect(statuses).toEqual(['failed', 'processed', 'processed']);
    expect(bed.store.find('good')?.seen_at).toBe(receivedAt);
  });
});
