import { z } from 'zod';
import type { Facts } from '../understanding';

const MIN_USD = 20_000;
const MAX_USD = 50_000_000;
/** Three GSM-7 segments, with room for characters that are replaced; the gates have the last word. */
const MAX_REPLY = 480;

const evidence = z.string().min(1).max(300);
const usd = z.number().int().min(MIN_USD).max(MAX_USD);
const rooms = z.number().min(0).max(20);

/** Facts that Claude may read, each with the contact's own words for it. */
const facts = z.strictObject({
  intent: said(z.enum(['buy', 'sell', 'both'])),
  budgetMinUsd: said(usd),
  budgetMaxUsd: said(usd),
  priceExpectationUsd: said(usd),
  timeline: said(z.enum(['immediate', '1_month', '2_months', '3_months', '6_months', '1_year', 'flexible'])),
  timelineAcceptable: said(z.boolean()),
  areas: said(z.array(z.string().min(1).max(60)).min(1).max(10)),
  financing: said(z.enum(['cash', 'pre_approved', 'conventional', 'fha', 'va', 'jumbo', 'needs_financing'])),
  beds: said(rooms),
  baths: said(rooms),
  motivation: said(
    z.enum(['relocation', 'financial', 'divorce', 'inheritance', 'investment', 'downsizing', 'upsizing', 'other']),
  ),
  propertyCondition: said(z.enum(['move_in_ready', 'minor_work', 'major_work'])),
});

function said<Value extends z.ZodType>(value: Value) {
  return z.strictObject({ value, evidence }).nullable();
}

/** The one shape that an answer may have. Neither ids nor actions are in it. */
export const answerSchema = z.strictObject({
  facts,
  needs: z.enum(['nothing', 'person', 'stop']),
  score: z.strictObject({
    fit: z.number().int().min(0).max(15),
    clarity: z.number().int().min(0).max(10),
    qualification: z.number().int().min(0).max(10),
  }),
  asks: z.enum(['intent', 'area', 'budget', 'financing', 'timeline', 'motivation', 'condition', 'price', 'nothing']),
  reply: z.string().min(1).max(MAX_REPLY),
});
export type ClaudeAnswer = z.infer<typeof answerSchema>;

/**
 * The facts of an answer that may be believed: those whose evidence the contact has really written.
 * @param areas names of the service areas: Claude names no others.
 */
export function provenFacts(answer: ClaudeAnswer, texts: readonly string[], areas: readonly string[]): Partial<Facts> {
  const written = texts.map(squeezed).join('\n');
  const proven = Object.entries(answer.facts).flatMap(([name, fact]) => {
    if (fact === null || !written.includes(squeezed(fact.evidence))) return [];
    if (name !== 'areas') return [[name, fact.value]];
    const known = areas.filter((area) => (fact.value as readonly string[]).includes(area));
    return known.length > 0 ? [[name, known]] : [];
  });
  const { budgetMinUsd, budgetMaxUsd, ...rest } = Object.fromEntries(proven) as Partial<Facts>;
  const isUpsideDown = budgetMinUsd != null && budgetMaxUsd != null && budgetMinUsd > budgetMaxUsd;
  if (isUpsideDown) return rest;
  return {
    ...rest,
    ...(budgetMinUsd != null && { budgetMinUsd }),
    ...(budgetMaxUsd != null && { budgetMaxUsd }),
  };
}

function squeezed(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
