import { z } from 'zod';
import { ApiError } from './api-error';
import type { ContactBook } from './contact-book';
import { conversationPage, exportPage, exportQuery, pageQuery } from './message-pages';
import type { Conversation, MessageStore } from './message-store';
import type { SandboxContact, SandboxMessage } from './records';
import { ok, routesOf } from './routes';
import type { Route } from './routes';
import { id, parse } from './validation';

export interface ConversationDesk {
  readonly contacts: ContactBook;
  readonly messages: MessageStore;
  /** Tells messages one level deeper than described, as live answers have been seen to do. */
  readonly nestsMessages: boolean;
  readonly onSent: (message: SandboxMessage) => void;
}

const CHANNELS = ['SMS', 'RCS', 'Email', 'WhatsApp', 'IG', 'FB', 'Custom', 'Live_Chat', 'TIKTOK'] as const;
const newMessage = z.looseObject({ type: z.enum(CHANNELS), contactId: id, message: z.string().optional() });
const searchQuery = z.object({
  locationId: id,
  contactId: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

const route = routesOf('2021-04-15');

/** `/conversations/…`. */
export function conversationRoutes(desk: ConversationDesk): readonly Route[] {
  const { messages } = desk;
  return [
    route('POST', '/conversations/messages', ({ body }) => {
      const { id: messageId, conversationId } = send(desk, parse(newMessage, body));
      return ok({ conversationId, messageId, msg: 'Message queued successfully.', status: 'pending' });
    }),
    route('GET', '/conversations/search', ({ query }) => {
      const found = search(messages, parse(searchQuery, query));
      return ok({ conversations: found.map((conversation) => summary(desk, conversation)), total: found.length });
    }),
    route('GET', '/conversations/:conversationId/messages', ({ params, query }) => {
      const conversation = messages.conversation(params.conversationId);
      if (conversation === undefined) throw new ApiError(404, 'Conversation not found');
      const page = conversationPage(messages.visible(conversation.messages), parse(pageQuery, query));
      return ok(desk.nestsMessages ? { messages: page } : page);
    }),
    route('GET', '/conversations/messages/export', ({ query }) => {
      const wanted = parse(exportQuery, query);
      return ok(exportPage(messages.visible(messages.inLocation(wanted.locationId)), wanted));
    }),
  ];
}

function send(
  { contacts, messages, onSent }: ConversationDesk,
  { type, contactId, message: body = '' }: z.infer<typeof newMessage>,
): SandboxMessage {
  if (type !== 'SMS') throw new ApiError(400, `The sandbox has no channel ${type}`);
  const contact = contacts.get(contactId);
  const refusal = whyNotSent(contact, body);
  if (refusal !== null) throw new ApiError(400, refusal);
  const message = messages.add(contact, { body, direction: 'outbound', source: 'api' });
  onSent(message);
  return message;
}

/** The wording is GHL's own. */
function whyNotSent({ phone, dnd, dndSettings }: SandboxContact, body: string): string | null {
  if (body.trim() === '') return 'There is no message or attachments for this message. Skip sending.';
  if (dnd) return 'Cannot send message as DND is active.';
  if ((dndSettings.SMS?.status ?? 'inactive') !== 'inactive') return 'Cannot send message as DND is active for SMS.';
  return phone === null ? 'Missing phone number' : null;
}

/** A contact's conversation is found whichever location is asked: adopted contacts belong to none in particular. */
function search(messages: MessageStore, query: z.infer<typeof searchQuery>): readonly Conversation[] {
  const { locationId, contactId, limit } = query;
  if (contactId === undefined) return messages.conversationsIn(locationId).toReversed().slice(0, limit);
  const own = messages.conversationOf(contactId);
  return own === undefined ? [] : [own];
}

function summary(
  { contacts, messages: store }: ConversationDesk,
  { id: conversationId, contactId, locationId, messages }: Conversation,
) {
  const contact = contacts.find(contactId);
  const last = store.visible(messages).at(-1);
  return {
    id: conversationId,
    contactId,
    locationId,
    type: 'TYPE_PHONE',
    lastMessageBody: last?.body ?? '',
    lastMessageType: last?.messageType ?? 'TYPE_SMS',
    lastMessageDirection: last?.direction,
    lastMessageDate: last === undefined ? undefined : Date.parse(last.dateAdded),
    unreadCount: 0,
    fullName: contact?.name ?? contact?.firstName ?? '',
    contactName: contact?.name ?? contact?.firstName ?? '',
    email: contact?.email ?? '',
    phone: contact?.phone ?? '',
  };
}
