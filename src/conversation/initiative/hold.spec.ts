import { loadBusinessProfile } from '../../config/business-profile';
import { newConversation, newTurn, UNREAD_CONTACT } from '../state/conversation';
import type { Turn } from '../state';
import { holdOf, isFirstWord } from './hold';

const HOUR_MS = 3_600_000;
/** A Monday, noon in Dallas. */
const NOW_MS = Date.parse('2026-11-23T18:00:00.000Z');
const DALLAS = '214';
/** Florida, whose law allows three first words a day: gates/texting-rules.ts. */
const MIAMI = '305';
const profile = { ...loadBusinessProfile('config/business.json'), timeZone: 'America/Chicago', dailyMessageCap: 5 };

/** A text of the bot that many hours ago; `user`: it answers something. */
function sent(hoursAgo: number, user = '', change: Partial<Turn> = {}): Turn {
  const repliedAt = new Date(NOW_MS - hoursAgo * HOUR_MS).toISOString();
  const turn = newTurn({ timestamp: '2026-11-01T00:00:00.000Z', userMessage: user, aiResponse: 'Hello' });
  return { ...turn, sent: true, repliedAt, ...change };
}

function hold(areaCode: string, history: readonly Turn[], nowMs = NOW_MS) {
  const contact = { ...UNREAD_CONTACT, areaCode, timeZone: 'America/Chicago' };
  return holdOf({ ...newConversation('c1', 'l1', ''), contact, history }, profile, nowMs);
}

const in_ = (hours: number) => NOW_MS + hours * HOUR_MS;

describe('bots: a first word is held', () => {
  it.each<[string, ReturnType<typeof hold>, ReturnType<typeof hold>]>([
    ['by nothing', hold(DALLAS, []), null],
    ['by nothing below the caps', hold(MIAMI, [sent(3), sent(2)]), null],
    [
      "by the state's cap, until the first of them is a day old",
      hold(MIAMI, [sent(10), sent(3), sent(2)]),
      { by: 'state_cap', untilMs: in_(14) },
    ],
    [
      "by the state's cap, where there are more than it allows",
      hold(MIAMI, [sent(10), sent(9), sent(3), sent(2)]),
      { by: 'state_cap', untilMs: in_(15) },
    ],
    ['not by texts of another day', hold(MIAMI, [sent(24), sent(3), sent(2)]), null],
    ["not by answers: the state's cap is of first words", hold(MIAMI, [sent(4, 'hi'), sent(3), sent(2)]), null],
    ['not by what has not gone out', hold(MIAMI, [sent(4), sent(3, '', { sent: false }), sent(2)]), null],
    ['not by silence', hold(MIAMI, [sent(4), sent(3), sent(2, 'hi', { aiResponse: '' })]), null],
    [
      "by the profile's cap, which counts answers too",
      hold(
        DALLAS,
        [5, 4, 3, 2, 1].map((hoursAgo) => sent(hoursAgo, 'hi')),
      ),
      { by: 'daily_cap', untilMs: in_(19) },
    ],
    [
      "by the profile's cap, until the first that went out is a day old, though it answered a later text",
      hold(
        DALLAS,
        [1, 5, 4, 3, 2].map((hoursAgo) => sent(hoursAgo, 'hi')),
      ),
      { by: 'daily_cap', untilMs: in_(19) },
    ],
    [
      'by when the turn was where the time of the reply is not known',
      hold(
        DALLAS,
        [5, 4, 3, 2, 1].map((hoursAgo) => {
          const { repliedAt, ...turn } = sent(hoursAgo, 'hi');
          return { ...turn, timestamp: repliedAt ?? '', repliedAt: null };
        }),
      ),
      { by: 'daily_cap', untilMs: in_(19) },
    ],
  ])('%s', (_title, held, expected) => {
    expect(held).toEqual(expected);
  });

  it('over night, whatever else there is', () => {
    const midnightMs = Date.parse('2026-11-24T06:00:00.000Z');
    expect(hold(MIAMI, [sent(3), sent(2), sent(1)], midnightMs)).toMatchObject({ by: 'quiet_hours' });
  });

  it('by the strictest hours where nobody knows where the contact is', () => {
    const nowMs = Date.parse('2026-11-24T02:30:00.000Z');
    const nobody = { ...newConversation('c1', 'l1', ''), contact: null };
    expect(holdOf(nobody, profile, nowMs)).toMatchObject({ by: 'quiet_hours' });
  });
});

describe('bots: a first word', () => {
  it('is what the bot has said without having been asked', () => {
    expect(isFirstWord(sent(1))).toBe(true);
    expect(isFirstWord(sent(1, 'hi'))).toBe(false);
    expect(isFirstWord(sent(1, '', { aiResponse: '' }))).toBe(false);
  });
});
