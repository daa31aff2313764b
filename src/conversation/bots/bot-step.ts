import type { Question } from '../understanding';

/** What a bot does next, as data; the words come later. */
export type BotStep =
  | { readonly kind: 'ask'; readonly question: Question; readonly reason: string }
  /** The contact has become hot: offer times, hand over to a person. */
  | { readonly kind: 'hot'; readonly reason: string }
  /** A vague seller is given the choice to leave it, once. */
  | { readonly kind: 'take_away'; readonly reason: string }
  /** Nothing left to ask. */
  | { readonly kind: 'done'; readonly reason: string }
  /** A person has been asked to take over; the bot only confirms. */
  | { readonly kind: 'in_good_hands'; readonly reason: string };

/** A question is asked again once, in other words; after that it is left open. */
export const MAX_TIMES_ASKED = 2;

/** The first question whose answer is not known and that may still be asked. */
export function firstOpenQuestion(
  order: readonly Question[],
  isKnown: (question: Question) => boolean,
  timesAsked: Readonly<Partial<Record<Question, number>>>,
): Question | null {
  return order.find((question) => !isKnown(question) && (timesAsked[question] ?? 0) < MAX_TIMES_ASKED) ?? null;
}
