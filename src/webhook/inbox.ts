import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap, OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { ConversationService } from '../conversation';
import type { ContactEvent } from '../conversation';
import { TryAgainLaterException } from '../http';
import { DataFolder, Journal } from '../storage';
import { withLogFields } from '../telemetry';
import { IdempotencyStore } from './idempotency-store';

/** Accepted and not yet finished; above it senders are asked to come back later. */
const MAX_BACKLOG = 10_000;
const RETRY_AFTER_SECONDS = 30;
/** Orchestrators kill after 30 s. */
const STOP_PATIENCE_MS = 20_000;

type InboxEntry =
  | { readonly kind: 'received'; readonly event: ContactEvent }
  | { readonly kind: 'finished'; readonly id: string; readonly status: 'processed' | 'failed' };

/**
 * How an event lives: `accept` puts it on disk, then the webhook is answered; `work` hands it to the conversation,
 * which takes a contact's events one at a time and in order; `finish` puts the outcome on disk. What a stop or a crash
 * leaves unfinished is worked on after the next start.
 */
@Injectable()
export class Inbox implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly unfinished = new Map<string, ContactEvent>();
  private readonly working = new Set<Promise<void>>();
  private journal: Journal<InboxEntry> | null = null;
  private isStopping = false;

  constructor(
    private readonly folder: DataFolder,
    private readonly store: IdempotencyStore,
    private readonly conversations: ConversationService,
    private readonly logger: PinoLogger,
  ) {}

  /** Recovers what is on disk. Nest listens only after this. */
  async onModuleInit(): Promise<void> {
    await this.store.load();
    const journal = new Journal<InboxEntry>(await this.folder.folder('inbox'), {
      liveEntries: () => [...this.unfinished.values()].map((event) => ({ kind: 'received', event })),
      beforeDrop: () => this.store.flush(),
    });
    const replay = await journal.replay();
    for (const entry of replay.entries) this.recover(entry);
    await journal.start();
    this.journal = journal;
    if (replay.damagedLines > 0) this.logger.error({ damaged_lines: replay.damagedLines }, 'inbox journal is damaged');
  }

  onApplicationBootstrap(): void {
    if (this.unfinished.size > 0) this.logger.info({ events: this.unfinished.size }, 'resuming unfinished events');
    for (const event of this.unfinished.values()) this.start(event, true);
  }

  /**
   * Resolves once the event is safe on disk; from then on it will be worked on, whatever happens.
   * @throws {TryAgainLaterException} when it could not be made safe; then nothing has happened.
   */
  async accept(event: ContactEvent): Promise<void> {
    if (this.isStopping) throw tryLater('stopping', 'The service is stopping.');
    if (this.unfinished.size >= MAX_BACKLOG) throw tryLater('backlog_full', 'Too many events are waiting.');
    this.unfinished.set(event.id, event);
    try {
      await this.append({ kind: 'received', event });
    } catch (cause) {
      this.unfinished.delete(event.id);
      this.logger.error({ err: cause, webhook_id: event.id }, 'the event could not be written to disk');
      throw tryLater('not_durable', 'The event could not be made safe on disk.');
    }
    this.store.mark(event.id, 'received');
    this.start(event, false);
  }

  /** Events accepted and not yet finished. */
  get backlog(): number {
    return this.unfinished.size;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    // What is not finished by then is on disk and goes on after the next start.
    await Promise.race([Promise.all(this.working), pause(STOP_PATIENCE_MS, undefined, { ref: false })]);
    await this.store.flush();
    await this.journal?.close();
  }

  private recover(entry: InboxEntry): void {
    switch (entry.kind) {
      case 'received':
        this.unfinished.set(entry.event.id, entry.event);
        this.store.mark(entry.event.id, 'received');
        return;
      case 'finished':
        this.unfinished.delete(entry.id);
        this.store.mark(entry.id, entry.status);
        return;
    }
  }

  private start(event: ContactEvent, isResumed: boolean): void {
    const work = withLogFields({ request_id: event.requestId, webhook_id: event.id }, () =>
      this.work(event, isResumed),
    );
    this.working.add(work);
    void work.finally(() => this.working.delete(work));
  }

  private async work(event: ContactEvent, isResumed: boolean): Promise<void> {
    this.store.mark(event.id, 'processing');
    let isHandled = false;
    try {
      isHandled = await this.conversations.handle(event, isResumed);
    } catch (cause) {
      this.logger.error({ err: cause }, 'the event could not be handled');
    }
    await this.finish(event, isHandled ? 'processed' : 'failed');
  }

  private async finish(event: ContactEvent, status: 'processed' | 'failed'): Promise<void> {
    this.store.mark(event.id, status);
    try {
      await this.append({ kind: 'finished', id: event.id, status });
    } catch (cause) {
      // Worked on again after a restart; the conversation knows by the event id that it has been answered.
      this.logger.error({ err: cause }, 'the outcome could not be written to disk');
    }
    this.unfinished.delete(event.id);
  }

  private append(entry: InboxEntry): Promise<void> {
    if (!this.journal) return Promise.reject(new Error('the inbox has not been recovered yet'));
    return this.journal.append(entry);
  }
}

function tryLater(code: string, message: string): TryAgainLaterException {
  return new TryAgainLaterException(code, `${message} Send it again later.`, RETRY_AFTER_SECONDS);
}
