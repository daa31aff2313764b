import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { holderOf, lockFolder } from './folder-lock';

const lock = (folder: string) => lockFolder(folder, '2026-11-23T16:00:00.000Z', () => undefined);
const newFolder = () => mkdtemp(join(tmpdir(), 'lock-'));
const holderIn = async (folder: string) =>
  JSON.parse(await readFile(join(folder, '.lock-holder.json'), 'utf8')) as Record<string, unknown>;

/** Field 22 of /proc/<pid>/stat, of a process whose name has no space. */
const startOf = (pid: number) =>
  readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')[19];

describe('context: lock of the data folder', () => {
  it('refuses a second holder and names the first', async () => {
    const folder = await newFolder();
    const release = await lock(folder);
    await expect(lock(folder)).rejects.toThrow(`in use by process ${process.pid} on ${hostname()}, since 2026-11-23`);
    await release();
    await (
      await lock(folder)
    )();
  });

  it.each([
    ['is dead', () => ({ pid: 999_999_999 })],
    ['left its pid to another process', () => ({ started: '1' })],
  ])('is taken over at once from a holder that %s', async (_title, change) => {
    const folder = await newFolder();
    await lock(folder);
    const path = join(folder, '.lock-holder.json');
    await writeFile(path, JSON.stringify({ ...(await holderIn(folder)), ...change() }));
    const release = await lock(folder);
    expect(await holderIn(folder)).toMatchObject({ pid: process.pid });
    await release();
  });

  it('is taken over from a killed process that its parent has not reaped', async () => {
    const folder = await newFolder();
    await lock(folder);
    // What the shell becomes does not know of its child, and leaves it a zombie for as long as it runs.
    const shell = spawn('sh', ['-c', 'sleep 100 & echo $! ; exec sleep 100']);
    const [output] = (await once(shell.stdout, 'data')) as [Buffer];
    const pid = Number(output.toString());
    const statOf = (id: number | undefined) => readFileSync(`/proc/${id}/stat`, 'utf8');
    while (!statOf(shell.pid).includes('(sleep)')) await setImmediate();
    process.kill(pid, 'SIGKILL');
    while (!statOf(pid).includes(') Z ')) await setImmediate();
    const started = startOf(pid);
    const path = join(folder, '.lock-holder.json');
    await writeFile(path, JSON.stringify({ ...(await holderIn(folder)), pid, started }));
    const release = await lock(folder);
    shell.kill();
    await release();
  });

  it('is held by nobody, then by this process, then by nobody', async () => {
    const folder = await newFolder();
    expect(await holderOf(folder)).toBeNull();
    const release = await lock(folder);
    expect(await holderOf(folder)).toEqual({
      pid: process.pid,
      host: hostname(),
      started: startOf(process.pid),
      since: '2026-11-23T16:00:00.000Z',
    });
    await release();
    expect(await holderOf(folder)).toBeNull();
  });

  it('is held by nobody when the holder is dead', async () => {
    const folder = await newFolder();
    await lock(folder);
    const path = join(folder, '.lock-holder.json');
    await writeFile(path, JSON.stringify({ ...(await holderIn(folder)), started: '1' }));
    expect(await holderOf(folder)).toBeNull();
  });

  it('is held by whoever is on another machine, for as long as the lock is fresh', async () => {
    const folder = await newFolder();
    const release = await lock(folder);
    const path = join(folder, '.lock-holder.json');
    const elsewhere = { ...(await holderIn(folder)), host: 'elsewhere', pid: 999_999_999 };
    await writeFile(path, JSON.stringify(elsewhere));
    expect(await holderOf(folder)).toEqual(elsewhere);
    await release();
    await writeFile(path, JSON.stringify(elsewhere));
    expect(await holderOf(folder)).toBeNull();
  });

  it('is refused also when nobody has said who holds it', async () => {
    const folder = await newFolder();
    const release = await lock(folder);
    const path = join(folder, '.lock-holder.json');
    for (const content of ['{"pid":', null]) {
      if (content === null) await rm(path);
      else await writeFile(path, content);
      await expect(lock(folder)).rejects.toThrow(`DATA_DIR: ${folder} is in use by another process`);
    }
    await release();
  });

  it('is taken from a dead holder also where the lock itself is gone', async () => {
    const folder = await newFolder();
    const release = await lock(folder);
    const dead = JSON.stringify({ ...(await holderIn(folder)), pid: 999_999_999 });
    await release();
    await writeFile(join(folder, '.lock-holder.json'), dead);
    await (
      await lock(folder)
    )();
  });

  it('is not taken over from a holder on another machine that shows signs of life', async () => {
    const folder = await newFolder();
    const release = await lock(folder);
    const path = join(folder, '.lock-holder.json');
    await writeFile(path, JSON.stringify({ ...(await holderIn(folder)), host: 'elsewhere' }));
    await expect(lock(folder)).rejects.toThrow('on elsewhere');
    await release();
  });
});
