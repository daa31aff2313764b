import { open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { isErrorCode, syncFolder } from './atomic-file';
import { decodeLine } from './journal-line';
import type { JournalLine } from './journal-line';

const NAME = /^(\d{10})\.(log|done)$/;
type Suffix = 'log' | 'done';

export interface SegmentContent {
  readonly lines: readonly JournalLine[];
  /** Lines that failed their checksum; a torn last one is normal after a crash and not counted. */
  readonly damagedLines: number;
}

/**
 * The files of a journal. `<number>.log` is replayed at start; once all it says is on disk elsewhere it becomes
 * `<number>.done`, which is kept for a while to rebuild damaged files from.
 */
export class Segments {
  constructor(private readonly folder: string) {}

  /** Paths in the order they were written. */
  async list(...suffixes: readonly Suffix[]): Promise<readonly string[]> {
    const names = (await readdir(this.folder)).filter((name) => suffixes.includes(NAME.exec(name)?.[2] as Suffix));
    return names.sort().map((name) => join(this.folder, name));
  }

  /** Creates the next segment; its name is durable when this returns. */
  async create(): Promise<{ readonly path: string; readonly file: FileHandle }> {
    const numbers = (await readdir(this.folder)).map((name) => Number(NAME.exec(name)?.[1] ?? 0));
    const path = join(this.folder, `${String(Math.max(0, ...numbers) + 1).padStart(10, '0')}.log`);
    const file = await open(path, 'ax');
    await syncFolder(this.folder);
    return { path, file };
  }

  /** Marks the segments before the current one as covered, and deletes covered ones last written before that time. */
  async retire(current: string, deleteBeforeMs: number): Promise<void> {
    const covered = (await this.list('log')).filter((path) => path < current);
    for (const path of covered) await rename(path, path.replace(/log$/, 'done'));
    for (const path of await this.list('done')) {
      if ((await stat(path)).mtimeMs < deleteBeforeMs) await unlink(path);
    }
  }
}

/** Reads a segment, also one that has been retired or deleted since it was listed. */
export async function readSegment(path: string): Promise<SegmentContent> {
  for (const name of [path, path.replace(/log$/, 'done')]) {
    try {
      return parseSegment(await readFile(name, 'utf8'));
    } catch (cause) {
      if (!isErrorCode(cause, 'ENOENT')) throw cause;
    }
  }
  return { lines: [], damagedLines: 0 };
}

/** What follows the last newline was cut off by a crash, before anybody was promised it. */
function parseSegment(text: string): SegmentContent {
  const written = text.split('\n').slice(0, -1).map(decodeLine);
  const lines = written.filter((line) => line !== null);
  return { lines, damagedLines: written.length - lines.length };
}
