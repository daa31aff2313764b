import { newConversation, newTurn } from '../state/conversation';
import { BOOKED_REASON } from '../state';
import type { Conversation } from '../state';
import { happeningsOf } from './outcome-watch';

const FIRST = '2026-11-23T16:00:00.000Z';
const SECOND = '2026-11-23T17:00:00.000Z';
const NUDGE = '2026-11-23T18:00:00.000Z';
const EMPTY = newConversation('ann1', 'loc1', FIRST);

const turn = (timestamp: string, userMessage: string) => newTurn({ timestamp, userMessage, aiResponse: 'Hello' });
const TALK = [turn(FIRST, 'hi'), turn(SECOND, 'yes'), turn(NUDGE, '')];
const booked = { ...EMPTY.botState, bookedSlot: '2026-11-24T16:00:00.000Z' };
const appointment = { id: 'a1', startsAt: null, changedAt: SECOND } as const;

describe('growth: what has happened to a contact', () => {
  it.each<[string, Partial<Conversation>, readonly (readonly [kind: string, at: string])[]]>([
    ['nothing', {}, []],
    ['a first text is no reply', { history: [turn(FIRST, 'hi')] }, []],
    ['a reply, when the contact wrote last', { history: TALK }, [['replied', SECOND]]],
    [
      'a booking, when its turn was and not when the contact wrote next',
      { history: [{ ...turn(FIRST, 'the second one'), reason: BOOKED_REASON }, turn(SECOND, '')], botState: booked },
      [
        ['replied', FIRST],
        ['booked', FIRST],
      ],
    ],
    ['an appointment, as reported', { appointments: [{ ...appointment, status: 'confirmed' }] }, [['booked', SECOND]]],
    ['an appointment that was kept', { appointments: [{ ...appointment, status: 'showed' }] }, [['booked', SECOND]]],
    ['no appointment that is off', { appointments: [{ ...appointment, status: 'cancelled' }] }, []],
    ['an opt-out, by the last text', { history: [turn(FIRST, 'STOP')], optedOut: true }, [['opted_out', FIRST]]],
    ['a person who wrote', { personWroteAt: SECOND }, [['person_wrote', SECOND]]],
    [
      'a person who was asked for',
      { botState: { ...EMPTY.botState, handedOffAt: SECOND } },
      [['handoff_asked', SECOND]],
    ],
  ])('%s', (_title, change, expected) => {
    const happenings = happeningsOf({ ...EMPTY, ...change });
    expect(happenings.map(({ kind, atMs }) => [kind, new Date(atMs).toISOString()])).toEqual(expected);
    expect(happenings.every(({ contactId }) => contactId === 'ann1')).toBe(true);
  });

  it('tells of everything whether the contact is hot', () => {
    const hot = { ...EMPTY, personWroteAt: SECOND, botState: { ...EMPTY.botState, handedOffAt: FIRST } };
    expect(happeningsOf(hot).map(({ isHot }) => isHot)).toEqual([true, true]);
    expect(happeningsOf({ ...EMPTY, personWroteAt: SECOND }).map(({ isHot }) => isHot)).toEqual([false]);
  });
});
