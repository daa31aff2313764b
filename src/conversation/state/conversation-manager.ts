import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { PinoLogger } from 'nestjs-pino';
import { Clock, isId } from '../../config';
import { DataFolder, readJsonFile, setAside, writeFileDurably } from '../../storage';
import { ContactLanes } from '../contact-lanes';
import { mergeFacts } from '../understanding';
import { fromCompactUpdate, MalformedUpdateError, parseContextUpdate, replacedFields } from './context-update';
import type { ContextUpdate } from './context-update';
import { newConversation } from './conversation';
import type { Conversation, Turn } from './conversation';
import { fromConversationFile, toConversationFile } from './conversation-file';
import { fromFactsFile } from './facts-file';

const CACHED_CONVERSATIONS = 2_000;

/** The one interface to conversation state: a file per contact under `conversations/`, the recent ones in memory. */
@Injectable()
export class ConversationManager {
  private readonly cache = new LRUCache<string, Conversation>({ max: CACHED_CONVERSATIONS });
  /** Its own, not the bots': an update is made inside a turn. */
  private readonly updates = new ContactLanes();

  constructor(
    private readonly folder: DataFolder,
    private readonly clock: Clock,
    private readonly logger: PinoLogger,
  ) {}

  /**
   * What is known of a contact; a new conversation when nothing is.
   * @throws {MalformedUpdateError} when an id is not an id.
   */
  async getContext(contactId: string, locationId: string): Promise<Conversation> {
    return (await this.find(contactId, locationId)) ?? newConversation(contactId, locationId, this.nowIso());
  }

  /** The conversation, or `null` when there has been none. Throws like {@link getContext}. */
  async find(contactId: string, locationId: string): Promise<Conversation | null> {
    const name = fileName(contactId, locationId);
    const cached = this.cache.get(name);
    if (cached) return cached;
    const conversation = await this.read(name);
    if (conversation === null) return null;
    // Ids may hold "_", so two pairs can share a name; the older owner keeps the file.
    if (conversation.contactId !== contactId || conversation.locationId !== locationId) {
      throw new Error(`conversations/${name} belongs to another contact; rename one of the two in the CRM`);
    }
    this.cache.set(name, conversation);
    return conversation;
  }

  /**
   * Applies an update and puts it on disk before it returns. Updates of a contact are applied one at a time.
   * @returns the conversation as it is now.
   * @throws {MalformedUpdateError} with nothing changed.
   */
  async updateContext(update: ContextUpdate): Promise<Conversation> {
    const parsed = parseContextUpdate(update);
    const name = fileName(parsed.contactId, parsed.locationId);
    return this.updates.run(parsed, async () => {
      const before = await this.getContext(parsed.contactId, parsed.locationId);
      const after = applyUpdate(before, parsed, this.nowIso());
      await this.write(name, after);
      return after;
    });
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

  private async read(name: string): Promise<Conversation | null> {
    const path = join(await this.conversationsFolder(), name);
    const read = await readJsonFile(path, this.clock.now());
    if (read.kind === 'missing') return null;
    if (read.kind === 'damaged') return this.reportDamage(read.setAsideAs);
    try {
      return fromConversationFile(read.content);
    } catch {
      return this.reportDamage(await setAside(path, this.clock.now()));
    }
  }

  private reportDamage(setAsideAs: string): null {
    this.logger.error({ set_aside_as: setAsideAs, fallback_used: true }, 'a conversation file is damaged; begun anew');
    return null;
  }

  private async write(name: string, conversation: Conversation): Promise<void> {
    const path = join(await this.conversationsFolder(), name);
    await writeFileDurably(path, `${JSON.stringify(toConversationFile(conversation), null, 2)}\n`);
    this.cache.set(name, conversation);
  }

  private conversationsFolder(): Promise<string> {
    return this.folder.folder('conversations');
  }

  private nowIso(): string {
    return new Date(this.clock.now()).toISOString();
  }
}

/** Fixed by the outside contract. Ids that are not ids never reach a file name. */
function fileName(contactId: string, locationId: string): string {
  if (!isId(contactId)) throw new MalformedUpdateError(['contactId: must be letters, digits, "_" and "-", at most 64']);
  if (!isId(locationId))
    throw new MalformedUpdateError(['locationId: must be letters, digits, "_" and "-", at most 64']);
  return `${contactId}_${locationId}.json`;
}

function applyUpdate(before: Conversation, update: ContextUpdate, nowIso: string): Conversation {
  const { extractedData } = update;
  return {
    ...before,
    ...replacedFields(update),
    facts: extractedData ? mergeFacts(before.facts, fromFactsFile(extractedData)) : before.facts,
    history: appendTurn(before.history, update, nowIso),
    lastUpdated: nowIso,
  };
}

function appendTurn(history: readonly Turn[], update: ContextUpdate, nowIso: string): readonly Turn[] {
  if (update.userMessage === undefined && update.aiResponse === undefined) {
    const last = history.at(-1);
    // Without a text, `turn` completes the last one: what became of the CRM is known only after the reply.
    return update.turn && last ? [...history.slice(0, -1), { ...last, ...update.turn }] : history;
  }
  return [
    ...history,
    {
      timestamp: nowIso,
      userMessage: update.userMessage ?? '',
      aiResponse: update.aiResponse ?? '',
      extractedData: update.extractedData ?? {},
      eventId: null,
      messageId: null,
      reason: '',
      scoreBreakdown: null,
      sent: null,
      replyId: null,
      crm: [],
      ...update.turn,
    },
  ];
}
