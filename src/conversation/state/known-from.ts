import { z } from 'zod';
import type { Conversation } from './conversation';
import { toFactsFile } from './facts-file';

export const knownFromSchema = z.record(
  z.string(),
  z.object({ text: z.string(), confidence: z.number(), turn: z.number().int() }),
);

/**
 * Where each fact that holds now was said: the contact's words, how sure the reading is, and the turn, counted from 1.
 * Facts that a caller handed in have no words.
 */
export function knownFrom({ facts, history }: Conversation): z.infer<typeof knownFromSchema> {
  const known = toFactsFile(facts);
  const sources: z.infer<typeof knownFromSchema> = {};
  history.forEach(({ factSources, extractedData }, index) => {
    for (const [name, source] of Object.entries(factSources)) {
      const isStillTrue = isSame(extractedData[name], known[name as keyof typeof known]);
      if (isStillTrue) sources[name] = { ...source, turn: index + 1 };
      else delete sources[name];
    }
  });
  return sources;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
