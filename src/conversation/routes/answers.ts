import type { Analysis } from '../analysis.service';
import { VIOLATION_MS } from '../speed';
import { toConversationFile, toFactsFile } from '../state';
import type { Conversation, Turn } from '../state';

/** Answer of `POST /analyze-lead`; names fixed by the outside contract. */
export function analysisAnswer(analysis: Analysis, responseTimeMs: number) {
  const { assessment, criteria, opinion, response, actions, followUp } = analysis;
  return {
    success: actions.every((action) => action.ok !== false),
    lead_score: assessment.score.total,
    lead_temperature: assessment.score.temperature,
    response_message: response,
    jorge_priority: criteria.priority,
    estimated_commission: criteria.estimatedCommissionUsd,
    facts: toFactsFile(assessment.understanding.facts),
    performance: {
      response_time_ms: responseTimeMs,
      analysis_type: opinion.isUsed ? 'claude' : 'pattern',
      cache_hit: opinion.isCached,
      five_minute_compliant: responseTimeMs < VIOLATION_MS,
      claude_used: opinion.isUsed,
    },
    actions,
    follow_up: followUp && {
      step: followUp.step,
      due_at: new Date(followUp.dueAtMs).toISOString(),
      reason: followUp.reason,
    },
    score_breakdown: assessment.score,
  };
}

/** A turn under the names that it has in the conversation file. */
export function turnAnswer(conversation: Conversation, turn: Turn) {
  const file = toConversationFile(conversation);
  const position = conversation.history.indexOf(turn);
  return {
    success: turn.sent !== false,
    contact_id: file.contact_id,
    location_id: file.location_id,
    bot_type: file.bot_type,
    lead_score: file.lead_score,
    lead_temperature: file.lead_temperature,
    seller_temperature: file.seller_temperature,
    seller_questions_answered: file.seller_questions_answered,
    turn: file.conversation_history[position],
  };
}

/** One line of the list of conversations. */
export function conversationSummary(conversation: Conversation) {
  const file = toConversationFile(conversation);
  return {
    contact_id: file.contact_id,
    location_id: file.location_id,
    first_name: file.contact?.first_name ?? null,
    bot_type: file.bot_type,
    lead_score: file.lead_score,
    lead_temperature: file.lead_temperature,
    seller_temperature: file.seller_temperature,
    seller_questions_answered: file.seller_questions_answered,
    opted_out: file.opted_out,
    paused_until: file.paused_until,
    turns: file.conversation_history.length,
    last_updated: file.last_updated,
  };
}

/** What is known of a contact, per bot. */
export function analyticsAnswer(conversation: Conversation) {
  const file = toConversationFile(conversation);
  return {
    ...conversationSummary(conversation),
    created_at: file.created_at,
    replies_sent: file.conversation_history.filter((turn) => turn.sent === true).length,
    replies_failed: file.conversation_history.filter((turn) => turn.sent === false).length,
    pending_question: file.bot_state.pending_question,
    handed_off_at: file.bot_state.handed_off_at,
    booked_slot: file.bot_state.booked_slot,
    score_breakdown: file.conversation_history.at(-1)?.score_breakdown ?? null,
    bots: {
      lead: { preferences: file.lead_preferences, temperature: file.lead_temperature, score: file.lead_score },
      seller: {
        preferences: file.seller_preferences,
        temperature: file.seller_temperature,
        questions_answered: file.seller_questions_answered,
      },
    },
  };
}
