import type { BusinessProfile } from '../../config';
import { hasTag, TAGS } from '../../ghl';
import { toSmsText } from '../gates';
import type { TextEvent } from '../contact-event';
import type { Reply } from '../outbox';
import { toFactsFile } from '../state';
import type { BotState, ContextUpdate, Conversation, Turn } from '../state';
import type { Decision } from './appointments';
import type { Assessment } from './assess';
import { handoffActions } from './handoff';
import type { Office } from './handoff';
import { say } from './plan';

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
 * The reply as it goes out: the first text to a contact also says who writes and how to stop, unless it is about just
 * that.
 */
export function replyTo(conversation: Conversation, decision: Decision, profile: BusinessProfile): string | null {
  if (decision.text === null) return null;
  const isKnown = conversation.botState.isIntroduced || decision.changes.optedOut !== undefined;
  const introduction = say(profile.wording.introduction, conversation, profile);
  return toSmsText(isKnown ? decision.text : `${introduction} ${decision.text}`).text;
}

/** The reply with what follows once it has gone out: where the bot stands, and what a person is told. */
export function toReply({ event, assessment, decision, nowMs }: DecidedTurn, text: string, office: Office): Reply {
  const { conversation } = assessment;
  const botType = decision.changes.botType ?? conversation.botType;
  const botState = { ...(decision.changes.botState ?? conversation.botState), isIntroduced: true };
  const { handoff: reason } = decision;
  const handoff = reason && { reason, text: event.text, promise: text };
  const todo = handoff ? handoffActions({ ...conversation, botType }, handoff, office, nowMs) : [];
  return { text, botState, todo, liftsBlock: decision.changes.optedOut === false };
}

/** What the turn changes in the conversation, whatever becomes of its reply. A reply not sent has said nothing. */
export function turnUpdate({ event, assessment, decision, nowMs }: DecidedTurn): ContextUpdate {
  const { conversation } = assessment;
  const botType = decision.changes.botType ?? conversation.botType;
  return {
    contactId: event.contactId,
    locationId: event.locationId,
    userMessage: event.text,
    aiResponse: '',
    extractedData: toFactsFile(assessment.understanding.facts),
    botType,
    botState: unsaid(conversation.botState, decision.changes.botState),
    ...consentChange(conversation, decision.changes.optedOut),
    signals: conversation.signals,
    ...(conversation.leadScore !== null && { leadScore: conversation.leadScore }),
    leadTemperature: conversation.leadTemperature,
    ...(botType === 'seller' && {
      sellerTemperature: conversation.sellerTemperature,
      sellerQuestionsAnswered: conversation.sellerQuestionsAnswered,
    }),
    turn: {
      timestamp: new Date(nowMs).toISOString(),
      eventId: event.id,
      messageId: event.messageId,
      reason: decision.reason,
      scoreBreakdown: { ...assessment.score },
      sent: null,
    },
  };
}

/** The update of a conversation with a reply that has gone out. */
export function withSent(update: ContextUpdate, { crm }: Conversation, reply: Reply, replyId: string): ContextUpdate {
  const record = update.crm ?? crm;
  return {
    ...update,
    botState: reply.botState,
    crm: { ...record, todo: [...record.todo, ...reply.todo] },
    turn: { ...update.turn, aiResponse: reply.text, sent: true, replyId },
  };
}

/** The update with a reply that has not gone out, but still may. */
export function withUnsent(update: ContextUpdate, reply: Reply): ContextUpdate {
  return { ...update, turn: { ...update.turn, aiResponse: reply.text, sent: false } };
}

/** A reply that is not due any more has never been said. */
export function dropUpdate({ contactId, locationId }: Conversation, turn: Turn, why: string): ContextUpdate {
  const reason = `${turn.reason}; not sent: ${why}`;
  return { contactId, locationId, turn: { eventId: turn.eventId, aiResponse: '', sent: null, reason } };
}

/** Calls a person because the reply to an event has not got through. */
export function pageUpdate(conversation: Conversation, eventId: string, office: Office, nowMs: number): ContextUpdate {
  const { contactId, locationId, crm } = conversation;
  const handoff = { reason: 'reply could not be sent', text: null, promise: null } as const;
  const todo = [...crm.todo, ...handoffActions(conversation, handoff, office, nowMs)];
  return { contactId, locationId, crm: { ...crm, todo }, turn: { eventId, pagedAt: new Date(nowMs).toISOString() } };
}

/** A question that did not get through has not been asked; an appointment that was made has been. */
function unsaid(before: BotState, after: BotState | undefined): BotState {
  const bookedSlot = after?.bookedSlot ?? null;
  if (bookedSlot === before.bookedSlot) return before;
  return { ...before, bookedSlot, pendingQuestion: null, offeredSlots: [] };
}

/** Somebody who comes back loses the tag, also one that the service has not set. */
function consentChange(conversation: Conversation, optedOut: boolean | undefined): Partial<ContextUpdate> {
  const { contact, crm } = conversation;
  if (optedOut === undefined) return { contact };
  if (optedOut || !hasTag(contact?.tags ?? [], TAGS.optedOut)) return { optedOut, contact };
  return { optedOut, contact, crm: { ...crm, tags: [...crm.tags, TAGS.optedOut] } };
}
