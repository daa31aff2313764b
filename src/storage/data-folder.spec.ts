import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
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

  it.each(['', '/x'])('is refused with the setting that names it when it is a file%s', async (rest) => {
    const path = join(await newPath(), 'file');
    await writeFile(path, '');
    await expect(open(`${path}${rest}`)).rejects.toThrow('DATA_DIR');
  });
});
