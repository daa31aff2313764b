import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod';
import { ApiError } from './api-error';
import { CALENDAR_ZONE } from './appointment-book';
import type { AppointmentBook } from './appointment-book';
import type { ContactBook } from './contact-book';
import { newId } from './new-id';
import type { SandboxAppointment } from './records';
import { ok, routesOf } from './routes';
import type { Route } from './routes';
import { id, isoWithOffset, parse } from './validation';

export interface CalendarDesk {
  readonly contacts: ContactBook;
  readonly appointments: AppointmentBook;
  /** The only calendar there is; `undefined` serves every id. */
  readonly calendarId: string | undefined;
  /** Called with every appointment made through the API. */
  readonly onBooked: (appointment: SandboxAppointment) => void;
}

/** As GHL's description says: "Date range cannot be more than 31 days". */
const MAX_RANGE_MS = 31 * 24 * 60 * 60_000;

const epochMs = z.coerce.number().int().min(0);
const slotsQuery = z.object({
  startDate: epochMs,
  endDate: epochMs,
  timezone: z
    .string()
    .refine((zone) => IANAZone.isValidZone(zone), 'must be a valid time zone')
    .default(CALENDAR_ZONE),
});
const calendarsQuery = z.object({ locationId: id });
const newAppointment = z.looseObject({
  calendarId: id,
  locationId: id,
  contactId: id,
  startTime: isoWithOffset,
  endTime: isoWithOffset.optional(),
  title: z.string().optional(),
  appointmentStatus: z.enum(['new', 'confirmed', 'cancelled', 'showed', 'noshow', 'invalid']).optional(),
  assignedUserId: z.string().optional(),
  ignoreFreeSlotValidation: z.boolean().optional(),
});

const route = routesOf('2021-04-15');

/** `/calendars/…`. */
export function calendarRoutes({
  contacts,
  appointments,
  calendarId: onlyCalendar,
  onBooked,
}: CalendarDesk): readonly Route[] {
  const requireCalendar = (calendarId: string) => {
    if (calendarId !== (onlyCalendar ?? parse(id, calendarId))) throw new ApiError(404, 'Calendar not found');
  };
  return [
    route('GET', '/calendars/:calendarId/free-slots', ({ params, query }) => {
      requireCalendar(params.calendarId);
      const { startDate, endDate, timezone } = parse(slotsQuery, query);
      if (endDate < startDate) throw new ApiError(400, 'endDate must be after startDate');
      if (endDate - startDate > MAX_RANGE_MS) throw new ApiError(400, 'Date range cannot be more than 31 days');
      const slots = appointments.freeSlots(params.calendarId, startDate, endDate);
      return ok({ ...byDay(slots, timezone), traceId: newId() });
    }),
    route('GET', '/calendars/', ({ query }) => {
      parse(calendarsQuery, query);
      return ok({ calendars: onlyCalendar === undefined ? [] : [{ id: onlyCalendar, name: 'Sandbox' }] });
    }),
    route('DELETE', '/calendars/events/:eventId', ({ params }) => {
      if (!appointments.cancel(params.eventId)) throw new ApiError(400, 'Event not found');
      return ok({ succeeded: true });
    }),
    route('POST', '/calendars/events/appointments', ({ body }) => {
      const booking = parse(newAppointment, body);
      requireCalendar(booking.calendarId);
      contacts.get(booking.contactId);
      const appointment = appointments.book(booking);
      onBooked(appointment);
      return ok(appointment);
    }),
  ];
}

/** `{ "2026-03-10": { slots: ["2026-03-10T10:00:00-05:00"] } }`, days and times in the zone. */
function byDay(
  slots: readonly number[],
  zone: string,
): Readonly<Record<string, { readonly slots: readonly string[] }>> {
  const days: Record<string, { slots: string[] }> = {};
  for (const slotMs of slots) {
    const start = DateTime.fromMillis(slotMs, { zone });
    (days[start.toFormat('yyyy-MM-dd')] ??= { slots: [] }).slots.push(start.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ"));
  }
  return days;
}
