import { z } from 'zod';
import type { Question } from '../understanding';
import { FACT_NAMES } from './fact-kinds';

/** What the contact can be asked, for the prompt. The calendar's times are never Claude's to offer. */
export const QUESTIONS: Readonly<Record<Exclude<Question, 'booking'>, string>> = {
  intent: 'whether they buy or sell',
  area: 'where they look and what the home needs',
  budget: 'their price range',
  financing: 'cash or loan, and whether they are pre approved',
  timeline: 'how soon, or whether 30 to 45 days would be a problem',
  motivation: 'why they move or sell',
  condition: 'the state of the home',
  price: 'the price that would make them sell',
};

const reported = z.strictObject({
  name: z.enum(FACT_NAMES),
  value: z.string().max(100),
  evidence: z.string().max(500),
});

/** The one shape that an answer may have; there is no room in it for ids or actions. */
export const answerSchema = z.strictObject({
  facts: z.array(reported).max(24),
  needs: z.enum(['nothing', 'person', 'stop']),
  score_raise: z.strictObject({
    fit: z.int().min(0).max(15),
    clarity: z.int().min(0).max(10),
    qualification: z.int().min(0).max(10),
  }),
  asks: z.enum([...(Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[]), 'nothing']),
  reply: z.string().trim().min(1).max(1_000),
});
export type ClaudeAnswer = z.infer<typeof answerSchema>;

/** Structured outputs know shapes and no sizes (platform.claude.com/docs/en/build-with-claude/structured-outputs). */
const SIZES = ['minimum', 'maximum', 'minLength', 'maxLength', 'maxItems'] as const;

/** The same shape for the API. It is constant, because a new one costs the next call the time to compile it. */
export const { $schema: _dialect, ...OUTPUT_SCHEMA } = z.toJSONSchema(answerSchema, {
  override: ({ jsonSchema }) => {
    for (const size of SIZES) Reflect.deleteProperty(jsonSchema, size);
  },
});

/** The answer in a text; `null` when it is not one. */
export function parseAnswer(text: string): ClaudeAnswer | null {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  return answerSchema.safeParse(content).data ?? null;
}
