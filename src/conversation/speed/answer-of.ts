import type { TextEvent } from '../contact-event';
import { isSameText } from '../same-text';
import type { Turn } from '../state';

/** What has become of a text, as far as its sender can tell. */
export type Answer =
  | { readonly kind: 'pending' }
  | { readonly kind: 'answered'; readonly atMs: number }
  /** No answer is due: the bot was rightly silent, or somebody else has taken over. */
  | { readonly kind: 'not_due' };

const PENDING: Answer = { kind: 'pending' };

const NOT_DUE: Answer = { kind: 'not_due' };

/**
 * Looks a text up in the history. One that was answered together with a later text has that one's answer; one that two
 * events report has its answer with the event that was dealt with.
 */
export function answerOf(history: readonly Turn[], event: TextEvent): Answer {
  const index = history.findLastIndex((turn) => isSameText(turn, event));
  if (index >= 0 && history[index]?.eventId !== event.id) return NOT_DUE;
  const answering = index < 0 ? undefined : history.slice(index).find(({ isJoined }) => !isJoined);
  if (!answering || answering.sent === false) return PENDING;
  const { repliedAt } = answering;
  return repliedAt === null ? NOT_DUE : { kind: 'answered', atMs: Date.parse(repliedAt) };
}
