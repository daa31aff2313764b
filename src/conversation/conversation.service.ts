import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { hasTag } from '../ghl';
import type { ContactChangedEvent, ContactEvent, PersonWroteEvent, TextEvent } from './contact-event';
import { ContactLanes } from './contact-lanes';
import { CrmSync } from './crm';
import type { CrmActionOutcome } from './crm';
import { DONE, turnOutcome } from './event-outcome';
import type { EventOutcome } from './event-outcome';
import { Outbox } from './outbox';
import { isSameText } from './same-text';
import { ConversationManager } from './state';
import type { ContactSnapshot, Conversation, Turn } from './state';
import { TextAnswerer } from './turn';

/** A person's text silences the bot for this long. */
const PAUSE_MS = 24 * 3_600_000;

/** A text with what became of it. */
export interface AnsweredText {
  readonly conversation: Conversation;
  readonly turn: Turn;
  /** What was changed in the CRM just now. */
  readonly crm: readonly CrmActionOutcome[];
}

/** The door to the bots: takes what happens to a contact, one event at a time per contact and in order. */
@Injectable()
export class ConversationService {
  constructor(
    private readonly lanes: ContactLanes,
    private readonly manager: ConversationManager,
    private readonly answerer: TextAnswerer,
    private readonly crm: CrmSync,
    private readonly outbox: Outbox,
    private readonly logger: PinoLogger,
  ) {}

  /**
   * Deals with an event, or goes on with it. It may be called any number of times for the same one: what is done is not
   * done again.
   * @param isReplay somebody asks for what had been given up.
   */
  async handle(event: ContactEvent, isReplay = false): Promise<EventOutcome> {
    const outcome = await this.lanes.run(event, () => this.handleInTurn(event, isReplay));
    await this.manager.written(event);
    return outcome;
  }

  /** Runs one turn by hand, in the contact's lane like any other, and returns it. */
  async runTurn(event: TextEvent): Promise<AnsweredText> {
    try {
      return await this.lanes.run(event, () => this.answer(event, false));
    } finally {
      // Nobody handles it again.
      this.outbox.close(event.id);
      await this.manager.written(event);
    }
  }

  private async handleInTurn(event: ContactEvent, isReplay: boolean): Promise<EventOutcome> {
    switch (event.kind) {
      case 'text': {
        const answered = await this.answer(event, isReplay);
        return turnOutcome(event, answered, this.outbox.isWaiting(event.id));
      }
      case 'person_wrote':
        await this.pause(event);
        return DONE;
      case 'contact_changed':
        await this.noteChange(event);
        return DONE;
    }
  }

  private async answer(event: TextEvent, isReplay: boolean): Promise<AnsweredText> {
    const { contactId, locationId } = event;
    const before = await this.manager.getContext(contactId, locationId);
    const answered = await this.answerOnce(before, event, isReplay);
    const crm = await this.crm.bringUpToDate(answered, 'as the last turn allows', event.id);
    const conversation = await this.manager.getContext(contactId, locationId);
    const turn = conversation.history.find((candidate) => isSameText(candidate, event));
    if (!turn) throw new Error(`the turn of event ${event.id} is not in the conversation`);
    this.log(conversation, turn, crm);
    return { conversation, turn, crm };
  }

  private async answerOnce(before: Conversation, event: TextEvent, isReplay: boolean): Promise<Conversation> {
    const turn = before.history.find((candidate) => isSameText(candidate, event));
    if (!turn) return this.answerer.answer(before, event);
    const isUnsent = turn.eventId === event.id && turn.sent === false;
    if (isUnsent && (isReplay || this.outbox.isWaiting(event.id))) return this.answerer.tryAgain(before, turn, event);
    // A crash came between the turn and this.
    this.outbox.close(event.id);
    return before;
  }

  private log({ contactId, botType }: Conversation, { sent, replyId }: Turn, crm: readonly CrmActionOutcome[]): void {
    const refused = crm.filter((action) => !action.ok).map((action) => action.type);
    const line = { contact_id: contactId, bot_type: botType, sent, reply_id: replyId, crm_refused: refused };
    if (sent === false || refused.length > 0) this.logger.warn(line, 'turn ended');
    else this.logger.info(line, 'turn ended');
  }

  private async pause(event: PersonWroteEvent): Promise<void> {
    const { contactId, locationId } = event;
    const conversation = await this.manager.getContext(contactId, locationId);
    const isOurs = conversation.history.some((turn) => turn.replyId !== null && turn.replyId === event.messageId);
    if (isOurs) return;
    const pausedUntil = new Date(event.receivedAtMs + PAUSE_MS).toISOString();
    // An older text of theirs may be reported later.
    if ((conversation.pausedUntil ?? '') < pausedUntil) {
      await this.manager.updateContext({ contactId, locationId, pausedUntil });
    }
  }

  /** Only for contacts the bots know: everybody else's record is read when they first write. */
  private async noteChange(event: ContactChangedEvent): Promise<void> {
    const { contactId, locationId } = event;
    const conversation = await this.manager.find(contactId, locationId);
    if (!conversation?.contact) return;
    const contact = changedContact(conversation.contact, conversation, event);
    // The CRM also reports what the service itself has just written.
    if (contact && !isSameContact(contact, conversation.contact)) {
      await this.manager.updateContext({ contactId, locationId, contact });
    }
  }
}

/** `null` for news that is older than what is known: webhooks come unordered. */
function changedContact(
  known: ContactSnapshot,
  { botType }: Conversation,
  event: ContactChangedEvent,
): ContactSnapshot | null {
  const { firstName, tags, isSmsBlocked, botTypes, changedAtMs } = event;
  if (changedAtMs !== null && known.changedAt !== null && changedAtMs < Date.parse(known.changedAt)) return null;
  const isOtherBotNamed = botType !== null && botTypes.some((named) => named !== botType);
  return {
    ...known,
    firstName: firstName ?? known.firstName,
    tags: tags ?? known.tags,
    isSmsBlocked: isSmsBlocked ?? known.isSmsBlocked,
    isRead: known.isRead && !isOtherBotNamed,
    changedAt: changedAtMs === null ? known.changedAt : new Date(changedAtMs).toISOString(),
  };
}

/** Tags come back from the CRM in lower case. */
function isSameContact(a: ContactSnapshot, b: ContactSnapshot): boolean {
  const isSameTags = a.tags.length === b.tags.length && a.tags.every((tag) => hasTag(b.tags, tag));
  const isSameState = a.isSmsBlocked === b.isSmsBlocked && a.isRead === b.isRead;
  return isSameTags && isSameState && a.firstName === b.firstName;
}
