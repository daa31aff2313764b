import { IANAZone } from 'luxon';
import type { BusinessProfile } from '../../config';
import { commonValues, sayInWords } from '../bots/wording';
import type { WordingValues } from '../bots/wording';
import type { BotType } from '../contact-event';
import type { BotState, Conversation } from '../state';
import type { Assessment } from './assess';
import type { HandoffReason } from './handoff';

/** What a plan is made from. */
export interface TurnInput {
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
}

interface PlanBase {
  /** Kept with the turn: why the bot said this, or nothing. */
  readonly reason: string;
  readonly changes: PlanChanges;
}

/** What to do about a text. */
export type Plan =
  | (PlanBase & { readonly kind: 'silent' })
  | (PlanBase & { readonly kind: 'say'; readonly text: string; readonly handoff?: HandoffReason })
  /** Offer free times, or promise a call when there are none to offer. */
  | (PlanBase & { readonly kind: 'offer_times'; readonly handoff?: HandoffReason })
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
  const lastReply = conversation.history.findLast((turn) => turn.aiResponse !== '')?.aiResponse;
  const common = commonValues(profile, conversation.contact?.firstName ?? null);
  return sayInWords(wordings, timesUsed, { ...common, ...values }, lastReply);
}
