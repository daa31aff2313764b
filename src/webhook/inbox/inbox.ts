import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Clock } from '../../config';
import { ConversationService } from '../../conversation';
import type { ContactEvent, EventOutcome } from '../../conversation';
import { TryAgainLaterException } from '../../http';
import { Journal } from '../../storage';
import type { JournalWriter } from '../../storage';
import { continueTrace, noteOnSpan, withLogFields } from '../../telemetry';
import { IdempotencyStore } from '../idempotency';
import type { KnownEvent } from '../idempotency';
import { OpenEvents } from './open-events';
import type { InboxEntry, OpenEvent } from './open-events';
import { retryDelayMs } from './retry-delay';
import { withinStopPatience } from './stop-patience';

/** Accepted and not yet done; above it senders are asked to come back later. */
const MAX_BACKLOG = 10_000;
const MAX_BACKLOG_BYTES = 64 * 1024 * 1024;
/** Dead letters that are kept; the oldest go first. */
const MAX_PARKED = 1_000;
const RETRY_AFTER_SECONDS = 30;
/** An event that makes the code fail is tried so often, then parked: it must not hold up its contact. */
const MAX_FAILURES = 3;
const FAILURE_PAUSE_MS = 200;

type WaitingOutcome = EventOutcome & { readonly kind: 'waiting' };

/** The stop came between: the event goes on after the next start. */
const CUT_OFF: EventOutcome = {
  kind: 'waiting',
  reason: 'stopped',
  wakeAtMs: null,
  patienceMs: Infinity,
  otherwise: 'failed',
};

/**
 * How an event lives: `accept` puts it on disk, then the webhook is answered; `work` hands it to the conversation, which
 * takes a contact's events one at a time and in order; `finish` puts the outcome on disk. What waits for the CRM is
 * handled again later; what cannot be done is parked for a person. What a stop or a crash leaves is worked on after the
 * next start.
 */
@Injectable()
export class Inbox implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly events = new OpenEvents();
  /** What the journal said that may not have reached the idempotency file before the last end. */
  private readonly recovered: KnownEvent[] = [];
  private readonly working = new Set<Promise<void>>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly journalled: JournalWriter<InboxEntry>;
  private isStopping = false;

  constructor(
    journal: Journal,
    private readonly store: IdempotencyStore,
    private readonly conversations: ConversationService,
    private readonly clock: Clock,
    private readonly logger: PinoLogger,
  ) {
    this.journalled = journal.register<InboxEntry>({
      name: 'inbox',
      recover: (entry) => {
        this.events.apply(entry);
        this.recovered.push(toKnownEvent(entry));
      },
      recovered: () => this.store.load(this.recovered.splice(0), knownEvents(journal)),
      liveEntries: () => this.events.entries(),
      cover: () => this.store.flush(),
    });
  }

  onApplicationBootstrap(): void {
    const resumed = this.events.listActive();
    if (resumed.length > 0) this.logger.info({ events: resumed.length }, 'resuming unfinished events');
    for (const { event } of resumed) this.start(event);
  }

  /**
   * Resolves once the event is safe on disk; from then on it will be worked on, whatever happens.
   * @throws {TryAgainLaterException} when it could not be made safe; then nothing has happened.
   */
  async accept(event: ContactEvent): Promise<void> {
    if (this.isStopping) throw tryLater('stopping', 'The service is stopping.');
    if (this.events.activeCount >= MAX_BACKLOG || this.events.bytes >= MAX_BACKLOG_BYTES) {
      throw tryLater('backlog_full', 'Too many events are waiting.');
    }
    const entry = { kind: 'received', event } as const;
    this.events.apply(entry);
    try {
      await this.journalled.append(entry);
    } catch {
      this.events.apply({ kind: 'processed', id: event.id });
      throw tryLater('not_durable', 'The event could not be made safe on disk.');
    }
    this.start(event);
  }

  /**
   * Takes in an event that no webhook has brought, unless it is known.
   * @returns whether it was new. Throws like {@link accept}.
   */
  async acceptOnce(event: ContactEvent): Promise<boolean> {
    if (this.store.claim(event.id).kind === 'duplicate') return false;
    try {
      await this.accept(event);
      this.store.keep(event.id);
      return true;
    } catch (cause) {
      this.store.release(event.id);
      throw cause;
    }
  }

  /** Events accepted and neither done nor parked. */
  get backlog(): number {
    return this.events.activeCount;
  }

  /** The events being worked on, the oldest first. */
  listActive(): readonly OpenEvent[] {
    return this.events.listActive();
  }

  /** The dead letters: events that wait for a person, the longest parked first. */
  listParked(): readonly OpenEvent[] {
    return this.events.listParked();
  }

  /**
   * Works on a parked event again, as a replay until it is done or parked once more.
   * @returns the event; `null` when it is not parked.
   */
  async replay(id: string): Promise<OpenEvent | null> {
    const found = this.events.find(id);
    if (found === null || found.parkedAtMs === null) return null;
    const entry = { kind: 'replayed', id, atMs: this.clock.now() } as const;
    this.events.apply(entry);
    this.store.mark(id, 'received');
    await this.journalled.insist(entry);
    this.start(found.event);
    return this.events.find(id);
  }

  /** Finishes what is under way. What is not finished by then is on disk and goes on after the next start. */
  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    for (const timer of this.timers) clearTimeout(timer);
    await withinStopPatience(Promise.all(this.working));
  }

  private start(event: ContactEvent): void {
    const { id, kind, requestId, traceparent } = event;
    const isReplay = this.replayedAtMs(id) !== null;
    const about = { 'event.id': id, 'event.kind': kind, 'event.is_replay': isReplay };
    const work = withLogFields({ request_id: requestId, webhook_id: id }, () =>
      continueTrace(traceparent, `event ${kind}`, about, () => this.work(event, isReplay)),
    );
    this.working.add(work);
    void work.finally(() => this.working.delete(work));
  }

  private async work(event: ContactEvent, isReplay: boolean): Promise<void> {
    this.store.mark(event.id, 'processing');
    const outcome = await this.handle(event, isReplay);
    noteOnSpan({ 'event.outcome': outcome.kind, 'error.type': outcome.kind === 'failed' ? 'event_failed' : undefined });
    if (outcome.kind === 'waiting') this.wait(event, outcome);
    else this.finish(event, outcome);
  }

  private async handle(event: ContactEvent, isReplay: boolean): Promise<EventOutcome> {
    for (let failures = 1; ; failures++) {
      try {
        return await this.conversations.handle(event, isReplay);
      } catch (cause) {
        if (this.isStopping) return CUT_OFF;
        this.logger.error({ err: cause, failures }, 'the event could not be handled');
        if (failures === MAX_FAILURES) return { kind: 'failed', reason: 'it made the service fail; see the log' };
        await pause(FAILURE_PAUSE_MS * failures);
      }
    }
  }

  private wait(event: ContactEvent, { reason, wakeAtMs, patienceMs, otherwise }: WaitingOutcome): void {
    if (this.isStopping) return;
    const nowMs = this.clock.now();
    if (nowMs >= (this.replayedAtMs(event.id) ?? event.receivedAtMs) + patienceMs) {
      this.finish(event, otherwise === 'done' ? { kind: 'done' } : { kind: 'failed', reason });
      return;
    }
    const attempts = this.events.noteWait(event.id, reason);
    const dueInMs = wakeAtMs === null || wakeAtMs < nowMs ? null : wakeAtMs - nowMs;
    const delayMs = retryDelayMs(attempts, Math.random(), dueInMs);
    this.logger.warn({ attempts, delay_ms: delayMs, reason, fallback_used: true }, 'the event waits');
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.start(event);
    }, delayMs);
    this.timers.add(timer);
  }

  private replayedAtMs(id: string): number | null {
    return this.events.find(id)?.replayedAtMs ?? null;
  }

  private finish({ id }: ContactEvent, outcome: Exclude<EventOutcome, WaitingOutcome>): void {
    if (outcome.kind === 'done') {
      this.settle({ kind: 'processed', id });
      return;
    }
    const { reason } = outcome;
    this.settle({ kind: 'failed', id, reason, atMs: this.clock.now() });
    this.logger.error({ reason }, 'the event is parked; see GET /events?status=failed');
    const [oldest] = this.events.listParked();
    if (oldest && this.events.parkedCount > MAX_PARKED) this.settle({ kind: 'processed', id: oldest.event.id });
  }

  /** Not waited for: if the entry is lost in a crash, the event is handled again, which changes nothing. */
  private settle(entry: InboxEntry & { readonly kind: 'processed' | 'failed' }): void {
    this.events.apply(entry);
    this.store.mark(entry.id, entry.kind);
    this.journalled.insist(entry).catch(() => undefined);
  }
}

function toKnownEvent(entry: InboxEntry): KnownEvent {
  if (entry.kind === 'received') {
    return { id: entry.event.id, status: 'received', seenAtMs: entry.event.receivedAtMs };
  }
  return { id: entry.id, status: entry.kind === 'replayed' ? 'received' : entry.kind, seenAtMs: null };
}

async function* knownEvents(journal: Journal): AsyncGenerator<KnownEvent> {
  for await (const entry of journal.history<InboxEntry>('inbox')) yield toKnownEvent(entry);
}

function tryLater(code: string, message: string): TryAgainLaterException {
  return new TryAgainLaterException(code, `${message} Send it again later.`, RETRY_AFTER_SECONDS);
}
