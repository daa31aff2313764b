import { isContent } from './content';
import { say } from './plan';
import type { Plan, TurnInput } from './plan';

/**
 * How a conversation ends, once the contact has got a reply: with nothing left to ask, a "thanks" or an "ok" gets a goodbye, and after the goodbye the bot
 * leaves it at that.
 */
export function planEnding({ assessment, profile }: TurnInput): Plan | null {
  const { conversation, understanding } = assessment;
  const { botState, history } = conversation;
  const isPending = botState.pendingQuestion !== null;
  const isBeginning = history.every(({ sent }) => sent === false);
  if (isPending || isBeginning || isContent(understanding)) return null;
  if (botState.hasEnded) return { kind: 'silent', reason: 'goodbye has been said', changes: {} };
  const { wording } = profile;
  return {
    kind: 'say',
    ...(understanding.facts.isThanks && { answers: [say(wording.answers.welcome, conversation, profile)] }),
    text: say(wording.goodbye, conversation, profile, history.length),
    reason: 'nothing left to say but goodbye',
    changes: { botState: { ...botState, hasEnded: true } },
  };
}
