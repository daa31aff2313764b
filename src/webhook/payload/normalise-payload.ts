import { createHash } from 'node:crypto';
import { isId } from '../../config';
import { toBotType } from '../../conversation';
import type { BotType, ContactEvent, TextEvent } from '../../conversation';
import type { IncomingWebhook } from '../delivery';
import { readTimestampMs } from '../signature/event-age';
import { eventIdAt, firstGiven, objectAt, requireId, tagsAt, textAt } from './payload-fields';
import type { EventBase, Payload } from './payload-fields';
import { readAppointment, readOpportunity, statusAt } from './read-crm-news';

/** What intake knows beside the payload. */
export interface Receipt {
  readonly receivedAtMs: number;
  readonly requestId: string;
  readonly traceparent?: string;
}

type EventReader = (payload: Payload, base: EventBase) => ContactEvent | null;

/**
 * The monitor's own type, which nothing is to be done for: it is verified, remembered and acknowledged like any other,
 * and nothing of it reaches a conversation, so that nobody can be texted.
 */
export const CANARY_TYPE = 'JorgeCanary';

/** A webhook of an agent's own workflow has no `type`. */
const WORKFLOW = 'workflow';

/**
 * What each type means to the service: GHL's own events, the earlier system's, and workflow webhooks. A type that is
 * not listed is acknowledged, since GHL adds types at any time.
 */
const READERS = new Map<string, EventReader>([
  ['InboundMessage', readText],
  ['OutboundMessage', readPersonWrote],
  ['ContactUpdate', readContactChange],
  ['ContactTagUpdate', readContactChange],
  ['ContactDndUpdate', readContactChange],
  ['AppointmentCreate', readAppointment],
  ['AppointmentUpdate', readAppointment],
  ['AppointmentDelete', readAppointment],
  ['OpportunityCreate', readOpportunity],
  ['OpportunityUpdate', readOpportunity],
  ['OpportunityStatusUpdate', readOpportunity],
  ['OpportunityStageUpdate', readOpportunity],
  ['message.received', readText],
  ['conversation.new', readText],
  ['contact.updated', readContactChange],
  [WORKFLOW, readText],
]);

/** A calendar also holds what concerns no contact. */
const OFTEN_NOBODYS = /^(?:Appointment|Opportunity)/;

/** How GHL names SMS: by word in webhooks, by number (2) in workflow payloads. */
const SMS_TYPES = new Set(['SMS', 'TYPE_SMS', '2']);

/**
 * Reads any of the webhook shapes into the one the service works with.
 * @param rawBody for the id of an event that brings none.
 * @throws {CodedException} 400 when an id that is needed is missing or is not an id.
 */
export function normalisePayload(payload: Payload, rawBody: Buffer, receipt: Receipt): IncomingWebhook {
  const type = textAt(payload.type) ?? WORKFLOW;
  const id = eventId(payload, type, rawBody);
  const contactId = contactIdIn(payload, type);
  const read = READERS.get(type);
  const isNobodys = OFTEN_NOBODYS.test(type) && contactId === undefined;
  if (!read || isNobodys) return { id, type, contactId: isId(contactId) ? contactId : null, event: null };
  const base: EventBase = {
    id,
    contactId: requireId(contactId, 'contact_id'),
    locationId: requireId(
      firstGiven(payload.locationId, payload.location_id, objectAt(payload.location).id),
      'location_id',
    ),
    ...receipt,
  };
  return { id, type, contactId: base.contactId, event: read(payload, base) };
}

function contactIdIn(payload: Payload, type: string): unknown {
  const nested = firstGiven(objectAt(payload.contact).id, objectAt(payload.appointment).contactId);
  const own = /^Contact[A-Z]/.test(type) ? payload.id : undefined;
  return firstGiven(own, payload.contactId, payload.contact_id, nested);
}

/** The provider's event id, else the message's, else a hash of what tells two events apart. */
function eventId(payload: Payload, type: string, rawBody: Buffer): string {
  const custom = objectAt(payload.customData);
  const given =
    eventIdAt(firstGiven(payload.webhookId, payload.webhook_id)) ??
    eventIdAt(firstGiven(payload.messageId, payload.message_id, custom.message_id));
  if (given !== null) return given;
  const contactId = contactIdIn(payload, type);
  const timestamp = payload.timestamp;
  if (!isId(contactId) || (typeof timestamp !== 'string' && typeof timestamp !== 'number')) {
    return `body-${sha256(rawBody)}`;
  }
  return `event-${sha256(JSON.stringify([contactId, timestamp, type]))}`;
}

function readText(payload: Payload, base: EventBase): ContactEvent | null {
  const message = objectAt(payload.message);
  const text = textAt(payload.body) ?? textAt(payload.message) ?? textAt(message.body);
  const messageType = firstGiven(payload.messageType, message.type, 'SMS');
  if (text === null || !isSms(messageType)) return null;
  return {
    ...base,
    kind: 'text',
    text,
    messageId: eventIdAt(firstGiven(payload.messageId, payload.message_id, objectAt(payload.customData).message_id)),
    botType: botTypeIn(payload),
    firstName: firstNameIn(payload),
    tags: tagsAt(firstGiven(payload.tags, objectAt(payload.contact).tags)),
    ...addedAtIn(payload),
  };
}

/** In a workflow's payload `dateAdded` can be the contact's. */
function addedAtIn({ type, dateAdded }: Payload): Pick<TextEvent, 'addedAtMs'> {
  const addedAtMs = type === 'InboundMessage' ? readTimestampMs(dateAdded) : null;
  return addedAtMs === null ? {} : { addedAtMs };
}

function isSms(messageType: unknown): boolean {
  if (typeof messageType === 'number') return SMS_TYPES.has(String(messageType));
  return typeof messageType === 'string' && SMS_TYPES.has(messageType.toUpperCase());
}

/** GHL reports the bot's own sends (`source: api`) and automations too; only a person silences the bot. */
function readPersonWrote(payload: Payload, base: EventBase): ContactEvent | null {
  const isPerson = textAt(payload.userId) !== null || payload.source === 'app';
  if (!isPerson) return null;
  return { ...base, kind: 'person_wrote', messageId: eventIdAt(payload.messageId) };
}

function readContactChange(payload: Payload, base: EventBase): ContactEvent {
  const contact = { ...objectAt(payload.contact), ...payload };
  return {
    ...base,
    kind: 'contact_changed',
    firstName: firstNameIn(payload),
    tags: tagsAt(contact.tags),
    isSmsBlocked: smsBlockIn(contact),
    status: statusAt(firstGiven(contact.contactStatus, contact.contact_status)),
    botTypes: botTypesIn(contact.customFields),
    changedAtMs: readTimestampMs(payload.timestamp),
  };
}

/** Custom fields come with their ids only, so a value has to speak for itself. */
function botTypesIn(customFields: unknown): readonly BotType[] {
  const values = Array.isArray(customFields) ? customFields.map((field) => objectAt(field).value) : [];
  return values.map(toBotType).filter((botType) => botType !== null);
}

function smsBlockIn(contact: Payload): boolean | null {
  if (contact.dnd === true) return true;
  const status = objectAt(objectAt(contact.dndSettings).SMS).status;
  if (typeof status === 'string') return status !== 'inactive';
  return contact.dnd === false ? false : null;
}

function botTypeIn(payload: Payload) {
  const custom = objectAt(payload.customData);
  const candidates = [custom.bot_type, custom.botType, payload.bot_type, payload.botType, payload['Bot Type']];
  return candidates.map(toBotType).find((botType) => botType !== null) ?? null;
}

function firstNameIn(payload: Payload): string | null {
  const contact = objectAt(payload.contact);
  const first = [payload.firstName, payload.first_name, contact.firstName, contact.first_name];
  const full = [payload.fullName, payload.full_name, payload.name, contact.name];
  return textAt(firstGiven(...first)) ?? textAt(firstGiven(...full))?.split(/\s+/, 1)[0] ?? null;
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}
