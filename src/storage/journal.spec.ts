import { appendFile, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Journal } from './journal';

interface Entry {
  readonly text: string;
}

const noOwner = { liveEntries: () => [], beforeDrop: () => Promise.resolve() };

function journalIn(folder: string, live: readonly Entry[] = [], maxSegmentBytes?: number) {
  return new Journal<Entry>(folder, { ...noOwner, liveEntries: () => live }, maxSegmentBytes);
}

async function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'journal-'));
}

async function textsIn(folder: string): Promise<string[]> {
  const { entries } = await journalIn(folder).replay();
  return entries.map((entry) => entry.text);
}

describe('context: journal', () => {
  it('gives back what was appended, in order, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { maxLength: 50 }), async (texts) => {
        const folder = await newFolder();
        const journal = journalIn(folder);
        await journal.start();
        await Promise.all(texts.map((text) => journal.append({ text })));
        await journal.close();
        expect(await textsIn(folder)).toEqual(texts);
      }),
      { numRuns: 20 },
    );
  });

  it('has an entry on disk by the time the append resolves', async () => {
    const folder = await newFolder();
    const journal = journalIn(folder);
    await journal.start();
    await journal.append({ text: 'first' });
    expect(await textsIn(folder)).toEqual(['first']);
    await journal.close();
  });

  it('reads past a torn last line and reports a damaged one', async () => {
    const folder = await newFolder();
    const journal = journalIn(folder);
    await journal.start();
    await Promise.all(['a', 'b', 'c'].map((text) => journal.append({ text })));
    await journal.close();
    const [name = ''] = await readdir(folder);
    const path = join(folder, name);
    const damaged = (await readFile(path, 'utf8')).replace('"b"', '"x"');
    await writeFile(path, damaged);
    await appendFile(path, '0000');
    expect(await journalIn(folder).replay()).toEqual({
      entries: [{ text: 'a' }, { text: 'c' }],
      damagedLines: 1,
    });
  });

  it('begins each start with the live entries and drops the older segments only after its owner is ready', async () => {
    const folder = await newFolder();
    const first = journalIn(folder);
    await first.start();
    await first.append({ text: 'finished' });
    await first.close();
    const seen: string[][] = [];
    const second = new Journal<Entry>(folder, {
      liveEntries: () => [{ text: 'still needed' }],
      beforeDrop: async () => {
        seen.push(await textsIn(folder));
      },
    });
    await second.start();
    await second.close();
    expect(seen).toEqual([['finished', 'still needed']]);
    expect(await textsIn(folder)).toEqual(['still needed']);
  });

  it('keeps the older segments when its owner cannot make its own state safe', async () => {
    const folder = await newFolder();
    const first = journalIn(folder);
    await first.start();
    await first.append({ text: 'precious' });
    await first.close();
    const second = new Journal<Entry>(folder, {
      liveEntries: () => [],
      beforeDrop: () => Promise.reject(new Error('disk full')),
    });
    await expect(second.start()).rejects.toThrow('disk full');
    expect(await textsIn(folder)).toEqual(['precious']);
  });

  it('begins a new segment when one is full', async () => {
    const folder = await newFolder();
    const journal = journalIn(folder, [{ text: 'live' }], 100);
    await journal.start();
    for (let count = 0; count < 10; count += 1) await journal.append({ text: 'x'.repeat(60) });
    await journal.close();
    expect(await readdir(folder)).toHaveLength(1);
    expect((await textsIn(folder))[0]).toBe('live');
  });
});
