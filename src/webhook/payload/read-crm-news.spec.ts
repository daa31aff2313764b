import { normalisePayload } from './normalise-payload';

const receipt = { receivedAtMs: 1_000, requestId: 'request-1' };

function read(payload: Record<string, unknown>) {
  return normalisePayload(payload, Buffer.from(JSON.stringify(payload)), receipt);
}

describe('webhook: appointments and deals', () => {
  const appointment = {
    type: 'AppointmentUpdate',
    locationId: 'loc1',
    webhookId: 'hook2',
    timestamp: '2026-11-23T12:00:00.000Z',
    appointment: {
      id: 'app1',
      contactId: 'contact1',
      startTime: '2026-11-24T10:00:00-06:00',
      appointmentStatus: 'confirmed',
    },
  };

  it('become an event of the contact', () => {
    expect(read(appointment)).toEqual({
      id: 'hook2',
      type: 'AppointmentUpdate',
      contactId: 'contact1',
      event: {
        ...receipt,
        id: 'hook2',
        contactId: 'contact1',
        locationId: 'loc1',
        kind: 'appointment_changed',
        appointmentId: 'app1',
        startsAt: '2026-11-24T10:00:00.000-06:00',
        status: 'confirmed',
        changedAtMs: Date.parse('2026-11-23T12:00:00.000Z'),
      },
    });
    const deal = {
      type: 'OpportunityStatusUpdate',
      id: 'deal1',
      contactId: 'contact1',
      locationId: 'loc1',
      status: ' won ',
      webhookId: 'hook3',
      dateUpdated: '2026-11-23T12:00:00.000Z',
    };
    expect(read(deal).event).toEqual({
      ...receipt,
      id: 'hook3',
      contactId: 'contact1',
      locationId: 'loc1',
      kind: 'opportunity_changed',
      opportunityId: 'deal1',
      status: 'won',
      changedAtMs: Date.parse('2026-11-23T12:00:00.000Z'),
    });
  });

  it.each([
    ['new', 'new'],
    ['Confirmed', 'confirmed'],
    ['no-show', 'noshow'],
    ['noShow', 'noshow'],
    ['canceled', 'cancelled'],
    ['showed', 'showed'],
    ['invalid', 'invalid'],
    ['something new', 'unknown'],
    [7, 'unknown'],
    [null, 'unknown'],
  ])('with the status %j are %s', (appointmentStatus, status) => {
    const payload = { ...appointment, appointment: { ...appointment.appointment, appointmentStatus } };
    expect(read(payload).event).toMatchObject({ status });
  });

  it('that are deleted are so, whatever their status says', () => {
    expect(read({ ...appointment, type: 'AppointmentDelete' }).event).toMatchObject({ status: 'deleted' });
  });

  it.each([
    ['2026-11-24T10:00:00-0600', '2026-11-24T10:00:00.000-06:00'],
    ['2026-11-24T16:00:00Z', '2026-11-24T16:00:00.000Z'],
    [' 2026-11-24T16:00:00Z ', '2026-11-24T16:00:00.000Z'],
  ])('start at %j', (startTime, startsAt) => {
    const payload = { ...appointment, appointment: { ...appointment.appointment, startTime } };
    expect(read(payload).event).toMatchObject({ startsAt });
  });

  it.each([['2026-11-24T10:00:00'], ['tomorrow'], ['2026-11-24T10:00:00Z or so'], [null], [1_764_000_000_000]])(
    'whose start is %j have none: nobody could tell when it is',
    (startTime) => {
      const payload = { ...appointment, appointment: { ...appointment.appointment, startTime } };
      expect(read(payload).event).toMatchObject({ startsAt: null });
    },
  );

  it('of nobody, or without an id, are acknowledged and no more', () => {
    const { contactId, ...ofNobody } = appointment.appointment;
    expect(read({ ...appointment, appointment: ofNobody })).toMatchObject({ event: null });
    expect(read({ ...appointment, appointment: { contactId } })).toMatchObject({ event: null });
    expect(read({ type: 'OpportunityCreate', id: 'deal1', locationId: 'loc1' })).toMatchObject({ event: null });
    expect(read({ type: 'OpportunityCreate', contactId: 'contact1', locationId: 'loc1' })).toMatchObject({
      event: null,
    });
  });

  it('tell what a contact has become', () => {
    const changed = { type: 'ContactUpdate', id: 'contact1', locationId: 'loc1', contactStatus: ` ${'x'.repeat(99)}` };
    expect(read(changed).event).toMatchObject({ status: 'x'.repeat(64) });
  });
});

describe('webhook: changes of a contact', () => {
  it('are read with all that they tell', () => {
    const told = { name: 'Ann  Lee', tags: ['Hot-Lead'], dnd: false, contactStatus: 'won' };
    const at = { webhookId: 'hook9', timestamp: '2026-11-23T12:00:00.000Z' };
    expect(read({ type: 'ContactUpdate', id: 'contact1', locationId: 'loc1', ...told, ...at }).event).toEqual({
      kind: 'contact_changed',
      id: 'hook9',
      contactId: 'contact1',
      locationId: 'loc1',
      firstName: 'Ann',
      tags: ['Hot-Lead'],
      isSmsBlocked: false,
      status: 'won',
      botTypes: [],
      changedAtMs: Date.parse(at.timestamp),
      ...receipt,
    });
  });
});
