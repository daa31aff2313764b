import { z } from 'zod';
import { acknowledgement } from '../../src/ghl/acknowledgement';
import type { GhlCall } from '../../src/ghl/ghl-http';

const tagsAnswer = z.object({ tags: z.array(z.object({ id: z.string(), name: z.string() })) });

/** The service removes nothing; these calls are the tests' own. */
function remove(operation: string, path: string, version: GhlCall<unknown>['version']): GhlCall<unknown> {
  return {
    operation,
    method: 'DELETE',
    version,
    path,
    body: {},
    answer: acknowledgement,
    lane: 'urgent',
    repeat: 'always',
  };
}

export function deleteContact(contactId: string): GhlCall<unknown> {
  return remove('deleteContact', `/contacts/${contactId}`, '2021-07-28');
}

export function deleteEvent(eventId: string): GhlCall<unknown> {
  return remove('deleteEvent', `/calendars/events/${eventId}`, '2021-04-15');
}

export function deleteTag(locationId: string, tagId: string): GhlCall<unknown> {
  return remove('deleteTag', `/locations/${locationId}/tags/${tagId}`, '2021-07-28');
}

/** Lists the location's tags with their ids. */
export function tagsWithIds(locationId: string): GhlCall<z.infer<typeof tagsAnswer>> {
  const path = `/locations/${locationId}/tags`;
  return {
    operation: 'listTags',
    method: 'GET',
    version: '2021-07-28',
    path,
    answer: tagsAnswer,
    lane: 'urgent',
    repeat: 'always',
  };
}
