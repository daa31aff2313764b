import type { CrmAction, FieldValue } from '../../ghl';
import { NO_SOURCES } from '../../growth';
import type { ContactSources } from '../../growth';
import type { AppointmentStatus, BotType } from '../contact-event';
import { NO_RAISE } from '../lead-score';
import type { ScoreRaise } from '../lead-score';
import { NO_USAGE } from './claude-usage';
import type { ClaudeUsage } from './claude-usage';
import { NO_GROWTH } from './growth-record';
import type { GrowthRecord } from './growth-record';
import type { FactSourcesFile } from './facts-file';
import { NO_FACTS } from '../understanding';
import type { Facts, Question, TextSignals } from '../understanding';

export type Temperature = 'hot' | 'warm' | 'cold';

/** What a gate said to a text that was about to go out; the reason never quotes the text. */
export interface GateDecision {
  readonly gate: string;
  readonly verdict: 'pass' | 'refuse' | 'hold';
  readonly reason: string;
}

/** `reason` of the turn in which the bot has booked: it tells when that was. */
export const BOOKED_REASON = 'the CRM has booked the chosen time';
/** `reason` of the turn in which the contact has come back after an opt-out. */
export const OPTED_IN_REASON = 'opted in again';

/** One text of the contact and what became of it. */
export interface Turn {
  /** When it was decided, ISO 8601. */
  readonly timestamp: string;
  /** When its text came in, ISO 8601; `null` where nobody knows, as for what the bot says unasked. */
  readonly receivedAt: string | null;
  readonly userMessage: string;
  /** Empty when the bot stayed silent. */
  readonly aiResponse: string;
  /** The facts of this text alone, under the contract's names. */
  readonly extractedData: Readonly<Record<string, unknown>>;
  readonly eventId: string | null;
  /** The CRM's id of the text; two events can report the same one. */
  readonly messageId: string | null;
  /** Why the bot said this, or nothing. */
  readonly reason: string;
  /** Another text came before the reply went out; the reply to that one is the reply to this one too. */
  readonly isJoined: boolean;
  /** The words that each fact of this text was read from, and how sure that is, by the contract's fact names. */
  readonly factSources: FactSourcesFile;
  /** What each gate said to the reply, in order. */
  readonly gates: readonly GateDecision[];
  /** `used`, or why Claude's answer was not; `null` when it was not asked. */
  readonly claude: string | null;
  readonly scoreBreakdown: Readonly<Record<string, unknown>> | null;
  /** `false`: the CRM did not take the reply. `null`: there was none to send. */
  readonly sent: boolean | null;
  /** The CRM's id of the reply. */
  readonly replyId: string | null;
  /** When the CRM accepted the reply, ISO 8601. */
  readonly repliedAt: string | null;
  /** When a person was called because the reply did not get through, ISO 8601. */
  readonly pagedAt: string | null;
  /** What was changed in the CRM after the reply; `ok: false` is a failure that is tried again with the next turn. */
  readonly crm: readonly { readonly type: string; readonly ok: boolean }[];
}

/** A turn of which only what was said is known. */
export function newTurn(said: Pick<Turn, 'timestamp' | 'userMessage' | 'aiResponse'>): Turn {
  return {
    receivedAt: null,
    extractedData: {},
    eventId: null,
    messageId: null,
    reason: '',
    isJoined: false,
    factSources: {},
    gates: [],
    claude: null,
    scoreBreakdown: null,
    sent: null,
    replyId: null,
    repliedAt: null,
    pagedAt: null,
    crm: [],
    ...said,
  };
}

/** Where the bot stands in its questions. */
export interface BotState {
  readonly pendingQuestion: Question | null;
  readonly timesAsked: Readonly<Partial<Record<Question, number>>>;
  /** The contact has been told who writes and how to stop. */
  readonly isIntroduced: boolean;
  /** When the contact first became hot and a person was asked to take over, ISO 8601. */
  readonly handedOffAt: string | null;
  /** Appointment times offered and not yet chosen, ISO 8601 with offset. */
  readonly offeredSlots: readonly string[];
  readonly bookedSlot: string | null;
  /** The vague seller's one take-away close has been used. */
  readonly tookAway: boolean;
  /** The bot has said goodbye, and nothing of substance has come since. */
  readonly hasEnded: boolean;
  /** When a person was last asked to take over, by reason, ISO 8601: the same is not asked twice within the hour. */
  readonly handoffs: Readonly<Record<string, string>>;
}

/** What the CRM said of the contact when it was last asked or last told us. */
export interface ContactSnapshot {
  readonly firstName: string | null;
  readonly tags: readonly string[];
  readonly timeZone: string | null;
  /** Of the contact's phone number; the number itself is not kept. */
  readonly areaCode: string | null;
  readonly isSmsBlocked: boolean;
  /** Where the contact comes from. */
  readonly sources: ContactSources;
  /** What became of the contact, in the words of whoever keeps it in the CRM. */
  readonly status: string | null;
  /** The bot chosen in the CRM, if any. */
  readonly botType: BotType | null;
  /** `false`: the CRM did not answer, or something changed that its webhook does not tell; it is asked again. */
  readonly isRead: boolean;
  /** The CRM's time of the last change it reported, ISO 8601: webhooks come unordered. */
  readonly changedAt: string | null;
  /** Of when its tags are known, by our clock, ISO 8601: a text that waits, or is replayed, tells older ones. */
  readonly tagsToldAt: string | null;
}

/** A contact of whom the CRM has not told anything yet. */
export const UNREAD_CONTACT: ContactSnapshot = {
  firstName: null,
  tags: [],
  timeZone: null,
  areaCode: null,
  isSmsBlocked: false,
  sources: NO_SOURCES,
  status: null,
  botType: null,
  isRead: false,
  changedAt: null,
  tagsToldAt: null,
};

/** An appointment of the contact, whoever made it, as the CRM last reported it. */
export interface KnownAppointment {
  readonly id: string;
  /** ISO 8601; `null` when the CRM has not told. */
  readonly startsAt: string | null;
  readonly status: AppointmentStatus;
  /** ISO 8601. */
  readonly changedAt: string;
}

/** A deal with the contact, as the CRM last reported it. */
export interface KnownOpportunity {
  readonly id: string;
  readonly status: string | null;
  /** ISO 8601. */
  readonly changedAt: string;
}

/** What was last written to the CRM, so that only what changed is written again, and what is still to be done. */
export interface CrmRecord {
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly tags: readonly string[];
  readonly isSmsBlocked: boolean;
  /** Tasks and workflows that the CRM has not taken yet. */
  readonly todo: readonly CrmAction[];
}

/** All that is known of one contact. The file in `conversations/` holds the same, under the contract's names. */
export interface Conversation {
  readonly contactId: string;
  readonly locationId: string;
  /** How many updates have made it: the file and the journal tell by it which of them is ahead. */
  readonly revision: number;
  readonly createdAt: string;
  readonly lastUpdated: string;
  readonly botType: BotType | null;
  readonly botState: BotState;
  readonly history: readonly Turn[];
  /** All facts so far; a later one replaced an earlier one. */
  readonly facts: Facts;
  /** The strongest of each signal so far: a short "ok" must not cool a hot lead down. */
  readonly signals: TextSignals;
  /** Points that Claude has added to the lead score; the highest so far. */
  readonly scoreRaise: ScoreRaise;
  readonly claudeUsage: ClaudeUsage;
  readonly leadScore: number | null;
  readonly leadTemperature: Temperature | null;
  readonly sellerTemperature: Temperature | null;
  readonly sellerQuestionsAnswered: number;
  readonly optedOut: boolean;
  /** The bot stays silent until then, ISO 8601. */
  readonly pausedUntil: string | null;
  /** When a person of the agent's team last texted the contact, ISO 8601. */
  readonly personWroteAt: string | null;
  readonly growth: GrowthRecord;
  readonly contact: ContactSnapshot | null;
  /** The latest, oldest first. */
  readonly appointments: readonly KnownAppointment[];
  /** The deal that was last heard of. */
  readonly opportunity: KnownOpportunity | null;
  readonly crm: CrmRecord;
}

/** A conversation in which nothing has been said. */
export function newConversation(contactId: string, locationId: string, nowIso: string): Conversation {
  return {
    contactId,
    locationId,
    revision: 0,
    createdAt: nowIso,
    lastUpdated: nowIso,
    botType: null,
    botState: {
      pendingQuestion: null,
      timesAsked: {},
      isIntroduced: false,
      handedOffAt: null,
      offeredSlots: [],
      bookedSlot: null,
      tookAway: false,
      hasEnded: false,
      handoffs: {},
    },
    history: [],
    facts: NO_FACTS,
    signals: { length: 0, urgentWords: 0, intentPhrases: 0, questions: 0 },
    scoreRaise: NO_RAISE,
    claudeUsage: NO_USAGE,
    leadScore: null,
    leadTemperature: null,
    sellerTemperature: null,
    sellerQuestionsAnswered: 0,
    optedOut: false,
    pausedUntil: null,
    personWroteAt: null,
    growth: NO_GROWTH,
    contact: null,
    appointments: [],
    opportunity: null,
    crm: { fields: {}, tags: [], isSmsBlocked: false, todo: [] },
  };
}

/** The CRM's ids of what the contact has been sent. */
export function replyIds({ history }: Conversation): ReadonlySet<string> {
  return new Set(history.map(({ replyId }) => replyId).filter((id) => id !== null));
}
