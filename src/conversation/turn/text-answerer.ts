import { Inject, Injectable } from '@nestjs/common';
import { BUSINESS_PROFILE, Clock, SETTINGS } from '../../config';
import type { BusinessProfile, Settings } from '../../config';
import type { TextEvent } from '../contact-event';
import { Outbox } from '../outbox';
import type { SendOutcome } from '../outbox';
import { ConversationManager } from '../state';
import type { ContextUpdate, Conversation, Turn } from '../state';
import type { Office } from './handoff';
import { silenceReason } from './plan-consent';
import { TurnDecider } from './turn-decider';
import { pageUpdate, toReply, turnUpdate, withSent } from './turn-record';

/** A person is called when a reply is not out by then: one minute before the five-minute rule is broken. */
export const PAGE_AFTER_MS = 240_000;

/** Answers one text: decide, send, remember. The CRM's fields and tags are not touched. */
@Injectable()
export class TextAnswerer {
  private readonly office: Office;

  constructor(
    private readonly decider: TurnDecider,
    private readonly outbox: Outbox,
    private readonly manager: ConversationManager,
    private readonly clock: Clock,
    @Inject(SETTINGS) settings: Settings,
    @Inject(BUSINESS_PROFILE) profile: BusinessProfile,
  ) {
    this.office = { settings, profile };
  }

  /** @returns the conversation with the turn at its end, whether its reply got through or not. */
  async answer(before: Conversation, event: TextEvent): Promise<Conversation> {
    const decided = await this.decider.decide(before, event);
    const update = turnUpdate(decided);
    if (decided.reply === null) return this.finish(event, update);
    const outcome = await this.outbox.send(event, toReply(decided, decided.reply, this.office), replyIds(before));
    if (outcome.delivery.kind === 'sent') return this.finish(event, this.sent(before, update, outcome));
    const recorded = await this.manager.updateContext(update);
    // STOP is obeyed whether its confirmation gets through or not.
    if (recorded.optedOut) return this.giveUp(recorded, event);
    if (isRefused(outcome)) return this.giveUp(await this.page(recorded, event), event);
    const turn = recorded.history.at(-1);
    return turn && outcome.delivery.kind === 'unsure' ? this.tryAgain(recorded, turn, event) : recorded;
  }

  /** The same for a reply that did not get through before. */
  async tryAgain(before: Conversation, turn: Turn, event: TextEvent): Promise<Conversation> {
    if (!this.isStillDue(before, turn)) return this.giveUp(before, event);
    const { contactId, locationId } = event;
    const reply = { text: turn.aiResponse, botState: { ...before.botState, isIntroduced: true }, todo: [] };
    const outcome = await this.outbox.send(event, reply, replyIds(before));
    const update = { contactId, locationId, turn: { eventId: event.id } };
    if (outcome.delivery.kind === 'sent') return this.finish(event, this.sent(before, update, outcome));
    const isLate = this.clock.now() - event.receivedAtMs >= PAGE_AFTER_MS;
    const isPaged = turn.pagedAt !== null;
    const paged = !isPaged && (isLate || isRefused(outcome)) ? await this.page(before, event) : before;
    return isRefused(outcome) ? this.giveUp(paged, event) : paged;
  }

  /** A later reply says what this one would have said; and what forbids texts now forbids this one too. */
  private isStillDue(conversation: Conversation, turn: Turn): boolean {
    const later = conversation.history.slice(conversation.history.indexOf(turn) + 1);
    const isSuperseded = later.some(({ aiResponse }) => aiResponse !== '');
    return !isSuperseded && silenceReason(conversation, this.office.profile, this.clock.now()) === null;
  }

  private sent({ crm }: Conversation, update: ContextUpdate, { delivery, reply }: SendOutcome): ContextUpdate {
    return delivery.kind === 'sent' ? withSent(update, crm, reply, delivery.messageId) : update;
  }

  private async finish(event: TextEvent, update: ContextUpdate): Promise<Conversation> {
    const conversation = await this.manager.updateContext(update);
    this.outbox.close(event.id);
    return conversation;
  }

  private giveUp(conversation: Conversation, event: TextEvent): Conversation {
    this.outbox.close(event.id);
    return conversation;
  }

  private page(conversation: Conversation, event: TextEvent): Promise<Conversation> {
    return this.manager.updateContext(pageUpdate(conversation, event.id, this.office, this.clock.now()));
  }
}

function isRefused({ delivery }: SendOutcome): boolean {
  return delivery.kind === 'refused';
}

function replyIds({ history }: Conversation): ReadonlySet<string> {
  return new Set(history.map(({ replyId }) => replyId).filter((id) => id !== null));
}
