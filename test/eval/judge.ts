import type { Facts } from '../../src/conversation/understanding';
import type { LabelledText } from './labels';

/** Facts that labels are complete for. */
export const FACTS = [
  'budgetMinUsd',
  'budgetMaxUsd',
  'priceExpectationUsd',
  'timeline',
  'timelineAcceptable',
  'areas',
  'financing',
  'beds',
  'baths',
  'motivation',
  'propertyCondition',
] as const satisfies readonly (keyof Facts)[];

/** Signals that labels are complete for. */
const SIGNALS = ['wantsHuman', 'wrongNumber', 'autoReply'] as const;

/** Signals that are labelled only where they are plain, with the engine's names for them: what is read beside is not judged. */
const PLAIN_SIGNALS = [
  ['anger', 'isAngry'],
  ['are_you_a_bot', 'asksIfBot'],
  ['who_is_this', 'asksWho'],
  ['call_me', 'wantsCall'],
  ['advice', 'wantsAdvice'],
] as const;

const ROUTES: Readonly<Record<Facts['intent'], string>> = {
  buy: 'buyer',
  sell: 'seller',
  both: 'both',
  unclear: 'none',
  none: 'none',
};

const CONSENTS = [
  ['optOut', 'opt_out', 'stop'],
  ['optIn', 'opt_in', 'start'],
  ['help', 'help', 'help'],
] as const;

/** What an engine made of a text. */
export interface Reading {
  readonly facts: Facts;
  readonly answersPending: boolean | null;
}

/** What a label expects and what was read instead or as well, for one name. */
export interface Judgement {
  readonly name: string;
  readonly expected: unknown;
  readonly value: unknown;
}

/** Puts what was read beside what the label expects, name by name, leaving out what the label leaves open. */
export function judge(label: LabelledText, { facts, answersPending }: Reading): readonly Judgement[] {
  const counted = FACTS.filter((name) => !label.open?.includes(name)).filter(
    (name) => name !== 'timelineAcceptable' || label.bot === 'seller',
  );
  const plain = PLAIN_SIGNALS.filter(([signal]) => label.signals.includes(signal));
  const consents = label.consent === 'any' ? [] : CONSENTS;
  return [
    ...counted.map((name) => ({ name, expected: label.facts[name] ?? null, value: facts[name] })),
    ...SIGNALS.map((name) => flag(name, label.signals.includes(name), facts[name])),
    ...plain.map(([, name]) => flag(name, true, facts[name])),
    ...consents.map(([name, expected, read]) => flag(name, label.consent === expected, facts.consent === read)),
    ...judgeRoute(label, facts),
    ...judgeAnswer(label, answersPending),
  ];
}

/** `unclear` needs the same treatment as `none`: the bot asks. */
function judgeRoute({ route }: LabelledText, { intent }: Facts): readonly Judgement[] {
  if (route === 'any') return [];
  const options = typeof route === 'string' ? [route] : route.any;
  const any = options.map((option) => (option === 'unclear' ? 'none' : option));
  return [{ name: 'route', expected: { any }, value: ROUTES[intent] }];
}

function judgeAnswer({ answers }: LabelledText, answersPending: boolean | null): readonly Judgement[] {
  if (answers === undefined) return [];
  const inWords = (isAnswer: boolean) => (isAnswer ? 'yes' : 'no');
  return [{ name: 'answers', expected: inWords(answers), value: inWords(answersPending === true) }];
}

function flag(name: string, expected: boolean, value: boolean): Judgement {
  return { name, expected: expected || null, value: value || null };
}
