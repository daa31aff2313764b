import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isId } from '../config';
import { GhlClient } from '../ghl';
import type { LocationMessage } from '../ghl';
import type { ContactEvent, PersonWroteEvent, TextEvent } from './contact-event';
import { isSameText } from './same-text';
import { ConversationManager } from './state';
import type { Conversation } from './state';

/** Finds in the CRM's own message list what no webhook has told. */
@Injectable()
export class MissedEvents {
  constructor(
    private readonly ghl: GhlClient,
    private readonly manager: ConversationManager,
  ) {}

  /**
   * @param sinceMs from here on, epoch milliseconds; @param untilMs up to here.
   * @returns texts of contacts that have no turn, and texts of people of the agent's team. The latter come first: a
   * contact whom a person has answered meanwhile is not to be answered by the bot. `false`: the CRM cannot be asked.
   */
  async find(sinceMs: number, untilMs: number): Promise<readonly ContactEvent[] | false> {
    const { locationId } = this.ghl;
    const messages = await this.ghl.exportMessages({ sinceMs, untilMs });
    if (messages === false) return false;
    const byPeople: ContactEvent[] = [];
    const byContacts: ContactEvent[] = [];
    for (const message of messages.filter(({ contactId }) => isId(contactId))) {
      const conversation = await this.manager.find(message.contactId, locationId);
      if (isByPerson(message, conversation)) byPeople.push(toPersonWrote(message, locationId));
      const text = message.direction === 'inbound' ? toText(message, locationId) : null;
      if (text && !conversation?.history.some((turn) => isSameText(turn, text))) byContacts.push(text);
    }
    return [...byPeople, ...byContacts];
  }
}

function isByPerson({ id, direction, source, userId }: LocationMessage, conversation: Conversation | null): boolean {
  if (direction !== 'outbound' || conversation?.history.some(({ replyId }) => replyId === id)) return false;
  return source === 'app' || userId !== null;
}

function eventBase({ id, contactId, dateAdded }: LocationMessage, locationId: string) {
  return { id, contactId, locationId, receivedAtMs: Date.parse(dateAdded), requestId: randomUUID(), messageId: id };
}

function toPersonWrote(message: LocationMessage, locationId: string): PersonWroteEvent {
  return { kind: 'person_wrote', ...eventBase(message, locationId) };
}

function toText(message: LocationMessage, locationId: string): TextEvent | null {
  const text = message.body.trim();
  if (text === '') return null;
  const base = eventBase(message, locationId);
  return { kind: 'text', ...base, text, botType: null, firstName: null, tags: null, addedAtMs: base.receivedAtMs };
}
