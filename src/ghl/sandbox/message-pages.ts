import { z } from 'zod';
import { ApiError } from './api-error';
import type { SandboxMessage } from './records';
import { id } from './validation';

/** `type`: message types, comma-separated. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  lastMessageId: z.string().optional(),
  type: z.string().optional(),
});

/** ISO 8601, or epoch milliseconds. */
const date = z
  .string()
  .transform((value) => (/^\d+$/.test(value) ? Number(value) : Date.parse(value)))
  .refine((ms) => !Number.isNaN(ms), 'must be a valid date');

const CHANNELS = { SMS: 'TYPE_SMS', Call: 'TYPE_CALL', Email: null, WhatsApp: null, Instagram: null, Facebook: null };

export const exportQuery = z.object({
  locationId: id,
  limit: z.coerce.number().int().min(10).max(500).default(100),
  cursor: z.string().optional(),
  /** No message is ever updated here: both sort alike. */
  sortBy: z.enum(['createdAt', 'updatedAt']).default('createdAt'),
  sortOrder: z.enum(['asc', 'desc']).default('desc'),
  conversationId: z.string().optional(),
  contactId: z.string().optional(),
  channel: z.enum(['SMS', 'Call', 'Email', 'WhatsApp', 'Instagram', 'Facebook']).optional(),
  startDate: date.optional(),
  endDate: date.optional(),
});

/** A page of one conversation, newest first, of what is older than `lastMessageId`. */
export function conversationPage(messages: readonly SandboxMessage[], query: z.infer<typeof pageQuery>) {
  const { limit, lastMessageId, type } = query;
  const types = type?.split(',');
  const end =
    lastMessageId === undefined ? messages.length : messages.findLastIndex((message) => message.id === lastMessageId);
  const page: SandboxMessage[] = [];
  let index = end - 1;
  for (; index >= 0 && page.length < limit; index--) {
    const message = messages[index];
    if (message !== undefined && types?.includes(message.messageType) !== false) page.push(message);
  }
  return { lastMessageId: page.at(-1)?.id ?? '', nextPage: index >= 0, messages: page };
}

/**
 * A page of a location's messages. The cursor names the last message told, so that messages that come meanwhile neither
 * repeat nor hide others.
 * @throws ApiError 400 for a cursor that this query has not returned.
 */
export function exportPage(messages: readonly SandboxMessage[], query: z.infer<typeof exportQuery>) {
  const matching = messages.filter((message) => isWanted(message, query));
  if (query.sortOrder === 'desc') matching.reverse();
  const start = query.cursor === undefined ? 0 : afterCursor(matching, query.cursor);
  const page = matching.slice(start, start + query.limit);
  const last = page.at(-1);
  const hasMore = last !== undefined && start + page.length < matching.length;
  return { messages: page, nextCursor: hasMore ? encodeCursor(last.id) : null, total: matching.length };
}

function isWanted(message: SandboxMessage, query: z.infer<typeof exportQuery>): boolean {
  const { conversationId, contactId, channel, startDate = -Infinity, endDate = Infinity } = query;
  const addedMs = Date.parse(message.dateAdded);
  return (
    addedMs >= startDate &&
    addedMs <= endDate &&
    (contactId ?? message.contactId) === message.contactId &&
    (conversationId ?? message.conversationId) === message.conversationId &&
    (channel === undefined || CHANNELS[channel] === message.messageType)
  );
}

function encodeCursor(lastId: string): string {
  return Buffer.from(JSON.stringify({ lastId })).toString('base64');
}

function afterCursor(messages: readonly SandboxMessage[], cursor: string): number {
  const index = messages.findIndex(({ id: messageId }) => encodeCursor(messageId) === cursor);
  if (index < 0) throw new ApiError(400, 'Invalid cursor');
  return index + 1;
}
