/** The growth experiments, by the names that they have on the wire. */
export const FEATURES = [
  'lead_source_attribution',
  'adaptive_followup_timing',
  'ab_response_style_testing',
  'sla_handoff_thresholds',
] as const;
export type Feature = (typeof FEATURES)[number];

/** Whom a feature is evaluated for. */
export interface Subject {
  readonly contactId: string;
  /** Where the lead came from, as a slug (`toSourceSlug`); `null` when nobody knows. */
  readonly source: string | null;
}
