import { loadBusinessProfile } from '../config/business-profile';
import type { TaskRequest } from '../ghl';
import { handoffActions, withHandoffs } from './handoff';
import type { Handoff, HandoffReason } from './handoff';
import { newTurn } from './state';
import { newConversation, UNREAD_CONTACT } from './state/conversation';
import type { Conversation } from './state';
import { NO_FACTS } from './understanding';
import type { Facts } from './understanding';

const profile = loadBusinessProfile('config/business.json');
const HOUR_MS = 3_600_000;
/** A Monday, ten o'clock in Dallas. */
const NOW = Date.parse('2026-11-23T16:00:00.000Z');
const blank = newConversation('contact1', 'loc1', new Date(NOW).toISOString());

function conversationWith(change: Partial<Conversation> = {}, facts: Partial<Facts> = {}): Conversation {
  return { ...blank, ...change, facts: { ...NO_FACTS, ...facts } };
}

function actions(conversation: Conversation, handoff: Partial<Handoff> = {}, ghl = {}) {
  const asked: Handoff = { reasons: ['hot lead'], text: null, promise: null, ...handoff };
  const office = { profile, settings: { ghl } } as Parameters<typeof handoffActions>[2];
  return handoffActions(conversation, asked, office, NOW);
}

function taskOf(conversation: Conversation, handoff: Partial<Handoff> = {}, ghl = {}): TaskRequest {
  const [action] = actions(conversation, handoff, ghl);
  if (action?.type !== 'create_task') throw new Error('no task');
  return action.task;
}

function linesOf(conversation: Conversation, handoff: Partial<Handoff> = {}): readonly string[] {
  return taskOf(conversation, handoff).body.split('\n');
}

describe('bots: the task by which a person takes over', () => {
  it('names the reasons and the contact, and is due within the hour', () => {
    const contact = { ...UNREAD_CONTACT, firstName: 'Ann' };
    expect(taskOf(conversationWith({ contact }), { reasons: ['hot lead', 'asked for advice'] })).toMatchObject({
      title: 'Hot lead, asked for advice: Ann (contact1)',
      dueDate: '2026-11-23T17:00:00.000Z',
    });
    expect(taskOf(conversationWith()).title).toBe('Hot lead: contact (contact1)');
  });

  it('goes to the person who is set for it, else to nobody', () => {
    expect(taskOf(conversationWith(), {}, { handoffUserId: 'user1' }).assignedTo).toBe('user1');
    expect(taskOf(conversationWith())).not.toHaveProperty('assignedTo');
  });

  it.each<[reasons: readonly HandoffReason[], workflow: string | undefined, types: readonly string[]]>([
    [['hot seller'], 'flow1', ['create_task', 'trigger_workflow']],
    [['hot seller'], undefined, ['create_task']],
    [['hot lead'], 'flow1', ['create_task']],
    [[], 'flow1', []],
  ])('for %j with the workflow %p does %j', (reasons, hotSellerWorkflowId, types) => {
    const done = actions(conversationWith(), { reasons }, { hotSellerWorkflowId });
    expect(done.map(({ type }) => type)).toEqual(types);
    expect(done[1] ?? { workflowId: 'flow1' }).toMatchObject({ workflowId: 'flow1' });
  });

  it('quotes the last five texts with the newest, and what was answered', () => {
    const history = Array.from({ length: 6 }, (_, index) =>
      newTurn({ timestamp: blank.createdAt, userMessage: `text ${index + 1}`, aiResponse: '' }),
    );
    const lines = linesOf(conversationWith({ history }), { text: 'call me', promise: 'Jorge will call.' });
    expect(lines.slice(2)).toEqual([
      'Said last:',
      '  "text 3"',
      '  "text 4"',
      '  "text 5"',
      '  "text 6"',
      '  "call me"',
      'The bot answered: "Jorge will call."',
    ]);
    expect(linesOf(conversationWith({ history })).slice(-2)).toEqual(['  "text 6"', 'The bot has not answered.']);
  });

  it.each<[wish: string, change: Partial<Conversation>, facts: Partial<Facts>]>([
    ['not known', {}, {}],
    ['buy', { botType: 'lead' }, {}],
    ['sell', { botType: 'seller' }, {}],
    ['sell', { botType: 'lead' }, { intent: 'sell' }],
    ['buy', {}, { intent: 'buy' }],
    ['buy and sell', { botType: 'seller' }, { intent: 'both' }],
    [
      'buy; area Plano, Allen; budget up to $450,000; financing pre approved; timeline 3 months',
      { botType: 'lead' },
      { areas: ['Plano', 'Allen'], budgetMaxUsd: 450_000, financing: 'pre_approved', timeline: '3_months' },
    ],
    [
      'sell; asks $350,000; 30 to 45 days works; condition major work; reason divorce',
      { botType: 'seller' },
      {
        priceExpectationUsd: 350_000,
        timelineAcceptable: true,
        propertyCondition: 'major_work',
        motivation: 'divorce',
      },
    ],
    ['sell; 30 to 45 days does not work', { botType: 'seller' }, { timelineAcceptable: false }],
  ])('tells the wish: %s', (wish, change, facts) => {
    expect(linesOf(conversationWith(change, facts))[0]).toBe(`Wants: ${wish}`);
  });

  it('tells the score of a lead and what it is made of', () => {
    const [, score] = linesOf(conversationWith({ botType: 'lead' }, { budgetMaxUsd: 500_000, financing: 'cash' }));
    expect(score).toBe(
      'Score: 73 of 100, warm: qualification 31.5 of 45 (budget, financing), urgency 4.5 of 15 (financing), ' +
        'intent 1.5 of 5 (facts)',
    );
    expect(linesOf(conversationWith())[1]).toBe(
      'Score: 35 of 100, cold: qualification 0 of 45, urgency 0 of 15, intent 0 of 5',
    );
  });

  it('tells of a seller how many of the four questions are answered', () => {
    const rated = { botType: 'seller', sellerTemperature: 'warm', sellerQuestionsAnswered: 3 } as const;
    expect(linesOf(conversationWith(rated))[1]).toBe('Score: warm, 3 of 4 questions answered; as a lead 35 of 100');
    expect(linesOf(conversationWith({ botType: 'seller' }))[1]).toMatch(/^Score: not rated, 0 of 4/);
  });
});

describe('bots: asking a person twice', () => {
  const askedAt = (reason: HandoffReason, agoMs: number) =>
    conversationWith({ botState: withHandoffs(blank.botState, [reason], NOW - agoMs) });

  it.each<[reason: HandoffReason, agoMs: number, tasks: number]>([
    ['asked for a person', HOUR_MS - 1, 0],
    ['asked for a person', HOUR_MS, 1],
    ['asked for a call', 1, 0],
    ['upset contact', 1, 0],
    ['appointment to change', 1, 0],
    ['bot stopped', 1, 0],
    ['question to answer', 1, 1],
    ['hot lead', 1, 1],
  ])('for %s, %i ms after the first time, makes %i tasks', (reason, agoMs, tasks) => {
    expect(actions(askedAt(reason, agoMs), { reasons: [reason] })).toHaveLength(tasks);
  });

  it('leaves out of a task only what has been asked', () => {
    const { title } = taskOf(askedAt('upset contact', 1), { reasons: ['upset contact', 'question to answer'] });
    expect(title).toBe('Question to answer: contact (contact1)');
  });

  it('remembers the last time of every reason', () => {
    const once = withHandoffs(blank.botState, ['hot lead', 'asked for a call'], NOW);
    expect(withHandoffs(once, ['asked for a call'], NOW + 1).handoffs).toEqual({
      'hot lead': '2026-11-23T16:00:00.000Z',
      'asked for a call': '2026-11-23T16:00:00.001Z',
    });
    expect(withHandoffs(once, [], NOW + 1)).toBe(once);
  });
});
