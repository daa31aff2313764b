import type { TextEvent } from './contact-event';
import { isWorthRetrying } from './crm';
import type { CrmActionOutcome } from './crm';
import type { Turn } from './state';
import { PAGE_AFTER_MS } from './turn';

/** A reply that is a day late is no reply any more. */
const REPLY_PATIENCE_MS = 24 * 3_600_000;
/** What the CRM has not been told by then, it is told with the next turn. */
const CRM_PATIENCE_MS = 2 * 3_600_000;

/** What became of an event. */
export type EventOutcome =
  | { readonly kind: 'done' }
  /** Nothing more can be done without a person. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** To be handled again: the CRM does not take what it is to be given. */
  | {
      readonly kind: 'waiting';
      readonly reason: string;
      /** Something is due by then, epoch milliseconds; `null`: whenever. */
      readonly wakeAtMs: number | null;
      /** How long it may wait in all, milliseconds from when it came in or was asked for again. */
      readonly patienceMs: number;
      /** What the event counts as when it is given up. */
      readonly otherwise: 'done' | 'failed';
    };

export const DONE: EventOutcome = { kind: 'done' };

/** @param isReplyWaiting its reply has not been sent, and may yet be. */
export function turnOutcome(
  { id, receivedAtMs }: TextEvent,
  { turn, crm }: { readonly turn: Turn; readonly crm: readonly CrmActionOutcome[] },
  isReplyWaiting: boolean,
): EventOutcome {
  if (isReplyWaiting) {
    return {
      kind: 'waiting',
      reason: 'the CRM does not take the reply',
      wakeAtMs: turn.pagedAt === null ? receivedAtMs + PAGE_AFTER_MS : null,
      patienceMs: REPLY_PATIENCE_MS,
      otherwise: 'failed',
    };
  }
  if (turn.eventId === id && turn.sent === false && turn.pagedAt !== null) {
    return { kind: 'failed', reason: 'the CRM refused the reply' };
  }
  if (!crm.some(isWorthRetrying)) return DONE;
  return {
    kind: 'waiting',
    reason: 'the CRM does not take all changes',
    wakeAtMs: null,
    patienceMs: CRM_PATIENCE_MS,
    otherwise: 'done',
  };
}
