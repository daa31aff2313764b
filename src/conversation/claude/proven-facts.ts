import { toPlainText } from '../understanding';
import type { Facts } from '../understanding';
import type { ClaudeRequest } from './claude-outcome';
import { FACT_KINDS } from './fact-kinds';
import type { FactName } from './fact-kinds';

/** A fact as Claude reports it. */
export interface ReportedFact {
  readonly name: FactName;
  readonly value: string;
  /** The contact's own words for it. */
  readonly evidence: string;
}

/**
 * The reported facts that may be believed: the contact has just written the words quoted for them, the words have the
 * figure in them, and the value is one that can be. Of two for the same thing the later one counts.
 */
export function provenFacts(reported: readonly ReportedFact[], request: ClaudeRequest): Partial<Facts> {
  const written = request.texts.map(wordsOf);
  const proven = reported
    .filter((fact) => isQuoted(fact, written) && isAskedFor(fact, request))
    .map(({ name, value }) => FACT_KINDS[name].read(value, request.profile) ?? {});
  const areas = [...new Set(proven.flatMap((fact) => fact.areas ?? []))];
  const facts = Object.assign({}, ...proven, areas.length > 0 ? { areas } : {}) as Partial<Facts>;
  return withPossibleBudget(facts);
}

function isQuoted({ name, value, evidence }: ReportedFact, written: readonly string[]): boolean {
  const quote = wordsOf(evidence);
  if (quote.trim() === '' || !written.some((text) => text.includes(quote))) return false;
  return !FACT_KINDS[name].isNumber || figuresIn(evidence).includes(figureOf(value));
}

/** "Yes" is about the 30 to 45 days only where they were asked about. */
function isAskedFor({ name }: ReportedFact, { pendingQuestion }: ClaudeRequest): boolean {
  return name !== 'timeline_acceptable' || pendingQuestion === 'timeline';
}

/** Words and figures alone, each between blanks, so that "no" is not found in "nothing". */
function wordsOf(text: string): string {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return ` ${words.join(' ')} `;
}

function figuresIn(evidence: string): readonly string[] {
  return (toPlainText(evidence).match(/\d[\d.,]*/g) ?? []).map(figureOf);
}

/** What "550k", "$550,000" and 550000 have in common: 55. */
function figureOf(amount: string): string {
  return amount.replaceAll(/\D/g, '').replaceAll(/^0+|0+$/g, '');
}

function withPossibleBudget(facts: Partial<Facts>): Partial<Facts> {
  const { budgetMinUsd, budgetMaxUsd, ...others } = facts;
  return (budgetMinUsd ?? 0) > (budgetMaxUsd ?? Infinity) ? others : facts;
}
