import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Clock } from '../../config';
import { GhlClient } from '../../ghl';
import { contactKey, toBotType } from '../contact-event';
import type { BotType, ContactChangedEvent, TextEvent } from '../contact-event';
import { areaCodeOf } from '../gates';
import { ConversationManager, UNREAD_CONTACT } from '../state';
import type { ContactSnapshot, Conversation } from '../state';
import { withNews, withTold } from './contact-change';

/** What the CRM says of a contact, `null` when it does not answer, and what webhooks have told meanwhile. */
interface Answer {
  readonly read: Partial<ContactSnapshot> | null;
  readonly news: readonly ContactChangedEvent[];
}

/** How far the CRM's answers may be behind its webhooks: a text's tags that are younger are taken for news. */
const BEHIND_MS = 60_000;

const NOTHING: Answer = { read: null, news: [] };

/** What the CRM knows of the contact: asked once, then kept current by its webhooks. */
@Injectable()
export class ContactReader {
  /** By contact, while the CRM is being asked about it. */
  private readonly heard = new Map<string, ContactChangedEvent[]>();

  constructor(
    private readonly ghl: GhlClient,
    private readonly manager: ConversationManager,
    private readonly clock: Clock,
    private readonly logger: PinoLogger,
  ) {}

  /**
   * The conversation with what the CRM and the event tell of the contact, stored at once: a webhook may change it while
   * the reply is being made. When the CRM does not answer, the turn goes on with what is known; the next one asks again.
   */
  async refresh(conversation: Conversation, event: TextEvent): Promise<Conversation> {
    const known = conversation.contact ?? UNREAD_CONTACT;
    const { read, news } = known.isRead ? NOTHING : await this.read(event);
    if (read === null && news.length === 0 && withTold(known, event) === known) return conversation;
    return this.manager.change(conversation, ({ contact, botType }) => {
      const told = withTold({ ...(contact ?? UNREAD_CONTACT), ...read }, event);
      return { contact: withAllNews(told, botType, news) };
    });
  }

  /** What a webhook tells while the CRM is being asked: the answer may be from before. */
  hear(event: ContactChangedEvent): void {
    this.heard.get(contactKey(event))?.push(event);
  }

  /**
   * The conversation with what the CRM says now: days may have passed since it was asked, and a webhook been missed.
   * @returns `null` when the CRM does not answer.
   */
  async readAgain(conversation: Conversation): Promise<Conversation | null> {
    const { read, news } = await this.read(conversation);
    if (read === null) return null;
    return this.manager.change(conversation, ({ contact, botType }) => ({
      contact: withAllNews({ ...(contact ?? UNREAD_CONTACT), ...read }, botType, news),
    }));
  }

  private async read(contact: Pick<TextEvent, 'contactId' | 'locationId'>): Promise<Answer> {
    const news: ContactChangedEvent[] = [];
    this.heard.set(contactKey(contact), news);
    try {
      return { read: await this.ask(contact.contactId), news };
    } finally {
      this.heard.delete(contactKey(contact));
    }
  }

  private async ask(contactId: string): Promise<Partial<ContactSnapshot> | null> {
    const askedAtMs = this.clock.now();
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
      tagsToldAt: new Date(askedAtMs - BEHIND_MS).toISOString(),
    };
  }
}

function withAllNews(asRead: ContactSnapshot, botType: BotType | null, news: Answer['news']): ContactSnapshot {
  return news.reduce((known, change) => withNews(known, botType, change), asRead);
}
