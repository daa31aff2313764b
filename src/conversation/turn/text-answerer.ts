import { Inject, Injectable } from '@nestjs/common';
import { BUSINESS_PROFILE, SETTINGS } from '../../config';
import type { BusinessProfile, Settings } from '../../config';
import { GhlClient } from '../../ghl';
import type { TextEvent } from '../contact-event';
import { ConversationManager } from '../state';
import type { Conversation } from '../state';
import { TurnDecider } from './turn-decider';
import { turnUpdate } from './turn-record';

/** Answers one text: decide, send, remember. */
@Injectable()
export class TextAnswerer {
  constructor(
    private readonly decider: TurnDecider,
    private readonly ghl: GhlClient,
    private readonly manager: ConversationManager,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(BUSINESS_PROFILE) private readonly profile: BusinessProfile,
  ) {}

  /**
   * @param isResumed the text was begun on before a crash: its reply may have gone out, so the CRM is asked first.
   * @returns the conversation with the answered turn at its end; the CRM's fields and tags are not touched.
   */
  async answer(before: Conversation, event: TextEvent, isResumed: boolean): Promise<Conversation> {
    const decided = await this.decider.decide(before, event);
    const { reply, decision } = decided;
    // The CRM refuses texts to a blocked contact, also the one that says they are welcome back.
    if (decision.changes.optedOut === false) await this.ghl.updateContact(event.contactId, { isSmsBlocked: false });
    const replyId = reply === null ? null : await this.send(event, reply, isResumed);
    return this.manager.updateContext(turnUpdate(decided, replyId, this.profile, this.settings));
  }

  private async send(event: TextEvent, reply: string, isResumed: boolean): Promise<string | null> {
    if (!isResumed) return this.ghl.sendMessage(event.contactId, reply);
    const sentId = await this.ghl.findSentMessage(event.contactId, reply, event.receivedAtMs);
    // Nobody can tell whether it went out: a person is called rather than a second text risked.
    if (sentId === false) return null;
    return sentId ?? this.ghl.sendMessage(event.contactId, reply);
  }
}
