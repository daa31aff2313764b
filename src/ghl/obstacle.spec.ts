import type { GhlAttempt } from './ghl-http';
import type { HttpOutcome } from './http-exchange';
import { obstacleOf } from './obstacle';
import type { Obstacle } from './obstacle';

const REFUSED = { kind: 'refused', reason: 'client_error' } as GhlAttempt<unknown>['verdict'];
const UNREADABLE = { kind: 'unreadable', reason: 'malformed' } as GhlAttempt<unknown>['verdict'];

const answered = (status: number, text = ''): HttpOutcome => ({ kind: 'answer', status, text, headers: {} });
const failed = (reason: 'timeout' | 'unreachable' | 'connection_lost' | 'answer_too_large'): HttpOutcome => ({
  kind: 'failure',
  reason,
});

it.each<[Obstacle, HttpOutcome | null, GhlAttempt<unknown>['verdict']]>([
  ['held_back', null, REFUSED],
  ['timeout', failed('timeout'), REFUSED],
  ['unreachable', failed('unreachable'), REFUSED],
  ['connection_lost', failed('connection_lost'), REFUSED],
  ['unreadable', failed('answer_too_large'), REFUSED],
  ['unreadable', answered(200), UNREADABLE],
  ['token_refused', answered(401, 'Invalid JWT'), REFUSED],
  ['scope_missing', answered(401, 'The token is Not Authorized for this scope.'), REFUSED],
  ['location_refused', answered(401, 'The token does not have access to this location.'), REFUSED],
  ['scope_missing', answered(403), REFUSED],
  ['location_refused', answered(403, 'The token does not have access to this location.'), REFUSED],
  ['rate_limited', answered(429), REFUSED],
  ['rejected', answered(404, 'no access to this location'), REFUSED],
  ['rejected', answered(499), REFUSED],
  ['server_error', answered(500), REFUSED],
])('names the obstacle %s', (obstacle, outcome, verdict) => {
  expect(obstacleOf({ verdict, outcome })).toBe(obstacle);
});
