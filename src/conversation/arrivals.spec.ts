import { STILL_ISO, StillClock } from '../../test/support/still-clock';
import { deferred } from '../../test/support/deferred';
import type { Settings } from '../config';
import { Arrivals } from './arrivals';
import type { Arrival } from './arrivals';
import type { TextEvent } from './contact-event';
import { ContactLanes } from './contact-lanes';

const BURST_MS = 30_000;
const who = { contactId: 'ann1', locationId: 'loc1' };

const STARTED_MS = Date.parse(STILL_ISO);

let clock: StillClock;
let arrivals: Arrivals;

function open(replyDebounceMs: number): Arrivals {
  return new Arrivals(new ContactLanes(), clock, { replyDebounceMs } as Settings);
}

beforeEach(() => {
  clock = new StillClock();
  arrivals = open(0);
});

/** @param afterMs when it came, counted from the start. */
function event(id: string, afterMs: number, change: Partial<TextEvent> = {}): TextEvent {
  const ids = { ...who, id, requestId: 'r1', messageId: null, botType: null, firstName: null, tags: null };
  return { kind: 'text', ...ids, receivedAtMs: STARTED_MS + afterMs, text: `text ${id}`, ...change };
}

interface Running {
  /** Once its turn has come. */
  readonly arrival: Promise<Arrival>;
  /** Ends its work. */
  finish(): Promise<void>;
}

/** A text whose work takes until it is told to end. */
function arrive(text: TextEvent, isKnown = false): Running {
  const [begun, end] = [deferred<Arrival>(), deferred<undefined>()];
  const done = arrivals.run(text, isKnown, (arrival) => {
    begun.resolve(arrival);
    return end.promise;
  });
  return {
    arrival: begun.promise,
    finish: async () => {
      end.resolve(undefined);
      await done;
    },
  };
}

/** Whether the first was overtaken, and whether the second is born overtaken. */
async function overtaken(first: Running, second: Running): Promise<readonly boolean[]> {
  const { signal } = await first.arrival;
  const isFirst = signal.aborted;
  await first.finish();
  const isSecond = (await second.arrival).signal.aborted;
  await second.finish();
  return [isFirst, isSecond];
}

describe('bots: texts that come close together', () => {
  it.each<[string, () => readonly [Running, Running], readonly [boolean, boolean]]>([
    ['the newer one speaks for both', () => [arrive(event('e1', 0)), arrive(event('e2', 1))], [true, false]],
    ['so it does when both came at once', () => [arrive(event('e1', 0)), arrive(event('e2', 0))], [true, false]],
    [
      'an older one that is told later is answered by itself, after the other',
      () => [arrive(event('e1', 1)), arrive(event('e2', 0))],
      [false, false],
    ],
    [
      'one that is tried again overtakes nobody',
      () => [arrive(event('e1', 0)), arrive(event('e2', 1), true)],
      [false, false],
    ],
    [
      'one that is tried again is overtaken',
      () => [arrive(event('e1', 0), true), arrive(event('e2', 1))],
      [true, false],
    ],
    [
      'one that is tried again while a newer one is answered has its turn after that',
      () => [arrive(event('e1', 1)), arrive(event('e2', 0), true)],
      [false, false],
    ],
    [
      'an older one is not overtaken by one that is tried again',
      () => [arrive(event('e1', 1), true), arrive(event('e2', 0))],
      [false, false],
    ],
    [
      'a second report of the same text is nothing new',
      () => [arrive(event('e1', 0, { messageId: 'm1' })), arrive(event('e2', 1, { messageId: 'm1' }))],
      [false, false],
    ],
    [
      "another contact's is another conversation",
      () => [arrive(event('e1', 0)), arrive(event('e2', 1, { contactId: 'bob1' }))],
      [false, false],
    ],
    [
      "another location's is another conversation",
      () => [arrive(event('e1', 0)), arrive(event('e2', 1, { locationId: 'loc2' }))],
      [false, false],
    ],
  ])('%s', async (_title, texts, expected) => {
    expect(await overtaken(...texts())).toEqual(expected);
  });

  it.each([
    ['within half a minute', BURST_MS, true],
    ['and no longer: who goes on and on is answered in between', BURST_MS + 1, false],
  ])('one overtakes another %s', async (_title, laterMs, isOvertaken) => {
    const first = arrive(event('e1', 0));
    clock.nowMs += laterMs;
    expect(await overtaken(first, arrive(event('e2', laterMs)))).toEqual([isOvertaken, false]);
  });

  it('make a burst of their own once one was answered', async () => {
    const first = arrive(event('e1', 0));
    clock.nowMs += BURST_MS + 1;
    const second = arrive(event('e2', BURST_MS + 1));
    await first.finish();
    const third = arrive(event('e3', BURST_MS + 2));
    expect(await overtaken(second, third)).toEqual([true, false]);
  });

  it('are open until they are answered, also when that fails', async () => {
    expect(arrivals.hasOpen(who)).toBe(false);
    const failing = arrivals.run(event('e1', 0), false, () => {
      expect(arrivals.hasOpen(who)).toBe(true);
      expect(arrivals.hasOpen({ ...who, contactId: 'bob1' })).toBe(false);
      return Promise.reject(new Error('no answer'));
    });
    await expect(failing).rejects.toThrow('no answer');
    expect(arrivals.hasOpen(who)).toBe(false);
  });

  it('do not touch one that somebody has asked for by hand', async () => {
    const alone = arrivals.runAlone(event('e1', 0), async ({ signal }) => {
      const next = arrive(event('e2', 1));
      await new Promise(setImmediate);
      return { isOvertaken: signal.aborted, next };
    });
    const { isOvertaken, next } = await alone;
    expect(isOvertaken).toBe(false);
    await next.finish();
  });
});

describe('bots: the pause before an answer', () => {
  const DEBOUNCE_MS = 60_000;
  const isBegun = async ({ arrival }: Running) => {
    let hasBegun = false;
    void arrival.then(() => (hasBegun = true));
    for (let turns = 0; turns < 5; turns++) await new Promise(setImmediate);
    return hasBegun;
  };

  beforeEach(() => {
    arrivals = open(DEBOUNCE_MS);
  });

  it.each([
    ['at once', 1],
    ['after nearly two pauses', 2 * DEBOUNCE_MS],
  ])('lasts until a newer text comes: %s', async (_title, laterMs) => {
    const first = arrive(event('e1', 0));
    expect(await isBegun(first)).toBe(false);
    clock.nowMs += laterMs;
    const stop = arrive(event('e2', laterMs, { text: 'STOP' }));
    expect((await first.arrival).signal.aborted).toBe(true);
    await first.finish();
    await stop.arrival;
    await stop.finish();
  });

  it.each<[string, () => Running]>([
    ['for STOP', () => arrive(event('e1', 0, { text: 'stop' }))],
    ['for HELP', () => arrive(event('e1', 0, { text: 'HELP' }))],
    ['for a text that is tried again', () => arrive(event('e1', 0), true)],
    ['for a text that has waited as long already', () => arrive(event('e1', -DEBOUNCE_MS))],
  ])('is not made %s', async (_title, text) => {
    const running = text();
    expect(await isBegun(running)).toBe(true);
    await running.finish();
  });

  it('is no longer than it is meant to be where the clocks differ', async () => {
    arrivals = open(20);
    const running = arrive(event('e1', 3_600_000));
    await running.arrival;
    await running.finish();
  });
});
