import { duplicateQuery, contactUpdate, contactUpsert, newNote, newTask, tagList } from './contact-bodies';
import { ApiError } from './api-error';
import { toEvent } from './appointment-book';
import type { AppointmentBook } from './appointment-book';
import type { ContactBook } from './contact-book';
import type { ContactChanges } from './contact-changes';
import type { ContactRecords } from './contact-records';
import { newId } from './new-id';
import { created, ok, routesOf } from './routes';
import type { Route } from './routes';
import { id, parse } from './validation';

export interface ContactDesk {
  readonly contacts: ContactBook;
  readonly changes: ContactChanges;
  readonly records: ContactRecords;
  readonly appointments: AppointmentBook;
  readonly now: () => number;
}

const route = routesOf('2021-07-28');

/** `/contacts/…`. */
export function contactRoutes(desk: ContactDesk): readonly Route[] {
  return [...ownRoutes(desk), ...tagRoutes(desk), ...recordRoutes(desk)];
}

function ownRoutes({ contacts, changes }: ContactDesk): readonly Route[] {
  return [
    route('GET', '/contacts/:contactId', ({ params }) => ok({ contact: contacts.get(params.contactId) })),
    route('PUT', '/contacts/:contactId', ({ params, body }) => {
      const contact = contacts.get(params.contactId);
      return ok({ succeded: true, contact: changes.apply(contact, parse(contactUpdate, body)) });
    }),
    route('DELETE', '/contacts/:contactId', ({ params }) => {
      contacts.remove(contacts.get(params.contactId));
      return ok({ succeded: true });
    }),
    route('GET', '/contacts/search/duplicate', ({ query }) => {
      const { locationId, number, email } = parse(duplicateQuery, query);
      const address = number ?? email;
      if (address === undefined) throw new ApiError(422, ['number or email must be given']);
      return ok({ contact: contacts.findByAddress(locationId, address) ?? null });
    }),
    route('POST', '/contacts/upsert', ({ body }) => {
      const { locationId, ...rest } = parse(contactUpsert, body);
      const addresses = [rest.phone, rest.email].filter((address) => typeof address === 'string');
      if (addresses.length === 0) throw new ApiError(422, ['phone or email must be given']);
      const known = addresses.map((address) => contacts.findByAddress(locationId, address)).find(Boolean);
      const contact = changes.apply(known ?? contacts.add({ locationId }), rest);
      return ok({ new: known === undefined, contact, traceId: newId() });
    }),
  ];
}

function tagRoutes({ contacts, changes }: ContactDesk): readonly Route[] {
  return [
    route('POST', '/contacts/:contactId/tags', ({ params, body }) => {
      const contact = contacts.get(params.contactId);
      return created({ tags: changes.addTags(contact, parse(tagList, body).tags).tags });
    }),
    route('DELETE', '/contacts/:contactId/tags', ({ params, body }) => {
      const contact = contacts.get(params.contactId);
      return ok({ tags: changes.removeTags(contact, parse(tagList, body).tags).tags });
    }),
  ];
}

function recordRoutes({ contacts, records, appointments, now }: ContactDesk): readonly Route[] {
  const nowIso = () => new Date(now()).toISOString();
  return [
    route('GET', '/contacts/:contactId/tasks', ({ params }) =>
      ok({ tasks: records.tasks.of(contacts.get(params.contactId).id) }),
    ),
    route('GET', '/contacts/:contactId/appointments', ({ params }) =>
      ok({ events: appointments.byContact.of(contacts.get(params.contactId).id).map(toEvent) }),
    ),
    route('POST', '/contacts/:contactId/tasks', ({ params, body }) => {
      const contactId = contacts.get(params.contactId).id;
      const task = { id: newId(), contactId, ...parse(newTask, body) };
      return created({ task: records.tasks.add(contactId, task) });
    }),
    route('POST', '/contacts/:contactId/notes', ({ params, body }) => {
      const contactId = contacts.get(params.contactId).id;
      const note = { id: newId(), contactId, dateAdded: nowIso(), ...parse(newNote, body) };
      return created({ note: records.notes.add(contactId, note) });
    }),
    route('POST', '/contacts/:contactId/workflow/:workflowId', ({ params }) => {
      const contactId = contacts.get(params.contactId).id;
      records.workflowRuns.add(contactId, { workflowId: parse(id, params.workflowId), startedAt: nowIso() });
      return ok({ succeded: true });
    }),
  ];
}
