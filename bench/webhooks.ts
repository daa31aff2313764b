import { createHmac, randomUUID } from 'node:crypto';

export const SECRET = 'secret-of-the-benchmark';
export const LOCATION = 'benchLocation';

/** A webhook as bytes on the wire: unique event id, current timestamp, signed. */
export interface Webhook {
  readonly eventId: string;
  readonly contactId: string;
  readonly bytes: Buffer;
}

/** A contact's text. */
export function textWebhook(contactId: string, body: string): Webhook {
  return webhook(contactId, {
    type: 'InboundMessage',
    contactId,
    conversationId: `conversation-${contactId}`,
    messageId: randomUUID(),
    messageType: 'SMS',
    direction: 'inbound',
    contentType: 'text/plain',
    status: 'delivered',
    body,
  });
}

/**
 * An event that costs intake and next to nothing after it: it is accepted, made durable and handed to the contact's
 * lane, where it turns out to say nothing new.
 */
export function contactWebhook(contactId: string): Webhook {
  return webhook(contactId, {
    type: 'ContactUpdate',
    id: contactId,
    name: 'Ann Example',
    firstName: 'Ann',
    email: 'ann@example.com',
    source: 'public api',
    assignedTo: 'benchUser',
    customFields: [{ id: 'field_other', value: 'something the bots do not use' }],
  });
}

/** So many of {@link contactWebhook}, over all the contacts. */
export function contactWebhooks(contactIds: readonly string[], count: number): Buffer[] {
  return Array.from({ length: count }, (_, index) => contactWebhook(contactIds[index % contactIds.length] ?? '').bytes);
}

function webhook(contactId: string, payload: object): Webhook {
  const eventId = randomUUID();
  const timestamp = new Date().toISOString();
  const body = JSON.stringify({
    ...payload,
    locationId: LOCATION,
    timestamp,
    dateAdded: timestamp,
    webhookId: eventId,
  });
  const head = [
    'POST /webhook/ghl HTTP/1.1',
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-GHL-Signature: ${createHmac('sha256', SECRET).update(body).digest('hex')}`,
  ];
  return { eventId, contactId, bytes: Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`) };
}
