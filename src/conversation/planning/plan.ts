import { IANAZone } from 'luxon';
import type { BusinessProfile } from '../../config';
import { commonValues, sayInWords } from '../bots/wording';
import type { WordingValues } from '../bots/wording';
import type { BotType } from '../contact-event';
import type { HandoffReason } from '../handoff';
import type { BotState, Conversation } from '../state';
import type { Question } from '../understanding';
import type { Assessment } from './assess';

/** What a plan is made from. */
export interface TurnInput {
  /** Everything the contact wrote since the last reply. */
  readonly text: string;
  readonly assessment: Assessment;
  /** Chosen by the webhook or the caller. */
  readonly explicitBotType: BotType | null;
  readonly profile: BusinessProfile;
  readonly nowMs: number;
}

/** What changes in the conversation with the turn. */
export interface PlanChanges {
  readonly botType?: BotType;
  readonly botState?: BotState;
  readonly optedOut?: boolean;
  readonly pausedUntil?: string;
}

/** What a bot wants to say, for whoever words it. */
export interface SpokenStep {
  readonly kind: 'ask' | 'answer' | 'done' | 'take_away' | 'in_good_hands';
  /** What is asked; `null`: nothing. */
  readonly question: Question | null;
}

interface PlanBase {
  /** Kept with the turn: why the bot said this, or nothing. */
  readonly reason: string;
  readonly changes: PlanChanges;
  /** Why a person is asked to take over; the first is the headline of the task. */
  readonly handoffs?: readonly HandoffReason[];
}

interface SpokenPlan extends PlanBase {
  /** Answers to what the contact asked: they go before everything else that is said. */
  readonly answers?: readonly string[];
}

/** What to do about a text. */
export type Plan =
  | (PlanBase & { readonly kind: 'silent' })
  /** `step`: a bot's own, which Claude may word as well; what the law or the calendar is about has fixed words. */
  | (SpokenPlan & { readonly kind: 'say'; readonly text: string; readonly step?: SpokenStep })
  /** Offer free times, or promise a call when there are none to offer. */
  | (SpokenPlan & { readonly kind: 'offer_times' })
  | (PlanBase & { readonly kind: 'book'; readonly slot: string });

/** The zone that times are told in: the contact's, else the business's. The CRM holds whatever somebody typed there. */
export function zoneOf({ contact }: Conversation, profile: BusinessProfile): string {
  const zone = contact?.timeZone ?? '';
  return IANAZone.isValidZone(zone) ? zone : profile.timeZone;
}

/** Says one of the profile's wordings to this contact, not the same one twice in a row. */
export function say(
  wordings: readonly string[],
  conversation: Conversation,
  profile: BusinessProfile,
  timesUsed = 0,
  values: WordingValues = {},
): string {
  const common = commonValues(profile, conversation.contact?.firstName ?? null);
  return sayInWords(wordings, timesUsed, { ...common, ...values }, lastReply(conversation) ?? '');
}

/** The last text that the contact got from the bot; `null` when there was none. */
export function lastReply({ history }: Conversation): string | null {
  return history.findLast(({ aiResponse, sent }) => aiResponse !== '' && sent !== false)?.aiResponse ?? null;
}
