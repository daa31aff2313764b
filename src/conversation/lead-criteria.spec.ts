import { loadBusinessProfile } from '../config/business-profile';
import { judgeLead } from './lead-criteria';
import type { LeadCriteria } from './lead-criteria';
import { newConversation } from './state/conversation';
import { NO_FACTS } from './understanding';
import type { Facts } from './understanding';

const profile = {
  ...loadBusinessProfile('config/business.json'),
  priceRangeUsd: { min: 200_000, max: 800_000 },
  commissionRate: 0.025,
};
const blank = newConversation('contact1', 'loc1', '2026-11-23T16:00:00.000Z');
const PLANO = { areas: ['Plano'] };

describe('bots: the criteria of the agent', () => {
  it.each<[facts: Partial<Facts>, priority: LeadCriteria['priority'], isMet: boolean | null]>([
    [{ ...PLANO }, 'normal', null],
    [{ ...PLANO, budgetMaxUsd: 199_999 }, 'normal', false],
    [{ ...PLANO, budgetMaxUsd: 200_000 }, 'high', true],
    [{ ...PLANO, budgetMaxUsd: 800_000 }, 'high', true],
    [{ ...PLANO, budgetMaxUsd: 800_001 }, 'review_required', null],
    [{ budgetMaxUsd: 500_000 }, 'normal', null],
    [{ ...PLANO, budgetMinUsd: 100_000, budgetMaxUsd: 300_000 }, 'high', true],
    [{ ...PLANO, budgetMinUsd: 300_000, priceExpectationUsd: 100_000 }, 'high', true],
    [{ ...PLANO, priceExpectationUsd: 300_000 }, 'high', true],
  ])('%j: priority %s, met %p', (facts, priority, isMet) => {
    expect(judgeLead({ ...blank, facts: { ...NO_FACTS, ...facts } }, profile)).toMatchObject({ priority, isMet });
  });

  it('tells the service area and the commission, as far as they are known', () => {
    const facts = { ...NO_FACTS, ...PLANO, budgetMaxUsd: 300_030 };
    expect(judgeLead({ ...blank, facts }, profile)).toMatchObject({
      isInServiceArea: true,
      estimatedCommissionUsd: 7_501,
    });
    expect(judgeLead(blank, profile)).toMatchObject({ isInServiceArea: null, estimatedCommissionUsd: null });
  });
});
