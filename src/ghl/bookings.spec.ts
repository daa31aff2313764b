import timers from 'node:timers/promises';
import { answer, executed, HANG, MALFORMED, RESET } from '../../test/support/fake-ghl-server';
import { startGhlClient } from '../../test/support/start-ghl-client';
import type { GhlTestBed } from '../../test/support/start-ghl-client';

let bed: GhlTestBed;
const sleep = jest.spyOn(timers, 'setTimeout');
beforeEach(() => {
  sleep.mockClear();
});
afterEach(() => bed.stop());

/** How long it slept before each look, in milliseconds. */
const pauses = () => sleep.mock.calls.map(([ms]) => ms);

const REQUEST = { calendarId: 'calendar_1', contactId: 'contact_1', startTime: '2026-03-10T10:00:00-05:00' };
const BOOKED = {
  id: 'a1',
  calendarId: 'calendar_1',
  startTime: '2026-03-10T15:00:00Z',
  appointmentStatus: 'confirmed',
};

it('asks no further when the booking is confirmed, or certainly not made', async () => {
  bed = await startGhlClient({ maxRetries: 0 });
  expect(await bed.bookings.book(REQUEST)).toBe('booked');
  bed.crm.always('createAppointment', answer(401));
  expect(await bed.bookings.book(REQUEST)).toBe('not_booked');
  expect(bed.crm.count('getAppointments')).toBe(0);
});

it('finds a booking that the CRM shows late', async () => {
  bed = await startGhlClient();
  const empty = answer(200, { events: [] });
  bed.crm.always('createAppointment', executed(RESET));
  bed.crm.appointments = [BOOKED];
  bed.crm.next('getAppointments', empty, empty);
  expect(await bed.bookings.book(REQUEST)).toBe('booked');
  expect(pauses()).toEqual([1, 2, 4]);
});

it('looks four times before it takes a booking for not made, and says so', async () => {
  bed = await startGhlClient();
  bed.crm.always('createAppointment', executed(RESET));
  bed.crm.always('getAppointments', answer(200, { events: [] }));
  expect(await bed.bookings.book(REQUEST)).toBe('not_booked');
  expect(bed.crm.count('getAppointments')).toBe(4);
  expect(pauses()).toEqual([1, 2, 4, 8]);
  const line = { operation: 'createAppointment', outcome: 'not_booked', fallback_used: true };
  expect(bed.log()).toContainEqual(expect.objectContaining({ ...line, msg: 'Unsure booking settled' }));
});

it.each([
  ['is unsure when all it finds has been cancelled, which it may have made', [], 'unsure', 4],
  ['goes by one that takes place beside a cancelled one', [BOOKED], 'booked', 1],
])('%s', async (_title, others, outcome, looks) => {
  bed = await startGhlClient();
  const cancelled = { ...BOOKED, id: 'a2', appointmentStatus: 'cancelled' };
  bed.crm.always('createAppointment', executed(RESET));
  bed.crm.always('getAppointments', answer(200, { events: [cancelled, ...others] }));
  expect(await bed.bookings.book(REQUEST)).toBe(outcome);
  expect(bed.crm.count('getAppointments')).toBe(looks);
});

it('is unsure when nobody can tell the zone of a start without an offset', async () => {
  bed = await startGhlClient();
  bed.crm.timeZone = undefined;
  bed.crm.always('createAppointment', executed(RESET));
  bed.crm.always('getAppointments', answer(200, { events: [{ ...BOOKED, startTime: '2026-03-10 10:00:00' }] }));
  expect(await bed.bookings.book(REQUEST)).toBe('unsure');
});

it.each([
  ['refused', answer(400)],
  ['not_booked', answer(401)],
  ['not_booked', answer(429)],
  ['not_booked', answer(500)],
  ['not_booked', MALFORMED],
] as const)('is %s after such an answer when no appointment is there', async (outcome, behaviour) => {
  bed = await startGhlClient({ maxRetries: 0 });
  bed.crm.always('createAppointment', behaviour);
  bed.crm.always('getAppointments', answer(200, { events: [] }));
  expect(await bed.bookings.book(REQUEST)).toBe(outcome);
});

it.each([
  ['a lost connection', RESET],
  ['a 500', answer(500)],
  ['garbage', MALFORMED],
  ['silence', HANG],
])('books once when the appointment was made but %s came back', async (_title, behaviour) => {
  bed = await startGhlClient({ timeoutMs: 400 });
  bed.crm.always('createAppointment', executed(behaviour));
  bed.crm.always('getAppointments', answer(200, { events: [BOOKED] }));
  expect(await bed.bookings.book(REQUEST)).toBe('booked');
  expect(bed.crm.count('createAppointment')).toBe(1);
});

it('is unsure when the appointments cannot be read', async () => {
  bed = await startGhlClient();
  bed.crm.always('createAppointment', executed(RESET));
  bed.crm.always('getAppointments', answer(503));
  expect(await bed.bookings.book(REQUEST)).toBe('unsure');
  expect(bed.crm.count('createAppointment')).toBe(1);
});
