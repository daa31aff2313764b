import type { BusinessProfile } from '../config';
import { mayText, refusalOf } from '../conversation';
import type { Conversation } from '../conversation';
import type { FollowUp } from './follow-up';
import { hasAppointment, planNoShow, planReminder } from './plan-appointment-word';
import { planNudge } from './plan-nudge';

/**
 * What to say next to a contact if nothing happens before, and when. Pure: it follows from what is known, so that
 * whatever changes it (a text, STOP, a person, a booking) plans anew or cancels.
 * @returns `null` when the contact is to be left alone. Quiet hours and caps are looked at when it is due.
 */
export function planFollowUp(conversation: Conversation, profile: BusinessProfile, nowMs: number): FollowUp | null {
  const planned =
    planNoShow(conversation, profile, nowMs) ??
    planReminder(conversation, profile, nowMs) ??
    (hasAppointment(conversation) ? null : planNudge(conversation, profile));
  if (planned === null) return null;
  const dueAtMs = Math.max(planned.dueAtMs, nowMs);
  return refusalOf(mayText(conversation, profile, dueAtMs)) === null ? planned : null;
}
