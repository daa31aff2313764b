import { NO_FACTS } from './facts';
import type { Facts, ReadingContext } from './facts';
import { wording } from './phrases';
import { MAX_READ_CHARACTERS, sentencesOf, toPlainText } from './plain-text';
import { readIntent } from './read-intent';
import { understandText } from './understand-text';

/** The facts that are kept from one text to the next, in the order of `Facts`. */
const SOURCED_FACTS = [
  'intent',
  'budgetMinUsd',
  'budgetMaxUsd',
  'priceExpectationUsd',
  'timeline',
  'timelineAcceptable',
  'areas',
  'financing',
  'beds',
  'baths',
  'motivation',
  'propertyCondition',
] as const satisfies readonly (keyof Facts)[];
export type SourcedFact = (typeof SOURCED_FACTS)[number];

/** Where a fact was read. */
export interface FactSource {
  /** The person's own words: the shortest clause that says it, else the whole text. */
  readonly text: string;
  /** From 0 to 1: see `READINGS` and `HEDGE_COST`. */
  readonly confidence: number;
}
export type FactSources = Readonly<Partial<Record<SourcedFact, FactSource>>>;

/** What a clause says when it is read alone; the first row that gives the fact decides how sure it is. */
const READINGS: readonly (readonly [percent: number, read: (clause: string, context: ReadingContext) => Facts])[] = [
  // Whatever was asked.
  [95, (clause, context) => stated(clause, { ...context, pendingQuestion: null })],
  // Only as the answer to the question.
  [85, stated],
  // The intent, where only wishes imply it.
  [75, (clause, context) => understandText(clause, context).facts],
];
/** For what no clause of the text says by itself. */
const UNREAD_PERCENT = 75;
const HEDGE_COST = 20;
const HEDGES = wording(
  'maybe|perhaps|around|about|approx[a-z]*|roughly|probably|possibly|hopefully|might|ish|\\d+k?ish|ballpark',
  '(?:not|am not|are not) (?:really |totally |entirely |100% )?(?:sure|certain)|i (?:think|guess|suppose)|kind of|i do not know',
);
/** Keeps the work bounded; a text of ten segments has fewer clauses. */
const MOST_CLAUSES = 60;
const CLAUSE_END = /[,;:]\s+|\s+(?:and|but|so|then|-+|\+|&)\s+/i;

/**
 * Names the words each fact was read from, and how sure the reading is.
 * @param text as the person wrote it; its first 2,000 characters are looked at.
 * @param facts what was read in it; facts that say nothing have no source.
 */
export function attributeFacts(text: string, context: ReadingContext, facts: Facts): FactSources {
  const said = SOURCED_FACTS.filter((name) => isSaid(name, facts));
  if (said.length === 0) return {};
  const whole = text.slice(0, MAX_READ_CHARACTERS).trim();
  const sources = new Map<SourcedFact, FactSource>();
  const clauses = clausesOf(whole);
  for (const [percent, read] of READINGS) {
    for (const clause of clauses) {
      const missing = said.filter((name) => !sources.has(name));
      if (missing.length === 0) break;
      const found = read(clause, context);
      for (const name of missing) if (isSame(facts[name], found[name])) sources.set(name, sourceOf(clause, percent));
    }
  }
  return Object.fromEntries(said.map((name) => [name, sources.get(name) ?? sourceOf(whole, UNREAD_PERCENT)]));
}

function isSaid(name: SourcedFact, facts: Facts): boolean {
  return !isSame(facts[name], NO_FACTS[name]) && !(name === 'intent' && facts.intent === 'unclear');
}

/** Areas are the only list, and come in the order they were named in. */
function isSame(a: Facts[SourcedFact], b: Facts[SourcedFact]): boolean {
  return String(a) === String(b);
}

function sourceOf(text: string, percent: number): FactSource {
  const isHedged = HEDGES.test(toPlainText(text));
  return { text, confidence: (isHedged ? percent - HEDGE_COST : percent) / 100 };
}

/** Facts with the intent only where words say it. */
function stated(clause: string, context: ReadingContext): Facts {
  const intent = readIntent(toPlainText(clause), context.pendingQuestion === 'intent');
  return { ...understandText(clause, context).facts, intent };
}

/** The clauses and sentences of a text and the text itself, shortest first. */
function clausesOf(whole: string): readonly string[] {
  const sentences = sentencesOf(whole);
  const clauses = sentences.flatMap((sentence) => sentence.split(CLAUSE_END)).map((clause) => clause.trim());
  const parts = [...sentences, ...clauses].filter((part) => part !== '').slice(0, MOST_CLAUSES);
  return [...new Set([...parts, whole])].sort((a, b) => a.length - b.length);
}
