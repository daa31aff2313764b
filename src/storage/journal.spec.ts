import { EventEmitter, once } from 'node:events';
import { appendFile, mkdtemp, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { PinoLogger } from 'nestjs-pino';
import { canFillDisk, fillDisk, makeRoom } from '../../test/support/full-disk';
import { SystemClock } from '../config/clock';
import { Journal } from './journal';
import type { JournalTopic, JournalWriter } from './journal';

interface Entry {
  readonly text: string;
}

const logger = new PinoLogger({ pinoHttp: { level: 'silent' } });
const DAY_MS = 86_400_000;

interface Opened {
  readonly journal: Journal;
  readonly writer: JournalWriter<Entry>;
  readonly recovered: string[];
}

async function open(
  folder: string,
  topic: Partial<JournalTopic<Entry>> = {},
  maxSegmentBytes?: number,
): Promise<Opened> {
  const journal = new Journal(folder, { retentionMs: DAY_MS, maxSegmentBytes }, new SystemClock(), logger);
  const recovered: string[] = [];
  const writer = journal.register<Entry>({
    name: 'test',
    recover: ({ text }) => {
      recovered.push(text);
    },
    liveEntries: () => [],
    cover: () => Promise.resolve(),
    ...topic,
  });
  await journal.onModuleInit();
  return { journal, writer, recovered };
}

async function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'journal-'));
}

/** As after a crash: nobody closes the first one. */
async function reopen(folder: string): Promise<string[]> {
  return (await open(folder)).recovered;
}

async function history(journal: Journal): Promise<string[]> {
  const texts: string[] = [];
  for await (const { text } of journal.history<Entry>('test')) texts.push(text);
  return texts;
}

const never = () => new Promise<void>(() => undefined);
const names = async (folder: string) => (await readdir(folder)).sort();

describe('context: journal', () => {
  it('tells which write the disk is busy with', async () => {
    const { journal, writer } = await open(await newFolder());
    const writes: (number | null)[] = [];
    for (const text of ['a', 'b']) {
      const written = writer.append({ text });
      while (journal.writeUnderWay === null) await setImmediate();
      writes.push(journal.writeUnderWay);
      await written;
      expect(journal.writeUnderWay).toBeNull();
    }
    expect(new Set(writes).size).toBe(2);
  });

  it('gives back what was appended, in order, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { maxLength: 50 }), async (texts) => {
        const folder = await newFolder();
        const { writer } = await open(folder, { cover: never });
        await Promise.all(texts.map((text) => writer.append({ text })));
        expect(await reopen(folder)).toEqual(texts);
      }),
      { numRuns: 20 },
    );
  });

  it('keeps the order of entries across topics', async () => {
    const folder = await newFolder();
    const seen: string[] = [];
    const topics = (journal: Journal) =>
      ['a', 'b'].map((name) =>
        journal.register<Entry>({
          name,
          recover: ({ text }) => seen.push(text),
          liveEntries: () => [],
          cover: never,
        }),
      );
    const make = () => new Journal(folder, { retentionMs: DAY_MS }, new SystemClock(), logger);
    const first = make();
    const [a, b] = topics(first);
    await first.onModuleInit();
    if (!a || !b) throw new Error('two topics are needed');
    await Promise.all(['1', '2', '3', '4'].map((text, index) => (index % 2 === 0 ? a : b).append({ text })));
    const second = make();
    topics(second);
    await second.onModuleInit();
    expect(seen).toEqual(['1', '2', '3', '4']);
  });

  it('reads past a torn last line and skips a damaged one', async () => {
    const folder = await newFolder();
    const { writer } = await open(folder, { cover: never });
    await Promise.all(['a', 'b', 'c'].map((text) => writer.append({ text })));
    const path = join(folder, (await names(folder)).at(-1) ?? '');
    await writeFile(path, (await readFile(path, 'utf8')).replace('"b"', '"x"'));
    await appendFile(path, '0000');
    expect(await reopen(folder)).toEqual(['a', 'c']);
  });

  it('begins each segment with the live entries and retires the older ones once they are covered', async () => {
    const folder = await newFolder();
    const first = await open(folder, { cover: never });
    await first.writer.append({ text: 'finished' });
    const signal = new EventEmitter();
    const covered = once(signal, 'covered');
    const second = await open(folder, {
      liveEntries: () => [{ text: 'still needed' }],
      cover: () => covered.then(() => undefined),
    });
    expect(await names(folder)).toEqual(['0000000001.log', '0000000002.log']);
    signal.emit('covered');
    await second.journal.beforeApplicationShutdown();
    expect(await names(folder)).toEqual(['0000000001.done', '0000000002.done', '0000000003.log']);
    expect(await reopen(folder)).toEqual(['still needed']);
  });

  it('keeps the older segments when somebody cannot make its own files safe', async () => {
    const folder = await newFolder();
    const first = await open(folder, { cover: () => Promise.reject(new Error('disk full')) });
    await first.writer.append({ text: 'precious' });
    await first.journal.beforeApplicationShutdown();
    expect(await reopen(folder)).toEqual(['precious']);
  });

  it('still tells what retired segments said, until their time is over', async () => {
    const folder = await newFolder();
    const first = await open(folder);
    await first.writer.append({ text: 'long done' });
    await first.journal.beforeApplicationShutdown();
    const second = await open(folder);
    expect(second.recovered).toEqual([]);
    expect(await history(second.journal)).toEqual(['long done']);
    const old = new Date(Date.now() - 2 * DAY_MS);
    for (const name of await names(folder)) if (name.endsWith('.done')) await utimes(join(folder, name), old, old);
    await second.journal.beforeApplicationShutdown();
    expect((await history((await open(folder)).journal)).includes('long done')).toBe(false);
  });

  it('begins a new segment when one is full, with nothing lost', async () => {
    const folder = await newFolder();
    const { journal, writer } = await open(folder, {}, 100);
    const texts = Array.from({ length: 10 }, (_, index) => `${index}`.repeat(60));
    for (const text of texts) await writer.append({ text });
    expect((await names(folder)).length).toBeGreaterThan(5);
    expect(await history(journal)).toEqual(texts);
  });

  const itOnAFullDisk = canFillDisk ? it : it.skip;
  itOnAFullDisk('refuses what it cannot write, insists on what has happened, and goes on when it can', async () => {
    const folder = await newFolder();
    const told = jest.spyOn(logger, 'error');
    const { writer } = await open(folder, { cover: never });
    await writer.append({ text: 'before' });
    fillDisk();
    try {
      await expect(writer.append({ text: 'refused' })).rejects.toThrow('EFBIG');
      await expect(writer.append({ text: 'refused again' })).rejects.toThrow('EFBIG');
      expect(await names(folder)).toHaveLength(1);
    } finally {
      makeRoom();
    }
    await writer.append({ text: 'after' });
    fillDisk();
    const insisted = writer.insist({ text: 'insisted' });
    while (told.mock.calls.length < 2) await setImmediate();
    makeRoom();
    await insisted;
    expect(await reopen(folder)).toEqual(['before', 'after', 'insisted']);
    // Once per trouble, however often it is tried.
    expect(told).toHaveBeenCalledTimes(2);
  });

  itOnAFullDisk('leaves behind what was written in part', async () => {
    const folder = await newFolder();
    const { writer } = await open(folder, { cover: never });
    await writer.append({ text: 'before' });
    fillDisk(60);
    try {
      await expect(writer.append({ text: 'long'.repeat(20) })).rejects.toThrow('EFBIG');
    } finally {
      makeRoom();
    }
    await writer.append({ text: 'after' });
    expect(await reopen(folder)).toEqual(['before', 'after']);
  });

  it('takes nothing in the instant in which it is closed, and finishes what is under way', async () => {
    const folder = await newFolder();
    const told = jest.spyOn(logger, 'error').mockClear();
    const { journal, writer } = await open(folder);
    const underWay = [writer.append({ text: 'a' }), writer.append({ text: 'b' })];
    const late = underWay.map((written) => written.then(() => writer.append({ text: 'late' })));
    const closed = journal.beforeApplicationShutdown();
    for (const written of late) await expect(written).rejects.toThrow('not open');
    await closed;
    expect(await history((await open(folder)).journal)).toEqual(['a', 'b']);
    expect(told).not.toHaveBeenCalled();
  });

  it('takes nothing once it is closed', async () => {
    const { journal, writer } = await open(await newFolder());
    await journal.beforeApplicationShutdown();
    await expect(writer.append({ text: 'late' })).rejects.toThrow('not open');
    await expect(writer.insist({ text: 'late' })).rejects.toThrow('not open');
  });
});
