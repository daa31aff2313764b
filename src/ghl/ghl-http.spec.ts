import { SpanKind } from '@opentelemetry/api';
import { answer, FakeGhlServer, HANG, RESET } from '../../test/support/fake-ghl-server';
import type { Behaviour } from '../../test/support/fake-ghl-server';
import { recordSpans } from '../../test/support/recorded-spans';
import { startGhlClient } from '../../test/support/start-ghl-client';
import type { GhlTestBed } from '../../test/support/start-ghl-client';
import { continueTrace } from '../telemetry';
import { RateLimiter } from './rate-limiter';

let bed: GhlTestBed;
const spans = recordSpans();
beforeAll(() => {
  spans.start();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await bed.stop();
});
afterAll(() => spans.stop());

it('gets through after passing troubles, with one log line per attempt', async () => {
  bed = await startGhlClient();
  bed.crm.next('addTags', answer(503), answer(429, {}, { 'Retry-After': '0' }));
  expect(await bed.client.addTag('contact_1', 'Hot-Lead')).toBe(true);
  const line = (attempt: number, status: number, level: number) =>
    expect.objectContaining({
      operation: 'addTags',
      method: 'POST',
      attempt,
      status_code: status,
      level,
      duration_ms: expect.any(Number) as number,
    }) as unknown;
  expect(bed.log()).toEqual([line(1, 503, 40), line(2, 429, 40), line(3, 200, 30)]);
});

it('counts every attempt by operation and outcome, also one that was not let out', async () => {
  bed = await startGhlClient({ maxRetries: 1, timeoutMs: 1_000 });
  bed.crm.next('addTags', answer(503), answer(200));
  bed.crm.always('getContact', HANG);
  await bed.client.addTag('contact_1', 'Hot-Lead');
  await bed.client.getContact('contact_1');
  bed.crm.next('checkHealth', answer(401));
  await bed.client.checkHealth();
  await bed.stop();
  await bed.client.checkHealth();
  const failed = {
    'addTags:server_error': 1,
    'getContact:timeout': 2,
    'checkHealth:unauthorized': 1,
    'checkHealth:stopped': 1,
  };
  expect(await bed.registry.countsByLabel()).toMatchObject({
    ghl_calls_total: { ...failed, 'addTags:ok': 1 },
    ghl_calls_failed: failed,
  });
  const { counts } = bed.registry.summary('1m');
  expect([counts.ghl_calls_total, counts.ghl_calls_failed]).toEqual([6, 5]);
});

it.each([
  ['seconds', '3600'],
  ['a date', 'Fri, 01 Jan 2100 00:00:00 GMT'],
])('does not wait longer than the cap when Retry-After asks for more, in %s', async (_title, retryAfter) => {
  bed = await startGhlClient({ maxRetryAfterMs: 5 });
  bed.crm.next('createTask', answer(429, {}, { 'Retry-After': retryAfter }));
  const task = { title: 'Call', body: '', dueDate: '2026-03-10T15:00:00Z' };
  expect(await bed.client.createTask('contact_1', task)).toBe(true);
  expect(bed.crm.count('createTask')).toBe(2);
});

it('follows no redirect, which would carry the token elsewhere', async () => {
  bed = await startGhlClient();
  const elsewhere = await FakeGhlServer.start();
  bed.crm.always('getContact', answer(302, {}, { Location: `${elsewhere.baseUrl}/contacts/contact_1` }));
  expect(await bed.client.getContact('contact_1')).toBe(false);
  expect(bed.crm.count('getContact')).toBe(1);
  expect(elsewhere.requests).toEqual([]);
  await elsewhere.stop();
});

it('ignores the proxies of the environment', async () => {
  process.env.http_proxy = 'http://127.0.0.1:9';
  try {
    bed = await startGhlClient();
    expect(await bed.client.checkHealth()).toBe(true);
  } finally {
    delete process.env.http_proxy;
  }
});

it('refuses an answer that is too large', async () => {
  bed = await startGhlClient();
  bed.crm.always('checkHealth', answer(200, { location: { id: 'x'.repeat(6 * 1024 * 1024) } }));
  expect(await bed.client.checkHealth()).toBe(false);
  expect(bed.log()).toContainEqual(expect.objectContaining({ reason: 'answer_too_large' }));
});

it('refuses calls after shutdown', async () => {
  bed = await startGhlClient();
  await bed.stop();
  expect(await bed.client.checkHealth()).toBe(false);
  expect(bed.log()).toContainEqual(expect.objectContaining({ reason: 'stopped', fallback_used: true }));
});

it('keeps the last of the daily budget for texts', async () => {
  bed = await startGhlClient();
  const headers = { 'X-RateLimit-Limit-Daily': '200000', 'X-RateLimit-Daily-Remaining': '1000' };
  bed.crm.always('addTags', answer(200, { tags: [] }, headers));
  const tag = () => bed.client.addTag('contact_1', 'Hot-Lead');
  expect([await tag(), await tag(), await tag()]).toEqual([true, true, false]);
  expect(await bed.client.sendMessage('contact_1', 'Hi')).toBe('message_1');
  expect(bed.log()).toContainEqual(expect.objectContaining({ reason: 'daily_budget', fallback_used: true }));
});

it('logs no text, phone number, token or upstream body', async () => {
  bed = await startGhlClient();
  const secrets = ['Private words', '2145550100', 'secret-token', 'upstream words', 'Ann', 'Bea'];
  const everything = async () => {
    await bed.client.sendSms('+12145550100', 'Private words');
    await bed.client.getContact('contact_1');
    await bed.client.updateContact('contact_1', { firstName: 'Bea' });
    await bed.client.getMessages('contact_1');
    await bed.client.sendMessage('Bea Private words', 'Private words');
    await bed.client.updateContactCustomFields('contact_1', { ai_lead_score: {} as unknown as string });
  };
  await everything();
  for (const behaviour of [answer(500, 'upstream words'), answer(200, { messages: 'upstream words' }), answer(400)]) {
    for (const operation of ['findByPhone', 'getContact', 'updateContact', 'getMessages', 'sendMessage']) {
      bed.crm.always(operation, behaviour);
    }
    await everything();
  }
  expect(bed.log().length).toBeGreaterThan(30);
  for (const secret of secrets) expect(bed.logText()).not.toContain(secret);
});

it('has every call wait when the CRM asks for it with 429, as long as it asks, up to the cap', async () => {
  const pause = jest.spyOn(RateLimiter.prototype, 'pause');
  bed = await startGhlClient({ maxRetries: 0 });
  const afterAnswer = async (behaviour: Behaviour) => {
    pause.mockClear();
    bed.crm.next('addTags', behaviour);
    await bed.client.addTag('contact_1', 'Hot-Lead');
    return pause.mock.calls;
  };
  expect(await afterAnswer(answer(429, {}, { 'Retry-After': '0' }))).toEqual([[0]]);
  expect(await afterAnswer(answer(429, {}, { 'Retry-After': '60' }))).toEqual([[20]]);
  expect(await afterAnswer(answer(429))).toEqual([]);
  expect(await afterAnswer(answer(503, {}, { 'Retry-After': '60' }))).toEqual([]);
  expect(await afterAnswer(RESET)).toEqual([]);
});

it('calls off what nobody wants any more when its turn has come, and gives its turn back', async () => {
  const release = jest.spyOn(RateLimiter.prototype, 'release');
  bed = await startGhlClient();
  expect(await bed.sender.deliver('contact_1', 'Hi', () => false)).toEqual({ kind: 'not_sent' });
  expect(bed.crm.requests).toEqual([]);
  expect(release.mock.calls).toEqual([[expect.anything(), null]]);
  expect(await bed.sender.deliver('contact_1', 'Hi', () => true)).toMatchObject({ kind: 'sent' });
});

it('asks for JSON, and says which version of the API it speaks', async () => {
  bed = await startGhlClient();
  await bed.client.checkHealth();
  await bed.client.addTag('contact_1', 'Hot-Lead');
  const headers = { accept: 'application/json', authorization: 'Bearer secret-token', version: '2021-07-28' };
  expect(bed.crm.requests.map((request) => request.headers)).toMatchObject([
    headers,
    { ...headers, 'content-type': 'application/json' },
  ]);
  expect(bed.crm.requests[0]?.headers).not.toHaveProperty('content-type');
});

it('has a span for every attempt', async () => {
  spans.reset();
  bed = await startGhlClient();
  bed.crm.next('addTags', answer(503));
  await continueTrace(undefined, 'turn', {}, () => bed.client.addTag('contact_1', 'Hot-Lead'));
  const recorded = spans.all().slice(0, 2);
  expect(recorded.map(({ name, kind }) => [name, kind])).toEqual(Array(2).fill(['ghl addTags', SpanKind.CLIENT]));
  const about = { 'ghl.operation': 'addTags', 'ghl.lane': 'routine' };
  expect(recorded.map(({ attributes }) => attributes)).toMatchObject([
    { ...about, 'ghl.attempt': 1, 'http.response.status_code': 503 },
    { ...about, 'ghl.attempt': 2, 'http.response.status_code': 200 },
  ]);
});
