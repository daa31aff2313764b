import { ManualClock } from '../../../test/support/manual-clock';
import { openConversations, SILENT } from '../../../test/support/open-conversations';
import { Registry } from '../../telemetry';
import type { TextEvent } from '../contact-event';
import { SpeedToLead } from './speed-to-lead';

const MINUTE_MS = 60_000;
const CHECK_MS = 5_000;

type State = Awaited<ReturnType<typeof openConversations<SpeedToLead>>>;
let registry: Registry;
let state: State;
let receivedAtMs: number;

async function open(crashed?: State): Promise<void> {
  registry = new Registry(new ManualClock());
  state = await openConversations(
    (journal, manager, clock) => new SpeedToLead(journal, manager, clock, registry, SILENT),
    crashed,
  );
}

beforeEach(async () => {
  await open();
  receivedAtMs = state.clock.now();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await state.close();
});

function event(id: string, contactId = 'ann1'): TextEvent {
  const ids = { id, contactId, locationId: 'loc1', requestId: 'r1', messageId: null };
  return { kind: 'text', ...ids, receivedAtMs, text: `text ${id}`, botType: null, firstName: null, tags: null };
}

/** The turn of a text; without a time its reply has not gone out. */
async function record(
  { id, contactId, locationId, text }: TextEvent,
  repliedAtMs: number | null,
  sent: boolean | null,
) {
  const repliedAt = repliedAtMs === null ? null : new Date(repliedAtMs).toISOString();
  await state.manager.updateContext({
    contactId,
    locationId,
    userMessage: text,
    turn: { eventId: id, sent, repliedAt },
  });
}

const answer = (text: TextEvent) => record(text, state.clock.now(), true);

/** How many answers have been measured. */
async function measured(): Promise<number> {
  const text = await registry.prometheus.metrics();
  return Number(/^jorge_speed_to_lead_seconds_count (\d+)$/m.exec(text)?.[1]);
}

function counted() {
  const { five_minute_warnings: warnings, five_minute_violations: violations } = registry.summary('sinceStart').counts;
  return { warnings, violations };
}

async function texts() {
  return (await state.more.texts()).map(({ eventId, answeredAtMs, droppedAtMs }) => ({
    eventId,
    isAnswered: answeredAtMs !== null,
    isDropped: droppedAtMs !== null,
  }));
}

const WAITING = { eventId: 'e1', isAnswered: false, isDropped: false };
const ANSWERED = { eventId: 'e1', isAnswered: true, isDropped: false };

describe('observability: how long a contact waits', () => {
  it('is measured once, however often its end is looked up at the same time', async () => {
    state.more.received(event('e1'));
    await answer(event('e1'));
    await Promise.all([state.more.settle(event('e1')), state.more.settle(event('e1')), state.more.texts()]);
    expect(await measured()).toBe(1);
    expect(await texts()).toEqual([ANSWERED]);
  });

  it('is measured of all texts of a contact, and of nobody else', async () => {
    for (const text of [event('e1'), event('e2'), event('e3', 'bob1')]) state.more.received(text);
    await answer(event('e1'));
    await answer(event('e2'));
    await state.more.settle(event('e2'));
    expect(await measured()).toBe(2);
    expect(await texts()).toContainEqual({ ...WAITING, eventId: 'e3' });
  });

  it.each([
    ['answered in time', 0, { warnings: 0, violations: 0 }],
    ['answered after four minutes', 4 * MINUTE_MS, { warnings: 1, violations: 0 }],
    ['answered after five minutes', 5 * MINUTE_MS, { warnings: 1, violations: 1 }],
  ])('is said once: %s', async (_title, waitMs, expected) => {
    state.more.received(event('e1'));
    state.clock.advance(waitMs);
    await answer(event('e1'));
    for (let times = 0; times < 3; times++) await state.more.settle(event('e1'));
    state.more.received(event('e1'));
    expect(await texts()).toEqual([ANSWERED]);
    expect(counted()).toEqual(expected);
  });

  it('is said while it lasts, in two steps, and the text still waits', async () => {
    state.more.received(event('e1'));
    const said = [];
    for (const waitMs of [4 * MINUTE_MS - CHECK_MS, CHECK_MS, MINUTE_MS, MINUTE_MS]) {
      state.clock.advance(waitMs);
      expect(await texts()).toEqual([WAITING]);
      said.push(counted());
    }
    expect(said).toEqual([
      { warnings: 0, violations: 0 },
      { warnings: 1, violations: 0 },
      { warnings: 1, violations: 1 },
      { warnings: 1, violations: 1 },
    ]);
  });

  it('is told in the log, with whose text it is', async () => {
    const [warned, failed] = [jest.spyOn(SILENT, 'warn'), jest.spyOn(SILENT, 'error')];
    state.more.received(event('e1'));
    state.clock.advance(5 * MINUTE_MS);
    await texts();
    const line = { contact_id: 'ann1', webhook_id: 'e1', waited_ms: expect.any(Number) as number };
    expect(warned.mock.calls).toEqual([[line, 'a text has waited four minutes for its answer']]);
    expect(failed.mock.calls).toEqual([[line, 'the five-minute rule is broken']]);
  });

  it('is judged as it stands when the conversation cannot be read', async () => {
    const failed = jest.spyOn(SILENT, 'error');
    const cause = new Error('EIO');
    jest.spyOn(state.manager, 'find').mockRejectedValue(cause);
    state.more.received(event('e1'));
    state.clock.advance(5 * MINUTE_MS);
    expect(await texts()).toEqual([WAITING]);
    expect(failed.mock.calls[0]).toEqual([{ err: cause, contact_id: 'ann1' }, 'the conversation cannot be read']);
    expect(counted()).toEqual({ warnings: 1, violations: 1 });
  });

  it('is kept in the journal with whose text it was, and when GHL got it', async () => {
    const addedAtMs = receivedAtMs - 1_000;
    state.more.received({ ...event('e1'), addedAtMs });
    await answer(event('e1'));
    await state.more.settle(event('e1'));
    const kept = { eventId: 'e1', contactId: 'ann1', locationId: 'loc1', receivedAtMs, addedAtMs, droppedAtMs: null };
    expect(await state.more.texts()).toMatchObject([kept]);
    await state.journal.beforeApplicationShutdown();
    const entries: unknown[] = [];
    for await (const entry of state.journal.history('speed_to_lead')) entries.push(entry);
    expect(entries).toContainEqual(expect.objectContaining(kept));
  });

  it('is said once of a text that is tried again and again', async () => {
    for (let minutes = 0; minutes < 7; minutes++) {
      state.more.received(event('e1'));
      await state.more.settle(event('e1'));
      expect(await texts()).toEqual([WAITING]);
      state.clock.advance(MINUTE_MS);
    }
    expect(counted()).toEqual({ warnings: 1, violations: 1 });
  });

  it('is not said of a text for which no answer is due', async () => {
    state.more.received(event('e1'));
    await record(event('e1'), null, null);
    state.clock.advance(4 * MINUTE_MS);
    expect(await texts()).toEqual([]);
    expect(counted()).toEqual({ warnings: 0, violations: 0 });
  });

  it('is kept when a text that was late needs no answer any more', async () => {
    state.more.received(event('e1'));
    state.clock.advance(5 * MINUTE_MS);
    await texts();
    await record(event('e1'), null, null);
    await state.more.settle(event('e1'));
    expect(await texts()).toEqual([{ ...WAITING, isDropped: true }]);
  });

  it('is watched without anybody asking', async () => {
    jest.useFakeTimers({ doNotFake: ['Date', 'setImmediate', 'nextTick'] });
    state.more.onApplicationBootstrap();
    state.more.received(event('e1'));
    state.clock.advance(5 * MINUTE_MS);
    jest.advanceTimersByTime(CHECK_MS);
    jest.useRealTimers();
    while (counted().violations === 0) await new Promise(setImmediate);
    const stopped = jest.spyOn(global, 'clearInterval');
    state.more.onModuleDestroy();
    expect(stopped).toHaveBeenCalledTimes(1);
  });
});

describe('observability: how long a contact waits, after a restart', () => {
  it('is known of what was judged before, and not judged again', async () => {
    state.more.received(event('e1'));
    state.clock.advance(5 * MINUTE_MS);
    await answer(event('e1'));
    await state.more.settle(event('e1'));
    await open(state);
    state.more.received(event('e1'));
    expect(await texts()).toEqual([ANSWERED]);
    expect(counted()).toEqual({ warnings: 0, violations: 0 });
  });

  it('is not said again of a text that was late and still waits', async () => {
    state.more.received(event('e1'));
    state.clock.advance(5 * MINUTE_MS);
    expect(await texts()).toEqual([WAITING]);
    await open(state);
    state.clock.advance(5 * MINUTE_MS);
    state.more.received(event('e1'));
    expect(await texts()).toEqual([WAITING]);
    await answer(event('e1'));
    await state.more.settle(event('e1'));
    expect(await texts()).toEqual([ANSWERED]);
    expect(counted()).toEqual({ warnings: 0, violations: 0 });
  });

  it('is said of a late text only after its answer could be looked up, or was', async () => {
    state.clock.advance(10 * MINUTE_MS);
    state.more.received(event('e1'));
    state.more.received(event('e2', 'bob1'));
    expect(await texts()).toHaveLength(2);
    expect(counted().violations).toBe(0);
    await state.more.settle(event('e1'));
    await texts();
    expect(counted().violations).toBe(1);
    state.clock.advance(MINUTE_MS);
    await texts();
    expect(counted().violations).toBe(2);
  });
});
