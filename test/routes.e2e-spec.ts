import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { ADMIN_TOKEN, inboundText, LOCATION, startTestApp } from './support/test-app';
import type { TestApp } from './support/test-app';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const bearer = `Bearer ${ADMIN_TOKEN}`;
const analysis = (more: object = {}) => ({
  contact_id: 'judged1',
  location_id: LOCATION,
  message: 'Looking in Frisco up to 550k, pre-approved, want to move next month',
  ...more,
});

describe('context: POST /analyze-lead', () => {
  it('judges a text and changes nothing in a dry run', async () => {
    const requestsBefore = app.crm.requests.length;
    const { body } = await request(app.url)
      .post('/analyze-lead')
      .set('Authorization', bearer)
      .send(analysis({ dry_run: true }))
      .expect(200);
    expect(body).toMatchObject({
      success: true,
      lead_temperature: 'hot',
      jorge_priority: 'high',
      estimated_commission: 33_000,
      facts: { budget_max: 550_000, areas: ['Frisco'], financing: 'pre_approved', timeline: '1_month', intent: 'buy' },
      performance: { analysis_type: 'pattern', cache_hit: false, five_minute_compliant: true, claude_used: false },
      follow_up: { step: 'follow_up_1', reason: 'no answer to the booking question' },
    });
    expect(body.response_message).toMatch(/\S/);
    expect(body.score_breakdown).toMatchObject({ total: body.lead_score });
    expect(body.actions.map((action: { ok: unknown }) => action.ok)).not.toContain(true);
    const writes = app.crm.requests.slice(requestsBefore).filter(({ method }) => method !== 'GET');
    expect(writes).toEqual([]);
    await request(app.url).get('/conversations/judged1').set('Authorization', bearer).expect(404);
  });

  it('writes the result to the CRM, sends nothing, and remembers the facts', async () => {
    const { body } = await request(app.url)
      .post('/analyze-lead')
      .set('Authorization', bearer)
      .send(analysis({ contact_id: 'judged2', contact_data: { firstName: 'Ann', tags: ['vip'] } }))
      .expect(200);
    expect(body.actions.every((action: { ok: unknown }) => action.ok === true)).toBe(true);
    expect(app.crm.fields('judged2')).toMatchObject({ lead_temperature: 'hot', jorge_priority: 'high' });
    expect(app.crm.messages('judged2')).toHaveLength(0);
    const { body: file } = await request(app.url)
      .get('/conversations/judged2')
      .set('Authorization', bearer)
      .expect(200);
    expect(file).toMatchObject({ lead_score: body.lead_score, conversation_history: [] });
  });

  it('reads a bare number by what was asked', async () => {
    const judge = async (pending_question: string) =>
      (
        await request(app.url)
          .post('/analyze-lead')
          .set('Authorization', bearer)
          .send(analysis({ contact_id: 'judged3', message: '600', dry_run: true, pending_question }))
          .expect(200)
      ).body.facts as Record<string, unknown>;
    expect(await judge('budget')).toMatchObject({ budget_max: 600_000 });
    expect(await judge('price')).toMatchObject({ price_expectation: 600_000 });
    expect(await judge('timeline')).toMatchObject({ budget_max: null, price_expectation: null });
  });

  it.each([
    ['no message', { message: undefined }],
    ['an empty message', { message: '' }],
    ['a message that is not text', { message: { a: 1 } }],
    ['a path for an id', { contact_id: '../../etc/passwd' }],
    ['an id that is not text', { location_id: 17 }],
    ['an unknown question', { pending_question: 'salary' }],
    ['a dry run that is not a boolean', { dry_run: 'yes' }],
  ])('refuses %s', async (_title, change) => {
    const { body } = await request(app.url)
      .post('/analyze-lead')
      .set('Authorization', bearer)
      .send(analysis(change))
      .expect(400);
    expect(body).toMatchObject({ statusCode: 400, code: 'invalid_request', requestId: expect.any(String) as string });
  });

  it.each([
    ['bad JSON', '{"a"', 400],
    ['nested brackets', `{"contact_data":${'['.repeat(40_000)}${']'.repeat(40_000)}}`, 400],
    ['an array', '[]', 400],
    ['a blank message', JSON.stringify(analysis({ message: ' \u200b ' })), 400],
    ['10 MB', JSON.stringify({ message: 'x'.repeat(10_000_000) }), 413],
  ])('answers %s with a clear refusal', async (_title, body, status) => {
    const answer = await request(app.url)
      .post('/analyze-lead')
      .set('Authorization', bearer)
      .set('Content-Type', 'application/json')
      .send(body)
      .expect(status);
    expect(answer.body).toMatchObject({ statusCode: status, code: expect.any(String) as string });
  });
});

it('takes JSON only', async () => {
  const send = request(app.url).post('/analyze-lead').set('Authorization', bearer).set('Content-Type', 'text/plain');
  await send.send(JSON.stringify(analysis())).expect(415);
});

it.each(['/%', '/conversations/%ff'])('names the request also where the path %s cannot be read', async (path) => {
  const { body, headers } = await request(app.url).get(path).set('Authorization', bearer).expect(400);
  expect(body.requestId).toBe(headers['x-request-id']);
  expect(body.requestId).not.toBe('unknown');
});

describe('context: POST /agent/process-lead', () => {
  it('runs one turn by hand and sends the reply', async () => {
    const { body } = await request(app.url)
      .post('/agent/process-lead')
      .set('Authorization', bearer)
      .send({ contact_id: 'byhand1', location_id: LOCATION, message: 'hello', process_type: 'seller' })
      .expect(200);
    expect(body).toMatchObject({ success: true, bot_type: 'seller', turn: { user_message: 'hello', sent: true } });
    expect(app.crm.messages('byhand1').map((message) => message.body)).toEqual([body.turn.ai_response]);
  });
});

describe('context: what is known of a contact', () => {
  it('is listed newest first, shown in full with reasons, and per bot', async () => {
    for (const contactId of ['known1', 'known2']) {
      await app.postWebhook(inboundText(contactId, 'I want to buy in Plano'));
      await app.conversation(contactId, (file) => (file.conversation_history[0]?.crm.length ?? 0) > 0);
    }
    const list = await request(app.url).get('/conversations?page_size=1').set('Authorization', bearer).expect(200);
    expect(list.body).toMatchObject({ page: 1, page_size: 1, conversations: [{ contact_id: 'known2', turns: 1 }] });
    const one = await request(app.url).get('/conversations/known1').set('Authorization', bearer).expect(200);
    expect(one.body.conversation_history[0].reason).toMatch(/lead bot/);
    const analytics = await request(app.url)
      .get(`/agent/analytics/known1?location_id=${LOCATION}`)
      .set('Authorization', bearer)
      .expect(200);
    expect(analytics.body).toMatchObject({
      contact_id: 'known1',
      bots: { lead: { preferences: { areas: ['Plano'] } } },
    });
    expect(readdirSync(join(app.dataDir, 'conversations'))).toContain(`known1_${LOCATION}.json`);
  });

  it.each(['/conversations/nobody', '/agent/analytics/nobody', '/agent/analytics/nobody?location_id=elsewhere'])(
    'is not found at %s',
    async (path) => {
      const { body } = await request(app.url).get(path).set('Authorization', bearer).expect(404);
      expect(body.code).toBe('conversation_not_found');
    },
  );

  it.each([
    '/conversations/..%2f..%2fetc',
    '/conversations/%00',
    '/conversations?page=0',
    '/conversations?page_size=1e9',
  ])('is refused at %s', async (path) => {
    await request(app.url).get(path).set('Authorization', bearer).expect(400);
  });

  it('asks which one is meant where a contact is known in several locations', async () => {
    for (const locationId of ['north', 'south']) {
      const payload = inboundText('twice1', 'I want to sell my house', { locationId });
      await app.postWebhook(payload);
      await app.finished(String(payload.webhookId));
    }
    const about = (path: string, method: 'get' | 'post' | 'delete' = 'get') =>
      request(app.url)[method](path).set('Authorization', bearer);
    for (const ask of [about('/conversations/twice1'), about('/follow-ups/twice1', 'delete')]) {
      expect((await ask.expect(400)).body).toMatchObject({ code: 'location_id_needed' });
    }
    const { body } = await about('/conversations/twice1?location_id=south').expect(200);
    expect(body).toMatchObject({ contact_id: 'twice1', location_id: 'south' });
    await about('/follow-ups/twice1?location_id=south', 'delete').expect(200);
    const planned = await about('/follow-ups').expect(200);
    const ofContact = planned.body.items.filter((item: { contact_id: string }) => item.contact_id === 'twice1');
    expect(ofContact).toMatchObject([{ location_id: 'north' }]);
    for (const path of ['/conversations/nobody1', '/conversations/twice1?location_id=east']) {
      expect((await about(path).expect(404)).body).toMatchObject({ code: 'conversation_not_found' });
    }
    const gone = await about('/follow-ups/twice1?location_id=south', 'delete').expect(404);
    expect(gone.body).toMatchObject({ code: 'follow_up_not_found' });
  });
});
