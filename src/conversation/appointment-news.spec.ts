import { withAppointment } from './appointment-news';
import type { AppointmentChangedEvent } from './contact-event';
import { newConversation } from './state/conversation';
import type { Conversation } from './state';

const NOW_MS = Date.parse('2026-11-23T16:00:00.000Z');
const SLOT = '2026-11-24T10:00:00-06:00';
const LATER_SLOT = '2026-11-25T10:00:00-06:00';

function event(change: Partial<AppointmentChangedEvent> = {}): AppointmentChangedEvent {
  return {
    kind: 'appointment_changed',
    id: 'hook1',
    contactId: 'c',
    locationId: 'l',
    receivedAtMs: NOW_MS,
    requestId: 'request1',
    appointmentId: 'app1',
    startsAt: SLOT,
    status: 'confirmed',
    changedAtMs: NOW_MS,
    ...change,
  };
}

/** A contact whom the bot has booked for the slot, and to whom these were reported. */
function afterReports(...events: readonly AppointmentChangedEvent[]): Conversation {
  const fresh = newConversation('c', 'l', new Date(NOW_MS).toISOString());
  const booked = { ...fresh, botState: { ...fresh.botState, bookedSlot: '2026-11-24T16:00:00.000Z' } };
  return events.reduce<Conversation>((current, next) => ({ ...current, ...withAppointment(current, next) }), booked);
}

describe('context: what is told of appointments', () => {
  it('is remembered, with the ten latest', () => {
    expect(afterReports(event()).appointments).toEqual([
      { id: 'app1', startsAt: SLOT, status: 'confirmed', changedAt: '2026-11-23T16:00:00.000Z' },
    ]);
    const many = Array.from({ length: 12 }, (_, index) => event({ appointmentId: `app${index}` }));
    expect(afterReports(...many).appointments.map(({ id }) => id)).toEqual(
      many.slice(2).map(({ appointmentId }) => appointmentId),
    );
  });

  it.each(['cancelled', 'noshow', 'invalid', 'deleted'] as const)('lets go of a booking that is %s', (status) => {
    expect(afterReports(event({ status })).botState.bookedSlot).toBeNull();
    expect(afterReports(event({ status, startsAt: LATER_SLOT })).botState.bookedSlot).not.toBeNull();
  });

  it('leaves a booking that is confirmed as it was written', () => {
    expect(afterReports(event()).botState.bookedSlot).toBe('2026-11-24T16:00:00.000Z');
  });

  it('follows a booking that is moved', () => {
    const moved = afterReports(event(), event({ startsAt: LATER_SLOT, changedAtMs: NOW_MS + 1 }));
    expect(moved.botState.bookedSlot).toBe(LATER_SLOT);
    expect(moved.appointments).toHaveLength(1);
  });

  it('keeps what it knows where a report is silent', () => {
    const deleted = afterReports(event(), event({ startsAt: null, status: 'deleted', changedAtMs: NOW_MS + 1 }));
    expect(deleted.appointments).toMatchObject([{ startsAt: SLOT, status: 'deleted' }]);
    expect(deleted.botState.bookedSlot).toBeNull();
  });

  it('changes nothing when it is said again, or is older than what is known', () => {
    const known = afterReports(event());
    expect(withAppointment(known, event({ changedAtMs: NOW_MS + 1 }))).toBeNull();
    expect(withAppointment(known, event({ status: 'cancelled', changedAtMs: NOW_MS - 1 }))).toBeNull();
    expect(
      withAppointment(known, event({ status: 'cancelled', changedAtMs: null, receivedAtMs: NOW_MS + 1 })),
    ).not.toBeNull();
  });
});
