import { chmodSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettingsError } from '../src/config';
import { createApp, listen } from '../src/start-app';
import { DataFolder } from '../src/storage';
import { canFillDisk, fillDisk, makeRoom } from './support/full-disk';
import { unprivileged } from './support/unprivileged';

const openFolder = (path: string) => DataFolder.open(path, '2026-11-23T16:00:00.000Z', () => undefined);

/** Starts the service as its command does, and says what it would print before it gives up. */
async function problemsOfStart(dataDir: string, port = '0'): Promise<readonly string[]> {
  const app = await createApp({ DATA_DIR: dataDir, PORT: port, LOG_LEVEL: 'silent' });
  try {
    await listen(app);
    return [];
  } catch (cause) {
    if (!(cause instanceof SettingsError)) throw cause;
    return cause.problems;
  } finally {
    await app.close();
  }
}

describe('context: a start', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'start-'));
    chmodSync(dataDir, 0o777);
  });

  it('names the port that somebody else has', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const problems = await problemsOfStart(dataDir, String(port));
    other.close();
    expect(problems).toEqual([expect.stringMatching(/^PORT, HOST: cannot listen on 127\.0\.0\.1:\d+ \(EADDRINUSE\)/)]);
  });

  it('names the data folder, not the port, when its journal cannot be read', async () => {
    mkdirSync(join(dataDir, 'journal', '0000000001.log'), { recursive: true });
    expect(await problemsOfStart(dataDir)).toEqual([
      expect.stringMatching(/^DATA_DIR: .*journal.* \(EISDIR\); give this process access/),
    ]);
  });

  (canFillDisk ? it : it.skip)('names the data folder when there is no room in it', async () => {
    fillDisk();
    try {
      await expect(openFolder(dataDir)).rejects.toThrow(/DATA_DIR: .* \(EFBIG\)/);
    } finally {
      makeRoom();
    }
  });

  it('is not held up by a folder of the file system that it may not look into', async () => {
    mkdirSync(join(dataDir, 'lost+found'), { mode: 0o000 });
    mkdirSync(join(dataDir, 'conversations'));
    chmodSync(join(dataDir, 'conversations'), 0o777);
    writeFileSync(join(dataDir, 'conversations', 'a_b.json.1-1.tmp'), '');
    await unprivileged(async () => {
      const folder = await openFolder(dataDir);
      await folder.onApplicationShutdown();
    });
    expect(readdirSync(join(dataDir, 'conversations'))).toEqual([]);
  });
});
