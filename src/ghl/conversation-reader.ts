import { Injectable } from '@nestjs/common';
import { getMessages, searchConversations } from './conversation-calls';
import type { MessageRecord } from './conversation-calls';
import { GhlHttp } from './ghl-http';
import type { GhlMessage } from './ghl.types';

/** The newest messages of a contact. */
export interface MessagePage {
  /** Newest first. */
  readonly messages: readonly GhlMessage[];
  /** Epoch milliseconds since when the page certainly holds every message; `-Infinity` when it holds all there are. */
  readonly completeSinceMs: number;
}

/** Reads what was said to and by a contact, in every conversation that the CRM keeps for it (usually one). */
@Injectable()
export class ConversationReader {
  constructor(private readonly http: GhlHttp) {}

  /** @returns at most `limit` messages per conversation, or `false` when they cannot all be read. */
  async read(contactId: string, limit: number): Promise<MessagePage | false> {
    const found = await this.http.call(searchConversations(this.http.locationId, contactId));
    if (!found.ok) return false;
    const own = found.value.conversations.filter((conversation) => (conversation.contactId ?? contactId) === contactId);
    const pages = await Promise.all(own.map(({ id }) => this.readConversation(id, limit)));
    const readable = pages.filter((page) => page !== false);
    if (readable.length < pages.length) return false;
    return {
      messages: readable.flatMap(({ messages }) => messages).sort(newestFirst),
      completeSinceMs: Math.max(-Infinity, ...readable.map((page) => page.completeSinceMs)),
    };
  }

  private async readConversation(id: string, limit: number): Promise<MessagePage | false> {
    const result = await this.http.call(getMessages(id, limit));
    if (!result.ok) return false;
    const { messages, nextPage } = result.value;
    const dates = messages.map(({ dateAdded }) => Date.parse(dateAdded));
    return {
      messages: messages.flatMap(toMessage),
      completeSinceMs: nextPage === true ? Math.min(...dates) : -Infinity,
    };
  }
}

/** Activities (an appointment was made, a field changed) have no direction: they are not messages. */
export function toMessage(record: MessageRecord): readonly GhlMessage[] {
  const { id, dateAdded, direction, body, source, userId, status } = record;
  if (!direction) return [];
  const orNull = { source: source ?? null, userId: userId ?? null, status: status ?? null };
  return [{ id, dateAdded, direction, body: body ?? '', ...orNull }];
}

function newestFirst(a: GhlMessage, b: GhlMessage): number {
  return Date.parse(b.dateAdded) - Date.parse(a.dateAdded);
}
