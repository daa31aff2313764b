import type { AppointmentStatus, ContactEvent } from '../../conversation';
import { DateTime } from 'luxon';
import { readTimestampMs } from '../signature/event-age';
import { eventIdAt, firstGiven, objectAt, textAt } from './payload-fields';
import type { EventBase, Payload } from './payload-fields';

const MAX_STATUS_CHARACTERS = 64;

/** GHL's words, without spaces and case. */
const APPOINTMENT_STATUSES: ReadonlyMap<string, AppointmentStatus> = new Map([
  ['new', 'new'],
  ['booked', 'new'],
  ['confirmed', 'confirmed'],
  ['cancelled', 'cancelled'],
  ['canceled', 'cancelled'],
  ['showed', 'showed'],
  ['noshow', 'noshow'],
  ['invalid', 'invalid'],
]);

/** `AppointmentCreate`, `AppointmentUpdate`, `AppointmentDelete`; `null` for one without an id. */
export function readAppointment(payload: Payload, base: EventBase): ContactEvent | null {
  const appointment = objectAt(payload.appointment);
  const appointmentId = eventIdAt(appointment.id);
  if (appointmentId === null) return null;
  const status = firstGiven(appointment.appointmentStatus, appointment.status);
  return {
    ...base,
    kind: 'appointment_changed',
    appointmentId,
    startsAt: instantAt(appointment.startTime),
    status: payload.type === 'AppointmentDelete' ? 'deleted' : appointmentStatus(status),
    changedAtMs: readTimestampMs(firstGiven(payload.timestamp, appointment.dateUpdated)),
  };
}

/** `Opportunity…`; `null` for one without an id. */
export function readOpportunity(payload: Payload, base: EventBase): ContactEvent | null {
  const opportunityId = eventIdAt(payload.id);
  if (opportunityId === null) return null;
  return {
    ...base,
    kind: 'opportunity_changed',
    opportunityId,
    status: statusAt(payload.status),
    changedAtMs: readTimestampMs(firstGiven(payload.timestamp, payload.dateUpdated)),
  };
}

/** A status in somebody's own words. */
export function statusAt(value: unknown): string | null {
  return textAt(value)?.slice(0, MAX_STATUS_CHARACTERS) ?? null;
}

function appointmentStatus(value: unknown): AppointmentStatus {
  const word = typeof value === 'string' ? value.toLowerCase().replaceAll(/[^a-z]/g, '') : '';
  return APPOINTMENT_STATUSES.get(word) ?? 'unknown';
}

/** Only a time that says its zone is an instant. */
function instantAt(value: unknown): string | null {
  if (typeof value !== 'string' || !/(?:Z|[+-]\d{2}:?\d{2})$/.test(value.trim())) return null;
  const time = DateTime.fromISO(value.trim(), { setZone: true });
  return time.isValid ? time.toISO() : null;
}
