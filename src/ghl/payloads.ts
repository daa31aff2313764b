import { z } from 'zod';
import { isId } from '../config';

const MAX_SLOT_RANGE_MS = 31 * 24 * 60 * 60_000;
/** The last instant that a `Date` can hold. */
const MAX_DATE_MS = 8_640_000_000_000_000;

const id = z.custom<string>(isId, 'is not a GHL id');
const filled = z.string('is not text').refine((text) => text.trim() !== '', 'is empty');
const isoTime = z.iso.datetime({ offset: true, error: 'is not an ISO 8601 time with offset' });
const wholeMs = z.int('is not a whole number of milliseconds');
const dateMs = wholeMs.min(0, 'is before 1970').max(MAX_DATE_MS, 'is beyond all dates');

const tags = z.array(filled, 'are not a list').min(1, 'are empty');
const fields = z
  .record(filled, z.union([z.string(), z.number(), z.boolean()], 'is not text, a number or a boolean'))
  .refine((values) => Object.keys(values).length > 0, 'are empty');
const change = z
  .object({ firstName: filled.optional(), timezone: filled.optional(), isSmsBlocked: z.boolean().optional() })
  .refine((values: object) => Object.values(values).some((value) => value !== undefined), 'is empty');
const task = z.object({ title: filled, body: z.string(), dueDate: isoTime, assignedTo: id.optional() });

/** What each operation may be asked; anything else is refused before the CRM is called. */
export const payloads = {
  text: z.object({ message: filled }),
  contact: z.object({ contactId: id }),
  contactMessage: z.object({ contactId: id, message: filled }),
  contactMessages: z.object({ contactId: id, limit: z.int().min(1).max(100) }),
  contactChange: z.object({ contactId: id, change }),
  contactFields: z.object({ contactId: id, fields }),
  contactTags: z.object({ contactId: id, tags }),
  contactTask: z.object({ contactId: id, task }),
  contactWorkflow: z.object({ contactId: id, workflowId: id }),
  exportQuery: z
    .object({ sinceMs: dateMs, untilMs: dateMs })
    .refine(({ sinceMs, untilMs }) => sinceMs <= untilMs, 'ends before it begins'),
  slotQuery: z
    .object({ calendarId: id, startMs: wholeMs, endMs: wholeMs, timeZone: filled })
    .refine(
      ({ startMs, endMs }) => startMs < endMs && endMs - startMs <= MAX_SLOT_RANGE_MS,
      'spans no or over 31 days',
    ),
  appointment: z.object({ calendarId: id, contactId: id, startTime: isoTime, title: filled.optional() }),
  action: z.discriminatedUnion('type', [
    z.object({ type: z.literal('update_contact'), change }),
    z.object({ type: z.literal('update_fields'), fields }),
    z.object({ type: z.literal('add_tags'), tags }),
    z.object({ type: z.literal('remove_tags'), tags }),
    z.object({ type: z.literal('create_task'), task, mayExist: z.boolean().optional() }),
    z.object({ type: z.literal('trigger_workflow'), workflowId: id }),
  ]),
} as const;

/** @returns what is wrong with a payload, by path and never by value; `null` when nothing is. */
export function problemOf(shape: z.ZodType, payload: unknown): string | null {
  const issues = shape.safeParse(payload).error?.issues ?? [];
  return issues.map(({ path, message }) => `${path.join('.') || 'request'} ${message}`).join('; ') || null;
}
