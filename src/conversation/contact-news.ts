import { Injectable } from '@nestjs/common';
import { withAppointment } from './appointment-news';
import type { ContactChangedEvent, ContactEvent, OpportunityChangedEvent, PersonWroteEvent } from './contact-event';
import { ConversationManager } from './state';
import type { ContextUpdate, Conversation } from './state';
import { ContactReader, withNews } from './turn';

/** A person's text silences the bot for this long. */
const PAUSE_MS = 24 * 3_600_000;

/**
 * What webhooks tell of a contact beside texts. It is noted at once and not in the contact's lane: what silences the bot
 * must not wait for a reply that is being made.
 */
@Injectable()
export class ContactNews {
  constructor(
    private readonly manager: ConversationManager,
    private readonly reader: ContactReader,
  ) {}

  async note(event: Exclude<ContactEvent, { readonly kind: 'text' }>): Promise<void> {
    switch (event.kind) {
      case 'person_wrote':
        return this.pause(event);
      case 'contact_changed':
        return this.noteChange(event);
      case 'appointment_changed':
        return this.changeKnown(event, (current) => withAppointment(current, event));
      case 'opportunity_changed':
        return this.changeKnown(event, (current) => withOpportunity(current, event));
    }
  }

  /** Only for contacts the bots know: everybody else's record is read when they first write. */
  private async changeKnown(
    event: ContactEvent,
    toUpdate: (current: Conversation) => Omit<ContextUpdate, 'contactId' | 'locationId'> | null,
  ): Promise<void> {
    const conversation = await this.manager.find(event.contactId, event.locationId);
    if (conversation) await this.manager.change(event, toUpdate);
  }

  private async pause(event: PersonWroteEvent): Promise<void> {
    const personWroteAt = new Date(event.receivedAtMs).toISOString();
    const pausedUntil = new Date(event.receivedAtMs + PAUSE_MS).toISOString();
    await this.manager.change(event, (known) => {
      const isOurs = known.history.some(({ replyId }) => replyId !== null && replyId === event.messageId);
      // An older text of theirs may be reported later.
      if (isOurs || (known.personWroteAt ?? '') >= personWroteAt) return null;
      // The bot may have stopped itself for longer.
      return (known.pausedUntil ?? '') >= pausedUntil ? { personWroteAt } : { personWroteAt, pausedUntil };
    });
  }

  private noteChange(event: ContactChangedEvent): Promise<void> {
    this.reader.hear(event);
    return this.changeKnown(event, ({ contact, botType }) => {
      if (!contact) return null;
      const changed = withNews(contact, botType, event);
      return changed === contact ? null : { contact: changed };
    });
  }
}

/** `null` for news that is older than what is known. */
function withOpportunity({ opportunity: known }: Conversation, event: OpportunityChangedEvent) {
  const { opportunityId: id, status, changedAtMs, receivedAtMs } = event;
  const changedAt = new Date(changedAtMs ?? receivedAtMs).toISOString();
  const isOld = known !== null && changedAt <= known.changedAt;
  const isSame = known?.id === id && known.status === status;
  return isOld || isSame ? null : { opportunity: { id, status, changedAt } };
}
