import { isFinal, isUnsent } from './data-folder';
import type { TurnJson } from './data-folder';
import type { ContactEvidence, Evidence } from './evidence';
import type { SentText } from './ledger';
import { countReplies } from './replies';

const VIOLATIONS = [
  'accepted but unanswered',
  'answered twice',
  'turns missing',
  'turns doubled',
  'turns out of order',
  'booked twice',
  'statuses not final',
  'files left over',
] as const;

/** What must not happen, by its name in the table. */
export type Violation = (typeof VIOLATIONS)[number];

type Finding = readonly [kind: Violation | 'given to a person' | 'caught up', what: string];

/** The counts over one run. */
export interface Verdict {
  /** What was found, by violation: one line each. */
  readonly found: ReadonlyMap<Violation, readonly string[]>;
  /** Acknowledged texts that a person has been given: marked failed, or not sent with a task for somebody. */
  readonly givenToPerson: number;
  /** Texts that were refused or lost on their way in, and are in a conversation all the same. */
  readonly caughtUp: number;
}

/** Counts everything that was lost or done twice. */
export function judge(evidence: Evidence): Verdict {
  const { contacts, statuses, leftovers } = evidence;
  const ids = new Set(contacts.flatMap(({ texts }) => texts.flatMap((text) => [text.webhookId, text.messageId ?? ''])));
  const open = [...statuses].filter(([id, status]) => !isFinal(status) && !ids.has(id));
  const findings: readonly Finding[] = [
    ...contacts.flatMap((contact) => judgeContact(contact, evidence, ids)),
    ...open.map(([id, status]) => ['statuses not final', `${id}: ${status}`] as const),
    ...leftovers.map((path) => ['files left over', path] as const),
  ];
  const linesOf = (kind: Finding[0]) => findings.filter(([own]) => own === kind).map(([, what]) => what);
  return {
    found: new Map(VIOLATIONS.map((violation) => [violation, linesOf(violation)])),
    givenToPerson: linesOf('given to a person').length,
    caughtUp: linesOf('caught up').length,
  };
}

function judgeContact(contact: ContactEvidence, evidence: Evidence, ids: ReadonlySet<string>): readonly Finding[] {
  const { contactId, texts, turns, bookings } = contact;
  const turnsOf = (text: SentText) => turns.filter((turn) => isTurnOf(turn, text, ids));
  const failedWithoutTurn = texts.filter((text) => isFailed(text, evidence) && !turnsOf(text)[0]).length;
  const replies = countReplies(contact, failedWithoutTurn);
  const findings: Finding[] = texts.flatMap((text) => judgeText(text, turnsOf(text), contact, evidence));
  findings.push(...replies.missing.map((what) => ['accepted but unanswered', what] as const));
  findings.push(...replies.extra.map((what) => ['answered twice', what] as const));
  if (bookings > 1) findings.push(['booked twice', `${contactId}: ${bookings} appointments`]);
  if (isOutOfOrder(contact, turnsOf)) findings.push(['turns out of order', contactId]);
  return findings;
}

function judgeText(
  text: SentText,
  ownTurns: readonly TurnJson[],
  contact: ContactEvidence,
  evidence: Evidence,
): readonly Finding[] {
  const say = (kind: Finding[0], what: string): Finding => [
    kind,
    `${contact.contactId} ${text.webhookId} "${text.token}": ${what}`,
  ];
  const [turn] = ownTurns;
  const findings: Finding[] = [];
  if (ownTurns.length > 1) findings.push(say('turns doubled', `${ownTurns.length} turns`));
  if (text.acknowledgedAs === null) return turn ? [...findings, say('caught up', 'a turn')] : findings;
  const status = evidence.statuses.get(text.webhookId);
  if (!isFinal(status)) findings.push(say('statuses not final', status ?? 'not in the file'));
  if (isFailed(text, evidence) || (turn && isUnsent(turn) && contact.tasks > 0))
    findings.push(say('given to a person', ''));
  else if (!turn) findings.push(say('turns missing', status ?? 'no status'), say('accepted but unanswered', 'no turn'));
  else if (isUnsent(turn)) findings.push(say('accepted but unanswered', 'not sent, and nobody was told'));
  else if (isSilent(turn) && !isAnsweredLater(turn, contact.turns))
    findings.push(say('accepted but unanswered', 'the bot stayed silent'));
  return findings;
}

function isFailed({ webhookId, messageId }: SentText, { failedIds }: Evidence): boolean {
  return failedIds.has(webhookId) || (messageId !== null && failedIds.has(messageId));
}

/** By event id; a turn under an id that nobody has sent (the service found the text in GHL) is known by its words. */
function isTurnOf(turn: TurnJson, text: SentText, knownIds: ReadonlySet<string>): boolean {
  const { event_id: eventId } = turn;
  if (eventId !== null && knownIds.has(eventId)) return eventId === text.webhookId || eventId === text.messageId;
  return turn.user_message.includes(text.token);
}

function isSilent(turn: TurnJson): boolean {
  return turn.ai_response === '';
}

/** Several waiting texts may get one answer, with the last of them. */
function isAnsweredLater(turn: TurnJson, turns: readonly TurnJson[]): boolean {
  return turns.slice(turns.indexOf(turn)).some((later) => !isSilent(later));
}

/** A contact's texts go out one after the other; only those of a single attempt have a certain place. */
function isOutOfOrder({ texts, turns }: ContactEvidence, turnsOf: (text: SentText) => readonly TurnJson[]): boolean {
  const places = texts
    .filter(({ statuses }) => statuses[0] === 200)
    .flatMap((text) => turnsOf(text).slice(0, 1))
    .map((turn) => turns.indexOf(turn));
  return places.some((place, index) => index > 0 && place < (places[index - 1] ?? 0));
}
