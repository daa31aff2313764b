import { z } from 'zod';
import { NO_FACTS } from '../understanding';
import type { Facts, FactSources, SourcedFact } from '../understanding';

const usd = z.number().int().nonnegative().nullable();

/** Facts under the contract's names; every one is optional, as older callers send some of them. */
const factsFileSchema = z.object({
  intent: z.enum(['buy', 'sell', 'both', 'unclear', 'none']),
  budget_min: usd,
  budget_max: usd,
  price_expectation: usd,
  timeline: z.enum(['immediate', '1_month', '2_months', '3_months', '6_months', '1_year', 'flexible', 'unknown']),
  timeline_acceptable: z.boolean().nullable(),
  areas: z.array(z.string()),
  financing: z.enum(['cash', 'pre_approved', 'conventional', 'fha', 'va', 'jumbo', 'needs_financing', 'unknown']),
  beds: z.number().nullable(),
  baths: z.number().nullable(),
  motivation: z.enum([
    'relocation',
    'financial',
    'divorce',
    'inheritance',
    'investment',
    'downsizing',
    'upsizing',
    'other',
    'unknown',
  ]),
  property_condition: z.enum(['move_in_ready', 'minor_work', 'major_work', 'unknown']),
  consent: z.enum(['stop', 'start', 'help', 'none']),
  wants_human: z.boolean(),
  wrong_number: z.boolean(),
  auto_reply: z.boolean(),
});

/** Where a fact of a text was read: the contact's own words, and how sure the reading is (0 to 1). */
export const factSourcesSchema = z.record(z.string(), z.object({ text: z.string(), confidence: z.number() }));
export type FactSourcesFile = Readonly<z.infer<typeof factSourcesSchema>>;

export const partialFactsSchema = factsFileSchema.partial();
export type FactsFile = z.infer<typeof factsFileSchema>;

/** Facts under the contract's names. */
export function toFactsFile(facts: Facts): FactsFile {
  return {
    intent: facts.intent,
    budget_min: facts.budgetMinUsd,
    budget_max: facts.budgetMaxUsd,
    price_expectation: facts.priceExpectationUsd,
    timeline: facts.timeline,
    timeline_acceptable: facts.timelineAcceptable,
    areas: [...facts.areas],
    financing: facts.financing,
    beds: facts.beds,
    baths: facts.baths,
    motivation: facts.motivation,
    property_condition: facts.propertyCondition,
    consent: facts.consent,
    wants_human: facts.wantsHuman,
    wrong_number: facts.wrongNumber,
    auto_reply: facts.autoReply,
  };
}

const FILE_NAMES: Readonly<Record<SourcedFact, keyof FactsFile>> = {
  intent: 'intent',
  budgetMinUsd: 'budget_min',
  budgetMaxUsd: 'budget_max',
  priceExpectationUsd: 'price_expectation',
  timeline: 'timeline',
  timelineAcceptable: 'timeline_acceptable',
  areas: 'areas',
  financing: 'financing',
  beds: 'beds',
  baths: 'baths',
  motivation: 'motivation',
  propertyCondition: 'property_condition',
};

/** Sources under the contract's names of their facts. */
export function toSourcesFile(sources: FactSources): FactSourcesFile {
  return Object.fromEntries(Object.entries(sources).map(([name, source]) => [FILE_NAMES[name as SourcedFact], source]));
}

/** The other way round; what is missing is not known. */
export function fromFactsFile(file: Partial<FactsFile>): Facts {
  return {
    ...NO_FACTS,
    intent: file.intent ?? NO_FACTS.intent,
    budgetMinUsd: file.budget_min ?? null,
    budgetMaxUsd: file.budget_max ?? null,
    priceExpectationUsd: file.price_expectation ?? null,
    timeline: file.timeline ?? NO_FACTS.timeline,
    timelineAcceptable: file.timeline_acceptable ?? null,
    areas: file.areas ?? [],
    financing: file.financing ?? NO_FACTS.financing,
    beds: file.beds ?? null,
    baths: file.baths ?? null,
    motivation: file.motivation ?? NO_FACTS.motivation,
    propertyCondition: file.property_condition ?? NO_FACTS.propertyCondition,
    consent: file.consent ?? NO_FACTS.consent,
    wantsHuman: file.wants_human ?? false,
    wrongNumber: file.wrong_number ?? false,
    autoReply: file.auto_reply ?? false,
  };
}
