import type { FileHandle } from 'node:fs/promises';
import { unlink } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { BeforeApplicationShutdown, OnModuleInit } from '@nestjs/common';
import type { PinoLogger } from 'nestjs-pino';
import type { Clock } from '../config';
import { toFolderProblem } from './folder-problem';
import { encodeLine } from './journal-line';
import { readSegment, Segments } from './segments';

const DEFAULT_SEGMENT_BYTES = 16 * 1024 * 1024;
const INSIST_PAUSE_MS = 500;
/** Files that cannot be written must not hold up the end of the process: the next start makes them again. */
const CLOSE_PATIENCE_MS = 5_000;

/** What the journal has to know of somebody who writes to it. Entries are JSON. */
export interface JournalTopic<Entry> {
  readonly name: string;
  /** Takes back one entry after a start, in the order appended. One may come twice. */
  recover(entry: Entry): void;
  /** All entries have been taken back. */
  recovered?(): Promise<void>;
  /** The entries that are still needed and stand nowhere else: a new segment begins with them. */
  liveEntries(): Iterable<Entry>;
  /** Resolves once all other entries so far stand in files of their own: then older segments are no longer needed. */
  cover(): Promise<void>;
}

export interface JournalWriter<Entry> {
  /**
   * Resolves once the entry is on disk (`fdatasync`).
   * @throws whatever the file system says; the entry then counts as not written.
   */
  append(entry: Entry): Promise<void>;
  /** The same, tried again until it succeeds: for what has already happened. Throws only when the journal is closed. */
  insist(entry: Entry): Promise<void>;
}

export interface JournalOptions {
  readonly maxSegmentBytes?: number;
  /** How long covered segments are kept to rebuild damaged files from. */
  readonly retentionMs: number;
}

interface Waiting {
  readonly line: string;
  readonly resolve: () => void;
  readonly reject: (cause: unknown) => void;
}

/**
 * The one append-only record of what must not be lost, shared by topics. Appends that arrive while a sync is running
 * share the next one (group commit): the sync itself is the batching window, there is no timer. Entries keep their
 * order across topics. A handle whose sync failed is never used again: the pending lines go to a new segment.
 */
export class Journal implements OnModuleInit, BeforeApplicationShutdown {
  private readonly topics = new Map<string, JournalTopic<unknown>>();
  private readonly segments: Segments;
  private waiting: Waiting[] = [];
  private flushing: Promise<void> | null = null;
  private covering: Promise<void> = Promise.resolve();
  private file: FileHandle | null = null;
  private segmentBytes = 0;
  private isFailing = false;
  private writes = 0;
  private isWriting = false;
  private state: 'new' | 'open' | 'closed' = 'new';

  /** @param folder holds the segments and nothing else; it must exist. */
  constructor(
    private readonly folder: string,
    private readonly options: JournalOptions,
    private readonly clock: Clock,
    private readonly logger: PinoLogger,
  ) {
    this.segments = new Segments(folder);
  }

  /** Adds a topic; only before the journal is opened. */
  register<Entry>(topic: JournalTopic<Entry>): JournalWriter<Entry> {
    this.topics.set(topic.name, topic);
    const append = (entry: Entry) => this.append(encodeLine({ topic: topic.name, entry }));
    return { append, insist: (entry) => this.insist(() => append(entry)) };
  }

  /**
   * Opens before anything is listened to; every topic has been registered by its constructor.
   * @throws {SettingsError} when the files cannot be read or written.
   */
  async onModuleInit(): Promise<void> {
    try {
      await this.recover();
      this.state = 'open';
      await this.beginSegment();
    } catch (cause) {
      throw toFolderProblem(this.folder, cause);
    }
  }

  /** Everything that a topic has ever said and that is still kept, oldest first. Not for the way of a text. */
  async *history<Entry>(topicName: string): AsyncGenerator<Entry> {
    for (const path of await this.segments.list('done', 'log')) {
      for (const { topic, entry } of (await readSegment(path)).lines) if (topic === topicName) yield entry as Entry;
    }
  }

  /** The number of the write that the disk is busy with; `null` while there is none. One that stays is stuck. */
  get writeUnderWay(): number | null {
    return this.isWriting ? this.writes : null;
  }

  /** Waits for appends under way, has everything covered, and closes the file. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.state !== 'open') return;
    // First: an append between the last flush and the closing would write to a file that is being closed.
    this.state = 'closed';
    await this.flushing;
    await this.beginSegment().catch((cause: unknown) => {
      this.logger.error({ err: cause }, 'the journal could not be tidied up; the next start replays it');
    });
    await Promise.race([this.covering, pause(CLOSE_PATIENCE_MS, undefined, { ref: false })]);
    await this.file?.close();
    this.file = null;
  }

  private async recover(): Promise<void> {
    let damagedLines = 0;
    for (const path of await this.segments.list('log')) {
      const content = await readSegment(path);
      damagedLines += content.damagedLines;
      for (const { topic, entry } of content.lines) this.topics.get(topic)?.recover(entry);
    }
    for (const topic of this.topics.values()) await topic.recovered?.();
    if (damagedLines > 0) this.logger.error({ damaged_lines: damagedLines }, 'the journal is damaged; lines skipped');
  }

  private append(line: string): Promise<void> {
    if (this.state !== 'open') return Promise.reject(new Error('the journal is not open'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ line, resolve, reject });
      this.flushing ??= this.flush();
    });
  }

  private async insist(append: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        await append();
        return;
      } catch (cause) {
        if (this.state !== 'open') throw cause;
        await pause(INSIST_PAUSE_MS);
      }
    }
  }

  private async flush(): Promise<void> {
    // Lets every handler of this tick add its line to the first batch.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.waiting.length > 0) {
      const batch = this.waiting;
      this.waiting = [];
      try {
        await this.writeBatch(batch.map((waiting) => waiting.line).join(''));
        for (const waiting of batch) waiting.resolve();
      } catch (cause) {
        for (const waiting of batch) waiting.reject(cause);
      }
    }
    // In the same tick as the last look at the queue: an append in between would wait for ever.
    this.flushing = null;
  }

  private async writeBatch(lines: string): Promise<void> {
    this.writes += 1;
    this.isWriting = true;
    const isFull = this.segmentBytes > (this.options.maxSegmentBytes ?? DEFAULT_SEGMENT_BYTES);
    try {
      if (this.file === null || isFull) await this.beginSegment(lines);
      else await this.write(lines);
    } catch (cause) {
      this.reportFailure(cause);
      await this.beginSegment(lines);
    } finally {
      this.isWriting = false;
    }
    this.isFailing = false;
  }

  /** Once per trouble: a full disk would otherwise be filled up with reports of it. */
  private reportFailure(cause: unknown): void {
    if (!this.isFailing) this.logger.error({ err: cause }, 'the journal cannot be written; going on in a new segment');
    this.isFailing = true;
  }

  private async write(text: string): Promise<void> {
    if (this.file === null) throw new Error('the journal has no open segment');
    const bytes = Buffer.from(text);
    try {
      await this.file.appendFile(bytes);
      await this.file.datasync();
    } catch (cause) {
      await this.abandonSegment();
      throw cause;
    }
    this.segmentBytes += bytes.length;
  }

  /**
   * A new segment takes over at once; the older ones are retired when all topics have covered them. One that cannot be
   * written is taken away: attempts on a full disk would pile up.
   */
  private async beginSegment(lines = ''): Promise<void> {
    await this.file?.close();
    const { path, file } = await this.segments.create();
    this.file = file;
    this.segmentBytes = 0;
    try {
      await this.write(this.liveLines() + lines);
    } catch (cause) {
      await unlink(path);
      throw cause;
    }
    this.covering = this.covering.then(() => this.retire(path));
  }

  private liveLines(): string {
    const lines: string[] = [];
    for (const topic of this.topics.values()) {
      for (const entry of topic.liveEntries()) lines.push(encodeLine({ topic: topic.name, entry }));
    }
    return lines.join('');
  }

  private async retire(current: string): Promise<void> {
    try {
      await Promise.all([...this.topics.values()].map((topic) => topic.cover()));
      await this.segments.retire(current, this.clock.now() - this.options.retentionMs);
    } catch (cause) {
      this.logger.warn({ err: cause }, 'old segments of the journal are kept: files could not be written');
    }
  }

  private async abandonSegment(): Promise<void> {
    const file = this.file;
    this.file = null;
    await file?.close().catch(() => undefined);
  }
}
