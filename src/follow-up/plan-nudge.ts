import { declines, isFirstWord } from '../conversation';
import type { Conversation, HandoffReason } from '../conversation';
import type { BusinessProfile, FollowUpProfile } from '../config';
import type { FollowUp } from './follow-up';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const ID_PREFIX = 'follow-up';

/** A person has been asked to go on: a bot that asks again would talk over them. */
const FOR_A_PERSON: readonly HandoffReason[] = [
  'asked for a person',
  'asked for a call',
  'upset contact',
  'appointment to change',
  'wrong number',
  'booking failed',
  'booking unclear',
  'reply withheld',
  'bot stopped',
];

/**
 * The next word to somebody who has gone quiet: soon after a question that stayed without an answer, then in days, then
 * rarely; somebody of whom nothing is asked any more hears rarely from the start. Attempts count from the contact's last
 * text and have an end.
 * @returns `null` when the contact is to be left alone.
 */
export function planNudge(conversation: Conversation, profile: BusinessProfile): FollowUp | null {
  const { followUp } = profile;
  const { history, contactId, locationId } = conversation;
  const last = history.at(-1);
  if (!followUp || !last || last.sent === false || isLeftAlone(conversation)) return null;
  const attempts = attemptsSince(conversation);
  if (attempts >= followUp.maxAttempts) return null;
  const { pendingQuestion } = conversation.botState;
  const days = [followUp.firstAfterHours / 24, ...followUp.thenAfterDays];
  const soonDays = pendingQuestion === null ? undefined : days[attempts];
  const isLongTerm = soonDays === undefined;
  const anchorMs = Date.parse(last.repliedAt ?? last.timestamp);
  const attempt = attempts + 1;
  return {
    id: [ID_PREFIX, contactId, locationId, attempt, anchorMs].join(':'),
    contactId,
    locationId,
    step: `${isLongTerm ? 'long_term' : 'follow_up'}_${attempt}`,
    anchorMs,
    dueAtMs: anchorMs + (soonDays ?? followUp.longTermEveryDays) * DAY_MS,
    reason: isLongTerm ? 'a word from time to time' : `no answer to the ${pendingQuestion} question`,
    wordings: wordingsOf(conversation, followUp.wording, isLongTerm),
    appointmentAt: null,
    isFirstNudge: !isLongTerm && attempts === 0,
  };
}

function isLeftAlone(conversation: Conversation): boolean {
  const { botState, history, pausedUntil } = conversation;
  const last = history.at(-1);
  const isTakenOver = pausedUntil !== null && last !== undefined && pausedUntil > last.timestamp;
  const isInGoodHands = botState.handedOffAt !== null && botState.pendingQuestion === null;
  return (
    isTakenOver || isInGoodHands || declines(lastTextOf(conversation)?.userMessage ?? '') || isWithPerson(conversation)
  );
}

function isWithPerson(conversation: Conversation): boolean {
  const { handoffs } = conversation.botState;
  // A handoff is noted when its turn is decided; the turn is dated then too.
  const sinceText = lastTextOf(conversation)?.timestamp ?? '';
  return FOR_A_PERSON.some((reason) => (handoffs[reason] ?? '') >= sinceText);
}

function lastTextOf({ history }: Conversation) {
  return history.findLast(({ userMessage }) => userMessage !== '');
}

function attemptsSince({ history }: Conversation): number {
  const lastText = history.findLastIndex(({ userMessage }) => userMessage !== '');
  const later = history.slice(lastText + 1).filter(isFirstWord);
  return later.filter(({ eventId }) => eventId?.startsWith(`${ID_PREFIX}:`)).length;
}

function wordingsOf(
  { botType, sellerTemperature }: Conversation,
  wording: FollowUpProfile['wording'],
  isLongTerm: boolean,
): readonly string[] {
  if (isLongTerm) return wording.longTerm[botType ?? 'lead'];
  if (botType !== 'seller') return wording.lead;
  return sellerTemperature === 'cold' ? wording.seller.cold : wording.seller.warm;
}
