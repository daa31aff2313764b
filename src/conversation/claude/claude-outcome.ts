import type { BusinessProfile } from '../../config';
import type { BotType } from '../contact-event';
import type { ScoreRaise } from '../lead-score';
import type { SpokenStep } from '../planning';
import type { ClaudeUsage } from '../state';
import type { Facts, Question } from '../understanding';

/** All that Claude is told of a turn: no id, nobody's name from the CRM, nothing that it could act with. */
export interface ClaudeRequest {
  readonly profile: BusinessProfile;
  readonly botType: BotType;
  /** What is known with the new texts, as far as the patterns have read them. */
  readonly facts: Facts;
  /** The turns so far, oldest first; it is told of the last ones. */
  readonly history: readonly { readonly userMessage: string; readonly aiResponse: string }[];
  /** What the contact has just written, oldest first. */
  readonly texts: readonly string[];
  /** What the code has planned, with the words that go out if Claude's do not. */
  readonly step: SpokenStep & { readonly wording: string };
  /** What the contact was asked last. */
  readonly pendingQuestion: Question | null;
  /** How to write, where an experiment tries one out. */
  readonly style?: string;
}

/** What Claude has made of the texts, as far as it may be believed. */
export interface ClaudeReading {
  /** Only what the contact's own words were quoted for. */
  readonly facts: Partial<Facts>;
  /** Beside facts it can only ask for less: a person, or silence. */
  readonly needs: 'nothing' | 'person' | 'stop';
  readonly scoreRaise: ScoreRaise;
  /** `null`: it does not ask as often as the planned wording does. */
  readonly reply: string | null;
  /** What the reply asks, by its own account; it is worth nothing where something else is planned. */
  readonly asks: Question | null;
  /** All zero for an answer from memory. */
  readonly usage: ClaudeUsage;
}

/**
 * Why there is no reading, so that the profile's words go out. `off`: there is no key. `refused`: the model would not
 * answer. `malformed`: it answered in another shape. `rejected`: the API found fault with the request. `aborted`: the
 * caller has no use for it any more.
 */
export type FallbackReason =
  | 'off'
  | 'late'
  | 'unavailable'
  | 'overloaded'
  | 'unauthorised'
  | 'rejected'
  | 'refused'
  | 'malformed'
  | 'breaker_open'
  | 'aborted';

export type ClaudeOutcome =
  | { readonly kind: 'answered'; readonly reading: ClaudeReading; readonly isCached: boolean }
  /** `usage`: of an answer that was paid for and is not used. */
  | { readonly kind: 'fallback'; readonly reason: FallbackReason; readonly usage: ClaudeUsage | null };

/** `degraded`: there is a key, and Claude does not answer. */
export type ClaudeMode = 'live' | 'pattern_only' | 'degraded';
