import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { z } from 'zod';
import { Clock, SETTINGS } from '../../config';
import type { Settings } from '../../config';
import { DataFolder, readJsonFile, writeFileDurably } from '../../storage';
import { EventRecords, eventRecordSchema } from './event-records';
import type { EventRecord } from './event-records';

const FILE_NAME = 'webhook_idempotency.json';
/** The file may be one second behind; half of that leaves time to write it. */
const WRITE_DELAY_MS = 400;

/** Looking for expired records passes over all that are unfinished in front of them: ten thousand, when the CRM is down. */
const PURGE_EVERY_MS = 1_000;

const fileSchema = z.record(z.string(), eventRecordSchema);

export type EventStatus = EventRecord['status'];

/** The outcome of a claim. A duplicate's `first` resolves once the first one is decided: true if it was kept. */
export type Claim = { readonly kind: 'claimed' } | { readonly kind: 'duplicate'; readonly first: Promise<boolean> };

interface OpenClaim {
  readonly decided: Promise<boolean>;
  readonly decide: (kept: boolean) => void;
}

/** What is known of an event from elsewhere. */
export interface KnownEvent {
  readonly id: string;
  readonly status: EventStatus;
  readonly seenAtMs: number | null;
}

/**
 * Remembers every event id for `GHL_WEBHOOK_IDEMPOTENCY_TTL_SECONDS`: in memory, O(1), mirrored to
 * `webhook_idempotency.json` in batches. A claim is not written before it is kept: after a crash, an event that was
 * never accepted must not look like a duplicate.
 */
@Injectable()
export class IdempotencyStore {
  private readonly records = new EventRecords();
  private readonly claims = new Map<string, OpenClaim>();
  private timer: NodeJS.Timeout | null = null;
  private purgedAtMs = -Infinity;
  private writing: Promise<void> = Promise.resolve();
  private readonly path: string;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly logger: PinoLogger,
    folder: DataFolder,
  ) {
    this.path = join(folder.path, FILE_NAME);
  }

  /**
   * Reads the file and brings it up to date. One that cannot be understood is set aside, reported and made again.
   * @param recent what happened after the file was last written.
   * @param all what is known of all events, asked for only when the file is damaged or missing.
   */
  async load(recent: Iterable<KnownEvent>, all: AsyncIterable<KnownEvent>): Promise<void> {
    const records = await this.read();
    if (records === null) for await (const event of all) this.recover(event);
    else for (const record of records) this.records.set(record);
    for (const event of recent) this.recover(event);
  }

  /** Takes an event id for the caller, who must {@link keep} or {@link release} it; a second caller learns so. */
  claim(id: string): Claim {
    const open = this.claims.get(id);
    if (open) return { kind: 'duplicate', first: open.decided };
    if (this.find(id)) return { kind: 'duplicate', first: Promise.resolve(true) };
    let decide: OpenClaim['decide'] = () => undefined;
    const decided = new Promise<boolean>((resolve) => {
      decide = resolve;
    });
    this.claims.set(id, { decided, decide });
    return { kind: 'claimed' };
  }

  /** Turns a claim into a record: from now on the event is a duplicate for everybody. */
  keep(id: string): void {
    if (!this.records.get(id)) this.mark(id, 'processed');
    this.close(id, true);
  }

  /** Gives a claim back: the event was not taken in and may be sent again. */
  release(id: string): void {
    this.close(id, false);
  }

  /** Sets the state of an event; its first mention also starts its time to live. */
  mark(id: string, status: EventStatus): void {
    this.recover({ id, status, seenAtMs: null });
    this.writeSoon();
  }

  /** The record of an event, unless it has expired. */
  find(id: string): EventRecord | undefined {
    const record = this.records.get(id);
    if (!record || !this.isExpired(record)) return record;
    this.records.delete(id);
    return undefined;
  }

  /** Writes the file now. Throws what the file system says; the memory stays right, and is written soon. */
  flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const write = this.writing.then(() => writeFileDurably(this.path, this.records.toJson()));
    this.writing = write.catch(() => {
      this.writeSoon();
    });
    return write;
  }

  private writeSoon(): void {
    this.timer ??= setTimeout(() => {
      this.flush().catch((cause: unknown) => {
        this.logger.error({ err: cause, fallback_used: true }, `${FILE_NAME} could not be written; kept in memory`);
      });
    }, WRITE_DELAY_MS).unref();
  }

  private recover({ id, status, seenAtMs }: KnownEvent): void {
    const known = this.records.get(id);
    if (known?.status === status) return;
    if (!known) this.purgeExpired();
    this.records.set(known ? { ...known, status } : this.newRecord(id, status, seenAtMs ?? this.clock.now()));
  }

  /** @returns `null` when there is no file that can be read. */
  private async read(): Promise<readonly EventRecord[] | null> {
    const read = await readJsonFile(this.path, this.clock.now(), (json) => fileSchema.safeParse(json).data ?? null);
    if (read.kind === 'read') return Object.values(read.content);
    if (read.kind === 'damaged') {
      this.logger.error({ set_aside_as: read.setAsideAs, fallback_used: true }, `${FILE_NAME} is damaged; made again`);
    }
    return null;
  }

  private close(id: string, kept: boolean): void {
    this.claims.get(id)?.decide(kept);
    this.claims.delete(id);
  }

  private newRecord(id: string, status: EventStatus, seenAtMs: number): EventRecord {
    const expiresMs = seenAtMs + this.settings.webhook.idempotencyTtlSeconds * 1_000;
    return {
      event_id: id,
      seen_at: new Date(seenAtMs).toISOString(),
      expires_at: new Date(expiresMs).toISOString(),
      status,
    };
  }

  /** Records lie in the order they were seen, so the expired ones lie in front: amortised O(1). */
  private purgeExpired(): void {
    const sinceLastMs = this.clock.now() - this.purgedAtMs;
    // A clock that was set back is no reason to wait.
    if (sinceLastMs >= 0 && sinceLastMs < PURGE_EVERY_MS) return;
    this.purgedAtMs = this.clock.now();
    for (const record of this.records.values()) {
      if (isFinished(record) && !this.isExpired(record)) return;
      if (this.isExpired(record)) this.records.delete(record.event_id);
    }
  }

  private isExpired(record: EventRecord): boolean {
    return isFinished(record) && Date.parse(record.expires_at) <= this.clock.now();
  }
}

function isFinished(record: EventRecord): boolean {
  return record.status === 'processed' || record.status === 'failed';
}
