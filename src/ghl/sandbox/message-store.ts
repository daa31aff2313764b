import { newId } from './new-id';
import type { MessageSource, SandboxContact, SandboxMessage } from './records';

/** One contact's conversation; GHL keeps one for all channels. */
export interface Conversation {
  readonly id: string;
  readonly contactId: string;
  readonly locationId: string;
  /** Oldest first; never empty. */
  readonly messages: readonly SandboxMessage[];
}

/** What a message is before it is stored. */
export interface MessageDraft {
  readonly body: string;
  readonly direction: 'inbound' | 'outbound';
  readonly isCall?: boolean;
  readonly source?: MessageSource;
  readonly userId?: string;
}

/** All messages, by conversation, contact and location, in the order in which they came. */
export class MessageStore {
  private readonly conversations = new Map<string, Conversation>();
  private readonly messages = new Map<string, SandboxMessage[]>();
  private readonly idByContact = new Map<string, string>();
  private readonly byLocation = new Map<string, SandboxMessage[]>();
  /** Epoch milliseconds, for those that do not show at once. */
  private readonly visibleAt = new Map<string, number>();

  /** @param readBackLagMs how long what is sent through the API from now on does not show in lists. */
  constructor(
    private readonly now: () => number,
    public readBackLagMs: number,
  ) {}

  add({ id: contactId, locationId }: SandboxContact, { isCall = false, ...draft }: MessageDraft): SandboxMessage {
    const conversationId = this.idByContact.get(contactId) ?? this.open(contactId, locationId);
    const message: SandboxMessage = {
      id: newId(),
      type: isCall ? 1 : 2,
      messageType: isCall ? 'TYPE_CALL' : 'TYPE_SMS',
      locationId,
      contactId,
      conversationId,
      dateAdded: new Date(this.now()).toISOString(),
      status: 'delivered',
      contentType: 'text/plain',
      attachments: [],
      ...draft,
    };
    this.messages.get(conversationId)?.push(message);
    this.listOf(locationId).push(message);
    if (draft.source === 'api' && this.readBackLagMs > 0)
      this.visibleAt.set(message.id, this.now() + this.readBackLagMs);
    return message;
  }

  /** Those that show by now. */
  visible(messages: readonly SandboxMessage[]): readonly SandboxMessage[] {
    const nowMs = this.now();
    return messages.filter(({ id }) => (this.visibleAt.get(id) ?? -Infinity) <= nowMs);
  }

  conversation(conversationId: string): Conversation | undefined {
    return this.conversations.get(conversationId);
  }

  conversationOf(contactId: string): Conversation | undefined {
    return this.conversations.get(this.idByContact.get(contactId) ?? '');
  }

  conversationsIn(locationId: string): readonly Conversation[] {
    return [...this.conversations.values()].filter((conversation) => conversation.locationId === locationId);
  }

  /** Oldest first. */
  inLocation(locationId: string): readonly SandboxMessage[] {
    return this.byLocation.get(locationId) ?? [];
  }

  private open(contactId: string, locationId: string): string {
    const id = newId();
    const messages: SandboxMessage[] = [];
    this.messages.set(id, messages);
    this.conversations.set(id, { id, contactId, locationId, messages });
    this.idByContact.set(contactId, id);
    return id;
  }

  private listOf(locationId: string): SandboxMessage[] {
    const list = this.byLocation.get(locationId) ?? [];
    this.byLocation.set(locationId, list);
    return list;
  }
}
