import { access, constants, mkdir, readdir, statfs, unlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { OnApplicationShutdown } from '@nestjs/common';
import { isErrorCode, isTemporaryFile, writeFileDurably } from './atomic-file';
import { DATA_README } from './data-readme';
import { toFolderProblem } from './folder-problem';
import { lockFolder } from './folder-lock';

/** `DATA_DIR`, owned by this process alone while it runs. */
export class DataFolder implements OnApplicationShutdown {
  private readonly folders = new Set<string>();

  private constructor(
    readonly path: string,
    private readonly release: () => Promise<void>,
  ) {}

  /**
   * Creates the folder if need be, checks that it can be written and locks it.
   * @throws {SettingsError} naming `DATA_DIR` and the reason.
   */
  static async open(path: string, nowIso: string, onLost: () => void): Promise<DataFolder> {
    const folder = resolve(path);
    try {
      await mkdir(folder, { recursive: true });
      await access(folder, constants.W_OK | constants.R_OK);
      const release = await lockFolder(folder, nowIso, onLost);
      await removeLeftovers(folder);
      await explain(folder);
      return new DataFolder(folder, release);
    } catch (cause) {
      throw toFolderProblem(folder, cause);
    }
  }

  /** Creates a folder inside, once, and returns its path. */
  async folder(name: string): Promise<string> {
    const path = join(this.path, name);
    if (!this.folders.has(name)) await mkdir(path, { recursive: true });
    this.folders.add(name);
    return path;
  }

  /** Writes, syncs and removes a small file: what a health check needs to know. Throws what the file system says. */
  async probeWrite(): Promise<void> {
    const path = join(this.path, '.write-probe');
    await writeFileDurably(path, 'Written by the health check.\n');
    await unlink(path).catch((cause: unknown) => {
      if (!isErrorCode(cause, 'ENOENT')) throw cause;
    });
  }

  /** Room that is left for this process. Throws what the file system says. */
  async freeBytes(): Promise<number> {
    const { bavail, bsize } = await statfs(this.path);
    return bavail * bsize;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.release();
  }
}

/** What a killed process had begun to write; nobody else writes here while the folder is locked. */
async function removeLeftovers(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  const inside = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
  for (const path of [folder, ...inside]) {
    const leftovers = (await namesIn(path)).filter(isTemporaryFile);
    await Promise.all(leftovers.map((name) => unlink(join(path, name))));
  }
}

/** None where this process may not look: the root of a file system has a `lost+found`, which is not ours. */
async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    if (isErrorCode(cause, 'EACCES')) return [];
    throw cause;
  }
}

async function explain(folder: string): Promise<void> {
  try {
    await writeFile(join(folder, 'README.md'), DATA_README, { flag: 'wx' });
  } catch (cause) {
    // There is one, or there is no room for one: neither is a reason not to start.
    if (!isErrorCode(cause, 'EEXIST') && !isErrorCode(cause, 'ENOSPC')) throw cause;
  }
}
