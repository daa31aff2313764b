import type { HoldReason } from './hold';
import type { Conversation } from '../state';

/** Something that a bot says without having been asked. */
export interface FirstWord {
  /** Unique: however often it is tried, it goes out once. */
  readonly id: string;
  readonly contactId: string;
  readonly locationId: string;
  /** The profile's words for it, in order of preference. */
  readonly wordings: readonly string[];
  /** An appointment that the words speak of as `{slot}`, ISO 8601; `null`: none. */
  readonly appointmentAt: string | null;
  /** Kept with the turn: why the bot spoke. */
  readonly reason: string;
  /** Asked at the last moment, with all that is known then. */
  readonly isDue: (conversation: Conversation) => boolean;
}

/** What became of a first word. */
export type FirstWordOutcome =
  | { readonly kind: 'sent' }
  /** Not now: it is to be tried again at `untilMs`, epoch milliseconds. */
  | { readonly kind: 'held'; readonly by: HoldReason; readonly untilMs: number }
  /** Never: what made it due has changed. */
  | { readonly kind: 'outdated' }
  /** Never: it must not go out. */
  | { readonly kind: 'refused'; readonly reason: string };
