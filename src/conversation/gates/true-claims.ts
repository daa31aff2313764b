import { rewrite, sentencesOf, toPlainText, without, wording } from '../understanding';
import type { Rewrite } from '../understanding';
import { DENIED } from './claim-rule';
import { CLAIMS_OF_DOING } from './claims-of-doing';
import { CLAIMS_OF_FACT } from './claims-of-fact';
import { contentWordsOf, isPlainTalk } from './everyday-words';
import type { JudgedText, Truth } from './gate';
import { perProfile, wordingsOf } from './per-profile';
import { questionsIn, statementsOf } from './questions';
import { sameStatements, statementsIn } from './stated-numbers';
import type { Statement } from './stated-numbers';

const CLAIMS = [...CLAIMS_OF_DOING, ...CLAIMS_OF_FACT];

const INVENTED: Readonly<Record<Statement['kind'], string>> = {
  link: 'names a link that is not in the profile',
  phone: 'names a phone number that nobody has named',
  percent: 'names a percentage that nobody has named',
  money: 'names a sum that nobody has named',
  clock: 'names a time that nobody has named',
  date: 'names a date that nobody has named',
  day: 'names a day that nobody has named',
  number: 'names a number that nobody has named',
};

/**
 * Refuses what the system does not know to be true or can not keep: bookings, handoffs, offers, values, listings,
 * guarantees, a human author, advice, urgency. No list holds every claim, so Claude may state things only in everyday
 * words and the contact's own, with numbers, days and links that somebody has named. What the profile states is the
 * agent's to answer for, and code fills its placeholders.
 */
export function refuseFalseClaims({ plain, text, author }: JudgedText, truth: Truth): string | null {
  const sentences = sentencesOf(plain).map(claimsIn);
  const claimed = CLAIMS.find(
    ({ wording: claim, isTrue }) => !isTrue?.(truth) && sentences.some((sentence) => claim.test(sentence)),
  );
  if (claimed || author === 'wording') return claimed?.reason ?? null;
  const invented = inventedIn(text, truth);
  return invented ? INVENTED[invented.kind] : strangeStatement(sentences.flatMap(statementsOf), truth);
}

const SPELLINGS: readonly Rewrite[] = [
  [/["()*_~]+/g, ''],
  [/(?<=\w)-(?=\w)/g, ' '],
  [
    /\b(agent|someone|somebody|team)'s (?=(?:going|calling|texting|reaching|been|on|about|happy|ready|looking)\b)/g,
    '$1 is ',
  ],
];

/** A sentence without what it denies. */
function claimsIn(sentence: string): string {
  return without(rewrite(sentence, SPELLINGS), DENIED);
}

function inventedIn(text: string, { profile, answering, knownTexts }: Truth): Statement | undefined {
  const stated = statementsIn(toPlainText(text));
  if (stated.length === 0) return undefined;
  const heard = [answering, ...knownTexts].flatMap((known) => statementsIn(toPlainText(known)));
  const known = new Set(heard.flatMap(keysOf));
  const inProfile = keysOfProfile(profile);
  return stated.find((statement) => {
    const key = keyOf(statement);
    return !inProfile.has(key) && (statement.kind === 'link' || !known.has(key));
  });
}

const keysOfProfile = perProfile((profile): ReadonlySet<string> => {
  const statements = wordingsOf(profile).flatMap((sentence) => statementsIn(toPlainText(sentence)));
  return new Set(statements.flatMap(keysOf));
});

function keysOf(statement: Statement): readonly string[] {
  return sameStatements(statement).map(keyOf);
}

function keyOf({ kind, value }: Statement): string {
  return `${kind} ${value}`;
}

const YES_OR_NO = wording(
  '(?:yes|yeah|yep|yup|sure|absolutely|definitely|of course|correct|exactly|indeed|totally|you bet|no|nope|not at all|right)(?! (?:problem|worries|worry|rush|hurry|pressure|trouble|bother|thing))(?=[ ,.!]|$)',
  '^(?:it|they|that|there|this|i|agent) (?:is|are|does|do|can|has|have|did)(?: not)?[.!]*$',
);
/** "Are you a bot?" is the one question whose answer is known. */
const SAYS_BOT = wording('bot|ai|assistant|automated|virtual');

/** Every statement of Claude's is an echo or a courtesy, and "yes" is neither when the contact has asked something. */
function strangeStatement(statements: readonly string[], truth: Truth): string | null {
  // A first reply has the introduction in front of it, in the agent's words.
  const texts = [...truth.profile.wording.introduction, truth.answering, ...truth.knownTexts];
  const heard = contentWordsOf(texts.map(toPlainText).join(' '));
  const isCallDue = truth.isBooked || truth.isHandedOff;
  if (!statements.every((statement) => isPlainTalk(statement, heard, isCallDue))) {
    return 'states something that the contact has not said';
  }
  const saysYesOrNo = statements.some((statement) => YES_OR_NO.test(statement) && !SAYS_BOT.test(statement));
  const isAsked = questionsIn(toPlainText(truth.answering)).length > 0;
  return saysYesOrNo && isAsked ? 'answers yes or no to what it can not know' : null;
}
