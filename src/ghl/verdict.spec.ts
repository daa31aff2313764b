import { z } from 'zod';
import { judge, retryAfterMs } from './verdict';

const shape = z.object({ id: z.string() });
const answer = (status: number, text = '{"id":"x"}') => ({ kind: 'answer', status, headers: {}, text }) as const;

it.each([
  [100, 'refused', 'rejected'],
  [199, 'refused', 'rejected'],
  [300, 'refused', 'rejected'],
  [301, 'refused', 'rejected'],
  [400, 'refused', 'rejected'],
  [401, 'turned_away', 'unauthorized'],
  [403, 'turned_away', 'unauthorized'],
  [404, 'refused', 'rejected'],
  [408, 'refused', 'rejected'],
  [429, 'not_executed', 'rate_limited'],
  [499, 'refused', 'rejected'],
  [500, 'unclear', 'server_error'],
  [503, 'unclear', 'server_error'],
])('judges %d as %s: %s', (status, kind, reason) => {
  expect(judge(answer(status), shape)).toEqual({ kind, reason });
});

it.each([200, 201, 299])('takes what it needs from an answer of %d', (status) => {
  expect(judge(answer(status, '{"id":"x","more":1}'), shape)).toEqual({ kind: 'done', value: { id: 'x' } });
});

it.each([
  ['unreachable', 'not_executed'],
  ['timeout', 'unclear'],
  ['connection_lost', 'unclear'],
] as const)('judges %s as %s', (reason, kind) => {
  expect(judge({ kind: 'failure', reason }, shape)).toEqual({ kind, reason });
});

const deep = z.object({ contact: z.object({ id: z.string() }) });

it.each([
  ['{"contact":{"id":42}}', 'contact.id: invalid_type'],
  ['[]', 'answer: invalid_type'],
  ['', 'answer: invalid_type'],
  ['<html>', 'not JSON'],
])('tells where %p is wrong without telling what it says', (text, problem) => {
  expect(judge(answer(200, text), deep)).toEqual({
    kind: 'unreadable',
    reason: 'malformed_answer',
    problems: [problem],
  });
});

it.each(['', ' \n'])('takes the body %p for none, which some shapes allow', (text) => {
  expect(judge(answer(204, text), shape.optional())).toEqual({ kind: 'done', value: undefined });
});

const NOW = Date.parse('2026-03-10T10:00:00Z');

it.each([
  ['0', 0],
  ['7', 7_000],
  ['90', 90_000],
  [90, null],
  [['7'], null],
  ['T7', null],
  ['7s', null],
  ['Tue, 10 Mar 2026 10:00:05 GMT', 5_000],
  ['Tue, 10 Mar 2026 09:00:00 GMT', 0],
  ['soon', null],
  ['', null],
  [undefined, null],
])('reads Retry-After %p as %p ms', (header, expected) => {
  expect(retryAfterMs(header, NOW)).toBe(expected);
});
