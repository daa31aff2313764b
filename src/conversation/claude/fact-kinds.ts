import { z } from 'zod';
import type { BusinessProfile } from '../../config';
import type { Facts } from '../understanding';

/** A fact that Claude can report; every value comes as text. */
interface FactKind {
  /** What it means and how its value is written, for the prompt. */
  readonly meaning: string;
  /** The words quoted for it must have its figure in them. */
  readonly isNumber: boolean;
  /** The value as a fact; `null` when it is none that can be. */
  readonly read: (value: string, profile: BusinessProfile) => Partial<Facts> | null;
}

/** Nobody who buys or sells a home means less or more. */
const LEAST_USD = 20_000;
const MOST_USD = 50_000_000;
const MOST_ROOMS = 12;

const usd = numberBetween(LEAST_USD, MOST_USD).refine(Number.isInteger);
const rooms = numberBetween(0.5, MOST_ROOMS);

/** By the names of the outside contract. What a text asks of the bot, its tone and consent stay with the patterns. */
const kinds = {
  intent: oneOf('intent', ['buy', 'sell', 'both'], 'what the contact wants to do'),
  budget_min: number('budgetMinUsd', usd, 'the least a buyer would pay, whole USD in digits, such as 450000'),
  budget_max: number('budgetMaxUsd', usd, 'the most a buyer would pay, whole USD in digits'),
  price_expectation: number('priceExpectationUsd', usd, 'what a seller wants for their home, whole USD in digits'),
  timeline: oneOf(
    'timeline',
    ['immediate', '1_month', '2_months', '3_months', '6_months', '1_year', 'flexible'],
    'how soon they want to buy or sell: the first that is not shorter than what was said',
  ),
  timeline_acceptable: {
    meaning: 'only if they were asked whether 30 to 45 days would be a problem: "true" (no problem) or "false"',
    isNumber: false,
    read: (value) => (/^(?:true|false)$/.test(value) ? { timelineAcceptable: value === 'true' } : null),
  },
  areas: {
    meaning: 'one service area they want to buy or sell in, by its name in the list above; one entry for each',
    isNumber: false,
    read: (value, { serviceAreas }) => {
      const area = serviceAreas.find(({ name }) => name.toLowerCase() === value.trim().toLowerCase());
      return area ? { areas: [area.name] } : null;
    },
  },
  financing: oneOf(
    'financing',
    ['cash', 'pre_approved', 'conventional', 'fha', 'va', 'jumbo', 'needs_financing'],
    'how a buyer pays, pre_approved only if they already are',
  ),
  beds: number('beds', rooms.refine(Number.isInteger), 'bedrooms wanted'),
  baths: number('baths', rooms, 'bathrooms wanted'),
  motivation: oneOf(
    'motivation',
    ['relocation', 'financial', 'divorce', 'inheritance', 'investment', 'downsizing', 'upsizing', 'other'],
    'why they want to move or sell',
  ),
  property_condition: oneOf(
    'propertyCondition',
    ['move_in_ready', 'minor_work', 'major_work'],
    'the state of the home that a seller has',
  ),
} satisfies Readonly<Record<string, FactKind>>;

export type FactName = keyof typeof kinds;
export const FACT_KINDS: Readonly<Record<FactName, FactKind>> = kinds;
export const FACT_NAMES = Object.keys(kinds) as readonly FactName[];

function oneOf<Name extends keyof Facts>(
  name: Name,
  values: readonly (Facts[Name] & string)[],
  meaning: string,
): FactKind {
  return {
    meaning: `${meaning}: ${values.join(', ')}`,
    isNumber: false,
    read: (value) => (values.some((known) => known === value) ? { [name]: value } : null),
  };
}

function number(name: keyof Facts, schema: z.ZodType<number, string>, meaning: string): FactKind {
  return {
    meaning,
    isNumber: true,
    read: (value) => {
      const parsed = schema.safeParse(value);
      return parsed.success ? { [name]: parsed.data } : null;
    },
  };
}

function numberBetween(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,9}(?:\.5)?$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));
}
