import { bookedAsReported, isSameInstant } from './booked-as-reported';
import { newConversation } from './conversation';

const STARTS_AT = '2026-11-24T10:00:00-06:00';
const { botState } = newConversation('c', 'l', '2026-11-23T16:00:00.000Z');
const booked = { ...botState, bookedSlot: '2026-11-24T16:00:00.000Z' };
const reported = { id: 'a', startsAt: STARTS_AT, changedAt: '2026-11-23T16:00:00.000Z' };

describe('context: a booking whose cancellation was faster than its turn', () => {
  it('is not taken for booked', () => {
    expect(bookedAsReported(booked, [{ ...reported, status: 'cancelled' }]).bookedSlot).toBeNull();
  });

  it('stands while the last report of its time does not say otherwise', () => {
    expect(bookedAsReported(booked, [])).toBe(booked);
    expect(bookedAsReported(booked, [{ ...reported, status: 'confirmed' }])).toBe(booked);
    const again = [{ ...reported, status: 'cancelled' } as const, { ...reported, id: 'b', status: 'new' } as const];
    expect(bookedAsReported(booked, again)).toBe(booked);
    const other = { ...reported, startsAt: '2026-11-25T10:00:00-06:00', status: 'cancelled' } as const;
    expect(bookedAsReported(booked, [other])).toBe(booked);
  });

  it('is known by the instant, however it is written', () => {
    expect(isSameInstant(STARTS_AT, '2026-11-24T16:00:00Z')).toBe(true);
    expect(isSameInstant(STARTS_AT, null)).toBe(false);
    expect(isSameInstant(null, null)).toBe(false);
  });
});
