import type { ScoreRaise } from '../lead-score';
import type { ClaudeUsage } from '../state/claude-usage';
import type { Facts, Question } from '../understanding';

/** What Claude has made of the texts, as far as it may be believed. */
export interface ClaudeReading {
  readonly facts: Partial<Facts>;
  /** Beside facts it can only ask for less: a person, or silence. */
  readonly needs: 'nothing' | 'person' | 'stop';
  readonly scoreRaise: ScoreRaise;
  readonly reply: string;
  /** What the reply asks; it is worth nothing where something else was planned. */
  readonly asks: Question | null;
  /** All zero for an answer from the cache. */
  readonly usage: ClaudeUsage;
}

/** Why there is no reading; the profile's words go out instead. */
export type FallbackReason =
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
  | { readonly kind: 'fallback'; readonly reason: FallbackReason; readonly usage: ClaudeUsage | null };

/** `degraded`: there is a key, and Claude does not answer. */
export type ClaudeMode = 'live' | 'pattern_only' | 'degraded';
