import { mergeFacts } from './merge-facts';
import type { Facts, Understanding } from './facts';

/** What asks for something or has a tone: heard if any of the texts has it. */
const WISHES = [
  'wantsHuman',
  'wrongNumber',
  'asksWho',
  'asksIfBot',
  'wantsCall',
  'wantsAdvice',
  'isAbusive',
  'isAngry',
] as const satisfies readonly (keyof Facts)[];

/**
 * Several texts in a row, read as what they are: one thing that somebody has to say.
 * @param readings oldest first, at least one. Facts of a later text go before those of an earlier one.
 */
export function joinReadings(readings: readonly Understanding[]): Understanding {
  return readings.reduce((earlier, later) => ({
    facts: {
      ...mergeFacts(earlier.facts, later.facts),
      ...Object.fromEntries(WISHES.map((wish) => [wish, earlier.facts[wish] || later.facts[wish]])),
      consent: later.facts.consent === 'none' ? earlier.facts.consent : later.facts.consent,
      // A machine or a thank-you only if there is nothing else.
      autoReply: earlier.facts.autoReply && later.facts.autoReply,
      isThanks: earlier.facts.isThanks && later.facts.isThanks,
    },
    signals: {
      length: Math.max(earlier.signals.length, later.signals.length),
      urgentWords: earlier.signals.urgentWords + later.signals.urgentWords,
      intentPhrases: earlier.signals.intentPhrases + later.signals.intentPhrases,
      questions: earlier.signals.questions + later.signals.questions,
    },
    asksAbout: [...new Set([...earlier.asksAbout, ...later.asksAbout])],
    answersPending: earlier.answersPending === true ? true : later.answersPending,
  }));
}
