import { eventually, expectThat, passed, skipped } from './check';
import type { Bench, Verdict } from './check';
import { titleOf } from './marks';

const DAYS_AHEAD = 14;
const DAY_MS = 86_400_000;
const NO_CALENDAR = skipped('GHL_CALENDAR_ID is not set');

async function slotsOf({ client }: Bench, calendarId: string): Promise<readonly string[]> {
  const startMs = Date.now();
  const query = { calendarId, startMs, endMs: startMs + DAYS_AHEAD * DAY_MS, timeZone: 'UTC' };
  const slots = await client.getFreeSlots(query);
  expectThat(slots !== false, 'the free times cannot be read');
  expectThat(slots.length > 0, `no free time in ${DAYS_AHEAD} days`);
  return slots;
}

/** Booking: the last free time, so that nobody misses it in the minute in which it is taken. */
export const appointmentChecks = {
  getFreeSlots: async (bench: Bench): Promise<Verdict> => {
    const { calendarId } = bench.plan.settings.ghl;
    if (calendarId === undefined) return NO_CALENDAR;
    return passed(`${(await slotsOf(bench, calendarId)).length} in ${DAYS_AHEAD} days`);
  },
  createAppointment: async (bench: Bench): Promise<Verdict> => {
    const { calendarId } = bench.plan.settings.ghl;
    if (calendarId === undefined) return NO_CALENDAR;
    const startTime = (await slotsOf(bench, calendarId)).at(-1);
    expectThat(startTime !== undefined, 'no free time');
    const { client, contactId, runId } = bench;
    const isBooked = await client.createAppointment({ calendarId, contactId, startTime, title: titleOf(runId) });
    expectThat(isBooked, 'it was not booked');
    return passed('the last free time was booked');
  },
  getAppointments: async (bench: Bench): Promise<Verdict> => {
    if (bench.plan.settings.ghl.calendarId === undefined) return NO_CALENDAR;
    const look = async () => {
      const appointments = await bench.client.getAppointments(bench.contactId);
      expectThat(appointments !== false, 'the appointments cannot be read');
      return appointments.some(({ title }) => title === titleOf(bench.runId));
    };
    await eventually(look, bench.patienceMs, 'the booked time does not show');
    return passed('the booked time shows');
  },
};
