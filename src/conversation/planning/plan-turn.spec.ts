import { loadBusinessProfile } from '../../config/business-profile';
import { newConversation, UNREAD_CONTACT } from '../state/conversation';
import type { BotState, ContactSnapshot, Conversation } from '../state';
import { assessTexts } from './assess';
import type { Plan } from './plan';
import { planTurn } from './plan-turn';

const profile = loadBusinessProfile('config/business.json');
const NOW = Date.parse('2026-11-23T16:00:00.000Z');
const blank = newConversation('contact1', 'loc1', new Date(NOW).toISOString());
const contact: ContactSnapshot = { ...UNREAD_CONTACT, firstName: 'Ann', isRead: true };

function plan(text: string, change: Partial<Conversation> = {}, state: Partial<BotState> = {}): Plan {
  const before = { ...blank, contact, ...change, botState: { ...blank.botState, ...state } };
  const assessment = assessTexts(before, [text], before.botState.pendingQuestion, profile, NOW);
  return planTurn({ text, assessment, explicitBotType: null, profile, nowMs: NOW });
}

function question(of: Plan) {
  return of.changes.botState?.pendingQuestion;
}

describe('bots: who answers', () => {
  it.each<[string, Partial<Conversation>, string | undefined]>([
    ['I want to buy a house', {}, 'lead'],
    ['I want to sell my house', {}, 'seller'],
    ['hello', {}, undefined],
    ['hello', { contact: { ...contact, tags: ['seller-intent'] } }, 'seller'],
    ['hello', { contact: { ...contact, tags: ['Buyer-Intent'] } }, 'lead'],
    ['hello', { contact: { ...contact, tags: ['buyer-intent', 'seller-intent'] } }, undefined],
    ['hello', { botType: 'seller', contact: { ...contact, tags: ['buyer-intent'] } }, 'seller'],
    ['I want to buy', { contact: { ...contact, botType: 'seller' } }, 'seller'],
  ])('%p with %j: %p', (text, change, expected) => {
    expect(plan(text, change).changes.botType).toBe(expected);
  });

  it('asks what it is about at most twice, in other words the second time, then goes on as the lead bot', () => {
    const first = plan('hello');
    const second = plan('what?', {}, first.changes.botState);
    expect([question(first), question(second)]).toEqual(['intent', 'intent']);
    expect(first).not.toEqual(expect.objectContaining({ text: (second as { text: string }).text }));
    expect(plan('huh?', {}, second.changes.botState).changes.botType).toBe('lead');
  });

  it('confirms a change of mind before it changes the bot', () => {
    const asked = plan('actually I want to sell my house', { botType: 'lead' }, { pendingQuestion: 'budget' });
    expect(question(asked)).toBe('intent');
    expect(asked.changes.botType).toBeUndefined();
    expect(plan('sell', { botType: 'lead' }, asked.changes.botState).changes.botType).toBe('seller');
    expect(plan('no, buying', { botType: 'lead' }, asked.changes.botState).changes.botType).toBe('lead');
  });
});

describe('bots: when to be silent, and when a person is called', () => {
  it.each<[string, Partial<Conversation>]>([
    ['opted out', { optedOut: true }],
    ['do-not-disturb', { contact: { ...contact, isSmsBlocked: true } }],
    ['a pause tag in any case', { contact: { ...contact, tags: ['JORGE-active'] } }],
    ['a person who wrote', { pausedUntil: new Date(NOW + 1).toISOString() }],
  ])('%s silences the bots, HELP included', (_title, change) => {
    expect(plan('I want to buy a house', change).kind).toBe('silent');
    expect(plan('HELP', change).kind).toBe('silent');
  });

  it('speaks again when the pause is over', () => {
    expect(plan('I want to buy', { pausedUntil: new Date(NOW - 1).toISOString() }).kind).toBe('say');
  });

  it('confirms STOP once and then says nothing more', () => {
    expect(plan('stop')).toMatchObject({ kind: 'say', changes: { optedOut: true } });
    expect(plan('stop', { optedOut: true }).kind).toBe('silent');
    expect(plan('start', { optedOut: true })).toMatchObject({ kind: 'say', changes: { optedOut: false } });
  });

  it.each([
    ['can I talk to a real person', 'asked for a person'],
    ['you have the wrong number', 'wrong number'],
  ])('%p: %s', (text, handoff) => {
    expect(plan(text)).toMatchObject({ kind: 'say', handoffs: [handoff] });
  });

  it('asks about an unclear time once more, then calls a person', () => {
    const offered = {
      pendingQuestion: 'booking',
      offeredSlots: ['2026-11-24T10:00:00-06:00'],
      timesAsked: { booking: 1 },
    } as const;
    const again = plan('hmm', { botType: 'lead' }, offered);
    expect(again).toMatchObject({
      kind: 'say',
      changes: { botState: { pendingQuestion: 'booking', timesAsked: { booking: 2 } } },
    });
    expect(plan('hmm', { botType: 'lead' }, again.changes.botState)).toMatchObject({ handoffs: ['booking unclear'] });
    expect(plan('the first one', { botType: 'lead' }, offered)).toMatchObject({
      kind: 'book',
      slot: '2026-11-24T10:00:00-06:00',
    });
  });
});

describe('bots: when times have been offered', () => {
  const [GONE, TUESDAY, WEDNESDAY] = [
    '2026-11-23T15:00:00.000Z',
    '2026-11-24T10:00:00-06:00',
    '2026-11-25T14:30:00-06:00',
  ];
  const planOf = (text: string, offeredSlots: readonly string[]) =>
    plan(text, { botType: 'lead' }, { pendingQuestion: 'booking', offeredSlots, timesAsked: { booking: 1 } });

  it.each([
    ['call me tuesday at 10', { kind: 'book', slot: TUESDAY }],
    ['yes, give me a call on wednesday', { kind: 'book', slot: WEDNESDAY }],
    ['just call me now', { kind: 'say', handoffs: ['asked for a call'] }],
    ['call me at 5', { kind: 'say', handoffs: ['asked for a call'] }],
  ])('%p: the appointment is a call, so a time for it is a choice', (text, expected) => {
    expect(planOf(text, [TUESDAY, WEDNESDAY])).toMatchObject(expected);
  });

  it.each([
    ['the first one', [GONE, TUESDAY]],
    ['hmm', [GONE]],
  ])('%p of times that have gone by gets new ones', (text, offered) => {
    expect(planOf(text, offered)).toMatchObject({ kind: 'offer_times' });
  });

  it('names only times to come when it asks again', () => {
    expect(planOf('hmm', [GONE, TUESDAY])).toMatchObject({
      kind: 'say',
      text: expect.not.stringContaining('today') as string,
      changes: { botState: { offeredSlots: [TUESDAY] } },
    });
    expect(planOf('the second one', [GONE, TUESDAY])).toMatchObject({ kind: 'book', slot: TUESDAY });
  });
});

describe('bots: what is asked', () => {
  it('asks the lead for area, budget, financing, timeline and reason, and skips what is known', () => {
    const order = ['area', 'budget', 'financing', 'timeline', 'motivation', null] as const;
    const asked: unknown[] = [];
    let state: Partial<BotState> = {};
    for (const text of ['I want to buy', 'Plano', '250k', 'FHA loan', 'in a year', 'new job']) {
      const step = plan(text, { botType: 'lead', facts: factsUpTo(asked.length) }, state);
      asked.push(question(step));
      state = step.changes.botState ?? {};
    }
    expect(asked).toEqual(order);
    expect(question(plan('I want to buy in Plano for 250k', { botType: 'lead' }))).toBe('financing');
  });

  it('asks nothing any more of whoever has become hot: what comes next answers no old question', () => {
    const hot = plan(
      'cash, asap',
      { botType: 'lead', facts: { ...factsUpTo(2), budgetMaxUsd: 450_000 } },
      { pendingQuestion: 'financing' },
    );
    expect(hot).toMatchObject({ kind: 'offer_times', changes: { botState: { pendingQuestion: null } } });
  });

  it('asks a missed question once more in other words, then goes on to the next', () => {
    const first = plan('I want to buy in Plano');
    const second = plan('why do you ask?', { botType: 'lead', facts: factsUpTo(2) }, first.changes.botState);
    const third = plan('idk', { botType: 'lead', facts: factsUpTo(2) }, second.changes.botState);
    expect([first, second, third].map(question)).toEqual(['budget', 'budget', 'financing']);
    expect((first as { text: string }).text).not.toBe((second as { text: string }).text);
  });

  it('offers a vague seller to leave it, once, then stops asking', () => {
    const stuck = {
      pendingQuestion: 'price',
      timesAsked: { motivation: 1, timeline: 1, condition: 1, price: 2 },
    } as const;
    const close = plan('not sure', { botType: 'seller' }, stuck);
    expect(close).toMatchObject({
      reason: expect.stringContaining('vague') as string,
      changes: { botState: { tookAway: true } },
    });
    expect(plan('not sure', { botType: 'seller' }, close.changes.botState)).toMatchObject({
      reason: expect.stringContaining('none left to ask') as string,
    });
  });

  const answers = [
    {},
    { areas: ['Plano'] },
    { budgetMaxUsd: 250_000 },
    { financing: 'fha' },
    { timeline: '1_year' },
    {},
  ] as const;
  function factsUpTo(count: number): Conversation['facts'] {
    return Object.assign({}, blank.facts, ...answers.slice(0, count)) as Conversation['facts'];
  }
});
