import { refuseUnfairHousing } from './fair-housing';
import type { Gate, GateName, OutgoingText, Refusal, Truth } from './gate';
import { judgedText } from './judged-text';
import { refuseRepetition } from './repetition';
import { toSmsText } from './sms-text';
import type { SmsText } from './sms-text';
import { refuseFalseClaims } from './true-claims';

/** What became of the drafts. */
export interface GatedText {
  /** The first draft that may go out, as it goes out; `null` when none may: then a person has to answer. */
  readonly passed: OutgoingText | null;
  /** One for every draft before it, in order. */
  readonly refusals: readonly Refusal[];
}

/** What judges the words; both authors pass all of them, and each gate says what it asks of Claude alone. */
const GATES: readonly (readonly [name: GateName, gate: Gate])[] = [
  ['repetition', refuseRepetition],
  ['fair_housing', refuseUnfairHousing],
  ['true_claims', refuseFalseClaims],
];

/**
 * The one way out: every text to a contact passes here, whoever wrote it.
 * @param drafts in order of preference, the last one the safest; no two need to have the same author.
 */
export function passTextGates(drafts: readonly OutgoingText[], truth: Truth): GatedText {
  const refusals: Refusal[] = [];
  for (const draft of drafts) {
    const sms = toSmsText(draft.text);
    const passed = { text: sms.text, author: draft.author };
    const refusal = refuseForm(draft, sms) ?? refuseWords(passed, truth);
    if (refusal === null) return { passed, refusals };
    refusals.push({ author: draft.author, ...refusal });
  }
  return { passed: null, refusals };
}

type Verdict = Omit<Refusal, 'author'> | null;

/** A placeholder that nobody filled, as the profile's wordings and Claude write them: "{slots}", "[Name]". */
const PLACEHOLDER = /\{\w*\}|\[[a-z _]+\]|<[a-z _]+>/i;

/** The profile's wording is cut to fit; Claude has been told the limit, and what is cut off may be the question. */
function refuseForm({ text, author }: OutgoingText, sms: SmsText): Verdict {
  if (sms.text === '') return { gate: 'sms', reason: 'nothing is left to send' };
  if (PLACEHOLDER.test(text)) return { gate: 'sms', reason: 'a placeholder is not filled' };
  if (author === 'wording' || sms.isWhole) return null;
  return { gate: 'sms', reason: 'does not fit into three segments of GSM-7' };
}

function refuseWords(draft: OutgoingText, truth: Truth): Verdict {
  const judged = judgedText(draft, truth.profile);
  for (const [gate, refusalOf] of GATES) {
    const reason = refusalOf(judged, truth);
    if (reason !== null) return { gate, reason };
  }
  return null;
}
