import fc from 'fast-check';
import { NO_FACTS } from './facts';
import type { Facts } from './facts';
import { mergeFacts } from './merge-facts';

const facts = (said: Partial<Facts>): Facts => ({ ...NO_FACTS, ...said });

const usd = fc.option(fc.integer({ min: 1, max: 9 }).map((n) => n * 100_000));
const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    intent: fc.constantFrom<Facts['intent']>('buy', 'sell', 'both', 'unclear', 'none'),
    budgetMinUsd: usd,
    budgetMaxUsd: usd,
    priceExpectationUsd: usd,
    timeline: fc.constantFrom<Facts['timeline']>('immediate', '6_months', 'flexible', 'unknown'),
    timelineAcceptable: fc.option(fc.boolean()),
    areas: fc.subarray(['Plano', 'Allen']),
    financing: fc.constantFrom<Facts['financing']>('cash', 'va', 'unknown'),
    beds: fc.option(fc.integer({ min: 1, max: 9 })),
    baths: fc.option(fc.integer({ min: 1, max: 9 })),
    motivation: fc.constantFrom<Facts['motivation']>('divorce', 'other', 'unknown'),
    propertyCondition: fc.constantFrom<Facts['propertyCondition']>('move_in_ready', 'unknown'),
    consent: fc.constantFrom<Facts['consent']>('stop', 'none'),
    wantsHuman: fc.boolean(),
    wrongNumber: fc.boolean(),
    autoReply: fc.boolean(),
    asksWho: fc.boolean(),
    asksIfBot: fc.boolean(),
    wantsCall: fc.boolean(),
    wantsAdvice: fc.boolean(),
    isAbusive: fc.boolean(),
    isAngry: fc.boolean(),
    isThanks: fc.boolean(),
  })
  .filter(({ budgetMinUsd: min, budgetMaxUsd: max }) => min === null || max === null || min <= max);

const PASSING: Partial<Facts> = {
  consent: 'none',
  wantsHuman: false,
  wrongNumber: false,
  autoReply: false,
  asksWho: false,
  asksIfBot: false,
  wantsCall: false,
  wantsAdvice: false,
  isAbusive: false,
  isAngry: false,
  isThanks: false,
};

describe('mergeFacts', () => {
  it('lets a text that says nothing change nothing, and does not carry passing facts on', () => {
    fc.assert(
      fc.property(anyFacts, (known) => {
        expect(mergeFacts(known, NO_FACTS)).toEqual({ ...known, ...PASSING });
      }),
    );
  });

  it('takes everything from the first text', () => {
    fc.assert(
      fc.property(anyFacts, (fresh) => {
        expect(mergeFacts(NO_FACTS, fresh)).toEqual(fresh);
      }),
    );
  });

  it('is the same when a text is merged twice', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (known, fresh) => {
        const once = mergeFacts(known, fresh);
        expect(mergeFacts(once, fresh)).toEqual(once);
      }),
    );
  });

  it('never believes a floor above the ceiling', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (known, fresh) => {
        const { budgetMinUsd, budgetMaxUsd } = mergeFacts(known, fresh);
        expect(budgetMinUsd === null || budgetMaxUsd === null || budgetMinUsd <= budgetMaxUsd).toBe(true);
      }),
    );
  });

  it('replaces an earlier fact by a later one', () => {
    const known = facts({ areas: ['Plano'], financing: 'va', budgetMaxUsd: 500_000, priceExpectationUsd: 1 });
    const fresh = facts({ areas: ['Allen'], financing: 'cash', budgetMaxUsd: 600_000, priceExpectationUsd: 2 });
    expect(mergeFacts(known, fresh)).toEqual(fresh);
  });

  it('keeps the floor when a new ceiling leaves room for it, else drops it', () => {
    const known = facts({ budgetMinUsd: 400_000, budgetMaxUsd: 450_000 });
    expect(mergeFacts(known, facts({ budgetMaxUsd: 500_000 }))).toMatchObject({
      budgetMinUsd: 400_000,
      budgetMaxUsd: 500_000,
    });
    expect(mergeFacts(known, facts({ budgetMaxUsd: 300_000 }))).toMatchObject({
      budgetMinUsd: null,
      budgetMaxUsd: 300_000,
    });
  });

  it('forgets a yes to 30 to 45 days once another timeline is named', () => {
    const known = facts({ timelineAcceptable: true });
    expect(mergeFacts(known, facts({ timeline: '6_months' })).timelineAcceptable).toBeNull();
    expect(mergeFacts(known, facts({ beds: 3 })).timelineAcceptable).toBe(true);
  });

  it('does not let an unclear text undo a decided intent', () => {
    expect(mergeFacts(facts({ intent: 'sell' }), facts({ intent: 'unclear' })).intent).toBe('sell');
    expect(mergeFacts(facts({ intent: 'sell' }), facts({ intent: 'buy' })).intent).toBe('buy');
    expect(mergeFacts(NO_FACTS, facts({ intent: 'unclear' })).intent).toBe('unclear');
  });
});
