import { DateTime } from 'luxon';
import type { BusinessProfile } from '../../config';
import { countSellerAnswers, sellerTemperatureOf } from '../bots/seller-bot';
import { scoreLead } from '../lead-score';
import type { LeadScore, ScoreRaise } from '../lead-score';
import type { Conversation } from '../state';
import { answersQuestion, joinReadings, mergeFacts, understandText } from '../understanding';
import type { Facts, Question, ReadingContext, TextSignals, Understanding } from '../understanding';
import { lastReply } from './plan';

/** What the contact's texts say, and what is known of the contact with them. */
export interface Assessment {
  /** Of the newest text, with the questions and wishes of those before it that are answered together with it. */
  readonly understanding: Understanding;
  readonly score: LeadScore;
  /** The conversation as it was, with the texts' facts and the scores that follow from all facts. */
  readonly conversation: Conversation;
}

/** What somebody else has read in the texts, and the patterns have not. */
export interface SecondReading {
  readonly facts: Partial<Facts>;
  readonly scoreRaise: ScoreRaise;
}

/**
 * Reads what the contact wrote in the light of the conversation. Pure: nothing is stored.
 * @param texts oldest first; all but the last are in the conversation already, and still without an answer.
 * @param pendingQuestion what the contact was asked last; it decides what a bare "600" or "yes" means.
 */
export function assessTexts(
  before: Conversation,
  texts: readonly string[],
  pendingQuestion: Question | null,
  profile: BusinessProfile,
  nowMs: number,
): Assessment {
  const context = readingContext(before, pendingQuestion, profile, nowMs);
  const readings = texts.map((text) => understandText(text, context));
  return assess(before, joinReadings(readings), before.scoreRaise, profile);
}

/** The same with a second reading beside the patterns': it fills what they have left open, and only raises the score. */
export function withSecondReading(
  before: Conversation,
  { understanding }: Assessment,
  { facts, scoreRaise }: SecondReading,
  pendingQuestion: Question | null,
  profile: BusinessProfile,
): Assessment {
  const read = { ...understanding.facts, ...facts };
  const isAnswered = understanding.answersPending ?? false;
  const answersPending = isAnswered || answersQuestion(pendingQuestion, read, '');
  const both = { ...understanding, facts: read, answersPending };
  return assess(before, both, highest(before.scoreRaise, scoreRaise), profile);
}

/** What a text of this contact is read against. */
export function readingContext(
  conversation: Conversation,
  pendingQuestion: Question | null,
  profile: BusinessProfile,
  nowMs: number,
): ReadingContext {
  return {
    pendingQuestion,
    pendingWording: pendingQuestion === conversation.botState.pendingQuestion ? lastReply(conversation) : null,
    areas: profile.serviceAreas,
    today: DateTime.fromMillis(nowMs, { zone: profile.timeZone }).toISODate() ?? '',
  };
}

function assess(
  before: Conversation,
  understanding: Understanding,
  scoreRaise: ScoreRaise,
  profile: BusinessProfile,
): Assessment {
  const facts = mergeFacts(before.facts, understanding.facts);
  const signals = strongest(before.signals, understanding.signals);
  const score = scoreLead(facts, signals, profile.thresholds, scoreRaise);
  return {
    understanding,
    score,
    conversation: {
      ...before,
      facts,
      signals,
      scoreRaise,
      leadScore: score.total,
      leadTemperature: score.temperature,
      sellerTemperature: sellerTemperatureOf(facts),
      sellerQuestionsAnswered: countSellerAnswers(facts),
    },
  };
}

function strongest(a: TextSignals, b: TextSignals): TextSignals {
  return {
    length: Math.max(a.length, b.length),
    urgentWords: Math.max(a.urgentWords, b.urgentWords),
    intentPhrases: Math.max(a.intentPhrases, b.intentPhrases),
    questions: Math.max(a.questions, b.questions),
  };
}

function highest(a: ScoreRaise, b: ScoreRaise): ScoreRaise {
  return {
    fit: Math.max(a.fit, b.fit),
    clarity: Math.max(a.clarity, b.clarity),
    qualification: Math.max(a.qualification, b.qualification),
  };
}
