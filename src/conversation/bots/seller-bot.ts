import type { Conversation, Temperature } from '../state';
import type { Facts, Question, Timeline } from '../understanding';
import { firstOpenQuestion } from './bot-step';
import type { BotStep } from './bot-step';

/** Jorge's four questions, in this order. */
const SELLER_QUESTIONS = ['motivation', 'timeline', 'condition', 'price'] as const satisfies Question[];
type SellerQuestion = (typeof SELLER_QUESTIONS)[number];

/** A seller who wants to be out by then can live with 30 to 45 days. */
const TIMELINES_WITHIN_45_DAYS: readonly Timeline[] = ['immediate', '1_month', '2_months', 'flexible'];

/** The seller bot's next step. */
export function nextSellerStep(conversation: Conversation, isVagueAnswer: boolean): BotStep {
  const { botState, facts, sellerTemperature, sellerQuestionsAnswered } = conversation;
  if (botState.handedOffAt !== null) return { kind: 'in_good_hands', reason: 'a person has been asked to take over' };
  if (sellerTemperature === 'hot') return { kind: 'hot', reason: 'all four answered and the timeline works' };
  const isStuck =
    isVagueAnswer && botState.pendingQuestion !== null && (botState.timesAsked[botState.pendingQuestion] ?? 0) > 1;
  if (isStuck && !botState.tookAway) return { kind: 'take_away', reason: 'two vague answers to the same question' };
  const question = firstOpenQuestion(
    SELLER_QUESTIONS,
    (candidate) => isKnownOfSeller(candidate, facts),
    botState.timesAsked,
  );
  if (question === null || (isStuck && botState.tookAway)) {
    return { kind: 'done', reason: `${sellerQuestionsAnswered} of 4 questions answered, none left to ask` };
  }
  return { kind: 'ask', question, reason: `${question} is not known yet` };
}

/** How many of the four questions the facts answer. */
export function countSellerAnswers(facts: Facts): number {
  return SELLER_QUESTIONS.filter((question) => isKnownOfSeller(question, facts)).length;
}

/** Hot: all four answered and the timeline acceptable. Warm: three or more. Else cold. */
export function sellerTemperatureOf(facts: Facts): Temperature {
  const answered = countSellerAnswers(facts);
  if (answered === SELLER_QUESTIONS.length && isTimelineAcceptable(facts) === true) return 'hot';
  return answered >= 3 ? 'warm' : 'cold';
}

/** Whether 30 to 45 days would do; told outright, or to be seen from the timeline. `null`: not known. */
function isTimelineAcceptable(facts: Facts): boolean | null {
  if (facts.timelineAcceptable !== null) return facts.timelineAcceptable;
  return facts.timeline === 'unknown' ? null : TIMELINES_WITHIN_45_DAYS.includes(facts.timeline);
}

function isKnownOfSeller(question: Question, facts: Facts): boolean {
  switch (question as SellerQuestion) {
    case 'motivation':
      return facts.motivation !== 'unknown';
    case 'timeline':
      return isTimelineAcceptable(facts) !== null;
    case 'condition':
      return facts.propertyCondition !== 'unknown';
    case 'price':
      return facts.priceExpectationUsd !== null;
  }
}
