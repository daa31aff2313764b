import { Inject, Injectable } from '@nestjs/common';
import { BUSINESS_PROFILE, Clock } from '../../config';
import type { BusinessProfile } from '../../config';
import { GhlClient } from '../../ghl';
import type { CrmAction } from '../../ghl';
import { ConversationManager } from '../state';
import type { Conversation } from '../state';
import { crmChanges, desiredCrmState, recordChanges } from './crm-state';
import type { CrmActionOutcome } from './crm-state';

/**
 * Keeps the CRM current: writes what differs from what was last written, nothing else. Called after the reply has been
 * accepted, because tags start workflows that would talk over the bot.
 */
@Injectable()
export class CrmSync {
  constructor(
    private readonly ghl: GhlClient,
    private readonly manager: ConversationManager,
    private readonly clock: Clock,
    @Inject(BUSINESS_PROFILE) private readonly profile: BusinessProfile,
  ) {}

  /** @returns what was done; `ok: false` has been logged and is tried again with the next turn. */
  async bringUpToDate(conversation: Conversation): Promise<readonly CrmActionOutcome[]> {
    const actions = this.dueActions(conversation);
    if (actions.length === 0) return [];
    const { contactId, locationId } = conversation;
    const results = await this.ghl.applyActions(contactId, actions);
    const outcomes = actions.map((action, index) => ({ ...action, ok: results[index]?.ok ?? false }));
    const recorded = recordChanges(conversation, outcomes);
    const crm = outcomes.map(({ type, ok }) => ({ type, ok }));
    await this.manager.updateContext({ contactId, locationId, ...recorded, turn: { crm } });
    return outcomes;
  }

  /**
   * What the CRM has not been told yet. After a reply that was not taken only a person is called: tags would start
   * workflows about a text that nobody got.
   */
  dueActions(conversation: Conversation): readonly CrmAction[] {
    if (conversation.history.at(-1)?.sent === false) return conversation.crm.todo;
    const desired = desiredCrmState(conversation, this.profile);
    return crmChanges(conversation, desired, new Date(this.clock.now()).toISOString());
  }
}
