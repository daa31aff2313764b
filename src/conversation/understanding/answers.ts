import { NO_FACTS } from './facts';
import type { Facts, Question } from './facts';
import { wording } from './phrases';
import { clausesOf } from './question-form';
import type { Clause } from './question-form';

/** A question back about what was asked; what it repeats of the question is not an answer. */
const ASKS_BACK = wording(
  '^(?:huh|what|come again|why)\\?*$',
  'what (?:do|did|does|would|is) (?:you|that|this|it|[a-z]+(?:[ -][a-z]+){0,4}) mean[a-z ]*',
  'what (?:is|are) (?:a |an |the )?(?:pre-?approv[a-z]*|fha|va|conventional|jumbo|move[- ]in[- ]ready|escrow|difference)[a-z ]*',
  'meaning\\?|(?:not|do not|did not) (?:sure what you mean|understand|follow|get (?:it|what|the))[a-z ]*',
  '(?:define|what (?:counts|qualifies)(?: as)?|what is considered|wdym|what you mean|what (?:do|would|does) (?:you|they|buyers?|jorge) (?:consider|call|count))[a-z -]*',
  'why (?:do|does|would|are|did|is|should|so|the|not)[a-z0-9 -]*|who (?:is this|are you|wants to know)',
  'how (?:do|did|would|can) (?:i|we|you) (?:get|find|know|apply|go about)[a-z -]*',
  'do (?:i|we) (?:need|have) to[a-z -]*|does it matter[a-z ]*',
);

const TIME = wording(
  '(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?|tomorrow|today|tonight|morning|afternoon|evening',
  'noon|weekend|next week|the \\d{1,2}(?:st|nd|rd|th)',
  '\\d{1,2}(?::\\d{2})? ?(?:am|pm|ish)|\\d{1,2}:\\d{2}|(?:at|around|for) \\d{1,2}|^\\d{1,2}[.! ]*$',
);
/** Ordinals only where they choose: "the first one", not "first i need to". */
const CHOSEN = '(?= *(?:$|[.!]|one|time|slot|option|works?|is|would|please|sounds|for me|appointment))';
const OF_THE_OFFERED = wording(
  `(?:the )?(?:first|1st|second|2nd|earlier|earliest|later|latter|last|former|sooner|soonest|other)${CHOSEN}`,
  '(?:option|number|slot) ?#?(?:1|2|a|b)|# ?[12]',
  'either|both(?! are)|whichever|any ?time|any of (?:them|those|these)|no preference|up to you',
  'you (?:pick|choose|decide)|(?:does|do) not (?:matter|care|mind)|whatever works',
);
const SUITS = wording(
  '(?:works?|good|fine|great|perfect|better|best|ideal|ok|okay|prefer|book|see you|do|make|free|available|open|down|yes|take|please|sounds|call)',
);
const RULES_OUT = wording(
  'not|no|neither|none|nor|never|nope|nah|wont|instead of|except|maybe|might|unless|depends|if|until|til|till|busy',
  'unavailable|out of town|away|at work|working|have to|has to|need to|check|ask my|meeting|sick|hard|tough|cancel',
);
const SHORT = /^(?:\S+ ){0,4}\S+$/;

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
  booking: (_, plain) => clausesOf(plain).some(chooses),
};

/** Whether the facts of a text answer what was asked; `null` when nothing was. */
export function answersQuestion(question: Question | null, facts: Facts, plain: string): boolean | null {
  return question === null ? null : IS_ANSWERED[question](facts, plain);
}

/** "Tuesday works", "can we do 3pm?", "the later one"; not "in a meeting till 2". */
function chooses({ words, form }: Clause): boolean {
  const rest = words.replace(OF_THE_OFFERED, ' ');
  if (form === 'asks' || RULES_OUT.test(rest)) return false;
  return OF_THE_OFFERED.test(words) || (TIME.test(words) && (SHORT.test(words) || SUITS.test(words)));
}
