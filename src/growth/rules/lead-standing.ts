/** How a lead stands; `null` where that is not known. */
export interface LeadStanding {
  /** 0 to 100. */
  readonly score: number | null;
  /** As in the CRM's field: `high`, `review_required`, `normal`. */
  readonly priority: string | null;
  /** `hot`, `warm`, `cold`. */
  readonly temperature: string | null;
}

const REVIEW: ReadonlySet<string | null> = new Set(['review', 'review_required']);

export function isHighPriority({ priority }: Pick<LeadStanding, 'priority'>): boolean {
  return priority === 'high';
}

/** Somebody has to look whether the lead is one. */
export function isForReview({ priority }: Pick<LeadStanding, 'priority'>): boolean {
  return REVIEW.has(priority);
}
