import type { ConversationScore } from './score-conversations';
import { FACTS } from './judge';
import { addTallies, NO_TALLY, precisionOf, recallOf } from './score';
import type { Score, Share } from './score';

/** What has a floor, in the order of the report. */
export const MEASURES = [
  'factsRecall',
  'factsPrecision',
  'nothingInvented',
  'route',
  'optOutRecall',
  'optOutPrecision',
  'conversations',
] as const;
export type MeasureName = (typeof MEASURES)[number];

export type Measures = Readonly<Record<MeasureName, Share>>;

/** Sums a set up; facts are averaged over all their occurrences (micro), not over their names. */
export function measure({ tallies, clean, route }: Score, { passed }: ConversationScore): Measures {
  const facts = addTallies(FACTS.map((name) => tallies.get(name) ?? NO_TALLY));
  const optOut = tallies.get('optOut') ?? NO_TALLY;
  return {
    factsRecall: recallOf(facts),
    factsPrecision: precisionOf(facts),
    nothingInvented: clean,
    route,
    optOutRecall: recallOf(optOut),
    optOutPrecision: precisionOf(optOut),
    conversations: passed,
  };
}
