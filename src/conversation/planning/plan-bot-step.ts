import type { BotStep } from '../bots/bot-step';
import { nextLeadStep } from '../bots/lead-bot';
import { nextSellerStep } from '../bots/seller-bot';
import type { BotType } from '../contact-event';
import type { BotState } from '../state';
import type { Question, Understanding } from '../understanding';
import { answersTo, asksSomething } from './answers';
import { saysFacts } from './content';
import { say } from './plan';
import type { Plan, TurnInput } from './plan';

type Wording = TurnInput['profile']['wording'];

/** Asks whether it is about buying or selling. */
export function planIntentQuestion(input: TurnInput, reason: string): Plan {
  const { assessment, profile } = input;
  const { conversation } = assessment;
  const timesAsked = conversation.botState.timesAsked.intent ?? 0;
  const text = say(profile.wording.intent, conversation, profile, timesAsked);
  const changes = { botState: asked(conversation.botState, 'intent') };
  return withAnswers({ kind: 'say', text, reason, changes, step: { kind: 'ask', question: 'intent' } }, input);
}

/** What the bot that owns the contact does next. */
export function planBotStep(input: TurnInput, botType: BotType, routeReason: string): Plan {
  const { conversation, understanding } = input.assessment;
  // Who asks back is not vague, and neither is who tells something else.
  const isVague =
    understanding.answersPending === false && !asksSomething(understanding) && !saysFacts(understanding.facts);
  const step = botType === 'lead' ? nextLeadStep(conversation) : nextSellerStep(conversation, isVague);
  const plan = { ...worded(step, input, botType), reason: `${botType} bot (${routeReason}): ${step.reason}` };
  return withAnswers(plan, input);
}

/** What the contact asked is answered first; where the bot has nothing to ask, the answers are enough. */
function withAnswers(plan: Plan & { kind: 'say' | 'offer_times' }, input: TurnInput): Plan {
  const { texts, handoffs } = answersTo(input);
  if (texts.length === 0) return plan;
  const all = [...(plan.handoffs ?? []), ...handoffs];
  const isAnswerEnough = plan.kind === 'say' && plan.step?.question === null && plan.step.kind !== 'take_away';
  if (!isAnswerEnough) return { ...plan, answers: texts, handoffs: all };
  return { ...plan, text: texts.join(' '), step: { kind: 'answer', question: null }, handoffs: all };
}

function worded(
  step: BotStep,
  { assessment, profile, nowMs }: TurnInput,
  botType: BotType,
): Plan & { kind: 'say' | 'offer_times' } {
  const { conversation, understanding } = assessment;
  const { wording } = profile;
  const { reason } = step;
  const botState = { ...conversation.botState, hasEnded: false };
  const turns = conversation.history.length;
  const closed = { ...botState, pendingQuestion: null };
  switch (step.kind) {
    case 'ask': {
      const timesAsked = botState.timesAsked[step.question] ?? 0;
      const question = say(wordingsOf(step.question, botType, wording), conversation, profile, timesAsked);
      const acknowledgement = acknowledge(understanding, wording);
      return {
        kind: 'say',
        text: acknowledgement === null ? question : `${say(acknowledgement, conversation, profile, turns)} ${question}`,
        reason,
        changes: { botType, botState: asked(botState, step.question) },
        step: { kind: 'ask', question: step.question },
      };
    }
    case 'hot': {
      const changes = { botType, botState: { ...closed, handedOffAt: new Date(nowMs).toISOString() } };
      return { kind: 'offer_times', reason, changes, handoffs: [botType === 'lead' ? 'hot lead' : 'hot seller'] };
    }
    case 'take_away': {
      const text = say(wording.seller.takeAway, conversation, profile);
      const changes = { botType, botState: { ...botState, tookAway: true } };
      return { kind: 'say', text, reason, changes, step: { kind: 'take_away', question: null } };
    }
    case 'done': {
      const text = say(wording[botType].done, conversation, profile, turns);
      const changes = { botType, botState: closed };
      return { kind: 'say', text, reason, changes, step: { kind: 'done', question: null } };
    }
    case 'in_good_hands': {
      const text = say(wording.booking.inGoodHands, conversation, profile, turns);
      const changes = { botType, botState: closed };
      return { kind: 'say', text, reason, changes, step: { kind: 'in_good_hands', question: null } };
    }
  }
}

/** What goes before the next question; `null`: what was asked is answered instead. */
function acknowledge(understanding: Understanding, wording: Wording): readonly string[] | null {
  if (understanding.facts.isThanks) return wording.answers.welcome;
  return understanding.answersPending === true && !asksSomething(understanding) ? wording.acknowledgement : null;
}

function wordingsOf(question: Question, botType: BotType, wording: Wording): readonly string[] {
  const own: Readonly<Partial<Record<Question, readonly string[]>>> = wording[botType];
  return own[question] ?? wording.intent;
}

function asked(botState: BotState, question: Question): BotState {
  const timesAsked = { ...botState.timesAsked, [question]: (botState.timesAsked[question] ?? 0) + 1 };
  return { ...botState, pendingQuestion: question, timesAsked, hasEnded: false };
}
