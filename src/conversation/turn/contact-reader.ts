import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { GhlClient } from '../../ghl';
import { toBotType } from '../contact-event';
import type { TextEvent } from '../contact-event';
import { areaCodeOf } from '../gates';
import { ConversationManager, UNREAD_CONTACT } from '../state';
import type { ContactSnapshot, Conversation } from '../state';

/** What the CRM knows of the contact: asked once, then kept current by its webhooks. */
@Injectable()
export class ContactReader {
  constructor(
    private readonly ghl: GhlClient,
    private readonly manager: ConversationManager,
    private readonly logger: PinoLogger,
  ) {}

  /**
   * The conversation with what the CRM and the event tell of the contact, stored at once: a webhook may change it while
   * the reply is being made. When the CRM does not answer, the turn goes on with what is known; the next one asks again.
   */
  async refresh(conversation: Conversation, event: TextEvent): Promise<Conversation> {
    const known = conversation.contact ?? UNREAD_CONTACT;
    const read = known.isRead ? null : await this.read(event.contactId);
    if (read === null && isToldAlready(known, event)) return conversation;
    return this.manager.change(conversation, (current) => {
      const latest = current.contact ?? UNREAD_CONTACT;
      return { contact: withEvent({ ...latest, ...read }, event) };
    });
  }

  /**
   * The conversation with what the CRM says now: days may have passed since it was asked, and a webhook been missed.
   * @returns `null` when the CRM does not answer.
   */
  async readAgain(conversation: Conversation): Promise<Conversation | null> {
    const read = await this.read(conversation.contactId);
    if (read === null) return null;
    return this.manager.change(conversation, (current) => {
      const known = current.contact ?? UNREAD_CONTACT;
      const contact = { ...known, ...read };
      return JSON.stringify(contact) === JSON.stringify(known) ? null : { contact };
    });
  }

  private async read(contactId: string): Promise<Partial<ContactSnapshot> | null> {
    const contact = await this.ghl.getContact(contactId);
    if (contact === false) {
      this.logger.warn({ contact_id: contactId, fallback_used: true }, 'contact not read; going on without it');
      return null;
    }
    return {
      firstName: contact.firstName,
      tags: contact.tags,
      timeZone: contact.timezone,
      areaCode: contact.phone === null ? null : areaCodeOf(contact.phone),
      isSmsBlocked: contact.isSmsBlocked,
      sources: {
        source: contact.source,
        leadSource: contact.fields.lead_source ?? null,
        utmSource: contact.fields.utm_source ?? null,
        firstAttribution: contact.firstAttribution,
        lastAttribution: contact.lastAttribution,
      },
      // Whom the CRM calls a lead is whom nobody has said anything of.
      status: contact.fields.contact_status ?? (contact.type === 'lead' ? null : contact.type),
      botType: toBotType(contact.fields.bot_type),
      isRead: true,
    };
  }
}

function isToldAlready(known: ContactSnapshot, event: TextEvent): boolean {
  const isNameNew = known.firstName === null && event.firstName !== null;
  return !isNameNew && (event.tags === null || event.tags.join() === known.tags.join());
}

function withEvent(snapshot: ContactSnapshot, event: TextEvent): ContactSnapshot {
  return { ...snapshot, firstName: snapshot.firstName ?? event.firstName, tags: event.tags ?? snapshot.tags };
}
