import type { Feature } from '../feature';
import type { ConversionState, FeedbackSignal, RiskLevel, StyleSegment, TimingBucket } from '../rules';
import type { EvaluationReason } from './evaluate-feature';

type Switch = 'enabled' | 'disabled';

/** What `growth_feature_events_total` counts, by feature: the names that dashboards and alerts go by. */
interface FeatureEvents {
  readonly lead_source_attribution:
    | `source_observed_${string}`
    | `feedback_signal_observed_${FeedbackSignal}`
    | `bypassed_${EvaluationReason}`
    | 'follow_up_enriched'
    | 'follow_up_missing'
    | 'writeback_ready'
    | 'telemetry_only_mode'
    | 'applied'
    | `writeback_attribution_${Switch}`
    | `writeback_feedback_${Switch}`
    | `conversion_feedback_observed_${ConversionState}`
    | `conversion_feedback_bypassed_${EvaluationReason}`
    | `conversion_feedback_loop_${ConversionState}`
    | 'conversion_feedback_telemetry_only';
  readonly adaptive_followup_timing:
    'invalid_payload' | 'no_follow_up_payload' | `bypassed_${EvaluationReason}` | `applied_${TimingBucket}`;
  readonly ab_response_style_testing:
    | 'assignment_observed'
    | `bypassed_${EvaluationReason | 'no_second_style'}`
    | 'variant_a'
    | 'variant_b'
    | `segment_${StyleSegment}`
    | 'applied';
  readonly sla_handoff_thresholds:
    | 'observed'
    | `risk_${RiskLevel}`
    | 'handoff_recommended'
    | 'handoff_not_required'
    | `bypassed_${EvaluationReason | 'nobody_waits'}`;
}

/** An event of a feature; a name that nobody reads does not compile. */
export type FeatureEvent<Of extends Feature> = FeatureEvents[Of];
