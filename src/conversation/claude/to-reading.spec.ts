import { loadBusinessProfile } from '../../config/business-profile';
import { answerWith } from '../../../test/support/messages-api';
import { claudeRequest } from '../../../test/support/start-claude-reader';
import type { Facts } from '../understanding';
import { answerSchema } from './claude-answer';
import type { ClaudeReading, ClaudeRequest } from './claude-outcome';
import { toReading } from './to-reading';

const PROFILE = loadBusinessProfile('config/business.json');
const USAGE = { calls: 1, inputTokens: 1, outputTokens: 1, cacheReadTokens: 0, cacheWriteTokens: 0, costUsd: 0 };

function reading(change: Readonly<Record<string, unknown>>, request: Partial<ClaudeRequest> = {}): ClaudeReading {
  return toReading(answerSchema.parse(answerWith(change)), USAGE, claudeRequest(PROFILE, request));
}

/** The facts that count when Claude reports one for this text. */
function factsOf(text: string, name: string, value: string, evidence = text, change: Partial<ClaudeRequest> = {}) {
  return reading({ facts: [{ name, value, evidence }] }, { texts: [text], ...change }).facts;
}

describe('bots: facts that Claude reports', () => {
  it.each<[text: string, name: string, value: string, evidence: string, facts: Partial<Facts>]>([
    ['Our nest egg is $380 grand, all in.', 'budget_max', '380000', 'nest egg is 380 grand', { budgetMaxUsd: 380_000 }],
    ['between 400 and 450', 'budget_min', '400000', 'between 400', { budgetMinUsd: 400_000 }],
    ['half a million tops', 'budget_max', '500000', 'half a million', { budgetMaxUsd: 500_000 }],
    ['I’d take 1.2M', 'price_expectation', '1200000', "I'd take 1.2M", { priceExpectationUsd: 1_200_000 }],
    ['once school is out', 'timeline', '6_months', 'once school is out', { timeline: '6_months' }],
    ['near PLANO I guess', 'areas', 'plano', 'near plano', { areas: ['Plano'] }],
    [
      'my bank gave me the letter',
      'financing',
      'pre_approved',
      'my bank gave me the letter',
      { financing: 'pre_approved' },
    ],
    ['three bedrooms', 'beds', '3', 'three bedrooms', { beds: 3 }],
    ['2 and a half baths', 'baths', '2.5', '2 and a half baths', { baths: 2.5 }],
    ['company moves me to Ohio', 'motivation', 'relocation', 'moves me', { motivation: 'relocation' }],
    ['roof is shot', 'property_condition', 'major_work', 'Roof is shot', { propertyCondition: 'major_work' }],
    ['thinking of letting it go', 'intent', 'sell', 'letting it go', { intent: 'sell' }],
  ])('%p: %s %s', (text, name, value, evidence, facts) => {
    expect(factsOf(text, name, value, evidence)).toEqual(facts);
  });

  it.each<[why: string, text: string, name: string, value: string, evidence: string]>([
    ['words that nobody wrote', 'we like Plano', 'budget_max', '900000', 'up to 900k'],
    ['no words', 'we like Plano', 'financing', 'cash', ''],
    ['only signs', 'we like Plano!', 'financing', 'cash', '!'],
    ['half a word', 'on vacation', 'financing', 'va', 'va'],
    ['a figure that is not in the words', 'up to 500k', 'budget_max', '900000', 'up to 500k'],
    ['words without a figure', 'we like Plano', 'budget_max', '900000', 'we like Plano'],
    ['a sum that nobody means', 'about 5 bucks', 'budget_max', '5', '5 bucks'],
    ['a sum beyond all homes', '900 million', 'budget_max', '900000000', '900 million'],
    ['a sum that is not whole', 'up to 500k', 'budget_max', '$500,000', 'up to 500k'],
    ['a house with 40 bedrooms', '40 bedrooms', 'beds', '40', '40 bedrooms'],
    ['two and a half bedrooms', '2.5 bedrooms', 'beds', '2.5', '2.5 bedrooms'],
    ['an area that is none of ours', 'we like Waco', 'areas', 'Waco', 'Waco'],
    ['a value that is not in the list', 'we pay cash', 'financing', 'gold', 'cash'],
    ['a value that says nothing', 'we pay somehow', 'financing', 'unknown', 'somehow'],
  ])('do not count with %s', (_why, text, name, value, evidence) => {
    expect(factsOf(text, name, value, evidence)).toEqual({});
  });

  it('answer the 30 to 45 days only where they were asked about', () => {
    const asked: Partial<ClaudeRequest> = { pendingQuestion: 'timeline' };
    expect(factsOf('works for me', 'timeline_acceptable', 'true', 'works for me', asked)).toEqual({
      timelineAcceptable: true,
    });
    expect(factsOf('works for me', 'timeline_acceptable', 'true')).toEqual({});
    expect(factsOf('works for me', 'timeline_acceptable', 'perhaps', 'works for me', asked)).toEqual({});
  });

  it('are quoted from one of the new texts, not from several and not from what was said before', () => {
    expect(factsOf('', 'financing', 'cash', 'pay cash', { texts: ['we pay', 'cash'] })).toEqual({});
    const history = [{ userMessage: 'I pay cash', aiResponse: 'Cash it is.' }];
    expect(factsOf('hello', 'financing', 'cash', 'I pay cash', { history })).toEqual({});
  });

  it('add up over several texts: all areas, and of two budgets the later', () => {
    const facts = [
      { name: 'areas', value: 'Plano', evidence: 'Plano' },
      { name: 'areas', value: 'Allen', evidence: 'Allen' },
      { name: 'areas', value: 'Plano', evidence: 'Plano' },
      { name: 'budget_max', value: '400000', evidence: '400k' },
      { name: 'budget_max', value: '450000', evidence: '450k' },
    ];
    expect(reading({ facts }, { texts: ['Plano or Allen, 400k', 'ok 450k'] }).facts).toEqual({
      areas: ['Plano', 'Allen'],
      budgetMaxUsd: 450_000,
    });
  });

  it('have no floor above the ceiling', () => {
    const facts = [
      { name: 'budget_min', value: '600000', evidence: '600k' },
      { name: 'budget_max', value: '400000', evidence: '400k' },
      { name: 'financing', value: 'cash', evidence: 'cash' },
    ];
    expect(reading({ facts }, { texts: ['600k 400k cash'] }).facts).toEqual({ financing: 'cash' });
  });
});

describe("bots: Claude's reply counts", () => {
  const budget = { kind: 'ask', question: 'budget', wording: 'What price range?' } as const;
  const done = { kind: 'done', question: null, wording: 'Thanks. Jorge has it all.' } as const;
  const takeAway = { kind: 'take_away', question: null, wording: 'Should I close this out?' } as const;
  const financing = { kind: 'ask', question: 'financing', wording: 'Cash or a loan? Pre approved?' } as const;

  it.each<[string, ClaudeRequest['step'], string, string]>([
    ['the planned question', budget, 'budget', 'Plano is nice. What would you spend?'],
    ['nothing where nothing is planned', done, 'nothing', 'Thanks. Jorge has it all.'],
    ['what the wording asks', takeAway, 'nothing', 'Do you want to leave it here?'],
    ['two halves of a question with two halves', financing, 'financing', 'Cash or loan? Already pre approved?'],
    ['them in one', financing, 'financing', 'Cash, or a loan that is pre approved?'],
  ])('asking %s', (_what, step, asks, reply) => {
    expect(reading({ asks, reply }, { step })).toMatchObject({ reply, asks: step.question });
  });

  it.each<[string, ClaudeRequest['step'], string, string]>([
    ['nothing', budget, 'budget', 'Tell me more about the budget.'],
    ['a second question', budget, 'budget', 'What price range? And when?'],
    ['something where nothing is planned', done, 'nothing', 'Thanks. Anything else?'],
  ])('not when it asks %s; the facts do', (_what, step, asks, reply) => {
    const facts = [{ name: 'financing', value: 'cash', evidence: 'cash' }];
    const got = reading({ asks, reply, facts, needs: 'person' }, { step, texts: ['cash'] });
    expect(got).toMatchObject({ reply: null, facts: { financing: 'cash' }, needs: 'person' });
  });
});
