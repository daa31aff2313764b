import type { BusinessProfile } from '../config';
import type { Conversation } from '../conversation';
import type { FollowUp } from './follow-up';

const HOUR_MS = 3_600_000;
/** Who did not come two days ago has heard from a person since, or never will. */
const NO_SHOW_PATIENCE_MS = 48 * HOUR_MS;

/**
 * The word to somebody who has not come to an appointment and has no other: once for each, and only soon after.
 */
export function planNoShow(conversation: Conversation, profile: BusinessProfile, nowMs: number): FollowUp | null {
  const { contactId, locationId, appointments, history } = conversation;
  const missed = appointments.findLast(({ status }) => status === 'noshow');
  if (!profile.followUp || !missed || nextAppointment(conversation, nowMs) !== null) return null;
  const id = ['no-show', contactId, locationId, missed.id].join(':');
  const changedMs = Date.parse(missed.changedAt);
  const hasTalkedSince = history.some(({ timestamp, eventId }) => eventId === id || timestamp > missed.changedAt);
  if (hasTalkedSince || nowMs - changedMs > NO_SHOW_PATIENCE_MS) return null;
  return {
    id,
    contactId,
    locationId,
    step: 'appointment_no_show',
    anchorMs: changedMs,
    dueAtMs: changedMs,
    reason: 'the contact has not come to the appointment',
    wordings: profile.followUp.wording.noShow,
    appointmentAt: null,
    isFirstNudge: false,
  };
}

/**
 * The next reminder of the next appointment, whoever made it. What would have been due before the contact was last
 * spoken with, or while a person talks with them, is left out: they know.
 */
export function planReminder(conversation: Conversation, profile: BusinessProfile, nowMs: number): FollowUp | null {
  const { contactId, locationId, history, pausedUntil } = conversation;
  const startsAt = nextAppointment(conversation, nowMs);
  const last = history.at(-1);
  if (!profile.followUp || startsAt === null || !last) return null;
  const startsAtMs = Date.parse(startsAt);
  const lastAt = last.repliedAt ?? last.timestamp;
  const knowsUntilMs = Math.max(Date.parse(lastAt), Date.parse(pausedUntil ?? lastAt));
  const dueHours = profile.followUp.reminderHoursBefore
    .toSorted((a, b) => b - a)
    .find((hours) => startsAtMs - hours * HOUR_MS > knowsUntilMs);
  if (dueHours === undefined) return null;
  return {
    id: ['reminder', contactId, locationId, startsAtMs, dueHours].join(':'),
    contactId,
    locationId,
    step: `appointment_reminder_${dueHours}h`,
    anchorMs: startsAtMs,
    dueAtMs: startsAtMs - dueHours * HOUR_MS,
    reason: 'an appointment is near',
    wordings: profile.followUp.wording.appointmentReminder,
    appointmentAt: startsAt,
    isFirstNudge: false,
  };
}

/** True when an appointment is to come or has been kept: a person goes on from there. */
export function hasAppointment({ appointments, botState }: Conversation): boolean {
  return botState.bookedSlot !== null || appointments.some(({ status }) => IS_KEPT.has(status));
}

const IS_STANDING: ReadonlySet<string> = new Set(['new', 'confirmed']);
const IS_KEPT: ReadonlySet<string> = new Set([...IS_STANDING, 'showed']);

function nextAppointment({ appointments, botState }: Conversation, nowMs: number): string | null {
  const standing = appointments.filter(({ status }) => IS_STANDING.has(status)).map(({ startsAt }) => startsAt);
  const future = [...standing, botState.bookedSlot].filter(
    (startsAt): startsAt is string => startsAt !== null && Date.parse(startsAt) > nowMs,
  );
  return future.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
}
