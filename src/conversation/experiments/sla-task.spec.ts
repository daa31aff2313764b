import { loadBusinessProfile } from '../../config/business-profile';
import { newConversation, newTurn } from '../state/conversation';
import type { BotState } from '../state';
import { askForPerson } from './sla-task';
import { withTag } from './with-tag';

const NOW_MS = Date.parse('2026-11-23T16:00:00.000Z');
const minutesAgo = (minutes: number) => new Date(NOW_MS - minutes * 60_000).toISOString();
const office = { profile: loadBusinessProfile('config/business.json'), settings: { ghl: {} as never } };
const EMPTY = newConversation('ann1', 'loc1', minutesAgo(90));
const WAITING = {
  ...EMPTY,
  history: [newTurn({ timestamp: minutesAgo(90), userMessage: 'hello?', aiResponse: 'Jorge will call you.' })],
  crm: { ...EMPTY.crm, todo: [{ type: 'trigger_workflow', workflowId: 'w1' }] as const },
};

function ask(botState: Partial<BotState>) {
  return askForPerson({ ...WAITING, botState: { ...WAITING.botState, ...botState } }, 'lead at risk', office, NOW_MS);
}

describe('growth: a person is asked to take over', () => {
  it('after everything that is still to be done, with what was said, and it is remembered', () => {
    const { crm, botState } = ask({ handoffs: { 'upset contact': minutesAgo(60) } });
    expect(crm?.todo).toMatchObject([
      { type: 'trigger_workflow' },
      { type: 'create_task', task: { body: expect.stringMatching(/"hello\?"[^]*Jorge will call you/) as string } },
    ]);
    expect(botState?.handoffs).toEqual({ 'upset contact': minutesAgo(60), 'lead at risk': minutesAgo(0) });
  });

  it.each([
    ['stayed silent', { aiResponse: '' }],
    ['was not heard', { aiResponse: 'Jorge will call you.', sent: false }],
  ])('is not told of an answer where the bot %s', (_title, last) => {
    const turn = { ...newTurn({ timestamp: minutesAgo(80), userMessage: 'hello??', aiResponse: '' }), ...last };
    const silent = { ...WAITING, history: [...WAITING.history, turn] };
    expect(askForPerson(silent, 'lead at risk', office, NOW_MS).crm?.todo[1]).toMatchObject({
      task: { body: expect.stringMatching(/The bot has not answered\.$/) as string },
    });
  });

  it.each<[string, Partial<BotState>, boolean]>([
    ['somebody was asked just now, for whatever reason', { handoffs: { 'upset contact': minutesAgo(59) } }, false],
    ['the contact has just become hot', { handedOffAt: minutesAgo(59) }, false],
    ['that was an hour ago', { handedOffAt: minutesAgo(60), handoffs: { 'hot lead': minutesAgo(60) } }, true],
    ['nobody was ever asked', {}, true],
  ])('%s', (_title, botState, isAsked) => {
    expect(ask(botState).crm !== undefined).toBe(isAsked);
  });
});

describe('growth: a tag', () => {
  it('is there once, or not', () => {
    expect(withTag(['a', 'b'], 'b', true)).toEqual(['a', 'b']);
    expect(withTag(['b', 'a'], 'c', true)).toEqual(['b', 'a', 'c']);
    expect(withTag(['a', 'b', 'b'], 'b', false)).toEqual(['a']);
  });
});
