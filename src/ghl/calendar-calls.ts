import { z } from 'zod';
import type { GhlCall } from './ghl-http';
import type { AppointmentRequest, SlotQuery } from './ghl.types';

const VERSION = '2021-04-15';

const slot = z.iso.datetime({ offset: true });
/** One entry a day beside the `traceId`: `{ "2026-03-10": { "slots": [..] } }`. */
const slotsAnswer = z
  .object({ traceId: z.string().optional() })
  .catchall(z.object({ slots: z.array(slot) }))
  .transform((answer) =>
    Object.values(answer)
      .flatMap((day) => (typeof day === 'object' ? day.slots : []))
      .sort(bySoonest),
  );

const createdAppointment = z.object({ id: z.string().min(1) });

/** Lists the start times that are free, soonest first. */
export function getFreeSlots({ calendarId, startMs, endMs, timeZone }: SlotQuery) {
  return {
    operation: 'getFreeSlots',
    method: 'GET',
    version: VERSION,
    path: `/calendars/${calendarId}/free-slots`,
    query: { startDate: String(startMs), endDate: String(endMs), timezone: timeZone },
    answer: slotsAnswer,
    lane: 'urgent',
    repeat: 'always',
  } as const satisfies GhlCall<unknown>;
}

const calendarsAnswer = z.object({ calendars: z.array(z.object({ id: z.string() })) });

/** Lists the location's calendars. */
export function listCalendars(locationId: string) {
  return {
    operation: 'listCalendars',
    method: 'GET',
    version: VERSION,
    path: '/calendars/',
    query: { locationId },
    answer: calendarsAnswer,
    lane: 'routine',
    repeat: 'always',
  } as const satisfies GhlCall<unknown>;
}

/** Books an appointment. */
export function createAppointment(locationId: string, request: AppointmentRequest) {
  const { calendarId, contactId, startTime, title } = request;
  return {
    operation: 'createAppointment',
    method: 'POST',
    version: VERSION,
    path: '/calendars/events/appointments',
    body: { calendarId, locationId, contactId, startTime, ...(title !== undefined && { title }) },
    answer: createdAppointment,
    lane: 'urgent',
    repeat: 'if_not_executed',
  } as const satisfies GhlCall<unknown>;
}

function bySoonest(a: string, b: string): number {
  return Date.parse(a) - Date.parse(b);
}
