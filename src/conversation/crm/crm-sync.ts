import { Inject, Injectable } from '@nestjs/common';
import { BUSINESS_PROFILE, Clock } from '../../config';
import type { BusinessProfile } from '../../config';
import { GhlClient } from '../../ghl';
import type { CrmAction, CrmActionResult } from '../../ghl';
import { noteOnSpan, withSpan } from '../../telemetry';
import { ConversationManager } from '../state';
import type { Conversation } from '../state';
import { crmChanges, desiredCrmState, recordChanges } from './crm-state';
import type { CrmActionOutcome, CrmScope } from './crm-state';

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

  /**
   * @param eventId whose turn remembers what was done; `null` for no turn.
   * @returns what was done; `ok: false` has been logged and is tried again.
   */
  async bringUpToDate(
    conversation: Conversation,
    scope: CrmScope | 'as the last turn allows',
    eventId: string | null,
  ): Promise<readonly CrmActionOutcome[]> {
    const actions = this.dueActions(conversation, scope === 'as the last turn allows' ? scopeOf(conversation) : scope);
    if (actions.length === 0) return [];
    const { contactId } = conversation;
    const results = await withSpan('crm sync', { 'crm.actions': actions.length }, async () => {
      const applied = await this.ghl.applyActions(contactId, actions);
      noteOnSpan({ 'crm.refused': applied.filter(({ ok }) => !ok).length });
      return applied;
    });
    const outcomes = actions.map((action, index) => withResult(action, results[index]));
    const crm = outcomes.map(({ type, ok }) => ({ type, ok }));
    const turn = eventId === null ? {} : { turn: { eventId, crm } };
    // Webhooks may have told of other changes meanwhile.
    await this.manager.change(conversation, (current) => ({ ...recordChanges(current, outcomes), ...turn }));
    return outcomes;
  }

  /** What the CRM has not been told yet. */
  dueActions(conversation: Conversation, scope: CrmScope): readonly CrmAction[] {
    const desired = desiredCrmState(conversation, this.profile);
    return crmChanges(conversation, desired, scope, new Date(this.clock.now()).toISOString());
  }
}

/** After a reply that was not taken, tags would start workflows about a text that nobody got. */
function scopeOf(conversation: Conversation): CrmScope {
  const last = conversation.history.at(-1);
  if (conversation.optedOut || last?.sent === false) return 'consent';
  return last?.sent === true ? 'all' : 'no tags';
}

function withResult(action: CrmAction, result: CrmActionResult | undefined): CrmActionOutcome {
  const { type, ...outcome } = result ?? { type: action.type, ok: false };
  return { ...action, ...outcome };
}
