import type { TimingBucket } from './follow-up-timing';
import { isForReview, isHighPriority } from './lead-standing';
import type { LeadStanding } from './lead-standing';

const MEDIUM_SECONDS = 60;
const HIGH_SECONDS = 120;

export interface SlaInput extends Pick<LeadStanding, 'score' | 'priority'> {
  readonly bucket: TimingBucket | null;
  /** Since a person has been missing. */
  readonly elapsedSeconds: number;
}

export type RiskLevel = 'high' | 'medium' | 'low';

/** What the rule says, under the names that it has on the wire. */
export interface SlaVerdict {
  readonly needs_handoff: boolean;
  readonly risk_level: RiskLevel;
  readonly reason_code: 'sla_high_risk_contact_now' | 'sla_medium_risk_monitor' | 'sla_low_risk';
}

const REASONS: Readonly<Record<RiskLevel, SlaVerdict['reason_code']>> = {
  high: 'sla_high_risk_contact_now',
  medium: 'sla_medium_risk_monitor',
  low: 'sla_low_risk',
};

/** How likely the lead is lost if no person comes. */
export function slaVerdict(input: SlaInput): SlaVerdict {
  const level = riskOf(input);
  return { needs_handoff: level === 'high', risk_level: level, reason_code: REASONS[level] };
}

/** After how many seconds the verdict changes if only time passes; `null`: never. */
export function nextChangeSeconds(input: SlaInput): number | null {
  const now = riskOf(input);
  const later = [MEDIUM_SECONDS, HIGH_SECONDS].filter((seconds) => seconds > input.elapsedSeconds);
  return later.find((elapsedSeconds) => riskOf({ ...input, elapsedSeconds }) !== now) ?? null;
}

function riskOf(input: SlaInput): RiskLevel {
  const { bucket, elapsedSeconds } = input;
  const score = input.score ?? 0;
  const isReview = isForReview(input);
  const isHigh = isHighPriority(input);
  const isHot = (isHigh && score >= 85) || bucket === 'immediate' || bucket === 'accelerated';
  if (isHot || (elapsedSeconds >= HIGH_SECONDS && (isHigh || isReview))) return 'high';
  const isWarm = isReview || score >= 70 || bucket === 'standard' || elapsedSeconds >= MEDIUM_SECONDS;
  return isWarm ? 'medium' : 'low';
}
