import { sentencesOf, wording } from '../understanding';

const OPENING =
  '(?:is|are|am|do|does|did|can|could|would|will|should|has|have|any|anything|what|which|where|who|how|why|when|whats|hows)';
const ASKS = new RegExp(String.raw`^(?:(?:and|but|so|or|ok|hi|hey),? )*${OPENING}\b`);
/** People leave question marks out. */
const ASKS_WITHOUT_MARK = wording(
  'tell me|let me know|i wonder|wondering|curious|(?:want|need|like) to know|(?:know|say|tell) (?:if|whether|how|what|which)|what about|how about',
);

/** The sentences of a plain text (`toPlainText`) that ask something. */
export function questionsIn(plain: string): readonly string[] {
  return sentencesOf(plain).filter(
    (sentence) => sentence.endsWith('?') || ASKS.test(sentence) || ASKS_WITHOUT_MARK.test(sentence),
  );
}

/** What a sentence states: of a question the clauses before it, "got it, Plano" in "got it, Plano, and how soon?". */
export function statementsOf(sentence: string): readonly string[] {
  if (!sentence.endsWith('?')) return [sentence];
  const clauses = sentence.split(/[,:] /);
  const question = clauses.findIndex((clause) => ASKS.test(clause) || clause.startsWith('if '));
  return clauses.slice(0, question === -1 ? -1 : question);
}
