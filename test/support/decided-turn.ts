import { loadBusinessProfile } from '../../src/config/business-profile';
import { assessTexts } from '../../src/conversation/planning';
import { newConversation } from '../../src/conversation/state/conversation';
import type { Conversation } from '../../src/conversation/state';
import type { Decision } from '../../src/conversation/turn/decision';
import type { DecidedTurn } from '../../src/conversation/turn/turn-decider';

export const NOW_ISO = '2026-11-23T16:00:00.000Z';
export const NOW_MS = Date.parse(NOW_ISO);
export const profile = loadBusinessProfile('config/business.json');
export const office = { profile, settings: { ghl: {} as never } };
const EMPTY = newConversation('ann1', 'loc1', '2026-11-23T15:00:00.000Z');
export const TODO = { type: 'trigger_workflow', workflowId: 'w1' } as const;
export const SLOT = '2026-11-24T10:00:00-06:00';
export const BEFORE: Conversation = {
  ...EMPTY,
  botState: { ...EMPTY.botState, pendingQuestion: 'area', offeredSlots: [SLOT] },
  crm: { ...EMPTY.crm, fields: { ai_lead_score: 35 }, todo: [TODO] },
};
export const ASKED = { ...BEFORE.botState, pendingQuestion: 'budget' } as const;
export const USAGE = { calls: 1, inputTokens: 2, outputTokens: 3, cacheReadTokens: 4, cacheWriteTokens: 5, costUsd: 6 };

/** A turn in which the contact wants something in Plano and is to be asked for the budget. */
export function decided(
  decision: Partial<Decision> = {},
  more: Partial<DecidedTurn> = {},
  before = BEFORE,
): DecidedTurn {
  const text = 'I want to buy in Plano';
  const assessment = assessTexts(before, [text], 'area', profile, NOW_MS);
  const ids = { id: 'e1', contactId: 'ann1', locationId: 'loc1', requestId: 'r1', messageId: 'm1' };
  return {
    before,
    event: { kind: 'text', ...ids, receivedAtMs: NOW_MS, text, botType: null, firstName: null, tags: null },
    assessment,
    decision: {
      text: 'How much?',
      reason: 'asks for the budget',
      changes: { botType: 'lead', botState: ASKED },
      handoffs: [],
      step: null,
      isDone: false,
      ...decision,
    },
    reply: { text: 'How much?', gates: [{ gate: 'text', verdict: 'pass', reason: 'fine' }], isWithheld: false },
    opinion: { assessment, draft: null, claude: 'used', isUsed: true, isCached: false, usage: USAGE },
    style: { profile, record: null },
    nowMs: NOW_MS,
    ...more,
  };
}
