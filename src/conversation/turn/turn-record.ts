import { hasTag, TAGS } from '../../ghl';
import type { Delivery } from '../../ghl';
import type { BotType } from '../contact-event';
import { handoffActions, withHandoffs } from '../handoff';
import type { HandoffReason, Office } from '../handoff';
import type { Reply } from '../outbox';
import { addUsage, toFactsFile, toSourcesFile } from '../state';
import type { BotState, ContextUpdate, Conversation, Turn } from '../state';
import { attributeFacts } from '../understanding';
import { readingContext } from '../planning';
import type { Assessment } from '../planning';
import type { SecondOpinion } from './second-opinion';
import type { DecidedTurn } from './turn-decider';

type Sent = Delivery & { readonly kind: 'sent' };

/** The reply with what follows once it has gone out: where the bot stands, and what a person is told. */
export function toReply(turn: DecidedTurn, text: string, office: Office): Reply {
  const { assessment, decision, nowMs } = turn;
  const { conversation } = assessment;
  const reasons = reasonsOf(turn);
  const botState = { ...(decision.changes.botState ?? conversation.botState), isIntroduced: true };
  return {
    text,
    botState: withHandoffs(botState, reasons, nowMs),
    todo: handoffActions(decided(turn), { reasons, text: turn.event.text, promise: text }, office, nowMs),
    liftsBlock: decision.changes.optedOut === false,
  };
}

/** What the turn changes in the conversation, whatever becomes of its reply. A reply not sent has said nothing. */
export function turnUpdate(turn: DecidedTurn, { profile }: Pick<Office, 'profile'>): ContextUpdate {
  const { event, assessment, decision, reply, opinion, nowMs } = turn;
  const { conversation, understanding } = assessment;
  const { pausedUntil } = decision.changes;
  const context = readingContext(conversation, conversation.botState.pendingQuestion, profile, nowMs);
  return {
    contactId: event.contactId,
    locationId: event.locationId,
    userMessage: event.text,
    aiResponse: '',
    ...learnedUpdate(assessment, decided(turn).botType, opinion),
    botState: unsaid(conversation.botState, decision.changes.botState),
    ...consentChange(conversation, decision.changes.optedOut),
    ...(pausedUntil !== undefined && { pausedUntil }),
    ...(turn.style.record && reply.text !== null && { growth: { ...conversation.growth, style: turn.style.record } }),
    turn: {
      timestamp: new Date(nowMs).toISOString(),
      receivedAt: new Date(event.receivedAtMs).toISOString(),
      eventId: event.id,
      messageId: event.messageId,
      reason: decision.reason,
      factSources: toSourcesFile(attributeFacts(event.text, context, understanding.facts)),
      gates: reply.gates,
      claude: opinion.claude,
      scoreBreakdown: { ...assessment.score },
      sent: null,
    },
  };
}

/** What is known of a contact whose texts have been read, whatever is said to them. */
export function learnedUpdate(
  { conversation, understanding }: Assessment,
  botType: BotType | null,
  { usage }: Pick<SecondOpinion, 'usage'>,
): Omit<ContextUpdate, 'contactId' | 'locationId'> {
  return {
    extractedData: toFactsFile(understanding.facts),
    botType,
    signals: conversation.signals,
    scoreRaise: conversation.scoreRaise,
    ...(usage && { claudeUsage: addUsage(conversation.claudeUsage, usage) }),
    ...(conversation.leadScore !== null && { leadScore: conversation.leadScore }),
    leadTemperature: conversation.leadTemperature,
    ...(botType === 'seller' && {
      sellerTemperature: conversation.sellerTemperature,
      sellerQuestionsAnswered: conversation.sellerQuestionsAnswered,
    }),
  };
}

/** The update of a turn without a reply; whom it concerns is told all the same. */
export function silentUpdate(turn: DecidedTurn, office: Office): ContextUpdate {
  const update = turnUpdate(turn, office);
  const reasons = reasonsOf(turn);
  if (reasons.length === 0) return update;
  const { crm, botState } = turn.assessment.conversation;
  const handoff = { reasons, text: turn.event.text, promise: null };
  const todo = handoffActions(decided(turn), handoff, office, turn.nowMs);
  return {
    ...update,
    botState: withHandoffs(update.botState ?? botState, reasons, turn.nowMs),
    crm: { ...crm, todo: [...crm.todo, ...todo] },
  };
}

/** The update of a turn whose text is answered together with a newer one. */
export function joinedUpdate(turn: DecidedTurn, office: Office): ContextUpdate {
  const { botType, botState, ...update } = turnUpdate(turn, office);
  return {
    ...update,
    turn: { ...update.turn, isJoined: true, gates: [], reason: 'answered together with the text after it' },
  };
}

/** The update of a conversation with a reply that has gone out. */
export function withSent(update: ContextUpdate, { crm }: Conversation, reply: Reply, delivery: Sent): ContextUpdate {
  const record = update.crm ?? crm;
  return {
    ...update,
    botState: reply.botState,
    crm: { ...record, todo: [...record.todo, ...reply.todo] },
    turn: {
      ...update.turn,
      aiResponse: reply.text,
      sent: true,
      replyId: delivery.messageId,
      repliedAt: new Date(delivery.atMs).toISOString(),
    },
  };
}

/** The update with a reply that has not gone out, but still may. */
export function withUnsent(update: ContextUpdate, reply: Reply): ContextUpdate {
  return { ...update, turn: { ...update.turn, aiResponse: reply.text, sent: false } };
}

/** True when the turn has booked an appointment. */
export function hasBooked({ assessment, decision }: DecidedTurn): boolean {
  return isNewBooking(assessment.conversation.botState, decision.changes.botState);
}

/** The update of a turn that has booked nothing: webhooks may have moved or cancelled the appointment meanwhile. */
export function withBookingAsKnown(update: ContextUpdate, { botState: { bookedSlot } }: Conversation): ContextUpdate {
  return update.botState ? { ...update, botState: { ...update.botState, bookedSlot } } : update;
}

/** A reply that is not due any more has never been said. @param reply what it was to be. */
export function dropUpdate(
  conversation: Conversation,
  turn: Turn,
  why: string,
  { isJoined = false, reply }: { readonly isJoined?: boolean; readonly reply?: Reply | undefined } = {},
): ContextUpdate {
  const { contactId, locationId } = conversation;
  const reason = `${turn.reason}; not sent: ${why}`;
  const dropped = { eventId: turn.eventId, aiResponse: '', sent: null, reason, isJoined };
  return { contactId, locationId, ...(reply && untold(reply, conversation)), turn: dropped };
}

/** Whom a reply would have called is told without it, unless a newer one has called them for the same. */
function untold({ todo, botState: { handoffs } }: Reply, { botState, crm }: Conversation): Partial<ContextUpdate> {
  const isTold = Object.entries(handoffs).every(([reason, at]) => (botState.handoffs[reason] ?? '') >= at);
  const tasks = todo.filter(({ type }) => type === 'create_task');
  if (isTold || tasks.length === 0) return {};
  return { botState: { ...botState, handoffs }, crm: { ...crm, todo: [...crm.todo, ...tasks] } };
}

/** The update for a text that has a turn already: it completes that one. What it says was learned then. */
export function inItsTurn(
  { userMessage, aiResponse, ...update }: ContextUpdate,
  { history }: Conversation,
): ContextUpdate {
  const isNew = userMessage === undefined || !history.some(({ eventId }) => eventId === update.turn?.eventId);
  if (isNew) return { userMessage, aiResponse, ...update };
  const { extractedData: _learned, ...rest } = update;
  return { ...rest, turn: { aiResponse, ...update.turn } };
}

/** Somebody who comes back is not blocked any more, whatever the CRM has told so far. */
export function welcomedBack(update: ContextUpdate, { contact }: Conversation): ContextUpdate {
  if (update.optedOut !== false || contact === null) return update;
  const tags = contact.tags.filter((tag) => !hasTag([TAGS.optedOut], tag));
  return { ...update, contact: { ...contact, isSmsBlocked: false, tags } };
}

/** Calls a person because the reply to an event has not got through. */
export function pageUpdate(conversation: Conversation, eventId: string, office: Office, nowMs: number): ContextUpdate {
  const { contactId, locationId, crm } = conversation;
  const handoff = { reasons: ['reply could not be sent'], text: null, promise: null } as const;
  const todo = [...crm.todo, ...handoffActions(conversation, handoff, office, nowMs)];
  return { contactId, locationId, crm: { ...crm, todo }, turn: { eventId, pagedAt: new Date(nowMs).toISOString() } };
}

/** Why a person is called in: what was planned, and a reply that the gates kept back. */
function reasonsOf({ decision, reply }: DecidedTurn): readonly HandoffReason[] {
  return reply.isWithheld ? [...decision.handoffs, 'reply withheld'] : decision.handoffs;
}

function decided({ assessment: { conversation }, decision: { changes } }: DecidedTurn): Conversation {
  return { ...conversation, botType: changes.botType ?? conversation.botType };
}

/** A question that did not get through has not been asked; an appointment that was made has been. */
function unsaid(before: BotState, after: BotState | undefined): BotState {
  if (after === undefined || !isNewBooking(before, after)) return before;
  return { ...before, bookedSlot: after.bookedSlot, pendingQuestion: null, offeredSlots: [] };
}

function isNewBooking(before: BotState, after: BotState | undefined): boolean {
  return after !== undefined && after.bookedSlot !== before.bookedSlot;
}

/** Somebody who comes back loses the tag, also one that the service has not set. */
function consentChange({ contact, crm }: Conversation, optedOut: boolean | undefined): Partial<ContextUpdate> {
  if (optedOut === undefined) return {};
  if (optedOut || !hasTag(contact?.tags ?? [], TAGS.optedOut)) return { optedOut };
  return { optedOut, crm: { ...crm, tags: [...crm.tags, TAGS.optedOut] } };
}
