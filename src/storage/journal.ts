import { open, readdir, readFile, unlink } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

const SEGMENT_NAME = /^\d{10}\.log$/;
/** Eight hexadecimal digits and a space. */
const CHECKSUM_LENGTH = 9;

interface Waiting {
  readonly line: string;
  readonly resolve: () => void;
  readonly reject: (cause: unknown) => void;
}

/** What a journal needs to know of its owner. */
export interface JournalOwner<Entry> {
  /** The entries that are still needed; a new segment starts with them, then the older segments go. */
  liveEntries(): Iterable<Entry>;
  /** Called before older segments are deleted: whatever lives elsewhere must be on disk by then. */
  beforeDrop(): Promise<void>;
}

export interface Replay<Entry> {
  /** In the order they were appended; their checksums say that they are what was appended. */
  readonly entries: readonly Entry[];
  /** Lines that failed their checksum; a torn last line of a segment is normal after a crash and not counted. */
  readonly damagedLines: number;
}

/**
 * An append-only file of checksummed lines (`<crc32 hex> <json>`), in segments. Appends that arrive while a sync is
 * running share the next one (group commit): the sync itself is the batching window, there is no timer.
 */
export class Journal<Entry> {
  private waiting: Waiting[] = [];
  private flushing: Promise<void> | null = null;
  private file: FileHandle | null = null;
  private segmentBytes = 0;

  /**
   * @param folder holds the segments and nothing else; it must exist.
   * @param maxSegmentBytes from which on a new segment is begun.
   */
  constructor(
    private readonly folder: string,
    private readonly owner: JournalOwner<Entry>,
    private readonly maxSegmentBytes = 32 * 1024 * 1024,
  ) {}

  /** Reads all entries in the order they were appended. Call it once, before {@link start}. */
  async replay(): Promise<Replay<Entry>> {
    const entries: Entry[] = [];
    let damagedLines = 0;
    for (const name of await this.segmentNames()) {
      const lines = (await readFile(join(this.folder, name), 'utf8')).split('\n');
      // What follows the last newline was cut off by a crash, before anybody was promised it.
      lines.pop();
      for (const line of lines) {
        if (isIntact(line)) entries.push(JSON.parse(line.slice(CHECKSUM_LENGTH)) as Entry);
        else damagedLines += 1;
      }
    }
    return { entries, damagedLines };
  }

  /** Begins a fresh segment with the live entries and deletes the older ones. */
  async start(): Promise<void> {
    await this.beginSegment();
  }

  /**
   * Resolves once the entry is on disk (`fdatasync`).
   * @throws whatever the file system says; the entry then counts as not written, and the next append begins a new
   * segment, since a handle whose sync failed cannot be trusted again.
   */
  append(entry: Entry): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ line: encodeLine(entry), resolve, reject });
      this.flushing ??= this.flush();
    });
  }

  /** Waits for appends under way and closes the file. */
  async close(): Promise<void> {
    await this.flushing;
    await this.file?.close();
    this.file = null;
  }

  private async flush(): Promise<void> {
    // Lets every handler of this tick add its line to the first batch.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.waiting.length > 0) {
      const batch = this.waiting;
      this.waiting = [];
      try {
        if (this.file === null || this.segmentBytes > this.maxSegmentBytes) await this.beginSegment();
        await this.write(batch.map((waiting) => waiting.line).join(''));
        for (const waiting of batch) waiting.resolve();
      } catch (cause) {
        await this.abandonSegment();
        for (const waiting of batch) waiting.reject(cause);
      }
    }
    // In the same tick as the last look at the queue: an append in between would wait for ever.
    this.flushing = null;
  }

  private async write(text: string): Promise<void> {
    if (this.file === null) throw new Error('the journal is closed');
    const bytes = Buffer.from(text);
    await this.file.appendFile(bytes);
    await this.file.datasync();
    this.segmentBytes += bytes.length;
  }

  private async beginSegment(): Promise<void> {
    const older = await this.segmentNames();
    await this.file?.close();
    const path = join(this.folder, segmentName(Number(older.at(-1)?.slice(0, 10) ?? 0) + 1));
    this.file = await open(path, 'ax');
    this.segmentBytes = 0;
    try {
      await this.write([...this.owner.liveEntries()].map(encodeLine).join(''));
      await syncFolder(this.folder);
      await this.owner.beforeDrop();
    } catch (cause) {
      await this.abandonSegment();
      await unlink(path);
      throw cause;
    }
    for (const name of older) await unlink(join(this.folder, name));
  }

  private async abandonSegment(): Promise<void> {
    const file = this.file;
    this.file = null;
    await file?.close().catch(() => undefined);
  }

  private async segmentNames(): Promise<string[]> {
    return (await readdir(this.folder)).filter((name) => SEGMENT_NAME.test(name)).sort();
  }
}

function segmentName(number: number): string {
  return `${String(number).padStart(10, '0')}.log`;
}

function encodeLine(entry: unknown): string {
  const json = JSON.stringify(entry);
  return `${checksum(json)} ${json}\n`;
}

function isIntact(line: string): boolean {
  return line.slice(0, CHECKSUM_LENGTH) === `${checksum(line.slice(CHECKSUM_LENGTH))} `;
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(8, '0');
}

/** Makes a created, renamed or deleted name in the folder durable. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
