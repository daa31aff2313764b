import { DateTime } from 'luxon';
import type { BusinessProfile } from '../../config';
import { countSellerAnswers, sellerTemperatureOf } from '../bots/seller-bot';
import { scoreLead } from '../lead-score';
import type { LeadScore } from '../lead-score';
import type { Conversation } from '../state';
import { mergeFacts, understandText } from '../understanding';
import type { Question, TextSignals, Understanding } from '../understanding';

/** What a text says, and what is known of the contact with it. */
export interface Assessment {
  readonly understanding: Understanding;
  readonly score: LeadScore;
  /** The conversation as it was, with the text's facts and the scores that follow from all facts. */
  readonly conversation: Conversation;
}

/**
 * Reads a text in the light of the conversation. Pure: nothing is stored.
 * @param pendingQuestion what the contact was asked last; it decides what a bare "600" or "yes" means.
 */
export function assessText(
  before: Conversation,
  text: string,
  pendingQuestion: Question | null,
  profile: BusinessProfile,
  nowMs: number,
): Assessment {
  const understanding = understandText(text, {
    pendingQuestion,
    pendingWording: pendingQuestion === before.botState.pendingQuestion ? lastReply(before) : null,
    areas: profile.serviceAreas,
    today: DateTime.fromMillis(nowMs, { zone: profile.timeZone }).toISODate() ?? '',
  });
  const facts = mergeFacts(before.facts, understanding.facts);
  const signals = strongest(before.signals, understanding.signals);
  const score = scoreLead(facts, signals, profile.thresholds);
  return {
    understanding,
    score,
    conversation: {
      ...before,
      facts,
      signals,
      leadScore: score.total,
      leadTemperature: score.temperature,
      sellerTemperature: sellerTemperatureOf(facts),
      sellerQuestionsAnswered: countSellerAnswers(facts),
    },
  };
}

function lastReply({ history }: Conversation): string | null {
  return history.findLast((turn) => turn.aiResponse !== '')?.aiResponse ?? null;
}

function strongest(a: TextSignals, b: TextSignals): TextSignals {
  return {
    length: Math.max(a.length, b.length),
    urgentWords: Math.max(a.urgentWords, b.urgentWords),
    intentPhrases: Math.max(a.intentPhrases, b.intentPhrases),
    questions: Math.max(a.questions, b.questions),
  };
}
