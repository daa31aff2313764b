import { DateTime, IANAZone } from 'luxon';
import type { PinoLogger } from 'nestjs-pino';
import { getAppointments } from './contact-calls';
import type { AppointmentRecord } from './contact-calls';
import type { GhlHttp } from './ghl-http';
import type { GhlAppointment } from './ghl.types';
import { getLocationSettings } from './location-calls';

/** What appointments are read with. */
interface AppointmentPort {
  readonly http: Pick<GhlHttp, 'call' | 'locationId'>;
  readonly logger: Pick<PinoLogger, 'warn'>;
}

const GIVEN_UP: ReadonlySet<string> = new Set(['cancelled', 'canceled', 'deleted', 'invalid']);

/**
 * Reads the appointments of a contact.
 * A start without an offset is in the location's time zone (the description's example has none and names no zone;
 * integrators report the location's), which is then asked for.
 * @returns `false` when they, or their zone, cannot be told: one unreadable start may be the one that is looked for.
 */
export async function readAppointments(
  port: AppointmentPort,
  contactId: string,
): Promise<readonly GhlAppointment[] | false> {
  const listed = await port.http.call(getAppointments(contactId));
  if (!listed.ok) return false;
  const { events } = listed.value;
  const zone = events.every(({ startTime }) => hasOffset(startTime)) ? 'utc' : await zoneOfLocation(port);
  return zone !== null && events.map((record) => toAppointment(record, zone));
}

/**
 * Finds the appointment that a request was to make, whatever offset either start is told in: one that takes place, or
 * else one that does not.
 * @param startTime ISO 8601 with offset.
 */
export function findAppointment(
  appointments: readonly GhlAppointment[],
  calendarId: string,
  startTime: string,
): GhlAppointment | null {
  const startMs = Date.parse(startTime);
  const then = appointments.filter(
    (appointment) => appointment.calendarId === calendarId && Date.parse(appointment.startTime) === startMs,
  );
  return then.find((appointment) => !isGivenUp(appointment)) ?? then[0] ?? null;
}

/** True for an appointment that somebody has cancelled. */
export function isGivenUp({ status }: GhlAppointment): boolean {
  return GIVEN_UP.has(status?.toLowerCase() ?? '');
}

async function zoneOfLocation({ http, logger }: AppointmentPort): Promise<string | null> {
  const result = await http.call(getLocationSettings(http.locationId));
  const zone = (result.ok && result.value.location.timezone) || '';
  if (IANAZone.isValidZone(zone)) return zone;
  const reason = "the location's time zone cannot be told";
  logger.warn({ operation: 'getAppointments', fallback_used: true, reason }, 'Appointments cannot be read');
  return null;
}

/** @param zone of a start without an offset. */
function toAppointment(record: AppointmentRecord, zone: string): GhlAppointment {
  const { id, calendarId, startTime, appointmentStatus, status, title } = record;
  const start = DateTime.fromISO(startTime, { zone, setZone: true });
  return {
    id,
    calendarId: calendarId ?? null,
    startTime: start.toISO({ suppressMilliseconds: true }) ?? startTime,
    status: appointmentStatus ?? status ?? null,
    title: title ?? null,
  };
}

function hasOffset(time: string): boolean {
  return /T.*(Z|[+-]\d{2}(:?\d{2})?)$/i.test(time);
}
