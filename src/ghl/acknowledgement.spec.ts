import { acknowledgement } from './acknowledgement';
import { judge } from './verdict';

const judged = (text: string) => judge({ kind: 'answer', status: 200, headers: {}, text }, acknowledgement);

it.each([
  '',
  ' \n',
  '{}',
  '{"success":true}',
  '{"succeded":true,"contact":{"id":"c1"}}',
  '{"tags":[]}',
  '{"task":null}',
  '{"error":null}',
])('takes %j for a yes', (text) => {
  expect(judged(text).kind).toBe('done');
});

it.each([
  '{"success":false}',
  '{"succeded":false,"contact":{"id":"c1"}}',
  '{"succeeded":false}',
  '{"error":"Bad Request"}',
])('takes %j for a no, and tells where it says so', (text) => {
  expect(judged(text)).toMatchObject({ kind: 'unreadable', problems: [expect.stringMatching(/^(succe\w+|error): /)] });
});

it.each(['<html>', 'OK', 'null', '[]', '"done"', 'true', '{'])('takes %j for no answer at all', (text) => {
  expect(judged(text).kind).toBe('unreadable');
});
