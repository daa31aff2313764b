import type { BusinessProfile } from '../config';
import type { Conversation } from './state';

export type JorgePriority = 'high' | 'normal' | 'review_required';

/** The agent's own yardstick, beside the score: price range, service area, commission. */
export interface LeadCriteria {
  readonly priority: JorgePriority;
  /** `null`: not decided yet. */
  readonly isMet: boolean | null;
  readonly isInServiceArea: boolean | null;
  /** Whole USD; `null` without a price. */
  readonly estimatedCommissionUsd: number | null;
}

/** Under the range fails the criteria; above it is for the agent to review; inside it and in a service area is high. */
export function judgeLead(conversation: Conversation, profile: BusinessProfile): LeadCriteria {
  const { facts } = conversation;
  const priceUsd = facts.budgetMaxUsd ?? facts.budgetMinUsd ?? facts.priceExpectationUsd;
  const isInServiceArea = facts.areas.length > 0 ? true : null;
  const priority = priorityOf(priceUsd, isInServiceArea === true, profile);
  const isUnderRange = priceUsd !== null && priceUsd < profile.priceRangeUsd.min;
  return {
    priority,
    isMet: isUnderRange ? false : priority === 'high' || null,
    isInServiceArea,
    estimatedCommissionUsd: priceUsd === null ? null : Math.round(priceUsd * profile.commissionRate),
  };
}

function priorityOf(priceUsd: number | null, isInServiceArea: boolean, profile: BusinessProfile): JorgePriority {
  if (priceUsd === null) return 'normal';
  if (priceUsd > profile.priceRangeUsd.max) return 'review_required';
  return priceUsd >= profile.priceRangeUsd.min && isInServiceArea ? 'high' : 'normal';
}
