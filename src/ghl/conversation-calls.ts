import { z } from 'zod';
import type { GhlCall } from './ghl-http';
import type { ExportQuery } from './ghl.types';

const VERSION = '2021-04-15';

const text = z.string().nullish();
const message = z.object({
  id: z.string().min(1),
  dateAdded: z.string().refine((date) => !Number.isNaN(Date.parse(date))),
  /** Missing on activities, which are listed among the messages. */
  direction: z.enum(['inbound', 'outbound']).nullish(),
  body: text,
  source: text,
  userId: text,
  status: text,
});
/** A message as the API tells it. */
export type MessageRecord = z.infer<typeof message>;

const messagePage = z.object({ messages: z.array(message), nextPage: z.boolean().nullish() });

/** Described flat, but live answers have been seen one level deeper. */
const messagesAnswer = z.union([
  messagePage,
  z.object({ messages: messagePage }).transform((answer) => answer.messages),
]);

/** A message of the export, which is the whole location's. */
export const exportedMessage = message.extend({ contactId: text, conversationId: text });
/** The records are read one by one, so that a malformed one is lost alone. */
const exportAnswer = z.object({ messages: z.array(z.unknown()), nextCursor: text });

const sentMessage = z.object({ messageId: z.string().min(1) });
const conversationsAnswer = z.object({
  conversations: z.array(z.object({ id: z.string().min(1), contactId: text })),
});

/** Sends an SMS. */
export function sendMessage(contactId: string, body: string) {
  return {
    operation: 'sendMessage',
    method: 'POST',
    version: VERSION,
    path: '/conversations/messages',
    body: { type: 'SMS', contactId, message: body },
    answer: sentMessage,
    lane: 'reply',
    repeat: 'if_not_executed',
  } as const satisfies GhlCall<unknown>;
}

/** Lists the conversations of a contact. */
export function searchConversations(locationId: string, contactId: string) {
  return {
    operation: 'searchConversations',
    method: 'GET',
    version: VERSION,
    path: '/conversations/search',
    query: { locationId, contactId },
    answer: conversationsAnswer,
    lane: 'urgent',
    repeat: 'always',
  } as const satisfies GhlCall<unknown>;
}

/** Lists the location's latest conversation, whoever's it is. */
export function latestConversation(locationId: string) {
  return {
    ...searchConversations(locationId, ''),
    operation: 'latestConversation',
    query: { locationId, limit: '1' },
  } as const satisfies GhlCall<unknown>;
}

/** Lists the newest messages of a conversation. */
export function getMessages(conversationId: string, limit: number) {
  return {
    operation: 'getMessages',
    method: 'GET',
    version: VERSION,
    path: `/conversations/${encodeURIComponent(conversationId)}/messages`,
    query: { limit: String(limit) },
    answer: messagesAnswer,
    lane: 'urgent',
    repeat: 'always',
  } as const satisfies GhlCall<unknown>;
}

/**
 * Lists the location's texts of a time, oldest first.
 * @param cursor of the page before; `null` for the first. The description leaves the form of the dates open.
 */
export function exportMessages(locationId: string, { sinceMs, untilMs }: ExportQuery, cursor: string | null) {
  return {
    operation: 'exportMessages',
    method: 'GET',
    version: VERSION,
    path: '/conversations/messages/export',
    query: {
      locationId,
      channel: 'SMS',
      limit: '500',
      sortBy: 'createdAt',
      sortOrder: 'asc',
      startDate: new Date(sinceMs).toISOString(),
      endDate: new Date(untilMs).toISOString(),
      ...(cursor !== null && { cursor }),
    },
    answer: exportAnswer,
    lane: 'routine',
    repeat: 'always',
  } as const satisfies GhlCall<unknown>;
}
