import type { BusinessProfile, Settings } from '../../config';
import type { CrmAction } from '../../ghl';
import { toSmsText } from '../bots/sms-text';
import type { TextEvent } from '../contact-event';
import { toFactsFile } from '../state';
import type { BotState, ContextUpdate, Conversation } from '../state';
import type { Decision } from './appointments';
import type { Assessment } from './assess';
import { handoffActions } from './handoff';
import type { HandoffReason } from './handoff';
import { say } from './plan';

/** The reply as it goes out: the first text to a contact also says who writes and how to stop. */
export function composeReply(conversation: Conversation, text: string, profile: BusinessProfile): string {
  const { isIntroduced } = conversation.botState;
  const introduction = say(profile.wording.introduction, conversation, profile);
  return toSmsText(isIntroduced ? text : `${introduction} ${text}`);
}

/** A turn that is decided and not yet sent. */
export interface DecidedTurn {
  readonly event: TextEvent;
  readonly assessment: Assessment;
  readonly decision: Decision;
  /** `null`: the bot stays silent. */
  readonly reply: string | null;
  readonly nowMs: number;
}

/**
 * What the turn changes in the conversation. A question that did not get through has not been asked.
 * @param replyId the CRM's id of the reply; `null` when there was none or it was not taken.
 */
export function turnUpdate(
  decided: DecidedTurn,
  replyId: string | null,
  profile: BusinessProfile,
  settings: Settings,
): ContextUpdate {
  const { event, assessment, decision, reply } = decided;
  const { conversation } = assessment;
  const isRefused = reply !== null && replyId === null;
  const botType = decision.changes.botType ?? conversation.botType;
  return {
    contactId: event.contactId,
    locationId: event.locationId,
    userMessage: event.text,
    aiResponse: reply ?? '',
    extractedData: toFactsFile(assessment.understanding.facts),
    botType,
    ...(decision.changes.optedOut !== undefined && { optedOut: decision.changes.optedOut }),
    botState: stateAfter(decided, isRefused),
    contact: conversation.contact,
    signals: conversation.signals,
    ...(conversation.leadScore !== null && { leadScore: conversation.leadScore }),
    leadTemperature: conversation.leadTemperature,
    ...(botType === 'seller' && {
      sellerTemperature: conversation.sellerTemperature,
      sellerQuestionsAnswered: conversation.sellerQuestionsAnswered,
    }),
    crm: { ...conversation.crm, todo: [...conversation.crm.todo, ...newTasks(decided, isRefused, profile, settings)] },
    turn: {
      eventId: event.id,
      messageId: event.messageId,
      reason: decision.reason,
      scoreBreakdown: { ...assessment.score },
      sent: reply === null ? null : replyId !== null,
      replyId,
    },
  };
}

function stateAfter({ assessment, decision, reply }: DecidedTurn, isRefused: boolean): BotState {
  const before = assessment.conversation.botState;
  const after = decision.changes.botState ?? before;
  if (!isRefused) return { ...after, isIntroduced: before.isIntroduced || reply !== null };
  const { pendingQuestion, timesAsked } = before;
  return { ...after, pendingQuestion, timesAsked };
}

function newTasks(
  decided: DecidedTurn,
  isRefused: boolean,
  profile: BusinessProfile,
  settings: Settings,
): readonly CrmAction[] {
  const { score } = decided.assessment;
  const botType = decided.decision.changes.botType ?? decided.assessment.conversation.botType;
  const conversation = { ...decided.assessment.conversation, botType };
  const reasons: readonly (HandoffReason | null)[] = [
    decided.decision.handoff,
    isRefused && !hasTodo(conversation) ? 'reply could not be sent' : null,
  ];
  return reasons
    .filter((reason) => reason !== null)
    .flatMap((reason) => {
      const promise = isRefused ? null : decided.reply;
      const handoff = { reason, text: decided.event.text, promise, score };
      return handoffActions(conversation, handoff, profile, settings.ghl, decided.nowMs);
    });
}

/** A task that still waits for the CRM already says that somebody has to look. */
function hasTodo(conversation: Conversation): boolean {
  return conversation.crm.todo.some((action) => action.type === 'create_task');
}
