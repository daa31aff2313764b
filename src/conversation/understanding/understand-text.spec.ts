import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { understandText } from '.';
import type { Facts, Question } from '.';

const AREAS = [
  { name: 'Plano', aliases: ['west Plano'] },
  { name: 'Frisco', aliases: [] },
  { name: 'Allen', aliases: [] },
];
const QUESTIONS: readonly (Question | null)[] = [
  null,
  'intent',
  'area',
  'budget',
  'financing',
  'timeline',
  'motivation',
  'condition',
  'price',
  'booking',
];

function understand(text: string, pendingQuestion: Question | null = null) {
  return understandText(text, { pendingQuestion, areas: AREAS, today: '2026-11-23' });
}

describe('understandText', () => {
  it('hears what a text asks beside what it says', () => {
    const { facts, asksAbout } = understand('around 500k. what do you charge? and can you call me', 'budget');
    expect(asksAbout).toEqual(['fees']);
    expect(facts).toMatchObject({ budgetMaxUsd: 500_000, wantsCall: true, wantsHuman: true });
  });

  it.each<[text: string, facts: Partial<Facts>]>([
    [
      "Hi, we're pre-approved for 500k and looking for a 3/2 in Plano or Frisco in the next 45 days",
      {
        intent: 'buy',
        budgetMaxUsd: 500_000,
        financing: 'pre_approved',
        beds: 3,
        baths: 2,
        areas: ['Plano', 'Frisco'],
        timeline: '2_months',
      },
    ],
    [
      'I want to sell my moms house in Allen, she passed. needs work, would take 310k. how fast can you close?',
      {
        intent: 'sell',
        areas: ['Allen'],
        motivation: 'inheritance',
        propertyCondition: 'major_work',
        priceExpectationUsd: 310_000,
        budgetMaxUsd: null,
      },
    ],
    ['3 bed in Plano under 500k', { intent: 'buy', beds: 3, budgetMaxUsd: 500_000, areas: ['Plano'] }],
    ['Frisco, 4 beds', { intent: 'buy', beds: 4, areas: ['Frisco'] }],
    ['Frisco', { intent: 'none', areas: ['Frisco'] }],
    ['pre-approved', { intent: 'buy', financing: 'pre_approved' }],
    ["I'd take 450", { intent: 'sell', priceExpectationUsd: 450_000 }],
    ['STOP', { consent: 'stop', intent: 'none' }],
    ['call me', { wantsHuman: true }],
  ])('reads all of "%s"', (text, facts) => {
    expect(understand(text).facts).toMatchObject(facts);
  });

  it.each<[text: string, asked: Question | null, isAnswered: boolean | null]>([
    ['hello', null, null],
    ['500k', 'budget', true],
    ['3 bed', 'budget', false],
    ['what do you mean?', 'price', false],
    ['why do you ask?', 'financing', false],
    ['why do you ask? 450', 'price', true],
    ['idk', 'motivation', false],
    ['yes', 'financing', true],
    ['do I need to be pre approved?', 'financing', false],
    ['what is FHA?', 'financing', false],
    ['what do you mean by move in ready?', 'condition', false],
    ['what do you mean by move in ready? it needs a roof', 'condition', true],
    ['nope', 'timeline', true],
    ['in march', 'timeline', true],
    ['depends', 'timeline', false],
    ['both', 'intent', true],
    ['neither', 'intent', true],
    ['not sure', 'intent', false],
    ['Frisco', 'area', true],
    ['Tokyo', 'area', false],
    ['the second one', 'booking', true],
    ['hm', 'booking', false],
    ['STOP', 'timeline', false],
    ['call me', 'budget', false],
  ])('"%s" to %s: answered %s', (text, asked, isAnswered) => {
    expect(understand(text, asked).answersPending).toBe(isAnswered);
  });

  it('fills the answer to 30 to 45 days only when that was asked', () => {
    expect(understand('no problem', 'timeline').facts.timelineAcceptable).toBe(true);
    expect(understand('no problem', 'price').facts.timelineAcceptable).toBeNull();
  });

  it('takes the "please call us" of a machine for no wish', () => {
    const { wantsHuman, autoReply } = understand('Our office is closed. Please call 469-555-0148.').facts;
    expect({ wantsHuman, autoReply }).toEqual({ wantsHuman: false, autoReply: true });
  });

  it.each<[text: string, isAcceptable: boolean | null]>([
    ['divorce, 30 days is fine, needs work', true],
    ['moving for work, 45 days no problem', true],
    ['my job. 30 to 45 days is too fast', false],
    ['divorce. that works', null],
    ['built 30 years ago', null],
  ])('to another question, "%s" accepts the 30 to 45 days it names: %s', (text, isAcceptable) => {
    expect(understand(text, 'motivation').facts.timelineAcceptable).toBe(isAcceptable);
  });

  it('implies no intent in the middle of another question', () => {
    expect(understand("I'd take 450", 'price').facts.intent).toBe('none');
  });

  it('never throws, whatever the text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3_000 }),
      fc.string({ unit: 'grapheme' }),
      fc
        .array(
          fc.constantFrom('not', '450', '-', 'k', '$', 'in', 'march', '1/2', 'plano', '?', 'stop', '\n', '\ud800', 'a'),
        )
        .map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...QUESTIONS), (said, asked) => {
        const { facts, answersPending } = understand(said, asked);
        expect(answersPending === null).toBe(asked === null);
        expect(facts.areas.every((name) => AREAS.some((area) => area.name === name))).toBe(true);
      }),
    );
  });

  it('says the same of the same text', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...QUESTIONS), (text, asked) => {
        expect(understand(text, asked)).toEqual(understand(text, asked));
      }),
    );
  });

  it.each([
    'a',
    '1 ',
    '$',
    '4-',
    '400 ',
    'no ',
    'not plano or ',
    'a few ',
    'needs some ',
    'one hundred and ',
    'ﷺ',
    'by the ',
    'stop ',
    'do not text or ',
    'take me off your ',
    'is 500k ',
    'how much ',
    'roof is very ',
    'what is the ',
    'uuuu',
    'thanks ',
  ])('reads 64 kB of "%s" at once', (unit) => {
    const text = unit.repeat(65_536 / unit.length);
    const readAll = () => {
      for (const asked of QUESTIONS) understand(text, asked);
    };
    // Ten readings take about 40 ms; backtracking would take minutes, which only another context can cut short.
    runInNewContext('readAll()', { readAll }, { timeout: 60_000 });
  });
});
