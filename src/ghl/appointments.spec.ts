import { answer } from '../../test/support/fake-ghl-server';
import { startGhlClient } from '../../test/support/start-ghl-client';
import type { GhlTestBed } from '../../test/support/start-ghl-client';
import { findAppointment, isGivenUp } from './appointments';
import type { GhlAppointment } from './ghl.types';

describe('findAppointment', () => {
  const booked: GhlAppointment = {
    id: 'a1',
    calendarId: 'cal_1',
    startTime: '2026-03-10T10:00:00-05:00',
    status: 'confirmed',
    title: null,
  };
  const find = (change: Partial<GhlAppointment>) =>
    findAppointment(
      [
        { ...booked, id: 'a0', calendarId: 'cal_0' },
        { ...booked, ...change },
      ],
      'cal_1',
      booked.startTime,
    );

  it.each([
    {},
    { startTime: '2026-03-10T15:00:00.000Z' },
    { startTime: '2026-03-10T11:00:00-04:00' },
    { status: null },
  ])('finds it with %j', (change) => {
    expect(find(change)?.id).toBe('a1');
  });

  it.each([
    { startTime: '2026-03-10T10:00:00-06:00' },
    { startTime: '2026-03-10T10:00:01-05:00' },
    { calendarId: null },
  ])('does not take for it one with %j', (change) => {
    expect(find(change)).toBeNull();
  });

  it.each(['cancelled', 'canceled', 'Deleted', 'invalid'])('finds one that is %s where there is no other', (status) => {
    const given = { ...booked, id: 'a2', status };
    const found = [[given], [given, booked]].map((appointments) =>
      findAppointment(appointments, 'cal_1', booked.startTime),
    );
    expect(found).toEqual([given, booked]);
    expect(found.map((appointment) => appointment && isGivenUp(appointment))).toEqual([true, false]);
  });
});

describe('getAppointments', () => {
  let bed: GhlTestBed;
  beforeEach(async () => {
    bed = await startGhlClient();
  });
  afterEach(() => bed.stop());

  const tell = (...starts: readonly string[]) => {
    bed.crm.appointments = starts.map((startTime, index) => ({ id: `a${index}`, calendarId: 'cal_1', startTime }));
  };
  const read = () => bed.client.getAppointments('contact_1');
  const readStarts = async () => {
    const appointments = await read();
    return appointments && appointments.map(({ startTime }) => startTime);
  };

  it('reads starts without an offset in the zone of the location, over a change of its clocks', async () => {
    tell('2026-03-06 10:00:00', '2026-03-10 10:00:00', '2026-03-10T10:00:00', '2026-03-10T10:00:00.000+02:00');
    expect(await readStarts()).toEqual([
      '2026-03-06T10:00:00-06:00',
      '2026-03-10T10:00:00-05:00',
      '2026-03-10T10:00:00-05:00',
      '2026-03-10T10:00:00+02:00',
    ]);
  });

  it.each([
    ['2026-03-10T10:00:00+0200', '2026-03-10T10:00:00+02:00'],
    ['2026-03-10T10:00:00+02', '2026-03-10T10:00:00+02:00'],
    ['2026-03-10T15:00Z', '2026-03-10T15:00:00Z'],
    ['2026-03-10', '2026-03-10T00:00:00-05:00'],
    ['2026-03-10T10:00:00-05:00[America/Chicago]', '2026-03-10T10:00:00-05:00'],
  ])('reads %s as %s', async (told, start) => {
    tell(told);
    expect(await readStarts()).toEqual([start]);
  });

  it('does not ask for the zone when every start has an offset', async () => {
    tell('2026-03-10T10:00:00-05:00', '2026-03-10T15:00:00Z');
    expect(await readStarts()).toEqual(['2026-03-10T10:00:00-05:00', '2026-03-10T15:00:00Z']);
    expect(bed.crm.requests).toHaveLength(1);
  });

  it.each([undefined, 'Mars/Base'])('cannot tell them when the zone of the location is %p', async (timeZone) => {
    bed.crm.timeZone = timeZone;
    tell('2026-03-10 10:00:00');
    expect(await read()).toBe(false);
    const reason = "the location's time zone cannot be told";
    const line = { operation: 'getAppointments', fallback_used: true, reason, msg: 'Appointments cannot be read' };
    expect(bed.log()).toContainEqual(expect.objectContaining(line));
  });

  it('cannot tell them when the location cannot be read', async () => {
    bed.crm.always('checkHealth', answer(401));
    tell('2026-03-10 10:00:00');
    expect(await read()).toBe(false);
  });

  it('translates an appointment, whatever optional parts are missing or null', async () => {
    const startTime = '2026-03-10T10:00:00-05:00';
    bed.crm.appointments = [
      { id: 'a1', calendarId: 'cal_1', startTime, appointmentStatus: 'confirmed', status: 'booked', title: 'Call' },
      { id: 'a2', startTime, appointmentStatus: null, status: 'booked' },
      { id: 'a3', calendarId: null, startTime, title: null },
    ];
    expect(await read()).toEqual([
      { id: 'a1', calendarId: 'cal_1', startTime, status: 'confirmed', title: 'Call' },
      { id: 'a2', calendarId: null, startTime, status: 'booked', title: null },
      { id: 'a3', calendarId: null, startTime, status: null, title: null },
    ]);
  });

  it.each(['tomorrow', '', '2026-02-30 10:00:00'])('cannot tell them when one begins at %j', async (startTime) => {
    tell('2026-03-10T10:00:00-05:00', startTime);
    expect(await read()).toBe(false);
  });
});
