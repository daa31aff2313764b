import { joinReadings } from './join-readings';
import { understandText } from './understand-text';

const CONTEXT = {
  pendingQuestion: null,
  areas: [{ name: 'Plano', aliases: [] }],
  today: '2026-11-23',
} as const;

function read(...texts: readonly string[]) {
  return joinReadings(texts.map((text) => understandText(text, CONTEXT)));
}

describe('bots: several texts in a row', () => {
  it('say what each of them says, the later one where they differ', () => {
    expect(read('looking to buy in plano', 'up to 400k', 'no make that up to 450k').facts).toMatchObject({
      intent: 'buy',
      areas: ['Plano'],
      budgetMaxUsd: 450_000,
    });
  });

  it.each<[string, string, object]>([
    ['are you a bot?', 'I want to buy', { asksIfBot: true }],
    ['wrong number', 'sorry', { wrongNumber: true }],
    ['STOP', 'ok?', { consent: 'stop' }],
    ['thanks', 'I want to sell', { isThanks: false }],
    ['I want to sell', 'This is an automated reply', { autoReply: false }],
    ['This is an automated reply', 'This is an automated reply', { autoReply: true }],
  ])('%p and %p', (first, second, facts) => {
    expect(read(first, second).facts).toMatchObject(facts);
  });

  it('answer what was asked if one of them does', () => {
    const asked = { ...CONTEXT, pendingQuestion: 'budget' } as const;
    const readings = ['up to 400k', 'or so'].map((text) => understandText(text, asked));
    expect(joinReadings(readings).answersPending).toBe(true);
  });
});
