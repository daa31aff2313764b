import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { hasTag } from '../ghl';
import type { ContactChangedEvent, ContactEvent, PersonWroteEvent, TextEvent } from './contact-event';
import { ContactLanes } from './contact-lanes';
import { CrmSync } from './crm';
import type { CrmActionOutcome } from './crm';
import { ConversationManager } from './state';
import type { ContactSnapshot, Conversation, Turn } from './state';
import { TextAnswerer } from './turn';

/** A person's text silences the bot for this long. */
const PAUSE_MS = 24 * 3_600_000;

/** A text with what became of it. */
export interface AnsweredText {
  readonly conversation: Conversation;
  readonly turn: Turn;
}

/** The door to the bots: takes what happens to a contact, one event at a time per contact and in order. */
@Injectable()
export class ConversationService {
  constructor(
    private readonly lanes: ContactLanes,
    private readonly manager: ConversationManager,
    private readonly answerer: TextAnswerer,
    private readonly crm: CrmSync,
    private readonly logger: PinoLogger,
  ) {}

  /**
   * Deals with an event. Repeating one changes nothing.
   * @param isResumed it was begun before, by a process that did not finish it: its reply may have gone out.
   * @returns `false` when a reply was due and the CRM did not take it.
   */
  handle(event: ContactEvent, isResumed = false): Promise<boolean> {
    return this.lanes.run(event, async () => {
      switch (event.kind) {
        case 'text':
          return (await this.answer(event, isResumed)).turn.sent !== false;
        case 'person_wrote':
          return this.pause(event);
        case 'contact_changed':
          return this.noteChange(event);
      }
    });
  }

  /** Runs one turn by hand, in the contact's lane like any other, and returns it. */
  runTurn(event: TextEvent): Promise<AnsweredText> {
    return this.lanes.run(event, () => this.answer(event, false));
  }

  /** A turn that was cut off after its reply goes on where it stopped: the text is not answered again. */
  private async answer(event: TextEvent, isResumed: boolean): Promise<AnsweredText> {
    const { contactId, locationId } = event;
    const before = await this.manager.getContext(contactId, locationId);
    const known = before.history.find((turn) => isSameText(turn, event));
    const answered = known ? before : await this.answerer.answer(before, event, isResumed);
    const crm = await this.crm.bringUpToDate(answered);
    const conversation = await this.manager.getContext(contactId, locationId);
    const turn = conversation.history.find((candidate) => isSameText(candidate, event));
    if (!turn) throw new Error(`the turn of event ${event.id} is not in the conversation`);
    this.log(conversation, turn, crm);
    return { conversation, turn };
  }

  private log({ contactId, botType }: Conversation, { sent, replyId }: Turn, crm: readonly CrmActionOutcome[]): void {
    const refused = crm.filter((action) => !action.ok).map((action) => action.type);
    const line = { contact_id: contactId, bot_type: botType, sent, reply_id: replyId, crm_refused: refused };
    if (sent === false || refused.length > 0) this.logger.warn(line, 'turn ended');
    else this.logger.info(line, 'turn ended');
  }

  private async pause(event: PersonWroteEvent): Promise<true> {
    const { contactId, locationId } = event;
    const conversation = await this.manager.getContext(contactId, locationId);
    const isOurs = conversation.history.some((turn) => turn.replyId !== null && turn.replyId === event.messageId);
    if (isOurs) return true;
    const pausedUntil = new Date(event.receivedAtMs + PAUSE_MS).toISOString();
    await this.manager.updateContext({ contactId, locationId, pausedUntil });
    return true;
  }

  /** Only for contacts the bots know: everybody else's record is read when they first write. */
  private async noteChange(event: ContactChangedEvent): Promise<true> {
    const { contactId, locationId, firstName, tags, isSmsBlocked } = event;
    const conversation = await this.manager.find(contactId, locationId);
    if (!conversation?.contact) return true;
    const contact = {
      ...conversation.contact,
      firstName: firstName ?? conversation.contact.firstName,
      tags: tags ?? conversation.contact.tags,
      isSmsBlocked: isSmsBlocked ?? conversation.contact.isSmsBlocked,
    };
    // The CRM also reports what the service itself has just written.
    if (!isSameContact(contact, conversation.contact)) {
      await this.manager.updateContext({ contactId, locationId, contact });
    }
    return true;
  }
}

/** The CRM may report one text in two events. */
function isSameText(turn: Turn, event: TextEvent): boolean {
  return turn.eventId === event.id || (event.messageId !== null && turn.messageId === event.messageId);
}

/** Tags come back from the CRM in lower case. */
function isSameContact(a: ContactSnapshot, b: ContactSnapshot): boolean {
  const isSameTags = a.tags.length === b.tags.length && a.tags.every((tag) => hasTag(b.tags, tag));
  return isSameTags && a.firstName === b.firstName && a.isSmsBlocked === b.isSmsBlocked;
}
