import { isForReview, isHighPriority } from './lead-standing';
import type { LeadStanding } from './lead-standing';

const MINUTE_MS = 60_000;

/** The soonest first: from which engagement on, and after how long, somebody who went quiet hears again. */
const BUCKETS = [
  { bucket: 'immediate', from: 85, delayMs: 5 * MINUTE_MS },
  { bucket: 'accelerated', from: 70, delayMs: 30 * MINUTE_MS },
  { bucket: 'standard', from: 55, delayMs: 120 * MINUTE_MS },
] as const;
const NURTURE = { bucket: 'nurture', delayMs: 720 * MINUTE_MS } as const;

export type TimingBucket = (typeof BUCKETS)[number]['bucket'] | 'nurture';

export interface FollowUpTiming {
  readonly bucket: TimingBucket;
  readonly delayMs: number;
  /** 0 to 100. */
  readonly engagement: number;
}

/**
 * When to follow up, by how engaged the lead is: an explicit engagement score, else the lead score, raised to what the
 * priority (high 85, review 65) and the temperature (hot 80, warm 60) say at least.
 * @returns `null` when a score is no number.
 */
export function followUpTiming(lead: LeadStanding, engagement: number | null = null): FollowUpTiming | null {
  const score = engagement ?? raised(lead);
  if (!Number.isFinite(score)) return null;
  const clamped = Math.min(100, Math.max(0, score));
  const { bucket, delayMs } = BUCKETS.find(({ from }) => clamped >= from) ?? NURTURE;
  return { bucket, delayMs, engagement: clamped };
}

function raised(lead: LeadStanding): number {
  const floors = [
    isHighPriority(lead) && 85,
    isForReview(lead) && 65,
    lead.temperature === 'hot' && 80,
    lead.temperature === 'warm' && 60,
  ];
  return Math.max(lead.score ?? 0, ...floors.filter((floor) => floor !== false));
}
