import { MAX_TIMES_ASKED } from '../bots/bot-step';
import { botOfIntent, routeBot } from '../bots/route-bot';
import type { Route } from '../bots/route-bot';
import type { BotType } from '../contact-event';
import type { Plan, TurnInput } from './plan';
import { planBotStep, planIntentQuestion } from './plan-bot-step';
import { planBooking } from './plan-booking';
import { planConsent, planHelp, planSilence, planStop } from './plan-consent';
import { planEnding } from './plan-ending';
import { planPerson } from './plan-person';

/**
 * Consent before anything else, then what forbids an answer, then what a person is needed for, then the times that were
 * offered, then the bots.
 */
const PLANNERS: readonly ((input: TurnInput) => Plan | null)[] = [
  planConsent,
  planSilence,
  planStop,
  planHelp,
  planPerson,
  planBooking,
  planEnding,
];

/** Decides what to do about a text. Pure: the same input makes the same plan. */
export function planTurn(input: TurnInput): Plan {
  for (const plan of PLANNERS) {
    const decided = plan(input);
    if (decided) return decided;
  }
  const route = chooseRoute(input);
  return route.botType === null
    ? planIntentQuestion(input, route.reason)
    : planBotStep(input, route.botType, route.reason);
}

function chooseRoute({ assessment, explicitBotType }: TurnInput): Route {
  const { conversation, understanding } = assessment;
  const { intent } = understanding.facts;
  const { pendingQuestion, timesAsked } = conversation.botState;
  const inCrm = conversation.contact?.botType ?? null;
  // What the service wrote there itself is no instruction.
  const explicit = explicitBotType ?? (inCrm === conversation.crm.fields.bot_type ? null : inCrm);
  const isDecided = intent === 'buy' || intent === 'sell' || intent === 'both';
  if (explicit === null && pendingQuestion === 'intent' && isDecided) return botOfIntent(intent);
  const route = routeBot({ explicit, owner: conversation.botType, tags: conversation.contact?.tags ?? [], intent });
  const mayAsk = (timesAsked.intent ?? 0) < MAX_TIMES_ASKED;
  if (explicit === null && mayAsk && isChangeOfMind(conversation.botType, intent, understanding.answersPending)) {
    return { botType: null, reason: 'a change of mind is confirmed, not assumed' };
  }
  if (route.botType === null && !mayAsk) return { botType: 'lead', reason: 'not clear after asking twice' };
  return route;
}

function isChangeOfMind(owner: BotType | null, intent: string, answersPending: boolean | null): boolean {
  if (answersPending === true) return false;
  return (owner === 'lead' && intent === 'sell') || (owner === 'seller' && intent === 'buy');
}
