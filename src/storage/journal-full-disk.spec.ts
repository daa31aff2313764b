import { readdir } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { canFillDisk, fillDisk, makeRoom } from '../../test/support/full-disk';
import { logger, newFolder, openJournal, reopen } from '../../test/support/open-journal';
import type { Entry } from '../../test/support/open-journal';

const never = () => new Promise<void>(() => undefined);
const names = async (folder: string) => (await readdir(folder)).sort();

(canFillDisk ? describe : describe.skip)('context: journal on a full disk', () => {
  it('refuses what it cannot write, insists on what has happened, and goes on when it can', async () => {
    const folder = await newFolder();
    const told = jest.spyOn(logger, 'error').mockClear();
    const { writer } = await openJournal(folder, { cover: never });
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
    const line = [
      { err: expect.objectContaining({ code: 'EFBIG' }) as Error },
      'the journal cannot be written; going on in a new segment',
    ];
    expect(told.mock.calls).toEqual([line, line]);
  });

  it('is closed, says so, and has everything after the next start', async () => {
    const folder = await newFolder();
    let live: readonly Entry[] = [];
    const { journal, writer } = await openJournal(folder, { liveEntries: () => live });
    await writer.append({ text: 'before' });
    live = [{ text: 'live' }];
    const told = jest.spyOn(logger, 'error').mockClear();
    fillDisk();
    try {
      await journal.beforeApplicationShutdown();
    } finally {
      makeRoom();
    }
    expect(told.mock.calls).toEqual([
      [
        { err: expect.objectContaining({ code: 'EFBIG' }) as Error },
        'the journal could not be tidied up; the next start replays it',
      ],
    ]);
    expect(await reopen(folder)).toEqual(['before']);
  });

  it('leaves behind what was written in part', async () => {
    const folder = await newFolder();
    const { writer } = await openJournal(folder, { cover: never });
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
});
