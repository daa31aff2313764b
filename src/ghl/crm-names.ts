/** The custom fields that the service keeps in the CRM, with the data type that {@link LocationSetup} gives each. */
export const CRM_FIELDS = {
  ai_lead_score: 'NUMERICAL',
  lead_temperature: 'TEXT',
  jorge_priority: 'TEXT',
  estimated_commission: 'MONETORY',
  last_ai_analysis: 'TEXT',
  meets_jorge_criteria: 'TEXT',
  service_area_match: 'TEXT',
  budget_range: 'TEXT',
  timeline: 'TEXT',
  location_preference: 'TEXT',
  financing_status: 'TEXT',
  seller_temperature: 'TEXT',
  seller_motivation: 'TEXT',
  property_condition: 'TEXT',
  price_expectation: 'TEXT',
  bot_type: 'TEXT',
  lead_source_attribution: 'TEXT',
  lead_source_model: 'TEXT',
  conversion_feedback_state: 'TEXT',
  conversion_feedback_signal: 'TEXT',
  conversion_feedback_updated_at: 'TEXT',
} as const;

export type CrmField = keyof typeof CRM_FIELDS;

/** The tags of a lead's temperature; a contact has one of them at a time. */
export const LEAD_TEMPERATURE_TAGS = { hot: 'Hot-Lead', warm: 'Warm-Lead', cold: 'Cold-Lead' } as const;

/** The tags of a seller's temperature; a contact has one of them at a time. */
export const SELLER_TEMPERATURE_TAGS = { hot: 'Hot-Seller', warm: 'Warm-Seller', cold: 'Cold-Seller' } as const;

/** Tags of why somebody moves, by the motivation that was understood. */
export const MOTIVATION_TAGS = {
  relocation: 'Motivation-Relocation',
  financial: 'Motivation-Financial',
  divorce: 'Motivation-Divorce',
  inheritance: 'Motivation-Inheritance',
  investment: 'Motivation-Investment',
  downsizing: 'Motivation-Downsizing',
  upsizing: 'Motivation-Upsizing',
  other: 'Motivation-Other',
} as const;

/** Every other tag. GHL stores and returns tags in lower case: compare them without case. */
export const TAGS = {
  highPriority: 'Priority-High',
  qualified: 'Jorge-Qualified',
  urgentBuyer: 'Urgent-Buyer',
  urgentSeller: 'Urgent-Seller',
  cashBuyer: 'Cash-Buyer',
  preApproved: 'Pre-Approved',
  highBudget: 'High-Budget',
  optedOut: 'Opted-Out',
  needsManualReview: 'Needs-Manual-Review',
  needsHandoff: 'Needs-Handoff-SLA',
  appointmentBooked: 'Appointment-Booked',
  highIntentSignal: 'Conversion-Signal-High-Intent',
} as const;

/** All tags that the service may write. */
export const ALL_TAGS: readonly string[] = [
  LEAD_TEMPERATURE_TAGS,
  SELLER_TEMPERATURE_TAGS,
  MOTIVATION_TAGS,
  TAGS,
].flatMap((group) => Object.values(group));

/** True when the tag is among the tags, in whatever case. */
export function hasTag(tags: readonly string[], tag: string): boolean {
  return tags.some((candidate) => candidate.toLowerCase() === tag.toLowerCase());
}
