import type { ClaudeUsage } from '../state';
import type { ClaudeAnswer } from './claude-answer';
import type { ClaudeReading, ClaudeRequest } from './claude-outcome';
import { provenFacts } from './proven-facts';

/** What may be believed of an answer of the right shape. */
export function toReading(answer: ClaudeAnswer, usage: ClaudeUsage, request: ClaudeRequest): ClaudeReading {
  return {
    facts: provenFacts(answer.facts, request),
    needs: answer.needs,
    scoreRaise: answer.score_raise,
    reply: asksAsOften(answer.reply, request.step.wording) ? answer.reply : null,
    asks: answer.asks === 'nothing' ? null : answer.asks,
    usage,
  };
}

/** No second question beside the planned one, and none where none is planned, whatever the answer says of itself. */
function asksAsOften(reply: string, wording: string): boolean {
  const [asked, planned] = [questionsIn(reply), questionsIn(wording)];
  return asked <= planned && asked > 0 === planned > 0;
}

function questionsIn(text: string): number {
  return text.split('?').length - 1;
}
