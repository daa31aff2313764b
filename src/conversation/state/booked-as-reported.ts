import type { BotState, KnownAppointment } from './conversation';

const FALLEN_THROUGH: readonly KnownAppointment['status'][] = ['cancelled', 'noshow', 'invalid', 'deleted'];

/** True for an appointment that does not take place. */
export function hasFallenThrough({ status }: Pick<KnownAppointment, 'status'>): boolean {
  return FALLEN_THROUGH.includes(status);
}

/** True when both are the same instant, however it is written; false where one of them is none. */
export function isSameInstant(a: string | null | undefined, b: string | null): boolean {
  return Date.parse(a ?? '') === Date.parse(b ?? '');
}

/** The bot's state without a booking that the CRM has reported as off: its webhook can be faster than the turn that booked. */
export function bookedAsReported(botState: BotState, appointments: readonly KnownAppointment[]): BotState {
  const reported = appointments.findLast(({ startsAt }) => isSameInstant(startsAt, botState.bookedSlot));
  return reported && hasFallenThrough(reported) ? { ...botState, bookedSlot: null } : botState;
}
