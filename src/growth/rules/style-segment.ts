import { isForReview, isHighPriority } from './lead-standing';
import type { LeadStanding } from './lead-standing';

export type StyleSegment = 'hot_priority' | 'warm_review' | 'standard';

/** Which leads a style is judged for apart from others. */
export function styleSegment(lead: Pick<LeadStanding, 'priority' | 'temperature'>): StyleSegment {
  if (isHighPriority(lead) || lead.temperature === 'hot') return 'hot_priority';
  return isForReview(lead) || lead.temperature === 'warm' ? 'warm_review' : 'standard';
}
