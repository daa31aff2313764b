import { MAX_TIMES_ASKED } from '../bots/bot-step';
import type { BotStep } from '../bots/bot-step';
import { nextLeadStep } from '../bots/lead-bot';
import { botOfIntent, routeBot } from '../bots/route-bot';
import type { Route } from '../bots/route-bot';
import { nextSellerStep } from '../bots/seller-bot';
import type { BotType } from '../contact-event';
import type { BotState } from '../state';
import type { Question } from '../understanding';
import { say } from './plan';
import type { Plan, TurnInput } from './plan';
import { planBooking } from './plan-booking';
import { planConsent, planHelp, planPerson, planSilence } from './plan-consent';

/** Consent before anything else, then what forbids an answer, then what a person is needed for, then the bots. */
const PLANNERS: readonly ((input: TurnInput) => Plan | null)[] = [
  planConsent,
  planSilence,
  planHelp,
  planPerson,
  planBooking,
];

/** Decides what to do about a text. Pure: the same input makes the same plan. */
export function planTurn(input: TurnInput): Plan {
  for (const plan of PLANNERS) {
    const decided = plan(input);
    if (decided) return decided;
  }
  const route = chooseRoute(input);
  return route.botType === null ? askIntent(input, route.reason) : planBotStep(input, route.botType, route.reason);
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

function askIntent(input: TurnInput, reason: string): Plan {
  const { conversation } = input.assessment;
  const timesAsked = conversation.botState.timesAsked.intent ?? 0;
  return {
    kind: 'say',
    text: say(input.profile.wording.intent, conversation, input.profile, timesAsked),
    reason,
    changes: { botState: asked(conversation.botState, 'intent') },
  };
}

function planBotStep(input: TurnInput, botType: BotType, routeReason: string): Plan {
  const { conversation, understanding } = input.assessment;
  const isVague = understanding.answersPending === false;
  const step = botType === 'lead' ? nextLeadStep(conversation) : nextSellerStep(conversation, isVague);
  return { ...worded(step, input, botType), reason: `${botType} bot (${routeReason}): ${step.reason}` };
}

function worded(step: BotStep, { assessment, profile, nowMs }: TurnInput, botType: BotType): Plan {
  const { conversation, understanding } = assessment;
  const { botState } = conversation;
  const { wording } = profile;
  const { reason } = step;
  switch (step.kind) {
    case 'ask': {
      const timesAsked = botState.timesAsked[step.question] ?? 0;
      const question = say(wordingsOf(step.question, botType, wording), conversation, profile, timesAsked);
      const acknowledgement = say(wording.acknowledgement, conversation, profile, conversation.history.length);
      const text = understanding.answersPending === true ? `${acknowledgement} ${question}` : question;
      return { kind: 'say', text, reason, changes: { botType, botState: asked(botState, step.question) } };
    }
    case 'hot': {
      const changes = { botType, botState: { ...botState, handedOffAt: new Date(nowMs).toISOString() } };
      return { kind: 'offer_times', reason, changes, handoff: botType === 'lead' ? 'hot lead' : 'hot seller' };
    }
    case 'take_away': {
      const changes = { botType, botState: { ...botState, tookAway: true } };
      return { kind: 'say', text: say(wording.seller.takeAway, conversation, profile), reason, changes };
    }
    case 'done': {
      const text = say(wording[botType].done, conversation, profile);
      return { kind: 'say', text, reason, changes: { botType, botState: { ...botState, pendingQuestion: null } } };
    }
    case 'in_good_hands': {
      const text = say(wording.booking.inGoodHands, conversation, profile, conversation.history.length);
      return { kind: 'say', text, reason, changes: { botType, botState: { ...botState, pendingQuestion: null } } };
    }
  }
}

function wordingsOf(question: Question, botType: BotType, wording: TurnInput['profile']['wording']): readonly string[] {
  const own: Readonly<Partial<Record<Question, readonly string[]>>> = wording[botType];
  return own[question] ?? wording.intent;
}

function asked(botState: BotState, question: Question): BotState {
  const timesAsked = { ...botState.timesAsked, [question]: (botState.timesAsked[question] ?? 0) + 1 };
  return { ...botState, pendingQuestion: question, timesAsked };
}
