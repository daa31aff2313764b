import { Inject, Injectable } from '@nestjs/common';
import { BUSINESS_PROFILE, Clock, SETTINGS } from '../../config';
import type { BusinessProfile, Settings } from '../../config';
import type { TextEvent } from '../contact-event';
import { Outbox } from '../outbox';
import { ConversationManager } from '../state';
import type { ContextUpdate, Conversation, Turn } from '../state';
import type { Office } from './handoff';
import { silenceReason } from './plan-consent';
import { TurnDecider } from './turn-decider';
import { dropUpdate, pageUpdate, toReply, turnUpdate, withSent, withUnsent } from './turn-record';

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
    const given = toReply(decided, decided.reply, this.office);
    const { delivery, reply } = await this.outbox.send(event, given, replyIds(before));
    if (delivery.kind === 'sent') return this.finish(event, withSent(update, before, reply, delivery.messageId));
    const recorded = await this.manager.updateContext(withUnsent(update, reply));
    const turn = recorded.history.at(-1);
    if (!turn) throw new Error(`the turn of event ${event.id} is not in the conversation`);
    if (delivery.kind === 'unsure') return this.tryAgain(recorded, turn, event);
    // STOP is obeyed whether its confirmation gets through or not.
    if (recorded.optedOut) return this.drop(recorded, turn, event, 'the confirmation did not get through');
    return delivery.kind === 'refused' ? this.giveUp(await this.page(recorded, event), event) : recorded;
  }

  /** The same for a reply that did not get through before. */
  async tryAgain(before: Conversation, turn: Turn, event: TextEvent): Promise<Conversation> {
    const { contactId, locationId } = event;
    const obstacle = this.obstacleTo(turn, before);
    const reply = { text: turn.aiResponse, botState: { ...before.botState, isIntroduced: true }, todo: [] };
    const { delivery, reply: begun } = await this.outbox.send(event, reply, replyIds(before), obstacle === null);
    if (delivery.kind === 'sent') {
      const update = { contactId, locationId, turn: { eventId: event.id } };
      const sent = withSent(update, before, begun, delivery.messageId);
      // Found out late: the bot stands where the newer reply has put it.
      return this.finish(event, obstacle === null ? sent : { ...sent, botState: before.botState });
    }
    if (obstacle !== null) return delivery.kind === 'unsure' ? before : this.drop(before, turn, event, obstacle);
    const isRefused = delivery.kind === 'refused';
    const isLate = this.clock.now() - event.receivedAtMs >= PAGE_AFTER_MS;
    const paged = turn.pagedAt === null && (isLate || isRefused) ? await this.page(before, event) : before;
    return isRefused ? this.giveUp(paged, event) : paged;
  }

  /** A later reply says what this one would have said; and what forbids texts now forbids this one too. */
  private obstacleTo(turn: Turn, conversation: Conversation): string | null {
    const later = conversation.history.slice(conversation.history.indexOf(turn) + 1);
    if (later.some(({ aiResponse }) => aiResponse !== '')) return 'a newer reply stands in for it';
    return silenceReason(conversation, this.office.profile, this.clock.now());
  }

  private drop(conversation: Conversation, turn: Turn, event: TextEvent, why: string): Promise<Conversation> {
    return this.finish(event, dropUpdate(conversation, turn, why));
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

function replyIds({ history }: Conversation): ReadonlySet<string> {
  return new Set(history.map(({ replyId }) => replyId).filter((id) => id !== null));
}
