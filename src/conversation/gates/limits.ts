import { readSocial, toPlainText } from '../understanding';

/** What the limits read of a turn. */
export interface PastTurn {
  /** ISO 8601. */
  readonly timestamp: string;
  /** Empty when the bot spoke first. */
  readonly userMessage: string;
  /** Empty when the bot stayed silent. */
  readonly aiResponse: string;
  readonly sent: boolean | null;
  /** When the CRM accepted the reply, ISO 8601, which can be hours after the text; left out or `null`: not told. */
  readonly repliedAt?: string | null;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Two machines that answer each other get here within minutes; no person does. */
const MAX_TEXTS_PER_HOUR = 10;

/** So often may the same be said within a window; the next time is a loop. */
interface RepeatLimit {
  readonly times: number;
  readonly windowMs: number;
}
/** Whoever sends a sentence again has not been answered; a third time is a machine, or somebody whom only a person can help. */
const SENTENCES: RepeatLimit = { times: 2, windowMs: DAY_MS };
/** "Yes" answers most of what the bots ask: a talkative buyer says it five times on the way to an appointment. */
const SHORT_ANSWERS: RepeatLimit = { times: 5, windowMs: HOUR_MS };
/** "Yes that works for me" is still an answer. */
const MAX_WORDS_OF_SHORT_ANSWER = 5;

/** Texts whose words agree to this share are the same: what differs is a name, a counter or a greeting. */
const NEAR = 0.85;

/** An SMS has at most ten segments. */
const MAX_COMPARED_CHARACTERS = 2_000;

/**
 * Loop guard: why the bot must stop answering this contact and call a person.
 * @param history all turns before the text, oldest first.
 * @returns `null` when there is no sign of a loop.
 */
export function loopReason(history: readonly PastTurn[], newText: string, nowMs: number): string | null {
  if (sentSince(history, nowMs - HOUR_MS) >= MAX_TEXTS_PER_HOUR) {
    return `${MAX_TEXTS_PER_HOUR} texts have been sent to this contact within an hour`;
  }
  const { times, windowMs } = wordsOf(newText).length > MAX_WORDS_OF_SHORT_ANSWER ? SENTENCES : SHORT_ANSWERS;
  const alike = textsSince(history, nowMs - windowMs).filter((text) => isNearlyTheSame(text, newText));
  if (alike.length >= times) return `the same text has come ${alike.length + 1} times within ${windowMs / HOUR_MS} h`;
  const isSecondAutoReply = isAutoReply(newText) && textsSince(history, nowMs - DAY_MS).some(isAutoReply);
  return isSecondAutoReply ? 'a second automatic reply within 24 h' : null;
}

/**
 * Why the contact may not get another text now.
 * @param dailyCap texts of the bots in any 24 hours.
 */
export function capReason(history: readonly PastTurn[], dailyCap: number, nowMs: number): string | null {
  const sent = sentSince(history, nowMs - DAY_MS);
  return sent >= dailyCap ? `${sent} texts within 24 h, and the cap is ${dailyCap}` : null;
}

function sentSince(history: readonly PastTurn[], sinceMs: number): number {
  const sent = history.filter((turn) => turn.sent === true && turn.aiResponse !== '');
  return sent.filter(({ repliedAt, timestamp }) => isSince(repliedAt ?? timestamp, sinceMs)).length;
}

function textsSince(history: readonly PastTurn[], sinceMs: number): readonly string[] {
  return history
    .filter((turn) => turn.userMessage !== '' && isSince(turn.timestamp, sinceMs))
    .map(({ userMessage }) => userMessage);
}

/** A window of 24 h ends 24 h after the text, to the millisecond. */
function isSince(timestamp: string, sinceMs: number): boolean {
  return Date.parse(timestamp) > sinceMs;
}

function isAutoReply(text: string): boolean {
  return readSocial(toPlainText(text)).autoReply;
}

/** Short answers must agree to the letter: "400k" is not "450k". */
function isNearlyTheSame(before: string, after: string): boolean {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  if (a.join(' ') === b.join(' ')) return true;
  const isSentence = Math.min(a.length, b.length) > MAX_WORDS_OF_SHORT_ANSWER;
  return isSentence && shareInCommon(a, b) >= NEAR;
}

/** Dice coefficient of the words, each counted as often as it is said. */
function shareInCommon(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  for (const word of a) {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
  }
  return (2 * (b.length - left.length)) / (a.length + b.length);
}

/** An emoji is a word of its own: a lone thumb is an answer too. */
function wordsOf(text: string): readonly string[] {
  return (
    text
      .slice(0, MAX_COMPARED_CHARACTERS)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+|\p{Extended_Pictographic}/gu) ?? [text.trim()]
  );
}
