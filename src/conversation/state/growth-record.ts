import { z } from 'zod';
import type { Attribution, ConversionState, FeedbackSignal, SlaVerdict } from '../../growth';

const fieldValue = z.union([z.string(), z.number(), z.boolean()]);

/** In which style the bot talks to the contact, once it has done so: the contract's `response_style_experiment`. */
const styleSchema = z.object({
  variant: z.enum(['A', 'B']),
  segment: z.enum(['hot_priority', 'warm_review', 'standard']),
  bucket: z.number().int(),
  source: z.string().nullable(),
});
export type StyleRecord = Readonly<z.infer<typeof styleSchema>>;

const growthSchema = z.object({
  attribution: z
    .object({
      first_touch: z.string(),
      last_touch: z.string(),
      source: z.string(),
      model: z.enum(['single_touch', 'first_touch']),
    })
    .nullable()
    .default(null),
  feedback: z
    .object({
      state: z.enum(['converted', 'lost', 'active', 'unknown']),
      signal: z.enum(['high_intent', 'nurture', 'low_intent']),
      updated_at: z.string(),
    })
    .nullable()
    .default(null),
  sla: z
    .object({
      waiting_since: z.string(),
      risk_level: z.enum(['high', 'medium', 'low']),
      reason_code: z.enum(['sla_high_risk_contact_now', 'sla_medium_risk_monitor', 'sla_low_risk']),
      asked_at: z.string().nullable(),
      escalated_at: z.string().nullable(),
    })
    .nullable()
    .default(null),
  crm_fields: z.record(z.string(), fieldValue).default({}),
  crm_tags: z.array(z.string()).default([]),
});

/** Part of a conversation file, which has it once an experiment has had to do with the contact. */
export const growthFileSchema = {
  response_style_experiment: styleSchema.optional(),
  growth: growthSchema.optional(),
};
type GrowthFile = z.infer<z.ZodObject<typeof growthFileSchema>>;

/** What became of the lead, as told to the CRM. */
export interface FeedbackRecord {
  readonly state: ConversionState;
  readonly signal: FeedbackSignal;
  /** ISO 8601. */
  readonly updatedAt: string;
}

/** How urgently a person is needed; times are ISO 8601. */
export interface SlaRecord {
  /** The contact's first text since a person wrote. */
  readonly waitingSince: string;
  readonly riskLevel: SlaVerdict['risk_level'];
  readonly reasonCode: SlaVerdict['reason_code'];
  /** When a person was asked to come; `null`: not yet. */
  readonly askedAt: string | null;
  /** When a person was asked once more. */
  readonly escalatedAt: string | null;
}

/** What the growth experiments remember of a contact. */
export interface GrowthRecord {
  readonly style: StyleRecord | null;
  readonly attribution: Attribution | null;
  readonly feedback: FeedbackRecord | null;
  readonly sla: SlaRecord | null;
  /** What they want the CRM to say. */
  readonly crmFields: Readonly<Record<string, string | number | boolean>>;
  readonly crmTags: readonly string[];
}

export const NO_GROWTH: GrowthRecord = {
  style: null,
  attribution: null,
  feedback: null,
  sla: null,
  crmFields: {},
  crmTags: [],
};

/** Nothing for a contact whom no experiment has met. */
export function toGrowthFile({ style, ...growth }: GrowthRecord): GrowthFile {
  const { style: _none, ...nothing } = NO_GROWTH;
  const isMet = JSON.stringify(growth) !== JSON.stringify(nothing);
  return {
    ...(style && { response_style_experiment: style }),
    ...(isMet && { growth: toFile(growth) }),
  };
}

/** The other way round. */
export function fromGrowthFile({ response_style_experiment: style, growth }: GrowthFile): GrowthRecord {
  if (!growth) return { ...NO_GROWTH, style: style ?? null };
  const { attribution, feedback, sla } = growth;
  return {
    style: style ?? null,
    attribution: attribution && {
      firstTouch: attribution.first_touch,
      lastTouch: attribution.last_touch,
      source: attribution.source,
      model: attribution.model,
    },
    feedback: feedback && { state: feedback.state, signal: feedback.signal, updatedAt: feedback.updated_at },
    sla: sla && {
      waitingSince: sla.waiting_since,
      riskLevel: sla.risk_level,
      reasonCode: sla.reason_code,
      askedAt: sla.asked_at,
      escalatedAt: sla.escalated_at,
    },
    crmFields: growth.crm_fields,
    crmTags: growth.crm_tags,
  };
}

function toFile({ attribution, feedback, sla, crmFields, crmTags }: Omit<GrowthRecord, 'style'>) {
  return {
    attribution: attribution && {
      first_touch: attribution.firstTouch,
      last_touch: attribution.lastTouch,
      source: attribution.source,
      model: attribution.model,
    },
    feedback: feedback && { state: feedback.state, signal: feedback.signal, updated_at: feedback.updatedAt },
    sla: sla && {
      waiting_since: sla.waitingSince,
      risk_level: sla.riskLevel,
      reason_code: sla.reasonCode,
      asked_at: sla.askedAt,
      escalated_at: sla.escalatedAt,
    },
    crm_fields: { ...crmFields },
    crm_tags: [...crmTags],
  };
}
