import { createHash } from 'node:crypto';
import type { Feature, Subject } from '../feature';
import type { GrowthState } from './growth-state';

/** Why a feature is on or off for a contact. */
export type EvaluationReason =
  | 'enabled'
  | 'flag_disabled'
  | 'canary_source_missing'
  | 'canary_source_mismatch'
  | 'outside_canary_percentage'
  | 'unknown_feature';

export interface Evaluation {
  readonly enabled: boolean;
  readonly reason: EvaluationReason;
}

/**
 * Whether a feature is on for a contact. In canary mode it is for contacts of one source, or for a share of the contacts,
 * or for a share of those of one source; a canary of which neither is said lets nobody in.
 */
export function evaluateFeature(feature: Feature, subject: Subject, { flags, canary }: GrowthState): Evaluation {
  const reason = !flags[feature]
    ? 'flag_disabled'
    : canary.enabled
      ? canaryReason(feature, subject, canary)
      : 'enabled';
  return { enabled: reason === 'enabled', reason };
}

function canaryReason(
  feature: Feature,
  { contactId, source }: Subject,
  canary: GrowthState['canary'],
): EvaluationReason {
  const isByPercentageAlone = canary.source === null && canary.percentage < 100;
  if (!isByPercentageAlone && (source === null || canary.source === null)) return 'canary_source_missing';
  if (!isByPercentageAlone && source !== canary.source) return 'canary_source_mismatch';
  return canaryBucket(feature, contactId) < canary.percentage ? 'enabled' : 'outside_canary_percentage';
}

/** 0 to 99, always the same for a contact, and independent of other features. */
function canaryBucket(feature: Feature, contactId: string): number {
  const hash = createHash('sha256').update(`${feature}:${contactId}`).digest();
  return Number(hash.readBigUInt64BE() % 100n);
}
