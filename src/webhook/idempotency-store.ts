import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { z } from 'zod';
import { Clock, SETTINGS } from '../config';
import type { Settings } from '../config';
import { DataFolder, readJsonFile, setAside, writeFileDurably } from '../storage';

const FILE_NAME = 'webhook_idempotency.json';
/** The file may be one second behind; half of that leaves time to write it. */
const WRITE_DELAY_MS = 400;
/** So many records are put into text at a time, then other work gets its turn. */
const RECORDS_PER_CHUNK = 1_000;

const recordSchema = z.object({
  event_id: z.string(),
  seen_at: z.iso.datetime(),
  expires_at: z.iso.datetime(),
  status: z.enum(['received', 'processing', 'processed', 'failed']),
});
const fileSchema = z.record(z.string(), recordSchema);

export type IdempotencyRecord = z.infer<typeof recordSchema>;
export type EventStatus = IdempotencyRecord['status'];

/** The outcome of a claim. A duplicate's `first` resolves once the first one is decided: true if it was kept. */
export type Claim = { readonly kind: 'claimed' } | { readonly kind: 'duplicate'; readonly first: Promise<boolean> };

interface OpenClaim {
  readonly decided: Promise<boolean>;
  readonly decide: (kept: boolean) => void;
}

/**
 * Remembers every event id for `GHL_WEBHOOK_IDEMPOTENCY_TTL_SECONDS`: in memory, O(1), mirrored to
 * `webhook_idempotency.json` in batches. A claim is not written before it is kept: after a crash, an event that was
 * never accepted must not look like a duplicate.
 */
@Injectable()
export class IdempotencyStore {
  private readonly records = new Map<string, IdempotencyRecord>();
  private readonly claims = new Map<string, OpenClaim>();
  private timer: NodeJS.Timeout | null = null;
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

  /** Reads the file; one that cannot be understood is set aside and reported. */
  async load(): Promise<void> {
    const read = await readJsonFile(this.path, this.clock.now());
    if (read.kind === 'missing') return;
    const parsed = read.kind === 'read' ? fileSchema.safeParse(read.content) : null;
    if (parsed?.success) {
      for (const [id, record] of Object.entries(parsed.data)) this.records.set(id, record);
      return;
    }
    const setAsideAs = read.kind === 'damaged' ? read.setAsideAs : await setAside(this.path, this.clock.now());
    this.logger.error({ set_aside_as: setAsideAs, fallback_used: true }, `${FILE_NAME} is damaged; starting a new one`);
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
    if (!this.records.has(id)) this.mark(id, 'processed');
    this.close(id, true);
  }

  /** Gives a claim back: the event was not taken in and may be sent again. */
  release(id: string): void {
    this.close(id, false);
  }

  /** Sets the state of an event; its first mention also starts its time to live. */
  mark(id: string, status: EventStatus): void {
    const known = this.records.get(id);
    if (known) this.records.set(id, { ...known, status });
    else {
      this.purgeExpired();
      this.records.set(id, this.newRecord(id, status));
    }
    this.timer ??= setTimeout(() => {
      this.flush().catch((cause: unknown) => {
        this.logger.error({ err: cause, fallback_used: true }, `${FILE_NAME} could not be written; kept in memory`);
      });
    }, WRITE_DELAY_MS).unref();
  }

  /** The record of an event, unless it has expired. */
  find(id: string): IdempotencyRecord | undefined {
    const record = this.records.get(id);
    if (!record || !this.isExpired(record)) return record;
    this.records.delete(id);
    return undefined;
  }

  /** Writes the file now. Throws what the file system says; the memory stays right and the next write has it all. */
  flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const write = this.writing.then(() => writeFileDurably(this.path, this.chunks()));
    this.writing = write.catch(() => undefined);
    return write;
  }

  private close(id: string, kept: boolean): void {
    this.claims.get(id)?.decide(kept);
    this.claims.delete(id);
  }

  private newRecord(id: string, status: EventStatus): IdempotencyRecord {
    const nowMs = this.clock.now();
    const expiresMs = nowMs + this.settings.webhook.idempotencyTtlSeconds * 1_000;
    return {
      event_id: id,
      seen_at: new Date(nowMs).toISOString(),
      expires_at: new Date(expiresMs).toISOString(),
      status,
    };
  }

  /** Records lie in the order they were seen, so the expired ones lie in front: amortised O(1). */
  private purgeExpired(): void {
    for (const [id, record] of this.records) {
      if (isFinished(record) && !this.isExpired(record)) return;
      if (this.isExpired(record)) this.records.delete(id);
    }
  }

  private isExpired(record: IdempotencyRecord): boolean {
    return isFinished(record) && Date.parse(record.expires_at) <= this.clock.now();
  }

  /** The file in pieces, so that a large one does not hold up the event loop. */
  private async *chunks(): AsyncGenerator<string> {
    let opening = '{\n';
    let lines: string[] = [];
    for (const [id, record] of this.records) {
      lines.push(`${JSON.stringify(id)}: ${JSON.stringify(record)}`);
      if (lines.length < RECORDS_PER_CHUNK) continue;
      yield opening + lines.join(',\n');
      opening = ',\n';
      lines = [];
      await new Promise((resolve) => setImmediate(resolve));
    }
    yield lines.length > 0 ? `${opening}${lines.join(',\n')}\n}\n` : opening === '{\n' ? '{}\n' : '\n}\n';
  }
}

function isFinished(record: IdempotencyRecord): boolean {
  return record.status === 'processed' || record.status === 'failed';
}
