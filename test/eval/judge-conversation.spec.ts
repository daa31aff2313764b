import { findViolations } from './invariants';
import { judgeEnd } from './judge-end';
import type { ExpectedEnd } from './labels';
import type { Played, PlayedFile, PlayedTurn } from './played';

const FILE: PlayedFile = {
  bot_type: 'lead',
  bot_state: {
    pending_question: 'area',
    times_asked: {},
    is_introduced: true,
    handed_off_at: null,
    offered_slots: [],
    booked_slot: null,
    took_away: false,
    has_ended: false,
    handoffs: {},
  },
  lead_preferences: { areas: [], budget_max: null, financing: 'unknown' },
  seller_preferences: { timeline_acceptable: null },
  lead_temperature: 'cold',
  seller_temperature: null,
  seller_questions_answered: 0,
  opted_out: false,
};

function turn(replies: readonly string[], file: Partial<PlayedFile> = {}): PlayedTurn {
  return { text: 'hi', replies, file: { ...FILE, ...file } };
}

function violations(...turns: readonly PlayedTurn[]): readonly string[] {
  return findViolations({ turns, tasks: 0 });
}

describe('findViolations', () => {
  const areaIsKnown = { lead_preferences: { areas: ['Allen'] } };
  const seller = { bot_type: 'seller', bot_state: { ...FILE.bot_state, pending_question: 'timeline' } } as const;
  const stopped = { opted_out: true };

  it('finds none in a conversation as it should be', () => {
    const turns = [turn(['Which area?']), turn(['How much?']), turn(['You are unsubscribed.'], stopped)];
    expect(violations(...turns, turn([], stopped), turn(['You are back.']))).toEqual([]);
  });

  it.each([
    ['two replies to a text', [turn(['One.', 'Two.'])], 'more than one reply'],
    [
      'a reply that repeats the one before',
      [turn(['Which?']), turn([]), turn(['Which?'])],
      'the reply before it again',
    ],
    ['a reply after an opt-out', [turn(['Bye.'], stopped), turn(['Hi.'], stopped)], 'after the opt-out'],
    ['a question whose answer is known', [turn(['Which area?'], areaIsKnown)], 'although areas is known'],
    [
      'a "no" asked for again',
      [turn(['A problem?'], { ...seller, seller_preferences: { timeline_acceptable: false } })],
      'timeline_acceptable is known',
    ],
    ['a reply that is too long', [turn(['x'.repeat(460)])], 'a reply of 460 characters'],
    ['a bracket counted once', [turn(['['.repeat(230)])], 'a reply of 460 characters'],
    ['a reply that would be sent as UCS-2', [turn(['Sure 👍'])], 'outside GSM-7'],
  ])('finds %s', (_title, turns, expected) => {
    expect(violations(...turns)).toEqual([expect.stringContaining(expected)]);
  });

  it('allows a statement while a known question is pending, and a reply of full length', () => {
    expect(violations(turn(['A person will call.'], areaIsKnown), turn(['x'.repeat(459)]))).toEqual([]);
  });
});

describe('judgeEnd', () => {
  const end: ExpectedEnd = {
    facts: { areas: ['Allen'] },
    absent: ['budgetMaxUsd'],
    temperature: 'warm',
    bot_type: 'lead',
    opted_out: false,
    handed_off: true,
    questions_answered: 0,
  };
  const good: Partial<PlayedFile> = { lead_temperature: 'warm', lead_preferences: { areas: ['Allen'] } };
  const ended = (file: Partial<PlayedFile>, tasks = 1): Played => ({ turns: [turn([], { ...good, ...file })], tasks });

  it('finds nothing in an end as labelled', () => {
    expect(judgeEnd(ended({}), end)).toEqual([]);
  });

  it.each<readonly [string, Played]>([
    ['bot_type', ended({ bot_type: null })],
    ['temperature', ended({ lead_temperature: 'hot', seller_temperature: 'warm' })],
    ['opted_out', ended({ opted_out: true })],
    ['handed_off', ended({}, 0)],
    ['questions_answered', ended({ seller_questions_answered: 1 })],
    ['areas', ended({ lead_preferences: { areas: ['Plano'] } })],
    ['budgetMaxUsd', ended({ lead_preferences: { areas: ['Allen'], budget_max: 1 } })],
  ])('finds a difference of %s', (name, played) => {
    expect(judgeEnd(played, end)).toEqual([expect.stringMatching(`^${name}: expected`)]);
  });

  it('rates a seller by the temperature of the seller bot', () => {
    const { questions_answered: _any, ...rest } = end;
    const sold = ended({ bot_type: 'seller', seller_temperature: 'warm', lead_temperature: 'hot' });
    expect(judgeEnd(sold, { ...rest, bot_type: 'seller' })).toEqual([]);
  });
});
