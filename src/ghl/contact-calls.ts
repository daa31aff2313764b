import { DateTime } from 'luxon';
import { z } from 'zod';
import { acknowledgement } from './acknowledgement';
import type { GhlCall } from './ghl-http';
import type { ContactChange, TaskRequest } from './ghl.types';

const VERSION = '2021-07-28';

const text = z.string().nullish();
/** What is odd in it must not keep a contact from being read. */
const attribution = z.object({ utmSource: text, sessionSource: text, medium: text }).nullish().catch(null);
const contactAnswer = z.object({
  contact: z.object({
    id: z.string().min(1),
    firstName: text,
    phone: text,
    timezone: text,
    source: text,
    type: text.catch(null),
    attributionSource: attribution,
    lastAttributionSource: attribution,
    assignedTo: text,
    tags: z.array(z.string()).nullish(),
    customFields: z.array(z.object({ id: z.string(), value: z.unknown().optional() })).nullish(),
    dnd: z.boolean().nullish(),
    dndSettings: z.object({ SMS: z.object({ status: z.string() }).nullish() }).nullish(),
  }),
});

/** A contact as the API tells it. */
export type ContactRecord = z.infer<typeof contactAnswer>['contact'];

const contactId = z.object({ contact: z.object({ id: z.string().min(1) }) });
const foundContact = z.object({ contact: contactId.shape.contact.nullish() });

const appointment = z.object({
  id: z.string().min(1),
  calendarId: text,
  /** Described as `2021-07-16 11:00:00`. */
  startTime: z
    .string()
    .transform((time) => time.trim().replace(' ', 'T'))
    .refine((time) => DateTime.fromISO(time).isValid),
  appointmentStatus: text,
  status: text,
  title: text,
});
/** An appointment as the API tells it, its start in ISO 8601, with or without an offset. */
export type AppointmentRecord = z.infer<typeof appointment>;
const tasksAnswer = z.object({ tasks: z.array(z.record(z.string(), z.unknown())) });
const appointmentsAnswer = z.object({ events: z.array(appointment) });

/** Reads a contact. */
export function getContact(id: string) {
  return {
    operation: 'getContact',
    method: 'GET',
    version: VERSION,
    path: `/contacts/${id}`,
    answer: contactAnswer,
    lane: 'urgent',
    repeat: 'always',
  } as const satisfies GhlCall<unknown>;
}

/** Looks a number up. The answer is undocumented: `contact` is `null` or missing when nobody has it. */
export function findByPhone(locationId: string, e164: string) {
  return {
    operation: 'findByPhone',
    method: 'GET',
    version: VERSION,
    path: '/contacts/search/duplicate',
    query: { locationId, number: e164 },
    answer: foundContact,
    lane: 'urgent',
    repeat: 'always',
  } as const satisfies GhlCall<unknown>;
}

/** Finds or creates the contact with this number. */
export function upsertContact(locationId: string, e164: string) {
  return {
    operation: 'upsertContact',
    method: 'POST',
    version: VERSION,
    path: '/contacts/upsert',
    body: { locationId, phone: e164 },
    answer: contactId,
    lane: 'urgent',
    repeat: 'always',
  } as const satisfies GhlCall<unknown>;
}

/**
 * Updates what is given and leaves the rest.
 * @param fieldValues by field id, as text: the description takes text for every type of field.
 */
export function updateContact(id: string, change: ContactChange, fieldValues: ReadonlyMap<string, string>) {
  const { isSmsBlocked, firstName, timezone } = change;
  return {
    operation: 'updateContact',
    method: 'PUT',
    version: VERSION,
    path: `/contacts/${id}`,
    body: {
      ...(firstName !== undefined && { firstName }),
      ...(timezone !== undefined && { timezone }),
      ...(isSmsBlocked !== undefined && { dndSettings: { SMS: { status: isSmsBlocked ? 'active' : 'inactive' } } }),
      ...(fieldValues.size > 0 && {
        customFields: [...fieldValues].map(([fieldId, value]) => ({ id: fieldId, field_value: value })),
      }),
    },
    answer: acknowledgement,
    // Somebody who said stop must not wait behind routine work, nor be left out for want of budget.
    lane: isSmsBlocked === undefined ? 'routine' : 'urgent',
    repeat: 'always',
  } as const satisfies GhlCall<unknown>;
}

/** Adds or removes tags, several at once; the others stay. */
export function changeTags(operation: 'addTags' | 'removeTags', id: string, tags: readonly string[]) {
  return {
    operation,
    method: operation === 'addTags' ? 'POST' : 'DELETE',
    version: VERSION,
    path: `/contacts/${id}/tags`,
    body: { tags },
    answer: acknowledgement,
    lane: 'routine',
    repeat: 'always',
  } as const satisfies GhlCall<unknown>;
}

/** Lists the appointments of a contact, past ones and cancelled ones too. */
export function getAppointments(id: string) {
  return {
    operation: 'getAppointments',
    method: 'GET',
    version: VERSION,
    path: `/contacts/${id}/appointments`,
    answer: appointmentsAnswer,
    lane: 'routine',
    repeat: 'always',
  } as const satisfies GhlCall<unknown>;
}

/** Lists the tasks of a contact. */
export function listTasks(id: string) {
  return {
    operation: 'listTasks',
    method: 'GET',
    version: VERSION,
    path: `/contacts/${id}/tasks`,
    answer: tasksAnswer,
    lane: 'routine',
    repeat: 'always',
  } as const satisfies GhlCall<unknown>;
}

/** Creates a task for a person. */
export function createTask(id: string, task: TaskRequest) {
  const { title, body, dueDate, assignedTo } = task;
  return {
    operation: 'createTask',
    method: 'POST',
    version: VERSION,
    path: `/contacts/${id}/tasks`,
    body: { title, body, dueDate, completed: false, ...(assignedTo !== undefined && { assignedTo }) },
    answer: acknowledgement,
    lane: 'routine',
    repeat: 'if_not_executed',
  } as const satisfies GhlCall<unknown>;
}

/** Starts a workflow. Twice may text a person twice, so it is repeated only when it certainly was not started. */
export function triggerWorkflow(id: string, workflowId: string) {
  return {
    operation: 'triggerWorkflow',
    method: 'POST',
    version: VERSION,
    path: `/contacts/${id}/workflow/${workflowId}`,
    body: {},
    answer: acknowledgement,
    lane: 'routine',
    repeat: 'if_not_executed',
  } as const satisfies GhlCall<unknown>;
}
