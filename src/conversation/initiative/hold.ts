import type { BusinessProfile } from '../../config';
import { botInitiatedCap, nextAllowedMs } from '../gates';
import type { Conversation, Turn } from '../state';

/** What keeps a first word back for the time being. */
export type HoldReason = 'quiet_hours' | 'state_cap' | 'daily_cap' | 'crm';

/** A hold with its end, epoch milliseconds. */
export interface Hold {
  readonly by: HoldReason;
  readonly untilMs: number;
}

const DAY_MS = 24 * 3_600_000;

/**
 * Why a bot may not speak first to this contact now, and until when; `null`: it may. The hours and the cap of states are
 * the law's (see gates/texting-rules.ts); the daily cap is the profile's and counts every text of the bots.
 */
export function holdOf(
  { contact, history }: Conversation,
  { timeZone, dailyMessageCap }: BusinessProfile,
  nowMs: number,
): Hold | null {
  const place = { timeZone: contact?.timeZone ?? null, areaCode: contact?.areaCode ?? null };
  const allowedMs = nextAllowedMs(place, timeZone, nowMs);
  if (allowedMs > nowMs) return { by: 'quiet_hours', untilMs: allowedMs };
  const sent = history.filter((turn) => turn.sent === true && turn.aiResponse !== '');
  return (
    capHold('state_cap', sent.filter(isFirstWord), botInitiatedCap(place.areaCode), nowMs) ??
    capHold('daily_cap', sent, dailyMessageCap, nowMs)
  );
}

/** True for a turn in which the bot spoke without having been asked. */
export function isFirstWord({ userMessage, aiResponse }: Turn): boolean {
  return userMessage === '' && aiResponse !== '';
}

function capHold(by: HoldReason, sent: readonly Turn[], cap: number | null, nowMs: number): Hold | null {
  if (cap === null) return null;
  const times = sent.map(sentAtMs).filter((atMs) => atMs > nowMs - DAY_MS);
  // A late reply stands before what was said meanwhile.
  times.sort((a, b) => a - b);
  // One more is allowed once the newest `cap` of them no longer all lie within a day.
  const blocking = times.at(-cap);
  return blocking === undefined ? null : { by, untilMs: blocking + DAY_MS };
}

function sentAtMs({ repliedAt, timestamp }: Turn): number {
  return Date.parse(repliedAt ?? timestamp);
}
