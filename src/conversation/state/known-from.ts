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
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, value]) => {
      const turn = history.findLastIndex(({ extractedData }) => isSame(extractedData[name], value));
      const source = history[turn]?.factSources[name];
      return source === undefined ? [] : [[name, { ...source, turn: turn + 1 }]];
    }),
  );
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
