import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PinoLogger } from 'nestjs-pino';
import pino from 'pino';
import { loadSettings } from '../../src/config';
import type { ContactEvent, ConversationService, EventOutcome } from '../../src/conversation';
import { DataFolder, Journal } from '../../src/storage';
import { IdempotencyStore } from '../../src/webhook/idempotency';
import { Inbox } from '../../src/webhook/inbox';
import { StillClock } from './still-clock';

export const DONE: EventOutcome = { kind: 'done' };
export const REFUSED: EventOutcome = { kind: 'failed', reason: 'refused' };

/** The inbox with its real files, started as the service starts it, and a conversation that does what the test says. */
export class InboxBed {
  readonly clock = new StillClock();
  readonly logLines: string[] = [];
  readonly logger: PinoLogger;
  /** What the conversation was given since the start, and what the store of event ids said of it then. */
  handled: { readonly id: string; readonly isReplay: boolean; readonly status: string | undefined }[] = [];
  /** What the conversation does with an event, given how often it has had it. */
  handle: (event: ContactEvent, times: number) => Promise<EventOutcome> = () => Promise.resolve(DONE);
  journal!: Journal;
  store!: IdempotencyStore;
  inbox!: Inbox;
  private folder!: DataFolder;

  private constructor(readonly path: string) {
    // The inbox adds fields to the logger at the root, which the service's logging sets up.
    const root = pino({}, { write: (line: string) => void this.logLines.push(line) });
    Object.assign(PinoLogger, { root });
    this.logger = new PinoLogger({ pinoHttp: { logger: root } });
  }

  static async start(): Promise<InboxBed> {
    const bed = new InboxBed(await mkdtemp(join(tmpdir(), 'inbox-')));
    await bed.open();
    return bed;
  }

  async open(): Promise<void> {
    const { clock, logger } = this;
    this.handled = [];
    this.folder = await DataFolder.open(this.path, '2026-11-23', () => undefined);
    this.journal = new Journal(await this.folder.folder('journal'), { retentionMs: 86_400_000 }, clock, logger);
    this.store = new IdempotencyStore(loadSettings({}), clock, logger, this.folder);
    const conversations = {
      handle: (event: ContactEvent, isReplay: boolean) => {
        this.handled.push({ id: event.id, isReplay, status: this.statusOf(event.id) });
        return this.handle(event, this.handled.filter(({ id }) => id === event.id).length);
      },
    } as unknown as ConversationService;
    this.inbox = new Inbox(this.journal, this.store, conversations, clock, logger);
    await this.journal.onModuleInit();
    this.inbox.onApplicationBootstrap();
  }

  async close(): Promise<void> {
    await this.inbox.onModuleDestroy();
    await this.journal.beforeApplicationShutdown();
    await this.folder.onApplicationShutdown();
  }

  async restart(): Promise<void> {
    await this.close();
    await this.open();
  }

  text(id: string, body = 'hello'): ContactEvent {
    const said = { text: body, messageId: null, botType: null, firstName: null, tags: null };
    const base = { id, contactId: 'c1', locationId: 'l1', receivedAtMs: this.clock.now(), requestId: 'r1' };
    return { kind: 'text', ...base, ...said };
  }

  /** Due again at once, and given up a millisecond later. */
  waiting(about: Partial<Extract<EventOutcome, { kind: 'waiting' }>> = {}): EventOutcome {
    const now = this.clock.now();
    return { kind: 'waiting', reason: 'CRM down', wakeAtMs: now, patienceMs: 1, otherwise: 'failed', ...about };
  }

  /** What the journal holds of the inbox. */
  async entries(): Promise<unknown[]> {
    const all: unknown[] = [];
    for await (const entry of this.journal.history('inbox')) all.push(entry);
    return all;
  }

  get activeIds(): string[] {
    return this.inbox.listActive().map(({ event }) => event.id);
  }

  get parkedIds(): string[] {
    return this.inbox.listParked().map(({ event }) => event.id);
  }

  get handledIds(): string[] {
    return this.handled.map(({ id }) => id);
  }

  statusOf(id: string): string | undefined {
    return this.store.find(id)?.status;
  }
}
