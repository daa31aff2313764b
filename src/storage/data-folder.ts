import { access, constants, mkdir, unlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { OnApplicationShutdown } from '@nestjs/common';
import { SettingsError } from '../config';
import { isErrorCode, writeFileDurably } from './atomic-file';
import { lockFolder } from './folder-lock';

/** `DATA_DIR`, owned by this process alone while it runs. */
export class DataFolder implements OnApplicationShutdown {
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
    } catch {
      throw new SettingsError([
        `DATA_DIR: ${folder} cannot be written; give this process write access, or set another`,
      ]);
    }
    return new DataFolder(folder, await lockFolder(folder, nowIso, onLost));
  }

  /** Creates a folder inside and returns its path. */
  async folder(name: string): Promise<string> {
    const path = join(this.path, name);
    await mkdir(path, { recursive: true });
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

  async onApplicationShutdown(): Promise<void> {
    await this.release();
  }
}
