import type { GhlAttempt } from './ghl-http';

/**
 * Why the CRM did not give what it was asked for. `rejected`: what was asked for is not there, or not asked for rightly.
 * `held_back`: this service's own limits; nothing was asked.
 */
export type Obstacle =
  | 'token_refused'
  | 'scope_missing'
  | 'location_refused'
  | 'rejected'
  | 'rate_limited'
  | 'server_error'
  | 'unreachable'
  | 'timeout'
  | 'connection_lost'
  | 'unreadable'
  | 'held_back';

/**
 * A missing scope is answered with 401, as a wrong token is, and 403 means another location; only the words tell them
 * apart. Seen in live answers: GoHighLevel/highlevel-api-docs, issues 213 and 217.
 */
const WORDS: readonly (readonly [words: RegExp, obstacle: Obstacle])[] = [
  [/not authorized for this scope/i, 'scope_missing'],
  [/access to this location/i, 'location_refused'],
];

const BY_STATUS: Readonly<Record<number, Obstacle>> = {
  401: 'token_refused',
  403: 'scope_missing',
  429: 'rate_limited',
};

/** What stood in the way of an attempt that did not succeed. */
export function obstacleOf({ verdict, outcome }: GhlAttempt<unknown>): Obstacle {
  if (outcome === null) return 'held_back';
  if (outcome.kind === 'failure') return outcome.reason === 'answer_too_large' ? 'unreadable' : outcome.reason;
  if (verdict.kind === 'unreadable') return 'unreadable';
  const { status, text } = outcome;
  const isRefused = status === 401 || status === 403;
  const told = isRefused ? WORDS.find(([words]) => words.test(text)) : undefined;
  return told?.[1] ?? BY_STATUS[status] ?? (status >= 500 ? 'server_error' : 'rejected');
}
