import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { GhlClient } from '../../ghl';
import type { BotType, TextEvent } from '../contact-event';
import type { ContactSnapshot, Conversation } from '../state';

/** What the CRM knows of the contact: asked once, then kept current by its webhooks. */
@Injectable()
export class ContactReader {
  constructor(
    private readonly ghl: GhlClient,
    private readonly logger: PinoLogger,
  ) {}

  /** `null` when the CRM does not answer; the turn goes on with what the event tells, and the next one asks again. */
  async snapshotFor(conversation: Conversation, event: TextEvent): Promise<ContactSnapshot | null> {
    if (conversation.contact) return withEvent(conversation.contact, event);
    const contact = await this.ghl.getContact(event.contactId);
    if (contact === false) {
      this.logger.warn({ contact_id: event.contactId, fallback_used: true }, 'contact not read; going on without it');
      return null;
    }
    const snapshot = {
      firstName: contact.firstName,
      tags: contact.tags,
      timeZone: contact.timezone,
      isSmsBlocked: contact.isSmsBlocked,
      botType: botTypeOf(contact.fields.bot_type),
    };
    return withEvent(snapshot, event);
  }
}

function withEvent(snapshot: ContactSnapshot, event: TextEvent): ContactSnapshot {
  return { ...snapshot, firstName: snapshot.firstName ?? event.firstName, tags: event.tags ?? snapshot.tags };
}

function botTypeOf(field: string | undefined): BotType | null {
  switch (field?.toLowerCase()) {
    case 'seller':
      return 'seller';
    case 'lead':
    case 'buyer':
      return 'lead';
    default:
      return null;
  }
}
