import { EventEmitter, once } from 'node:events';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PinoLogger } from 'nestjs-pino';
import { deferred } from '../../../test/support/deferred';
import { eventually } from '../../../test/support/test-app';
import { STILL_ISO, StillClock } from '../../../test/support/still-clock';
import { FirstLook } from '../../conversation';
import type { ContactEvent, MissedEvents } from '../../conversation';
import { DataFolder } from '../../storage';
import { CatchUp } from './catch-up';
import type { Inbox } from './inbox';
import { STOP_PATIENCE_MS } from './stop-patience';

const QUARTER = 15 * 60_000;

const logger = new PinoLogger({ pinoHttp: { level: 'silent' } });
const warned = jest.spyOn(logger, 'warn');
const failed = jest.spyOn(logger, 'error');

let folder: DataFolder;
let catchUp: CatchUp;
let firstLook: FirstLook;
/** Which part of the CRM's list was asked for. */
let asked: (readonly [string, string])[];
/** What the CRM's list tells, or that it cannot be had. */
let find: () => Promise<readonly ContactEvent[] | false>;
let takenIn: string[];

beforeEach(async () => {
  jest.clearAllMocks();
  asked = [];
  takenIn = [];
  find = () => Promise.resolve([]);
  folder = await DataFolder.open(await mkdtemp(join(tmpdir(), 'catch-up-')), STILL_ISO, () => undefined);
  jest.useFakeTimers({ doNotFake: ['Date', 'nextTick', 'setImmediate', 'queueMicrotask', 'performance'] });
  const missed = {
    find: (sinceMs: number, untilMs: number) => {
      asked.push([new Date(sinceMs).toISOString(), new Date(untilMs).toISOString()]);
      return find();
    },
  };
  const inbox = {
    acceptOnce: ({ id }: ContactEvent) => {
      const isNew = !takenIn.includes(id);
      if (isNew) takenIn.push(id);
      return Promise.resolve(isNew);
    },
  };
  firstLook = new FirstLook();
  catchUp = new CatchUp(folder, missed as MissedEvents, inbox as Inbox, firstLook, new StillClock(), logger);
});
afterEach(async () => {
  jest.useRealTimers();
  await catchUp.onModuleDestroy();
  await folder.onApplicationShutdown();
});

async function hasLooked(): Promise<boolean> {
  let isOver = false;
  void firstLook.whenEnded().then(() => (isOver = true));
  await new Promise(setImmediate);
  return isOver;
}
const notePath = () => join(folder.path, 'catch-up.json');
const note = async () => readFile(notePath(), 'utf8').catch(() => null);

function writeNote(seenUntil: string, begunAt = '2026-01-01T00:00:00.000Z'): Promise<void> {
  return writeFile(notePath(), JSON.stringify({ seen_until: seenUntil, begun_at: begunAt }));
}

/** Resolves once the note says that everything until now has been looked at. */
async function look(): Promise<void> {
  catchUp.onApplicationBootstrap();
  jest.advanceTimersByTime(1);
  jest.useRealTimers();
  await eventually(async () => ((await note())?.includes(`"seen_until":"${STILL_ISO}"`) === true ? true : null));
}

describe('webhook: what is looked for in the list of the CRM', () => {
  it('is nothing at the first start, which is noted', async () => {
    await look();
    expect(asked).toEqual([]);
    expect(await note()).toBe(`{"seen_until":"${STILL_ISO}","begun_at":"${STILL_ISO}"}\n`);
  });

  it.each([
    [
      'from a quarter of an hour before the last look',
      '2026-11-23T15:30:00.000Z',
      undefined,
      '2026-11-23T15:15:00.000Z',
    ],
    [
      'not from before the first start',
      '2026-11-23T15:30:00.000Z',
      '2026-11-23T15:20:00.000Z',
      '2026-11-23T15:20:00.000Z',
    ],
    ['not from more than a day ago', '2026-11-20T00:00:00.000Z', undefined, '2026-11-22T16:00:00.000Z'],
    ['from now, when the clock was set back', '2026-12-01T00:00:00.000Z', undefined, '2026-11-23T15:45:00.000Z'],
  ])('is what came %s', async (_title, seenUntil, begunAt, since) => {
    await writeNote(seenUntil, begunAt);
    await look();
    expect(asked).toEqual([[since, new Date(Date.parse(STILL_ISO) + QUARTER).toISOString()]]);
    expect(await note()).toBe(`{"seen_until":"${STILL_ISO}","begun_at":"${begunAt ?? '2026-01-01T00:00:00.000Z'}"}\n`);
  });

  it.each<[string, () => Promise<readonly ContactEvent[] | false>]>([
    ['with what it found taken in', () => Promise.resolve([{ id: 'new', kind: 'text' } as ContactEvent])],
    ['when the CRM could not be asked', () => Promise.resolve(false)],
    ['when it failed', () => Promise.reject(new Error('a bug'))],
  ])('is looked for once before anybody is answered, which ends %s', async (title, answer) => {
    await writeNote('2026-11-23T15:30:00.000Z');
    const asking = deferred<undefined>();
    find = () => asking.promise.then(answer);
    catchUp.onApplicationBootstrap();
    jest.advanceTimersByTime(1);
    while (asked.length === 0) await new Promise(setImmediate);
    expect(await hasLooked()).toBe(false);
    asking.resolve(undefined);
    while (!(await hasLooked())) await new Promise(setImmediate);
    expect(takenIn).toEqual(title.startsWith('with') ? ['new'] : []);
  });

  it('is taken in once, and told', async () => {
    await writeNote('2026-11-23T15:30:00.000Z');
    const event = (id: string) => ({ id, kind: 'text' }) as ContactEvent;
    takenIn = ['known'];
    find = () => Promise.resolve([event('new'), event('known')]);
    await look();
    expect(takenIn).toEqual(['known', 'new']);
    const line = { webhook_id: 'new', kind: 'text', fallback_used: true };
    expect(warned.mock.calls).toEqual([[line, 'caught up on a missed event']]);
  });

  it('is looked for a day back when the note is damaged, which is told', async () => {
    await writeFile(notePath(), '{"seen_until":');
    await look();
    expect(asked).toMatchObject([['2026-11-22T16:00:00.000Z', expect.any(String)]]);
    const setAside = (await readdir(folder.path)).find((name) => name.startsWith('catch-up.json.')) ?? 'nothing';
    expect(failed.mock.calls).toEqual([
      [
        { set_aside_as: join(folder.path, setAside), fallback_used: true },
        'catch-up.json is damaged; looking for missed texts a day back',
      ],
    ]);
    expect(await note()).toContain('"begun_at":"2026-11-22T16:00:00.000Z"');
  });

  it('is looked for again in ten minutes when the CRM could not be asked, or something failed', async () => {
    await writeNote('2026-11-23T15:30:00.000Z');
    const failure = new Error('a bug');
    const answers = [() => Promise.resolve<false>(false), () => Promise.reject(failure), () => Promise.resolve([])];
    find = () => (answers.shift() ?? (() => Promise.resolve([])))();
    catchUp.onApplicationBootstrap();
    for (const [index, pauseMs] of [1, 600_000, 600_000].entries()) {
      jest.advanceTimersByTime(pauseMs - 1);
      await new Promise(setImmediate);
      expect(asked).toHaveLength(index);
      jest.advanceTimersByTime(1);
      while (asked.length === index) await new Promise(setImmediate);
    }
    jest.useRealTimers();
    await eventually(async () => ((await note())?.includes(STILL_ISO) === true ? true : null));
    expect(failed.mock.calls).toEqual([
      [{ err: failure }, 'catching up with the CRM failed; trying again in ten minutes'],
    ]);
  });

  it('does not hold up the stop longer than any other work when the CRM hangs', async () => {
    await writeNote(STILL_ISO);
    const calls = new EventEmitter();
    find = () => {
      calls.emit('asked');
      return new Promise<never>(() => undefined);
    };
    const isAsked = once(calls, 'asked');
    catchUp.onApplicationBootstrap();
    jest.advanceTimersByTime(1);
    await isAsked;
    let isStopped = false;
    const stop = catchUp.onModuleDestroy().then(() => (isStopped = true));
    await jest.advanceTimersByTimeAsync(STOP_PATIENCE_MS - 1);
    expect(isStopped).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    await stop;
    catchUp = { onModuleDestroy: () => Promise.resolve() } as CatchUp;
  });
});
