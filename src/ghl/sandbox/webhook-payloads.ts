import { randomUUID } from 'node:crypto';
import type { SandboxAppointment, SandboxContact, SandboxMessage } from './records';

/** A webhook's body before it is signed. */
export type WebhookPayload = Readonly<Record<string, unknown>>;

/** `InboundMessage` or `OutboundMessage`, as GHL describes them. */
export function messagePayload(message: SandboxMessage, nowMs: number): WebhookPayload {
  const { id: messageId, locationId, contactId, conversationId, body, direction, contentType } = message;
  const { attachments, dateAdded, status, source, userId } = message;
  return {
    type: direction === 'inbound' ? 'InboundMessage' : 'OutboundMessage',
    locationId,
    contactId,
    conversationId,
    messageId,
    ...(message.messageType === 'TYPE_CALL' ? { messageType: 'CALL' } : { body, messageType: 'SMS' }),
    direction,
    contentType,
    attachments,
    dateAdded,
    status,
    source,
    userId,
    ...envelope(nowMs),
  };
}

/** `ContactTagUpdate`: the contact's own id is `id`. */
export function tagPayload(contact: SandboxContact, nowMs: number): WebhookPayload {
  return { ...contact, type: 'ContactTagUpdate', ...envelope(nowMs) };
}

/** `AppointmentCreate` and the like: the contact's id is inside the appointment. */
export function appointmentPayload(
  type: 'AppointmentCreate' | 'AppointmentUpdate' | 'AppointmentDelete',
  { locationId, ...appointment }: SandboxAppointment,
  nowMs: number,
): WebhookPayload {
  return { type, locationId, appointment: { ...appointment, source: 'api' }, ...envelope(nowMs) };
}

function envelope(nowMs: number): WebhookPayload {
  return { timestamp: new Date(nowMs).toISOString(), webhookId: randomUUID() };
}
