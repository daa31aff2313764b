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
      if (this.outbox.isBegun(word.id)) {
        const settled = await this.settleNow(word, word.reason);
        if (settled !== 'not_sent') return settled === 'sent' ? { kind: 'sent' } : heldByCrm(this.clock.now());
      }
      const decided = await this.decider.decide(word);
      return decided.kind === 'say' ? this.send(word, decided) : decided;
    });
  }

  /** Finds out what became of a first word that is not due any more, so that the conversation knows of it. */
  async settle(word: Contact & Pick<FirstWord, 'reason'>): Promise<void> {
    if (!this.outbox.isBegun(word.id)) return;
    await this.lanes.run(word, () => this.settleNow(word, word.reason));
  }

  private async settleNow(word: Contact, reason: string): Promise<'sent' | 'not_sent' | 'unsure'> {
    const before = await this.manager.getContext(word.contactId, word.locationId);
    if (before.history.some(({ eventId }) => eventId === word.id)) {
      this.outbox.close(word.id);
      return 'sent';
    }
    const nothing = { text: '', botState: before.botState, todo: [] };
    const { delivery, reply } = await this.outbox.send(word, nothing, replyIds(before), () => false);
    if (delivery.kind === 'unsure') return 'unsure';
    if (delivery.kind === 'sent') {
      await this.record(word, { before, text: reply.text, gates: [] }, reason, reply, delivery);
      return 'sent';
    }
    this.outbox.close(word.id);
    return 'not_sent';
  }

  private async send(word: FirstWord, decided: DecidedWord): Promise<FirstWordOutcome> {
    const { before, text } = decided;
    const given: Reply = { text, botState: { ...before.botState, isIntroduced: true }, todo: [] };
    const isWanted = () => this.decider.obstacleTo(word, before) === null;
    const { delivery } = await this.outbox.send(word, given, replyIds(before), isWanted);
    switch (delivery.kind) {
      case 'sent':
        await this.record(word, decided, word.reason, given, delivery);
        return { kind: 'sent' };
      case 'unsure':
        return heldByCrm(this.clock.now());
      case 'not_sent':
        this.outbox.close(word.id);
        return this.decider.obstacleTo(word, before) ?? heldByCrm(this.clock.now());
      case 'refused':
        this.outbox.close(word.id);
        return { kind: 'refused', reason: 'the CRM refused the text' };
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
