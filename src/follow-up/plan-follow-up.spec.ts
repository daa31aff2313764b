import { loadBusinessProfile } from '../config/business-profile';
import type { Conversation } from '../conversation';
import { newConversation } from '../conversation/state/conversation';
import type { KnownAppointment, Turn } from '../conversation/state';
import { planFollowUp } from './plan-follow-up';

const profile = loadBusinessProfile('config/business.json');
const NOW = '2026-11-23T16:00:00.000Z';
const NOW_MS = Date.parse(NOW);
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

function at(ms: number): string {
  return new Date(NOW_MS + ms).toISOString();
}

function turn(change: Partial<Turn> = {}): Turn {
  return {
    timestamp: NOW,
    receivedAt: null,
    userMessage: 'I want to sell my house',
    aiResponse: 'What has you thinking about selling?',
    extractedData: {},
    eventId: 'event1',
    messageId: null,
    reason: '',
    isJoined: false,
    factSources: {},
    gates: [],
    claude: null,
    scoreBreakdown: null,
    sent: true,
    replyId: 'reply1',
    repliedAt: NOW,
    pagedAt: null,
    crm: [],
    ...change,
  };
}

/** The nth follow-up since the contact's last text, sent so long after now. */
function followedUp(nth: number, afterMs: number): Turn {
  const sentAt = at(afterMs);
  return turn({ userMessage: '', eventId: `follow-up:c:l:${nth}:1`, timestamp: sentAt, repliedAt: sentAt });
}

function withTurns(history: readonly Turn[], change: Partial<Conversation> = {}): Conversation {
  const fresh = newConversation('c', 'l', NOW);
  return {
    ...fresh,
    botType: 'seller',
    botState: { ...fresh.botState, pendingQuestion: 'motivation', isIntroduced: true },
    history,
    ...change,
  };
}

function stateOf(change: Partial<Conversation['botState']>): Pick<Conversation, 'botState'> {
  return { botState: { ...withTurns([]).botState, ...change } };
}

function plan(conversation: Conversation, nowMs = NOW_MS) {
  return planFollowUp(conversation, profile, nowMs);
}

describe('follow-ups: the cadence', () => {
  it.each<[string, readonly Turn[], string, number]>([
    ['four hours after an unanswered question', [turn()], 'follow_up_1', 4 * HOUR_MS],
    ['two days after the first', [turn(), followedUp(1, 5)], 'follow_up_2', 5 + 2 * DAY_MS],
    ['three days after the second', [turn(), followedUp(1, 5), followedUp(2, 9)], 'follow_up_3', 9 + 3 * DAY_MS],
    [
      'two weeks after the third',
      [turn(), followedUp(1, 5), followedUp(2, 9), followedUp(3, 10)],
      'long_term_4',
      10 + 14 * DAY_MS,
    ],
  ])('%s', (_title, history, step, dueMs) => {
    expect(plan(withTurns(history))).toMatchObject({ step, dueAtMs: NOW_MS + dueMs });
  });

  it('ends after five, and begins anew with a text', () => {
    const five = [1, 2, 3, 4, 5].map((nth) => followedUp(nth, nth));
    expect(plan(withTurns([turn(), ...five.slice(0, 4)]))?.step).toBe('long_term_5');
    expect(plan(withTurns([turn(), ...five]))).toBeNull();
    expect(plan(withTurns([turn(), ...five, turn({ timestamp: at(9) })]))?.step).toBe('follow_up_1');
  });

  it('is rare for somebody of whom nothing is asked', () => {
    expect(plan(withTurns([turn()], stateOf({ pendingQuestion: null })))).toMatchObject({
      step: 'long_term_1',
      dueAtMs: NOW_MS + 14 * DAY_MS,
      isFirstNudge: false,
    });
  });

  it('has other words for buyers, cold sellers and the others', () => {
    const { lead, seller, longTerm } = profile.followUp?.wording ?? {};
    const wordings = (change: Partial<Conversation>) => plan(withTurns([turn()], change))?.wordings;
    expect(wordings({ botType: 'lead' })).toBe(lead);
    expect(wordings({ botType: null })).toBe(lead);
    expect(wordings({ sellerTemperature: 'cold' })).toBe(seller?.cold);
    expect(wordings({ sellerTemperature: 'warm' })).toBe(seller?.warm);
    expect(wordings({ sellerTemperature: 'hot' })).toBe(seller?.warm);
    expect(wordings(stateOf({ pendingQuestion: null }))).toBe(longTerm?.seller);
  });

  it('has an id of its own for every step, the same each time', () => {
    const histories = [[turn()], [turn(), followedUp(1, 5)], [turn(), followedUp(1, 6)], [turn({ repliedAt: at(1) })]];
    const ids = histories.map((history) => plan(withTurns(history))?.id);
    expect(new Set(ids).size).toBe(histories.length);
    expect(histories.map((history) => plan(withTurns(history), NOW_MS + DAY_MS)?.id)).toEqual(ids);
  });
});

describe('follow-ups: somebody is left alone', () => {
  const OFF = { ...profile, followUp: undefined };
  it.each<[string, Conversation]>([
    ['who has never written', withTurns([])],
    ['whose reply did not get through', withTurns([turn({ sent: false })])],
    ['who opted out', withTurns([turn()], { optedOut: true })],
    ['whom the CRM blocks', withTurns([turn()], { contact: { ...contact(), isSmsBlocked: true } })],
    ['with the tag of an opt-out', withTurns([turn()], { contact: { ...contact(), tags: ['opted-out'] } })],
    ['whom a person has taken over by tag', withTurns([turn()], { contact: { ...contact(), tags: ['jorge-active'] } })],
    ['whom a person has texted since', withTurns([turn()], { pausedUntil: at(DAY_MS) })],
    ['who has asked for a person', withTurns([turn()], stateOf({ handoffs: { 'asked for a person': NOW } }))],
    ['who has asked for a call', withTurns([turn()], stateOf({ handoffs: { 'asked for a call': NOW } }))],
    ['who is upset', withTurns([turn()], stateOf({ handoffs: { 'upset contact': NOW } }))],
    ['who is hot and waits for a call', withTurns([turn()], stateOf({ handedOffAt: NOW, pendingQuestion: null }))],
    ['who wants nothing', withTurns([turn({ userMessage: 'not interested' })])],
    ['who had an appointment', withTurns([turn()], stateOf({ bookedSlot: at(-DAY_MS), pendingQuestion: null }))],
    ['who kept an appointment', withTurns([turn()], { appointments: [appointment({ status: 'showed' })] })],
  ])('%s', (_title, conversation) => {
    expect(plan(conversation)).toBeNull();
  });

  it('by a profile without follow-ups', () => {
    expect(planFollowUp(withTurns([turn()]), OFF, NOW_MS)).toBeNull();
  });

  it('only while the reason lasts', () => {
    const later = turn({ timestamp: at(2 * DAY_MS), repliedAt: at(2 * DAY_MS) });
    expect(plan(withTurns([turn(), later], { pausedUntil: at(DAY_MS) }))).not.toBeNull();
    expect(plan(withTurns([turn(), later], stateOf({ handoffs: { 'asked for a person': NOW } })))).not.toBeNull();
    const offered = stateOf({ handedOffAt: NOW, pendingQuestion: 'booking' });
    expect(plan(withTurns([turn()], offered))).toMatchObject({ step: 'follow_up_1' });
  });
});

describe('follow-ups: appointments', () => {
  const booked = (startsMs: number, history = [turn()]) =>
    plan(withTurns(history, stateOf({ bookedSlot: at(startsMs), pendingQuestion: null })));

  it('are reminded of a day and then two hours before', () => {
    expect(booked(3 * DAY_MS)).toMatchObject({ step: 'appointment_reminder_24h', dueAtMs: NOW_MS + 2 * DAY_MS });
    const reminded = turn({ userMessage: '', repliedAt: at(2 * DAY_MS), eventId: 'reminder:c:l:1:24' });
    expect(booked(3 * DAY_MS, [turn(), reminded])).toMatchObject({
      step: 'appointment_reminder_2h',
      dueAtMs: NOW_MS + 3 * DAY_MS - 2 * HOUR_MS,
      appointmentAt: at(3 * DAY_MS),
    });
  });

  it('made at short notice are not reminded of at once', () => {
    expect(booked(5 * HOUR_MS)).toMatchObject({ step: 'appointment_reminder_2h' });
    expect(booked(HOUR_MS)).toBeNull();
  });

  it('of somebody with whom a person talks are reminded of once that person has stopped', () => {
    const state = stateOf({ bookedSlot: at(30 * HOUR_MS), pendingQuestion: null });
    const talking = (pausedMs: number) => plan(withTurns([turn()], { ...state, pausedUntil: at(pausedMs) }));
    expect(talking(5 * HOUR_MS)).toMatchObject({ step: 'appointment_reminder_24h' });
    expect(talking(24 * HOUR_MS)).toMatchObject({ step: 'appointment_reminder_2h' });
    expect(talking(29 * HOUR_MS)).toBeNull();
  });

  it('of the past are not reminded of', () => {
    expect(booked(-HOUR_MS)).toBeNull();
  });

  it('made by a person count too, the next one first', () => {
    const appointments = [
      appointment({ id: 'b', startsAt: at(6 * DAY_MS) }),
      appointment({ id: 'a', startsAt: at(4 * DAY_MS), status: 'new' }),
      appointment({ id: 'x', startsAt: at(2 * DAY_MS), status: 'cancelled' }),
    ];
    expect(plan(withTurns([turn()], { appointments }))).toMatchObject({ appointmentAt: at(4 * DAY_MS) });
  });

  it('that were missed get a word, once and soon', () => {
    const appointments = [appointment({ status: 'noshow', changedAt: at(HOUR_MS) })];
    const missed = withTurns([turn()], { appointments });
    expect(plan(missed, NOW_MS + HOUR_MS)).toMatchObject({ step: 'appointment_no_show', dueAtMs: NOW_MS + HOUR_MS });
    expect(plan(missed, NOW_MS + 3 * DAY_MS)?.step).toBe('follow_up_1');
    const said = turn({ userMessage: '', eventId: 'no-show:c:l:appointment1', timestamp: at(2 * HOUR_MS) });
    expect(plan(withTurns([turn(), said], { appointments }), NOW_MS + 2 * HOUR_MS)?.step).not.toBe(
      'appointment_no_show',
    );
  });

  it('that were missed get no word once there is another', () => {
    const missed = appointment({ status: 'noshow', changedAt: at(HOUR_MS) });
    const next = appointment({ id: 'appointment2', startsAt: at(3 * DAY_MS), changedAt: at(2 * HOUR_MS) });
    const rebooked = withTurns([turn()], { appointments: [missed, next] });
    expect(plan(rebooked, NOW_MS + 2 * HOUR_MS)?.step).toBe('appointment_reminder_24h');
  });
});

function contact() {
  return {
    firstName: null,
    tags: [],
    timeZone: null,
    areaCode: null,
    isSmsBlocked: false,
    sources: { source: null, leadSource: null, utmSource: null, firstAttribution: null, lastAttribution: null },
    status: null,
    botType: null,
    isRead: true,
    changedAt: null,
    tagsToldAt: null,
  };
}

function appointment(change: Partial<KnownAppointment>): KnownAppointment {
  return { id: 'appointment1', startsAt: at(-HOUR_MS), status: 'confirmed', changedAt: at(-HOUR_MS), ...change };
}
