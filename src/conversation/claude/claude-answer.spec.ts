import { answerSchema, provenFacts } from './claude-answer';
import type { ClaudeAnswer } from './claude-answer';

const AREAS = ['Plano', 'Frisco'];
const SAID_NOTHING = Object.fromEntries(
  Object.keys(answerSchema.shape.facts.shape).map((name) => [name, null]),
) as ClaudeAnswer['facts'];

function answer(facts: Partial<ClaudeAnswer['facts']>): ClaudeAnswer {
  const score = { fit: 0, clarity: 0, qualification: 0 };
  return { facts: { ...SAID_NOTHING, ...facts }, needs: 'nothing', score, asks: 'nothing', reply: 'Hi.' };
}

describe("bots: Claude's facts", () => {
  it.each<[string, Partial<ClaudeAnswer['facts']>, object]>([
    ['budget  380 GRAND', { budgetMaxUsd: { value: 380_000, evidence: '380 grand' } }, { budgetMaxUsd: 380_000 }],
    ['budget 380', { budgetMaxUsd: { value: 380_000, evidence: '380 grand' } }, {}],
    ['in Plano', { areas: { value: ['Plano', 'Narnia'], evidence: 'Plano' } }, { areas: ['Plano'] }],
    ['in Narnia', { areas: { value: ['Narnia'], evidence: 'Narnia' } }, {}],
    [
      '500 to 400, cash',
      {
        budgetMinUsd: { value: 500_000, evidence: '500' },
        budgetMaxUsd: { value: 400_000, evidence: '400' },
        financing: { value: 'cash', evidence: 'cash' },
      },
      { financing: 'cash' },
    ],
  ])('of %p', (text, facts, proven) => {
    expect(provenFacts(answer(facts), [text], AREAS)).toEqual(proven);
  });

  it.each<[string, object]>([
    ['an id', { ...answer({}), contact_id: 'c1' }],
    ['too many points', { ...answer({}), score: { fit: 16, clarity: 0, qualification: 0 } }],
    ['an action', { ...answer({}), needs: 'book' }],
    ['a budget of nothing', answer({ budgetMaxUsd: { value: 0, evidence: '0' } })],
  ])('are no answer with %s', (_title, wrong) => {
    expect(answerSchema.safeParse(answer({})).success).toBe(true);
    expect(answerSchema.safeParse(wrong).success).toBe(false);
  });
});
