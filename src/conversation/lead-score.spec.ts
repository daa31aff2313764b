import fc from 'fast-check';
import { scoreLead } from './lead-score';
import { NO_FACTS } from './understanding';
import type { Facts, TextSignals } from './understanding';

const THRESHOLDS = { hot: 80, warm: 60 };
const NO_SIGNALS: TextSignals = { length: 0, urgentWords: 0, intentPhrases: 0, questions: 0 };

function score(facts: Partial<Facts>, signals: Partial<TextSignals> = {}) {
  return scoreLead({ ...NO_FACTS, ...facts }, { ...NO_SIGNALS, ...signals }, THRESHOLDS);
}

describe('scoreLead', () => {
  it.each<[facts: Partial<Facts>, signals: Partial<TextSignals>, total: number]>([
    [{}, {}, 35],
    // 35 + 45·0.3 + 5·0.15
    [{ budgetMaxUsd: 299_999 }, {}, 49],
    // 35 + 45·0.4 + 5·0.15
    [{ budgetMaxUsd: 300_000 }, {}, 54],
    [{ budgetMinUsd: 300_000 }, {}, 54],
    // 35 + 45·0.2 + 5·0.15
    [{ areas: ['Plano'] }, {}, 45],
    // 35 + 45·0.3 + 15·0.3 + 5·0.15
    [{ financing: 'cash' }, {}, 54],
    [{ financing: 'pre_approved' }, {}, 54],
    // 35 + 45·0.1 + 5·0.15
    [{ financing: 'fha' }, {}, 40],
    // 35 + 45·0.2 + 15·0.4 + 5·0.15
    [{ timeline: 'immediate' }, {}, 51],
    // 35 + 45·0.2 + 15·0.4·0.1 + 5·0.15
    [{ timeline: '1_year' }, {}, 45],
    // A flexible timeline is a fact, and nothing else: 35 + 5·0.15
    [{ timeline: 'flexible' }, {}, 36],
    // An asking price is not a budget.
    [{ priceExpectationUsd: 450_000 }, {}, 35],
    // 35 + 15·0.3
    [{}, { urgentWords: 9 }, 40],
    // 35 + 5·0.2, and 5·0.1
    [{}, { length: 101 }, 36],
    [{}, { length: 100 }, 36],
    [{}, { length: 50 }, 35],
    // 35 + 5·(0.2 + 0.1)
    [{}, { intentPhrases: 9, questions: 9 }, 37],
    [{ budgetMaxUsd: 500_000, areas: ['Plano'], timeline: '2_months' }, {}, 77],
    [{ budgetMaxUsd: 500_000, areas: ['Plano'], timeline: 'immediate', financing: 'cash' }, { urgentWords: 3 }, 98],
  ])('%j with %j scores %i', (facts, signals, total) => {
    expect(score(facts, signals).total).toBe(total);
  });

  it.each<[length: number, share: number]>([
    [50, 0],
    [51, 0.1],
    [100, 0.1],
    [101, 0.2],
  ])('a text of %i characters shows intent %d', (length, share) => {
    expect(score({}, { length }).intent.length).toBe(share);
  });

  it.each<Partial<Facts>>([
    { beds: 3 },
    { baths: 2 },
    { motivation: 'divorce' },
    { budgetMinUsd: 1 },
    { areas: ['Plano'] },
  ])('counts %j as a fact that shows intent', (facts) => {
    expect(score(facts).intent.facts).toBe(0.15);
  });

  it("adds Claude's points to those of the patterns", () => {
    const raise = { fit: 9, clarity: 6, qualification: 3 };
    expect(scoreLead(NO_FACTS, NO_SIGNALS, THRESHOLDS, raise)).toMatchObject({ claude: raise, total: 35 + 18 });
  });

  it('stores what the score is made of', () => {
    const known = { budgetMaxUsd: 500_000, areas: ['Plano'], financing: 'cash', timeline: '2_months' } as const;
    expect(score(known, { length: 60, urgentWords: 1, questions: 1 })).toEqual({
      base: 35,
      qualification: { budget: 0.4, timeline: 0.2, area: 0.2, financing: 0.3, sum: 1, points: 45 },
      urgency: { timeline: 0.24, words: 0.1, financing: 0.3, sum: 0.64, points: 9.6 },
      intent: { length: 0.1, facts: 0.6, phrases: 0, questions: 0.05, sum: 0.75, points: 3.75 },
      claude: { fit: 0, clarity: 0, qualification: 0 },
      total: 93,
      temperature: 'hot',
    });
  });

  it.each<[hot: number, warm: number, temperature: string]>([
    [54, 40, 'hot'],
    [55, 54, 'warm'],
    [90, 55, 'cold'],
  ])('a score of 54 with thresholds %i and %i is %s', (hot, warm, temperature) => {
    expect(scoreLead({ ...NO_FACTS, financing: 'cash' }, NO_SIGNALS, { hot, warm }).temperature).toBe(temperature);
  });

  it('is a whole number from 35 to 100, and more facts never lower it', () => {
    const signals = fc.record({
      length: fc.nat(3_000),
      urgentWords: fc.nat(12),
      intentPhrases: fc.nat(12),
      questions: fc.nat(12),
    });
    const known = fc.record({
      budgetMaxUsd: fc.option(fc.nat(2_000_000)),
      timeline: fc.constantFrom<Facts['timeline']>('immediate', '3_months', 'flexible', 'unknown'),
      areas: fc.subarray(['Plano', 'Allen']),
      financing: fc.constantFrom<Facts['financing']>('cash', 'va', 'unknown'),
      motivation: fc.constantFrom<Facts['motivation']>('divorce', 'unknown'),
    });
    fc.assert(
      fc.property(known, signals, (facts, how) => {
        const { total } = score(facts, how);
        expect(Number.isInteger(total) && total >= 35 && total <= 100).toBe(true);
        expect(score({ ...facts, beds: 3, baths: 2, areas: ['Plano'] }, how).total).toBeGreaterThanOrEqual(total);
      }),
    );
  });
});
