import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { GhlClient } from '../../ghl';
import { toBotType } from '../contact-event';
import type { TextEvent } from '../contact-event';
import { UNREAD_CONTACT } from '../state';
import type { ContactSnapshot, Conversation } from '../state';

/** What the CRM knows of the contact: asked once, then kept current by its webhooks. */
@Injectable()
export class ContactReader {
  constructor(
    private readonly ghl: GhlClient,
    private readonly logger: PinoLogger,
  ) {}

  /** When the CRM does not answer, the turn goes on with what is known and the event tells; the next one asks again. */
  async snapshotFor(conversation: Conversation, event: TextEvent): Promise<ContactSnapshot> {
    const known = conversation.contact ?? UNREAD_CONTACT;
    if (known.isRead) return withEvent(known, event);
    const contact = await this.ghl.getContact(event.contactId);
    if (contact === false) {
      this.logger.warn({ contact_id: event.contactId, fallback_used: true }, 'contact not read; going on without it');
      return withEvent(known, event);
    }
    const snapshot = {
      firstName: contact.firstName,
      tags: contact.tags,
      timeZone: contact.timezone,
      isSmsBlocked: contact.isSmsBlocked,
      botType: toBotType(contact.fields.bot_type),
      isRead: true,
      changedAt: known.changedAt,
    };
    return withEvent(snapshot, event);
  }
}

function withEvent(snapshot: ContactSnapshot, event: TextEvent): ContactSnapshot {
  return { ...snapshot, firstName: snapshot.firstName ?? event.firstName, tags: event.tags ?? snapshot.tags };
}
