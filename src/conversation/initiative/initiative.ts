import { Injectable } from '@nestjs/common';
import { Clock } from '../../config';
import type { Delivery } from '../../ghl';
import { ContactLanes } from '../contact-lanes';
import { Outbox } from '../outbox';
import type { Reply } from '../outbox';
import { ConversationManager, replyIds } from '../state';
import type { Conversation } from '../state';
import { withSent } from '../turn';
import { FirstWordDecider, heldByCrm } from './first-word-decider';
import type { DecidedWord } from './first-word-decider';
import type { FirstWord, FirstWordOutcome } from './first-word';

type Contact = Pick<FirstWord, 'id' | 'contactId' | 'locationId'>;

/**
 * How a bot speaks without having been asked: in the contact's lane, through the same gates as a reply, and once,
 * whatever fails in between.
 */
@Injectable()
export class Initiative {
  constructor(
    private readonly lanes: ContactLanes,
    private readonly manager: ConversationManager,
    private readonly decider: FirstWordDecider,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Says it, or finds out that an earlier attempt did. Call it again for what was `held`. */
  speakFirst(word: FirstWord): Promise<FirstWordOutcome> {
    return this.lanes.run(word, async () => {
      const settled = this.outbox.isBegun(word.id) ? await this.settleNow(word, word.reason) : 'not_sent';
      if (settled !== 'not_sent') return this.outcomeOf(settled);
      const decided = await this.decider.decide(word);
      return decided.kind === 'say' ? this.send(word, decided) : decided;
    });
  }

  /**
   * Finds out what became of a first word that is not due any more, so that the conversation knows of it.
   * @returns whether that could be found out.
   */
  async settle(word: Contact & Pick<FirstWord, 'reason'>): Promise<boolean> {
    if (!this.outbox.isBegun(word.id)) return true;
    return (await this.lanes.run(word, () => this.settleNow(word, word.reason))) !== 'unsure';
  }

  private async settleNow(word: Contact, reason: string): Promise<Delivery['kind']> {
    const before = await this.manager.getContext(word.contactId, word.locationId);
    if (before.history.some(({ eventId }) => eventId === word.id)) {
      this.outbox.close(word.id);
      return 'sent';
    }
    const nothing = { text: '', botState: before.botState, todo: [] };
    const { delivery, reply } = await this.outbox.send(word, nothing, replyIds(before), () => false);
    if (delivery.kind === 'sent') {
      await this.record(word, { before, text: reply.text, gates: [] }, reason, reply, delivery);
    } else if (delivery.kind !== 'unsure') this.outbox.close(word.id);
    return delivery.kind;
  }

  private async send(word: FirstWord, decided: DecidedWord): Promise<FirstWordOutcome> {
    const { before, text } = decided;
    const given: Reply = { text, botState: { ...before.botState, isIntroduced: true }, todo: [] };
    const isWanted = () => this.decider.obstacleTo(word, before) === null;
    const { delivery } = await this.outbox.send(word, given, replyIds(before), isWanted);
    if (delivery.kind === 'sent') await this.record(word, decided, word.reason, given, delivery);
    else if (delivery.kind !== 'unsure') this.outbox.close(word.id);
    if (delivery.kind !== 'not_sent') return this.outcomeOf(delivery.kind);
    return this.decider.obstacleTo(word, before) ?? heldByCrm(this.clock.now());
  }

  /** `refused` is also what the CRM has taken and does not show: it may still appear, so it is not repeated. */
  private outcomeOf(delivery: Exclude<Delivery['kind'], 'not_sent'>): FirstWordOutcome {
    switch (delivery) {
      case 'sent':
        return { kind: 'sent' };
      case 'unsure':
        return heldByCrm(this.clock.now());
      case 'refused':
        return { kind: 'refused', reason: 'the CRM refused the text, or has taken it and does not show it' };
    }
  }

  private async record(
    { id, contactId, locationId }: Contact,
    { before, text, gates }: Pick<DecidedWord, 'before' | 'text' | 'gates'>,
    reason: string,
    reply: Reply,
    delivery: Delivery & { readonly kind: 'sent' },
  ): Promise<Conversation> {
    const timestamp = new Date(this.clock.now()).toISOString();
    const turn = { eventId: id, timestamp, reason, gates };
    const said = { contactId, locationId, userMessage: '', aiResponse: text, turn };
    // Webhooks may have changed the conversation meanwhile: what they say of it stays.
    const { botState, crm, ...update } = withSent(said, before, reply, delivery);
    const conversation = await this.manager.change(before, (current) => ({
      ...update,
      botState: { ...current.botState, isIntroduced: true },
    }));
    this.outbox.close(id);
    return conversation;
  }
}
