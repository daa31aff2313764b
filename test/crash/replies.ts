import { isUnsent } from './data-folder';
import type { ContactEvidence } from './evidence';

/** What does not add up between the turns of a contact and the SMS that GHL carried out. */
export interface ReplyCount {
  /** Turns that say sent, whose SMS GHL does not have. */
  readonly missing: readonly string[];
  /** SMS beyond what the turns say. */
  readonly extra: readonly string[];
}

/**
 * Compares wording by wording, since bots ask the same question twice. A turn that says not sent may have an SMS: its
 * answer was lost for good, and a person was told.
 * @param failedWithoutTurn events given to a person without a turn; each may have left one SMS.
 */
export function countReplies({ contactId, turns, sms }: ContactEvidence, failedWithoutTurn: number): ReplyCount {
  const replies = turns.filter(({ ai_response: reply }) => reply !== '');
  const atMost = countWords(replies.map(({ ai_response: reply }) => reply));
  const atLeast = countWords(replies.filter((turn) => !isUnsent(turn)).map(({ ai_response: reply }) => reply));
  const carriedOut = countWords(sms);
  const missing = [...atLeast].flatMap(([words, wanted]) =>
    tell(wanted - (carriedOut.get(words) ?? 0), `${contactId}: said sent, not in GHL: "${words}"`),
  );
  const extra = [...carriedOut].flatMap(([words, count]) => {
    const wanted = atMost.get(words) ?? 0;
    const what = wanted === 0 ? 'in GHL, in no turn' : `in GHL ${count} times, in ${wanted} turns`;
    return tell(count - wanted, `${contactId}: ${what}: "${words}"`);
  });
  return { missing, extra: extra.slice(failedWithoutTurn) };
}

function tell(times: number, what: string): readonly string[] {
  return times > 0 ? Array<string>(times).fill(what) : [];
}

function countWords(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const words = text.trim().replace(/\s+/g, ' ');
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return counts;
}
