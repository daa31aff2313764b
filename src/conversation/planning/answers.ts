import type { BusinessProfile } from '../../config';
import type { HandoffReason } from '../handoff';
import type { Topic, Understanding } from '../understanding';
import { say } from './plan';
import type { TurnInput } from './plan';

type AnswerName = keyof BusinessProfile['wording']['answers'];

/** More would bury the bot's own question. */
const MOST_ANSWERS = 2;

const ANSWER_OF: Readonly<Record<Topic, AnswerName>> = {
  listings: 'listings',
  home_value: 'homeValue',
  fees: 'fees',
  neighborhood: 'neighborhood',
  purpose: 'purpose',
  process: 'process',
  why: 'why',
  other: 'other',
};

/** Where the answer is that a person will see to it, a person is told. */
const HANDOFF_OF: Readonly<Partial<Record<AnswerName, HandoffReason>>> = {
  advice: 'asked for advice',
  listings: 'question to answer',
  homeValue: 'question to answer',
  fees: 'question to answer',
  other: 'question to answer',
};

/** What the contact is told before the bot goes on, and what a person has to see to because of it. */
export interface Answers {
  readonly texts: readonly string[];
  readonly handoffs: readonly HandoffReason[];
}

/** Answers what the contact asks, as far as it can be answered truthfully; the rest goes to a person. */
export function answersTo({ assessment, profile }: TurnInput): Answers {
  const { conversation, understanding } = assessment;
  // The introduction, which goes before the first text, says who it is.
  const isSaidAnyway = (name: AnswerName) => name === 'who' && !conversation.botState.isIntroduced;
  const names = askedFor(understanding)
    .filter((name) => !isSaidAnyway(name))
    .slice(0, MOST_ANSWERS);
  const handoffs = names.map((name) => HANDOFF_OF[name]).filter((reason) => reason !== undefined);
  return {
    texts: names.map((name) => say(profile.wording.answers[name], conversation, profile, conversation.history.length)),
    handoffs: [...new Set(handoffs)],
  };
}

/** True when the text asks something, whatever else it says. */
export function asksSomething(understanding: Understanding): boolean {
  return askedFor(understanding).length > 0;
}

function askedFor({ facts, asksAbout }: Understanding): readonly AnswerName[] {
  const named: readonly (AnswerName | false)[] = [
    facts.asksIfBot && 'bot',
    facts.asksWho && 'who',
    facts.wantsAdvice && 'advice',
    ...asksAbout.map((topic) => ANSWER_OF[topic]),
  ];
  const names = [...new Set(named.filter((name) => name !== false))];
  // Who it is says what it is about.
  return names.filter((name) => !(name === 'purpose' && facts.asksWho));
}
