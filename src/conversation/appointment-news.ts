import type { AppointmentChangedEvent } from './contact-event';
import { hasFallenThrough, isSameInstant } from './state';
import type { BotState, Conversation, KnownAppointment } from './state';

/** So many are remembered. */
const MAX_APPOINTMENTS = 10;

/** What a report of an appointment changes; `null`: nothing, or it is older than what is known. */
export function withAppointment(
  { appointments, botState }: Conversation,
  event: AppointmentChangedEvent,
): { readonly appointments: readonly KnownAppointment[]; readonly botState?: BotState } | null {
  const { appointmentId: id, status, changedAtMs, receivedAtMs } = event;
  const known = appointments.find((candidate) => candidate.id === id);
  const changedAt = new Date(changedAtMs ?? receivedAtMs).toISOString();
  const now = { id, startsAt: event.startsAt ?? known?.startsAt ?? null, status, changedAt };
  if (known && (changedAt <= known.changedAt || isSame(known, now))) return null;
  const others = appointments.filter((candidate) => candidate !== known);
  const bookedSlot = bookedAfter(botState.bookedSlot, known, now);
  return {
    appointments: [...others, now].slice(-MAX_APPOINTMENTS),
    ...(bookedSlot !== botState.bookedSlot && { botState: { ...botState, bookedSlot } }),
  };
}

/** The appointment that the bot has made is moved and cancelled by people, too. */
function bookedAfter(
  bookedSlot: string | null,
  known: KnownAppointment | undefined,
  now: KnownAppointment,
): string | null {
  const isBooked = [known?.startsAt, now.startsAt].some((startsAt) => isSameInstant(startsAt, bookedSlot));
  if (!isBooked) return bookedSlot;
  if (hasFallenThrough(now)) return null;
  return isSameInstant(now.startsAt, bookedSlot) ? bookedSlot : (now.startsAt ?? bookedSlot);
}

function isSame(a: KnownAppointment, b: KnownAppointment): boolean {
  return a.status === b.status && isSameInstant(a.startsAt, b.startsAt);
}
