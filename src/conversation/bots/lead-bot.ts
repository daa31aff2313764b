import type { Conversation } from '../state';
import type { Facts, Question } from '../understanding';
import { firstOpenQuestion } from './bot-step';
import type { BotStep } from './bot-step';

/** What a buyer is asked, in this order. Never about the family: fair housing. */
const LEAD_QUESTIONS: readonly Question[] = ['area', 'budget', 'financing', 'timeline', 'motivation'];

/** The lead bot's next step: one question a text, nothing that is known, and times as soon as the lead is hot. */
export function nextLeadStep(conversation: Conversation): BotStep {
  const { botState, facts, leadScore, leadTemperature } = conversation;
  if (botState.handedOffAt !== null) return { kind: 'in_good_hands', reason: 'a person has been asked to take over' };
  if (leadTemperature === 'hot') return { kind: 'hot', reason: `lead score ${leadScore ?? 0} is hot` };
  const question = firstOpenQuestion(
    LEAD_QUESTIONS,
    (candidate) => isKnownOfLead(candidate, facts),
    botState.timesAsked,
  );
  if (question) return { kind: 'ask', question, reason: `${question} is not known yet` };
  return { kind: 'done', reason: 'everything that may be asked has been asked' };
}

/** True when the facts answer one of the lead bot's questions. */
function isKnownOfLead(question: Question, facts: Facts): boolean {
  switch (question) {
    case 'area':
      return facts.areas.length > 0;
    case 'budget':
      return facts.budgetMaxUsd !== null || facts.budgetMinUsd !== null;
    case 'financing':
      return facts.financing !== 'unknown';
    case 'timeline':
      return facts.timeline !== 'unknown';
    case 'motivation':
      return facts.motivation !== 'unknown';
    default:
      return false;
  }
}
