import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataFolder } from './data-folder';

const open = (path: string) => DataFolder.open(path, '2026-11-23T16:00:00.000Z', () => undefined);
const newPath = () => mkdtemp(join(tmpdir(), 'data-'));

describe('context: data folder', () => {
  it('is explained by a README, which somebody may change', async () => {
    const path = await newPath();
    await (await open(path)).onApplicationShutdown();
    expect(await readFile(join(path, 'README.md'), 'utf8')).toBe(await readFile('data/README.md', 'utf8'));
    await writeFile(join(path, 'README.md'), 'mine');
    await (await open(path)).onApplicationShutdown();
    expect(await readFile(join(path, 'README.md'), 'utf8')).toBe('mine');
  });

  it('is cleared of what a killed process had begun to write, and of nothing else', async () => {
    const path = await newPath();
    await mkdir(join(path, 'conversations'));
    const kept = ['a_b.json', 'a_b.json.corrupt-2026', 'notes.tmp'];
    for (const name of [...kept, 'a_b.json.123-4.tmp']) await writeFile(join(path, 'conversations', name), '');
    await (await open(path)).onApplicationShutdown();
    expect((await readdir(join(path, 'conversations'))).sort()).toEqual(kept);
  });

  it('is made where there is none, and has folders in it', async () => {
    const path = join(await newPath(), 'a/b');
    const folder = await open(path);
    expect(await folder.folder('journal')).toBe(join(path, 'journal'));
    await writeFile(join(path, 'journal', '1.log'), '');
    expect(await folder.folder('journal')).toBe(join(path, 'journal'));
    expect(await readdir(join(path, 'journal'))).toEqual(['1.log']);
    // Asked for with every write: it is looked for once.
    await rename(join(path, 'journal'), join(path, 'moved'));
    await folder.folder('journal');
    await expect(readdir(join(path, 'journal'))).rejects.toThrow('ENOENT');
    await folder.onApplicationShutdown();
    const again = await open(path);
    expect(await again.folder('moved')).toBe(join(path, 'moved'));
    expect(await readdir(join(path, 'moved'))).toEqual(['1.log']);
    await again.onApplicationShutdown();
  });

  it('is tried with a write that leaves nothing behind', async () => {
    const path = await newPath();
    const folder = await open(path);
    const before = await readdir(path);
    await folder.probeWrite();
    expect(await readdir(path)).toEqual(before);
    await Promise.all(Array.from({ length: 5 }, () => folder.probeWrite()));
    expect(await readdir(path)).toEqual(before);
    await mkdir(join(path, '.write-probe'));
    await expect(folder.probeWrite()).rejects.toMatchObject({ code: 'EISDIR' });
    await folder.onApplicationShutdown();
  });

  it('tells the room that is left, and fails when it is gone itself', async () => {
    const path = await newPath();
    const folder = await open(path);
    const bytes = await folder.freeBytes();
    expect(bytes).toBeGreaterThan(1_024 * 1_024);
    expect(bytes % 512).toBe(0);
    await folder.onApplicationShutdown();
    await rm(path, { recursive: true });
    await expect(folder.freeBytes()).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is refused when what it is told in cannot be written', async () => {
    const path = await newPath();
    await mkdir(join(path, '.lock-holder.json'));
    await expect(open(path)).rejects.toThrow(`DATA_DIR: ${path}/.lock-holder.json cannot be used (EISDIR)`);
  });

  it.each(['', '/x'])('is refused with the setting that names it when it is a file%s', async (rest) => {
    const path = join(await newPath(), 'file');
    await writeFile(path, '');
    await expect(open(`${path}${rest}`)).rejects.toThrow('DATA_DIR');
  });
});
