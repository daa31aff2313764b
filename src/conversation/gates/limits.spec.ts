import fc from 'fast-check';
import { capReason, loopReason } from './limits';
import type { PastTurn } from './limits';

const NOW = Date.parse('2026-11-23T18:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function turn(msAgo: number, userMessage: string, aiResponse = 'Which area?', sent: boolean | null = true): PastTurn {
  return { timestamp: new Date(NOW - msAgo).toISOString(), userMessage, aiResponse, sent };
}
const repeated = (times: number, text: string, everyMs = MINUTE) =>
  Array.from({ length: times }, (_, index) => turn((times - index) * everyMs, text));

describe('gates: the loop guard', () => {
  it.each([
    [9, null],
    [10, '10 texts have been sent to this contact within an hour'],
    [11, '10 texts have been sent to this contact within an hour'],
  ])('after %p texts sent within an hour says %p', (times, reason) => {
    const history = Array.from({ length: times }, (_, index) => turn(MINUTE, `text number ${index} is new`));
    expect(loopReason(history, 'something else', NOW)).toBe(reason);
  });

  it.each([
    ['are an hour old', turn(HOUR, 'x')],
    ['did not get through', turn(MINUTE, 'x', 'Which area?', false)],
    ['were never written', turn(MINUTE, 'x', '', null)],
  ])('does not count texts that %s', (_, old) => {
    const history = Array.from({ length: 20 }, (__, index) => ({ ...old, userMessage: `text number ${index} is new` }));
    expect(loopReason(history, 'something else', NOW)).toBeNull();
  });

  it.each([
    ['Is the house on Main still available?', 1, null],
    ['Is the house on Main still available?', 2, 'the same text has come 3 times within 24 h'],
    ['yes', 4, null],
    ['yes', 5, 'the same text has come 6 times within 1 h'],
    ['Yes that works for me', 4, null],
    ['Yes that works for me', 5, 'the same text has come 6 times within 1 h'],
    ['👍', 5, 'the same text has come 6 times within 1 h'],
    ['??', 5, 'the same text has come 6 times within 1 h'],
  ])('after %p has come %p times before says %p', (text, times, reason) => {
    expect(loopReason(repeated(times, text), text, NOW)).toBe(reason);
  });

  it.each([
    ['Thanks for your message, ticket 4711 is open', 'Thanks for your message, ticket 4712 is open'],
    ['Is the house on Main still available?', 'is the house on main still available'],
    ['Is the house on Main still available?', 'IS THE HOUSE ON MAIN STILL AVAILABLE'],
    // 6 of 7 words on each side: 12 of 14 is 0.857.
    ['one two three four five six seven', 'one two three four five six nine'],
    ['Hey is the house on Main Street still for sale', 'Hi is the house on Main Street still for sale'],
  ])('takes %p and %p for the same', (before, after) => {
    expect(loopReason(repeated(2, before), after, NOW)).not.toBeNull();
  });

  it.each([
    ['450k', '400k'],
    ['2 weeks', '3 weeks'],
    ['We want to sell the house this spring', 'We want to buy a condo this spring'],
    ['yes yes yes yes yes yes', 'yes no no no no no'],
    // Of a short answer every word counts, however long the other text is.
    ['we can pay 400', 'we can pay 450'],
    ['tell me about the blue house', 'tell me about the red house'],
    ['about the red one please', 'tell me about the red one please'],
    ['??', '!!'],
  ])('takes %p and %p for different texts', (before, after) => {
    expect(loopReason(repeated(9, before), after, NOW)).toBeNull();
  });

  it.each([
    ['Is the house on Main still available?', 24 * HOUR],
    ['yes', HOUR],
  ])('forgets %p after its window', (text, ageMs) => {
    const at = (msAgo: number) => Array.from({ length: 5 }, () => turn(msAgo, text, '', null));
    expect(loopReason(at(ageMs), text, NOW)).toBeNull();
    expect(loopReason(at(ageMs - 1), text, NOW)).not.toBeNull();
  });

  it('stops at a second automatic reply within 24 hours', () => {
    const first = turn(23 * HOUR, 'I am out of the office until Monday');
    const second = 'This is an automated response. We will get back to you shortly.';
    expect(loopReason([first], second, NOW)).toBe('a second automatic reply within 24 h');
    expect(loopReason([turn(24 * HOUR, first.userMessage)], second, NOW)).toBeNull();
    expect(loopReason([turn(HOUR, 'I want to sell')], second, NOW)).toBeNull();
    expect(loopReason([first], 'I want to sell', NOW)).toBeNull();
  });

  it('does not take a follow-up for a text of the contact', () => {
    expect(loopReason(repeated(6, ''), '', NOW)).toBeNull();
  });

  it('never quotes a text, nor fails on any', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3_000 }), (text) => {
        const marked = `q9z ${text} q9z`;
        expect(loopReason(repeated(6, marked), marked, NOW)).toMatch(
          /^the same text has come \d times within (?:1|24) h$/,
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe('gates: replies that went out late', () => {
  const answeredAt = (msAgo: number) => ({ ...turn(30 * HOUR, 'hi'), repliedAt: new Date(NOW - msAgo).toISOString() });

  it.each([
    [HOUR - 1, '10 texts have been sent to this contact within an hour'],
    [HOUR, null],
  ])('count for the hour from when they did, %p ms ago', (msAgo, reason) => {
    expect(loopReason(Array(10).fill(answeredAt(msAgo)) as PastTurn[], 'something else', NOW)).toBe(reason);
  });

  it.each([
    [24 * HOUR - 1, '2 texts within 24 h, and the cap is 2'],
    [24 * HOUR, null],
  ])('count for the day from when they did, %p ms ago', (msAgo, reason) => {
    expect(capReason([answeredAt(msAgo), answeredAt(msAgo)], 2, NOW)).toBe(reason);
  });
});

describe('gates: the daily cap', () => {
  it.each([
    [2, null],
    [3, '3 texts within 24 h, and the cap is 3'],
    [4, '4 texts within 24 h, and the cap is 3'],
  ])('after %p texts says %p', (times, reason) => {
    expect(capReason(repeated(times, 'hello', HOUR), 3, NOW)).toBe(reason);
  });

  it('counts what was sent, for exactly 24 hours', () => {
    const history = [
      turn(24 * HOUR, 'old'),
      turn(HOUR, 'refused', 'Which area?', false),
      turn(HOUR, 'silence', '', null),
      turn(24 * HOUR - 1, 'counts'),
    ];
    expect([capReason(history, 1, NOW), capReason(history, 2, NOW)]).toEqual([
      '1 texts within 24 h, and the cap is 1',
      null,
    ]);
  });
});
