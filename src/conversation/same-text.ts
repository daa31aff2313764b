import type { TextEvent } from './contact-event';
import type { Turn } from './state';

/** GHL repeats a webhook for about 70 minutes. */
const REPORTED_WITHIN_MS = 75 * 60_000;

/**
 * Whether an event reports a text that a turn has dealt with: the CRM may tell of one text in several events, and the
 * message list tells of it once more. A workflow's webhook has no message id: then the words and the time have to do,
 * but only against the message list, since people do write the same thing twice.
 */
export function isSameText(turn: Turn, event: TextEvent): boolean {
  if (turn.eventId === event.id) return true;
  if (event.messageId !== null && turn.messageId !== null) return turn.messageId === event.messageId;
  const isFromList = isListed(event.id, event.messageId) || isListed(turn.eventId, turn.messageId);
  const apartMs = Math.abs(Date.parse(turn.timestamp) - event.receivedAtMs);
  return isFromList && turn.userMessage === event.text && apartMs <= REPORTED_WITHIN_MS;
}

/** What comes from the message list has the message's id for its own. */
function isListed(eventId: string | null, messageId: string | null): boolean {
  return eventId !== null && eventId === messageId;
}
