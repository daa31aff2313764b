import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { PinoLogger } from 'nestjs-pino';
import { Clock } from '../../config';
import { Journal } from '../../storage';
import type { JournalWriter } from '../../storage';
import { ContactLanes } from '../contact-lanes';
import { fromCompactUpdate, parseContextUpdate } from './context-update';
import type { ContextUpdate } from './context-update';
import { newConversation } from './conversation';
import type { Conversation } from './conversation';
import { ConversationFiles, conversationFileName } from './conversation-files';
import { applyEntry, applyInOrder } from './update-entry';
import type { UpdateEntry } from './update-entry';

/** So many turns are kept in memory, about 2 kB each. */
const CACHED_TURNS = 20_000;
const PARALLEL_READS = 64;
const TOPIC = 'conversation';

/**
 * The one interface to conversation state. An update is durable in the journal first; the file in `conversations/`
 * follows within moments, and after a crash or damage it is made again from the journal.
 */
@Injectable()
export class ConversationManager {
  private readonly cache = new LRUCache<string, Conversation>({
    maxSize: CACHED_TURNS,
    sizeCalculation: ({ history }) => history.length + 1,
  });
  /** Its own, not the bots': an update is made inside a turn. */
  private readonly updates = new ContactLanes();
  private readonly reads = new Map<string, Promise<Conversation | null>>();
  private readonly recovered = new Map<string, UpdateEntry[]>();
  private readonly journalled: JournalWriter<UpdateEntry>;

  constructor(
    private readonly files: ConversationFiles,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly logger: PinoLogger,
  ) {
    this.journalled = journal.register<UpdateEntry>({
      name: TOPIC,
      recover: (entry) => {
        this.recover(entry);
      },
      recovered: () => this.catchUp(),
      liveEntries: () => [],
      cover: () => this.files.settled(),
    });
  }

  /**
   * What is known of a contact; a new conversation when nothing is.
   * @throws {MalformedUpdateError} when an id is not an id.
   */
  async getContext(contactId: string, locationId: string): Promise<Conversation> {
    return (await this.find(contactId, locationId)) ?? newConversation(contactId, locationId, this.nowIso());
  }

  /** The conversation, or `null` when there has been none. Throws like {@link getContext}. */
  async find(contactId: string, locationId: string): Promise<Conversation | null> {
    const name = conversationFileName({ contactId, locationId });
    const seen = await this.look(name);
    // An update may have been made while the file was read: what is in memory is never older.
    const conversation = this.cache.get(name) ?? seen;
    if (conversation === null) return null;
    // Ids may hold "_", so two pairs can share a name; the older owner keeps the file.
    if (conversation.contactId !== contactId) {
      throw new Error(`conversations/${name} belongs to another contact; rename one of the two in the CRM`);
    }
    this.cache.set(name, conversation);
    return conversation;
  }

  /** The conversation of this file, for whoever only looks: it pushes none out of memory that a bot is working on. */
  async look(fileName: string): Promise<Conversation | null> {
    return this.cache.get(fileName) ?? this.readOnce(fileName);
  }

  /**
   * Applies an update, which is safe on disk when this returns. Updates of a contact are applied one at a time.
   * @returns the conversation as it is now.
   * @throws {MalformedUpdateError} with nothing changed.
   */
  async updateContext(update: ContextUpdate): Promise<Conversation> {
    const parsed = parseContextUpdate(update);
    return this.change(parsed, () => parsed);
  }

  /**
   * The same for an update that depends on what is known when it is applied; `null` changes nothing.
   * @throws {MalformedUpdateError} with nothing changed.
   */
  async change(
    { contactId, locationId }: Pick<Conversation, 'contactId' | 'locationId'>,
    toUpdate: (current: Conversation) => Omit<ContextUpdate, 'contactId' | 'locationId'> | null,
  ): Promise<Conversation> {
    return this.updates.run({ contactId, locationId }, async () => {
      const before = await this.getContext(contactId, locationId);
      const change = toUpdate(before);
      if (change === null) return before;
      const update = parseContextUpdate({ ...change, contactId, locationId });
      const entry = { revision: before.revision + 1, at: this.nowIso(), update };
      const after = applyEntry(before, entry);
      await this.journalled.insist(entry);
      this.store(after);
      return after;
    });
  }

  /** The conversation as it is now; what was given where nothing newer is in memory. */
  latest(conversation: Conversation): Conversation {
    return this.cache.get(conversationFileName(conversation)) ?? conversation;
  }

  /** False once the conversation has been changed since it was read. */
  isCurrent(conversation: Conversation): boolean {
    return this.latest(conversation).revision === conversation.revision;
  }

  /**
   * The same for older callers: fields under their file names.
   * @throws {MalformedUpdateError} with nothing changed.
   */
  async updateContextCompact(
    contactId: string,
    locationId: string,
    contextUpdate: Readonly<Record<string, unknown>>,
    userMessage = '',
    aiResponse = '',
  ): Promise<Conversation> {
    const said = userMessage === '' && aiResponse === '' ? {} : { userMessage, aiResponse };
    return this.updateContext(
      parseContextUpdate({ ...fromCompactUpdate(contextUpdate), contactId, locationId, ...said }),
    );
  }

  /** Resolves once the file in `conversations/` says what is known now. */
  written(contact: Pick<Conversation, 'contactId' | 'locationId'>): Promise<void> {
    return this.files.whenWritten(conversationFileName(contact));
  }

  private store(conversation: Conversation): void {
    const name = conversationFileName(conversation);
    this.cache.set(name, conversation);
    void this.files.write(name, conversation);
  }

  /** One at a time: a second reader must not find the file gone that the first is just setting aside. */
  private readOnce(name: string): Promise<Conversation | null> {
    const running = this.reads.get(name);
    if (running) return running;
    const read = this.read(name).finally(() => this.reads.delete(name));
    this.reads.set(name, read);
    return read;
  }

  private async read(name: string): Promise<Conversation | null> {
    const stored = await this.files.read(name);
    if (stored.kind === 'missing') return null;
    return stored.kind === 'found' ? stored.conversation : this.rebuild(name, stored.setAsideAs);
  }

  /** From all that the journal still has of it; what is older than the journal's retention is lost with the file. */
  private async rebuild(name: string, setAsideAs: string): Promise<Conversation | null> {
    const entries: UpdateEntry[] = [];
    for await (const entry of this.journal.history<UpdateEntry>(TOPIC)) {
      if (nameOf(entry) === name) entries.push(entry);
    }
    const rebuilt = applyInOrder(null, entries);
    const line = { set_aside_as: setAsideAs, turns_rebuilt: rebuilt?.history.length ?? 0, fallback_used: true };
    this.logger.error(line, 'a conversation file is damaged; rebuilt from the journal');
    if (rebuilt) this.store(rebuilt);
    return rebuilt;
  }

  private recover(entry: UpdateEntry): void {
    const name = nameOf(entry);
    const entries = this.recovered.get(name);
    if (entries) entries.push(entry);
    else this.recovered.set(name, [entry]);
  }

  /** Brings files up to what the journal says and a crash kept from them. */
  private async catchUp(): Promise<void> {
    const catchUpOne = async ([name, entries]: readonly [string, readonly UpdateEntry[]]) => {
      const stored = await this.read(name);
      const current = applyInOrder(stored, entries);
      if (current && current.revision !== stored?.revision) this.store(current);
    };
    const all = [...this.recovered];
    this.recovered.clear();
    for (let start = 0; start < all.length; start += PARALLEL_READS) {
      await Promise.all(all.slice(start, start + PARALLEL_READS).map(catchUpOne));
    }
  }

  private nowIso(): string {
    return new Date(this.clock.now()).toISOString();
  }
}

function nameOf({ update }: UpdateEntry): string {
  return conversationFileName(update);
}
