import fc from 'fast-check';
import { attributeFacts, NO_FACTS, understandText } from '.';
import type { FactSource, FactSources, Question, ReadingContext } from '.';

const CONTEXT: ReadingContext = {
  pendingQuestion: null,
  areas: [
    { name: 'Plano', aliases: [] },
    { name: 'Frisco', aliases: [] },
  ],
  today: '2026-11-23',
};

function sourcesOf(text: string, pendingQuestion: Question | null = null): FactSources {
  const context = { ...CONTEXT, pendingQuestion };
  return attributeFacts(text, context, understandText(text, context).facts);
}

const sure = (text: string): FactSource => ({ text, confidence: 0.95 });

describe('attributeFacts', () => {
  it('names the shortest clause that says a fact, as it was written', () => {
    expect(sourcesOf("Hi! We're PRE-APPROVED, looking to buy in Plano, $500k max. 3 beds please")).toEqual({
      intent: sure('looking to buy in Plano'),
      budgetMaxUsd: sure('$500k max.'),
      areas: sure('looking to buy in Plano'),
      financing: sure("We're PRE-APPROVED"),
      beds: sure('3 beds please'),
    });
  });

  it('names the whole sentence where no clause alone says as much', () => {
    expect(sourcesOf('Hello there. Looking in Plano and Frisco').areas).toEqual(sure('Looking in Plano and Frisco'));
  });

  it('names the whole text where only all of it says the fact', () => {
    const text = 'I want to sell my house. 450k';
    expect(sourcesOf(text).priceExpectationUsd).toEqual(sure(text));
  });

  it('is less sure of what only the question makes a fact', () => {
    expect(sourcesOf('600', 'budget')).toEqual({ budgetMaxUsd: { text: '600', confidence: 0.85 } });
    expect(sourcesOf('$600k', 'budget')).toEqual({ budgetMaxUsd: sure('$600k') });
    expect(sourcesOf('no problem, thanks', 'timeline').timelineAcceptable).toEqual({
      text: 'no problem',
      confidence: 0.85,
    });
  });

  it('is less sure of an intent that wishes imply than of one in words', () => {
    expect(sourcesOf('pre-approved').intent).toEqual({ text: 'pre-approved', confidence: 0.75 });
    expect(sourcesOf('pre-approved, we want to buy soon').intent).toEqual(sure('we want to buy soon'));
  });

  it.each([
    ['maybe $500k', 'budgetMaxUsd'],
    ['around 500k', 'budgetMaxUsd'],
    ['500k-ish', 'budgetMaxUsd'],
    ['idk, I think in plano', 'areas'],
    ['prolly cash', 'financing'],
  ] as const)('is less sure of "%s", which hedges', (text, name) => {
    expect(sourcesOf(text)[name]?.confidence).toBe(0.75);
  });

  it('costs a hedge only the clause that has it', () => {
    expect(sourcesOf('3 bed, maybe in plano')).toMatchObject({
      beds: sure('3 bed'),
      areas: { text: 'maybe in plano', confidence: 0.75 },
    });
  });

  it('gives a fact that the text does not say the whole text', () => {
    const facts = { ...NO_FACTS, motivation: 'divorce' as const };
    expect(attributeFacts(' hello there ', CONTEXT, facts)).toEqual({
      motivation: { text: 'hello there', confidence: 0.75 },
    });
  });

  it('has no source for what nobody said', () => {
    expect(sourcesOf('hello')).toEqual({});
    expect(sourcesOf('thinking about moving').intent).toBeUndefined();
    expect(sourcesOf('neither', 'intent')).toEqual({});
  });

  it('gives every fact of any text words of that text', () => {
    const word = fc.constantFrom('450k', 'plano', 'cash', '.', ',', 'and', 'sell', 'buy', '3 bed', 'asap', 'no', '\n');
    const asked = fc.constantFrom<Question | null>(null, 'budget', 'price', 'area', 'timeline', 'intent');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 15 }), asked, (words, question) => {
        const text = words.join(' ');
        for (const source of Object.values(sourcesOf(text, question))) {
          expect(text).toContain(source.text);
          expect([0.95, 0.85, 0.75]).toContain(source.confidence);
        }
      }),
    );
  });

  it('looks for the source in a bounded number of clauses', () => {
    const text = `${Array.from({ length: 100 }, (_, index) => `${index.toString(36)}, `).join('')}3 bed`;
    expect(sourcesOf(`3 bed, ${text}`).beds).toEqual(sure('3 bed'));
    expect(sourcesOf(text).beds).toEqual(sure(text));
  });
});
