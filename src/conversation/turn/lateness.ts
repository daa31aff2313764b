import { DateTime } from 'luxon';
import type { BusinessProfile } from '../../config';
import type { TextEvent } from '../contact-event';
import { nextAllowedMs } from '../gates';
import { zoneOf } from '../planning';
import type { Conversation, Turn } from '../state';

/**
 * An answer later than this is no reply to a fresh text: the hours in which bots may speak first hold for it too. Words
 * that have waited so long are chosen anew.
 */
const FRESH_MS = 3_600_000;

/** Whether a late answer has to wait for the hours in which this contact may be texted unasked. */
export function isHeld({ contact }: Conversation, event: TextEvent, profile: BusinessProfile, nowMs: number): boolean {
  if (nowMs - Math.min(event.receivedAtMs, event.addedAtMs ?? Infinity) < FRESH_MS) return false;
  const whereabouts = { timeZone: contact?.timeZone ?? null, areaCode: contact?.areaCode ?? null };
  return nextAllowedMs(whereabouts, profile.timeZone, nowMs) > nowMs;
}

/** Whether a reply's words may be wrong by now: "today" and "within the hour" do not keep. */
export function isOld(
  { timestamp }: Turn,
  conversation: Conversation,
  profile: BusinessProfile,
  nowMs: number,
): boolean {
  const decidedMs = Date.parse(timestamp);
  const zone = zoneOf(conversation, profile);
  const [decidedOn, today] = [decidedMs, nowMs].map((ms) => DateTime.fromMillis(ms, { zone }).toISODate());
  return nowMs - decidedMs >= FRESH_MS || decidedOn !== today;
}
