import { z } from 'zod';
import type { GhlCall } from './ghl-http';

const VERSION = '2021-07-28';

const customField = z.object({ id: z.string().min(1), name: z.string(), fieldKey: z.string().nullish() });
/** A field of the location's contacts, as the API tells it. */
export type CustomField = z.infer<typeof customField>;

const locationAnswer = z.object({ location: z.object({ id: z.string(), timezone: z.string().nullish() }) });

/** A probe: says what is now, so it is not repeated, and is not held back, which would read as an outage. */
export function getLocation(locationId: string) {
  return {
    ...read('checkHealth', `/locations/${locationId}`, locationAnswer),
    lane: 'urgent',
    repeat: 'never',
  } as const;
}

/** Reads the location's own settings, its time zone among them. */
export function getLocationSettings(locationId: string) {
  return read('getLocation', `/locations/${locationId}`, locationAnswer);
}

/** Lists the custom fields of the location's contacts. */
export function listCustomFields(locationId: string) {
  const answer = z.object({ customFields: z.array(customField) });
  return { ...read('listCustomFields', `/locations/${locationId}/customFields`, answer), query: { model: 'contact' } };
}

/** Lists the location's workflows. */
export function listWorkflows(locationId: string) {
  const answer = z.object({ workflows: z.array(z.object({ id: z.string() })) });
  return { ...read('listWorkflows', '/workflows/', answer), query: { locationId } };
}

/** Reads a user of the agent's account. */
export function getUser(userId: string) {
  return read('getUser', `/users/${userId}`, z.object({ id: z.string() }));
}

/** Lists the location's tags. */
export function listTags(locationId: string) {
  return read('listTags', `/locations/${locationId}/tags`, z.object({ tags: z.array(z.object({ name: z.string() })) }));
}

/**
 * Creates a custom field for contacts.
 * @param dataType such as `TEXT`, `NUMERICAL` or `MONETORY` (GHL's own spelling).
 */
export function createCustomField(locationId: string, name: string, dataType: string) {
  const answer = z.object({ customField: z.object({ id: z.string().min(1) }) });
  const body = { name, dataType, model: 'contact' };
  return create('createCustomField', `/locations/${locationId}/customFields`, body, answer);
}

/** Creates a tag. */
export function createTag(locationId: string, name: string) {
  return create(
    'createTag',
    `/locations/${locationId}/tags`,
    { name },
    z.object({ tag: z.object({ name: z.string() }) }),
  );
}

function read<T>(operation: string, path: string, answer: z.ZodType<T>): GhlCall<T> {
  return { operation, method: 'GET', version: VERSION, path, answer, lane: 'routine', repeat: 'always' };
}

function create<T>(operation: string, path: string, body: object, answer: z.ZodType<T>): GhlCall<T> {
  return {
    operation,
    method: 'POST',
    version: VERSION,
    path,
    body,
    answer,
    lane: 'routine',
    repeat: 'if_not_executed',
  };
}
