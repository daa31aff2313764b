import { z } from 'zod';
import { judge, retryAfterMs } from './verdict';

const shape = z.object({ id: z.string() });
const answer = (status: number, text = '{"id":"x"}') => ({ kind: 'answer', status, headers: {}, text }) as const;

it.each([
  [200, 'done'],
  [201, 'done'],
  [301, 'refused'],
  [400, 'refused'],
  [404, 'refused'],
  [408, 'refused'],
  [429, 'not_executed'],
  [500, 'unclear'],
  [503, 'unclear'],
])('judges %d as %s', (status, kind) => {
  expect(judge(answer(status), shape).kind).toBe(kind);
});

it.each([
  ['unreachable', 'not_executed'],
  ['timeout', 'unclear'],
  ['connection_lost', 'unclear'],
] as const)('judges %s as %s', (reason, kind) => {
  expect(judge({ kind: 'failure', reason }, shape)).toEqual({ kind, reason });
});

it('tells where an answer is wrong without telling what it says', () => {
  expect(judge(answer(200, '{"id":42}'), shape)).toEqual({
    kind: 'unreadable',
    reason: 'malformed_answer',
    problems: ['id: invalid_type'],
  });
});

const NOW = Date.parse('2026-03-10T10:00:00Z');

it.each([
  ['0', 0],
  ['7', 7_000],
  ['Tue, 10 Mar 2026 10:00:05 GMT', 5_000],
  ['Tue, 10 Mar 2026 09:00:00 GMT', 0],
  ['soon', null],
  ['', null],
  [undefined, null],
])('reads Retry-After %p as %p ms', (header, expected) => {
  expect(retryAfterMs(header, NOW)).toBe(expected);
});
