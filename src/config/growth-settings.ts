type Toggle =
  | 'LEAD_SOURCE_ATTRIBUTION'
  | 'ADAPTIVE_FOLLOWUP_TIMING'
  | 'AB_RESPONSE_STYLE_TESTING'
  | 'SLA_HANDOFF_THRESHOLDS'
  | 'CANARY_MODE'
  | 'LEAD_SOURCE_WRITEBACK'
  | 'CONVERSION_FEEDBACK_WRITEBACK';
type GrowthEnvironment = Readonly<Record<`FF_GROWTH_${Toggle}_ENABLED`, boolean>> & {
  readonly FF_GROWTH_CANARY_SOURCE?: string | undefined;
  readonly FF_GROWTH_CANARY_PERCENTAGE: number;
};

/** Which experiments are on, for whom, and which of them may write to the CRM. */
export interface GrowthSettings {
  readonly flags: {
    readonly leadSourceAttribution: boolean;
    readonly adaptiveFollowupTiming: boolean;
    readonly abResponseStyleTesting: boolean;
    readonly slaHandoffThresholds: boolean;
  };
  /** On, the experiments are for leads of this source, or for a share of the contacts (0 to 100), alone. */
  readonly canary: { readonly isEnabled: boolean; readonly source: string | null; readonly percentage: number };
  readonly writeback: { readonly leadSource: boolean; readonly conversionFeedback: boolean };
}

/** The experiments by the names that they have in the environment. */
export function growthSettings(env: GrowthEnvironment): GrowthSettings {
  return {
    flags: {
      leadSourceAttribution: env.FF_GROWTH_LEAD_SOURCE_ATTRIBUTION_ENABLED,
      adaptiveFollowupTiming: env.FF_GROWTH_ADAPTIVE_FOLLOWUP_TIMING_ENABLED,
      abResponseStyleTesting: env.FF_GROWTH_AB_RESPONSE_STYLE_TESTING_ENABLED,
      slaHandoffThresholds: env.FF_GROWTH_SLA_HANDOFF_THRESHOLDS_ENABLED,
    },
    canary: {
      isEnabled: env.FF_GROWTH_CANARY_MODE_ENABLED,
      source: env.FF_GROWTH_CANARY_SOURCE ?? null,
      percentage: env.FF_GROWTH_CANARY_PERCENTAGE,
    },
    writeback: {
      leadSource: env.FF_GROWTH_LEAD_SOURCE_WRITEBACK_ENABLED,
      conversionFeedback: env.FF_GROWTH_CONVERSION_FEEDBACK_WRITEBACK_ENABLED,
    },
  };
}
