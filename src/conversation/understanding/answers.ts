import { NO_FACTS } from './facts';
import type { Facts, Question } from './facts';
import { wording } from './phrases';

/** A question back about what was asked; what it repeats of the question is not an answer. */
const ASKS_BACK = wording(
  '^(?:huh|what|come again|why)\\?*$',
  'what (?:do|did|does|would|is) (?:you|that|this|it|[a-z]+(?:[ -][a-z]+){0,4}) mean[a-z ]*',
  'what (?:is|are) (?:a |an |the )?(?:pre-?approv[a-z]*|fha|va|conventional|jumbo|move[- ]in[- ]ready|escrow|difference)[a-z ]*',
  'meaning\\?|(?:not|do not|did not) (?:sure what you mean|understand|follow|get (?:it|what|the))[a-z ]*',
  'why (?:do|does|would|are|did|is|should|so|the|not)[a-z0-9 -]*|who (?:is this|are you|wants to know)',
  'how (?:do|did|would|can) (?:i|we|you) (?:get|find|know|apply|go about)[a-z -]*',
  'do (?:i|we) (?:need|have) to[a-z -]*|does it matter[a-z ]*',
);
const CHOOSES_TIME = wording(
  '(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?|tomorrow|today|tonight|morning|afternoon|evening|noon',
  '\\d{1,2}(?::\\d{2})? ?(?:am|pm)|\\d{1,2}:\\d{2}|at \\d{1,2}|first|1st|second|2nd|earlier|later|latter|former',
  'either|both|works|sooner|last|other|any|whichever',
);

/** True for a sentence that asks back instead of answering ("what do you mean by move in ready?"). */
export function isAskingBack(sentence: string): boolean {
  return ASKS_BACK.test(sentence);
}

const IS_ANSWERED: Readonly<Record<Question, (facts: Facts, plain: string) => boolean>> = {
  // "neither" answers as well, although it leaves nothing known.
  intent: ({ intent }) => intent !== 'unclear',
  area: ({ areas }) => areas.length > 0,
  budget: ({ budgetMinUsd, budgetMaxUsd }) => budgetMinUsd !== null || budgetMaxUsd !== null,
  price: ({ priceExpectationUsd }) => priceExpectationUsd !== null,
  financing: ({ financing }) => financing !== NO_FACTS.financing,
  timeline: ({ timeline, timelineAcceptable }) => timeline !== NO_FACTS.timeline || timelineAcceptable !== null,
  motivation: ({ motivation }) => motivation !== NO_FACTS.motivation,
  condition: ({ propertyCondition }) => propertyCondition !== NO_FACTS.propertyCondition,
  booking: (_, plain) => CHOOSES_TIME.test(plain),
};

/** Whether the facts of a text answer what was asked; `null` when nothing was. */
export function answersQuestion(question: Question | null, facts: Facts, plain: string): boolean | null {
  return question === null ? null : IS_ANSWERED[question](facts, plain);
}
