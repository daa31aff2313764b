import type { TextEvent } from './contact-event';
import type { Turn } from './state';

/** GHL repeats a webhook for about 70 minutes. */
const REPORTED_WITHIN_MS = 75 * 60_000;

/** A report of a text: an event, or the turn that has dealt with one. */
interface Report {
  readonly eventId: string | null;
  readonly messageId: string | null;
  readonly text: string;
  readonly atMs: number;
}

/**
 * Whether an event reports a text that a turn has dealt with: the CRM may tell of one text in several events, and the
 * message list tells of it once more. A workflow's webhook has no message id: then the words and the time have to do,
 * but only against the message list, since people do write the same thing twice.
 */
export function isSameText(turn: Turn, event: TextEvent): boolean {
  const { eventId, messageId, userMessage: text, timestamp, receivedAt } = turn;
  return areOne({ eventId, messageId, text, atMs: Date.parse(receivedAt ?? timestamp) }, toReport(event));
}

/** The same of two events that nothing has dealt with. */
export function isSameReport(a: TextEvent, b: TextEvent): boolean {
  return areOne(toReport(a), toReport(b));
}

function areOne(a: Report, b: Report): boolean {
  if (a.eventId === b.eventId) return true;
  if (a.messageId !== null && b.messageId !== null) return a.messageId === b.messageId;
  const isAboutNow = Math.abs(a.atMs - b.atMs) <= REPORTED_WITHIN_MS;
  return (isListed(a) || isListed(b)) && a.text === b.text && isAboutNow;
}

/** What comes from the message list has the message's id for its own. */
function isListed({ eventId, messageId }: Report): boolean {
  return eventId !== null && eventId === messageId;
}

function toReport({ id, messageId, text, receivedAtMs }: TextEvent): Report {
  return { eventId: id, messageId, text, atMs: receivedAtMs };
}
