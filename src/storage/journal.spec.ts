import { EventEmitter, once } from 'node:events';
import { appendFile, mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { DAY_MS, logger, newFolder, openJournal, reopen } from '../../test/support/open-journal';
import type { Entry } from '../../test/support/open-journal';
import { SystemClock } from '../config/clock';
import { Journal } from './journal';

async function history(journal: Journal): Promise<string[]> {
  const texts: string[] = [];
  for await (const { text } of journal.history<Entry>('test')) texts.push(text);
  return texts;
}

const never = () => new Promise<void>(() => undefined);
const names = async (folder: string) => (await readdir(folder)).sort();

describe('context: journal', () => {
  it('tells which write the disk is busy with', async () => {
    const { journal, writer } = await openJournal(await newFolder());
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
        const { writer } = await openJournal(folder, { cover: never });
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
    const { writer } = await openJournal(folder, { cover: never });
    await Promise.all(['a', 'b', 'c'].map((text) => writer.append({ text })));
    const path = join(folder, (await names(folder)).at(-1) ?? '');
    await writeFile(path, (await readFile(path, 'utf8')).replace('"b"', '"x"'));
    await appendFile(path, '0000');
    const told = jest.spyOn(logger, 'error').mockClear();
    expect(await reopen(folder)).toEqual(['a', 'c']);
    expect(told.mock.calls).toEqual([[{ damaged_lines: 1 }, 'the journal is damaged; lines skipped']]);
  });

  it('begins each segment with the live entries and retires the older ones once they are covered', async () => {
    const folder = await newFolder();
    const first = await openJournal(folder, { cover: never });
    await first.writer.append({ text: 'finished' });
    const signal = new EventEmitter();
    const covered = once(signal, 'covered');
    const second = await openJournal(folder, {
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
    const first = await openJournal(folder, { cover: () => Promise.reject(new Error('disk full')) });
    await first.writer.append({ text: 'precious' });
    const told = jest.spyOn(logger, 'warn').mockClear();
    await first.journal.beforeApplicationShutdown();
    expect(await reopen(folder)).toEqual(['precious']);
    expect(told.mock.calls).toEqual([
      [
        { err: expect.objectContaining({ message: 'disk full' }) as Error },
        'old segments of the journal are kept: files could not be written',
      ],
    ]);
  });

  it('reads what an older version does not know past, and says nothing of it', async () => {
    const folder = await newFolder();
    const first = await openJournal(folder, { name: 'of-a-newer-version', cover: never });
    await first.writer.append({ text: 'unknown' });
    const told = jest.spyOn(logger, 'error').mockClear();
    expect(await reopen(folder)).toEqual([]);
    expect(told).not.toHaveBeenCalled();
  });

  it('tells its topics when all is read, and waits for them', async () => {
    const folder = await newFolder();
    await (await openJournal(folder, { cover: never })).writer.append({ text: 'a' });
    const order: string[] = [];
    await openJournal(folder, {
      recover: ({ text }) => order.push(text),
      recovered: async () => {
        await setImmediate();
        order.push('recovered');
      },
    });
    expect(order).toEqual(['a', 'recovered']);
  });

  it('does not begin without what it cannot read', async () => {
    const folder = await newFolder();
    await mkdir(join(folder, '0000000001.log'));
    await expect(openJournal(folder)).rejects.toThrow(/DATA_DIR: .* cannot be used \(EISDIR\)/);
  });

  it('names DATA_DIR when its folder cannot be used, and passes on what is a fault of ours', async () => {
    await expect(openJournal(join(await newFolder(), 'none'))).rejects.toThrow(
      /DATA_DIR: .*none cannot be used \(ENOENT\)/,
    );
    const fault = new Error('a fault of ours');
    const recovered = () => Promise.reject(fault);
    await expect(openJournal(await newFolder(), { recovered })).rejects.toBe(fault);
  });

  it('is closed once, and also when it was never opened', async () => {
    const folder = await newFolder();
    await new Journal(folder, { retentionMs: DAY_MS }, new SystemClock(), logger).beforeApplicationShutdown();
    const { journal } = await openJournal(folder);
    await journal.beforeApplicationShutdown();
    const segments = await names(folder);
    await journal.beforeApplicationShutdown();
    expect(await names(folder)).toEqual(segments);
  });

  it('still tells what retired segments said, until their time is over', async () => {
    const folder = await newFolder();
    const first = await openJournal(folder);
    await first.writer.append({ text: 'long done' });
    await first.journal.beforeApplicationShutdown();
    const second = await openJournal(folder);
    expect(second.recovered).toEqual([]);
    expect(await history(second.journal)).toEqual(['long done']);
    for await (const entry of second.journal.history('another')) expect(entry).toBeUndefined();
    const old = new Date(Date.now() - 2 * DAY_MS);
    for (const name of await names(folder)) if (name.endsWith('.done')) await utimes(join(folder, name), old, old);
    await second.journal.beforeApplicationShutdown();
    expect((await history((await openJournal(folder)).journal)).includes('long done')).toBe(false);
  });

  it('begins a new segment when one is full, with nothing lost', async () => {
    const folder = await newFolder();
    const { journal, writer } = await openJournal(folder, {}, 100);
    const texts = Array.from({ length: 10 }, (_, index) => `${index}`.repeat(60));
    for (const text of texts) await writer.append({ text });
    expect((await names(folder)).length).toBeGreaterThan(5);
    expect(await history(journal)).toEqual(texts);
  });

  it('takes nothing in the instant in which it is closed, and finishes what is under way', async () => {
    const folder = await newFolder();
    const told = jest.spyOn(logger, 'error').mockClear();
    const { journal, writer } = await openJournal(folder);
    const underWay = [writer.append({ text: 'a' }), writer.append({ text: 'b' })];
    const late = underWay.map((written) => written.then(() => writer.append({ text: 'late' })));
    const closed = journal.beforeApplicationShutdown();
    for (const written of late) await expect(written).rejects.toThrow('not open');
    await closed;
    expect(await history((await openJournal(folder)).journal)).toEqual(['a', 'b']);
    expect(told).not.toHaveBeenCalled();
  });

  it('takes nothing once it is closed', async () => {
    const { journal, writer } = await openJournal(await newFolder());
    await journal.beforeApplicationShutdown();
    await expect(writer.append({ text: 'late' })).rejects.toThrow('not open');
    await expect(writer.insist({ text: 'late' })).rejects.toThrow('not open');
  });
});
