import { rewrite, sentencesOf, toPlainText, without } from '../understanding';
import type { Rewrite } from '../understanding';
import { CLAIM_RULES, DENIED } from './claim-rules';
import type { JudgedText, Truth } from './gate';
import { perProfile, wordingsOf } from './per-profile';
import { sameStatements, statementsIn } from './stated-numbers';
import type { Statement } from './stated-numbers';

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
 * guarantees, a human author, advice, urgency; and, from Claude, numbers, days and links that nobody has named. What
 * the profile names is the agent's to answer for, and code fills its placeholders.
 */
export function refuseFalseClaims(draft: JudgedText, truth: Truth): string | null {
  const sentences = sentencesOf(draft.plain).map(claimsIn);
  const broken = CLAIM_RULES.find(
    ({ wording, isTrue }) => !isTrue?.(truth) && sentences.some((sentence) => wording.test(sentence)),
  );
  if (broken) return broken.reason;
  const invented = draft.author === 'claude' ? inventedIn(draft.text, truth) : undefined;
  return invented ? INVENTED[invented.kind] : null;
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

function inventedIn(text: string, { profile, knownTexts }: Truth): Statement | undefined {
  const stated = statementsIn(toPlainText(text));
  if (stated.length === 0) return undefined;
  const known = new Set(knownTexts.flatMap((known) => statementsIn(toPlainText(known))).flatMap(keysOf));
  const inProfile = keysOfProfile(profile);
  return stated.find((statement) => {
    const key = keyOf(statement);
    return !inProfile.has(key) && (statement.kind === 'link' || !known.has(key));
  });
}

const keysOfProfile = perProfile((profile): ReadonlySet<string> => {
  const statements = wordingsOf(profile).flatMap((wording) => statementsIn(toPlainText(wording)));
  return new Set(statements.flatMap(keysOf));
});

function keysOf(statement: Statement): readonly string[] {
  return sameStatements(statement).map(keyOf);
}

function keyOf({ kind, value }: Statement): string {
  return `${kind} ${value}`;
}
