import { generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, inboundText, LOCATION, signBody, startTestApp } from './support/test-app';
import type { TestApp } from './support/test-app';

const signer = generateKeyPairSync('ed25519');
const publicKey = signer.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({
    DATA_DIR: join(mkdtempSync(join(tmpdir(), 'jorge-')), 'data'),
    GHL_WEBHOOK_PUBLIC_KEY: publicKey,
    GHL_WEBHOOK_TOKEN: 'workflow-token',
  });
});
afterAll(() => app.close());

function post(body: string | Buffer, headers: Record<string, string>): Promise<Response> {
  return fetch(`${app.url}/webhook/ghl`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body,
  });
}

function turnsOf(contactId: string): number {
  const path = join(app.dataDir, 'conversations', `${contactId}_${LOCATION}.json`);
  if (!existsSync(path)) return 0;
  return (JSON.parse(readFileSync(path, 'utf8')) as { conversation_history: unknown[] }).conversation_history.length;
}

describe('webhook: who may send', () => {
  const now = () => new Date(app.clock.shiftMs + Date.now()).toISOString();

  it.each([
    ['HMAC', (body: string) => ({ 'X-GHL-Signature': signBody(body) })],
    ['HMAC with a prefix', (body: string) => ({ 'X-GHL-Signature': `sha256=${signBody(body)}` })],
    [
      'Ed25519',
      (body: string) => ({ 'X-GHL-Signature': sign(null, Buffer.from(body), signer.privateKey).toString('base64') }),
    ],
    ['the workflow token', () => ({ 'X-Webhook-Token': 'workflow-token' })],
  ])('takes %s and answers the text', async (_title, headers) => {
    const contactId = `ok${turns++}`;
    const body = JSON.stringify(inboundText(contactId, 'I want to buy a house', { timestamp: now() }));
    const response = await post(body, headers(body));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status: 'accepted', duplicate: false });
    await eventually(() => (app.crm.messages(contactId).length === 1 ? true : null));
  });
  let turns = 0;

  it.each([
    ['unsigned', () => ({})],
    ['marked as unsigned', () => ({ 'X-GHL-Signature': 'N/A' })],
    ['forged', (body: string) => ({ 'X-GHL-Signature': signBody(body, 'guess') })],
    ['re-serialised', (body: string) => ({ 'X-GHL-Signature': signBody(JSON.stringify(JSON.parse(body), null, 2)) })],
    ['doubly signed', (body: string) => ({ 'X-GHL-Signature': signBody(body), 'X-Webhook-Token': 'workflow-token' })],
    ['with the signature twice', (body: string) => ({ 'X-GHL-Signature': `${signBody(body)}, ${signBody(body)}` })],
    ['with a wrong token', () => ({ 'X-Webhook-Token': 'workflow' })],
  ])('refuses a webhook that is %s, and nothing changes', async (title, headers) => {
    const contactId = `bad${title.replaceAll(' ', '')}`;
    const body = JSON.stringify(inboundText(contactId, 'I want to buy a house'));
    const response = await post(body, headers(body));
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ statusCode: 403, code: 'invalid_signature' });
    expect(
      readFileSync(join(app.dataDir, 'journal', readdirSync(join(app.dataDir, 'journal')).sort().at(-1) ?? ''), 'utf8'),
    ).not.toContain(contactId);
    expect(app.crm.messages(contactId)).toHaveLength(0);
    expect(turnsOf(contactId)).toBe(0);
  });

  it.each([
    ['stale', -5_401_000],
    ['from the future', 301_000],
  ])('refuses a signed event that is %s', async (_title, shiftMs) => {
    const timestamp = new Date(Date.now() + app.clock.shiftMs + shiftMs).toISOString();
    const response = await app.postWebhook(inboundText('stale1', 'hello', { timestamp }));
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'stale_event' });
    expect(turnsOf('stale1')).toBe(0);
  });

  it('lets an invalid signature through in warn mode, and says so', async () => {
    const staging = await startTestApp({ WEBHOOK_SIGNATURE_MODE: 'warn' });
    const response = await staging.postWebhook(inboundText('warned1', 'hello'), { 'X-GHL-Signature': 'nonsense' });
    expect(await response.json()).toMatchObject({ status: 'accepted' });
    const audit = await eventually(
      () => staging.logs.find((line) => line.contact_id === 'warned1' && line.outcome) ?? null,
    );
    expect(audit).toMatchObject({ signature_valid: false, outcome: 'accepted' });
    expect(staging.logs).toContainEqual(
      expect.objectContaining({
        level: 40,
        problem: expect.stringContaining('neither the form') as string,
        msg: 'webhook signature invalid; let through because WEBHOOK_SIGNATURE_MODE is "warn"',
      }),
    );
    // An age that nobody has signed says nothing.
    const old = inboundText('warned2', 'hello', { timestamp: '2020-01-01T00:00:00.000Z' });
    expect((await staging.postWebhook(old, { 'X-GHL-Signature': 'nonsense' })).status).toBe(200);
    await staging.close();
  });
});

describe('webhook: once', () => {
  it('answers 20 concurrent copies of one event with one reply', async () => {
    const payload = inboundText('copies1', 'I want to sell my house');
    const answers = await Promise.all(Array.from({ length: 20 }, () => app.postWebhook(payload)));
    const bodies = (await Promise.all(answers.map((answer) => answer.json()))) as { status: string }[];
    expect(answers.every((answer) => answer.status === 200)).toBe(true);
    expect(bodies.filter((body) => body.status === 'accepted')).toHaveLength(1);
    expect(bodies.filter((body) => body.status === 'duplicate_ignored')).toHaveLength(19);
    await app.conversation('copies1', (file) => file.conversation_history.length === 1);
    expect(app.crm.messages('copies1')).toHaveLength(1);
  });

  it('answers one text once though two events report it', async () => {
    await app.postWebhook(inboundText('twice1', 'hello', { messageId: 'message1' }));
    await app.postWebhook(inboundText('twice1', 'hello', { messageId: 'message1' }));
    await app.conversation('twice1', (ready) => ready.conversation_history.length === 1);
    await app.say('twice1', 'hello again');
    const file = await app.conversation('twice1', (ready) => ready.conversation_history.length === 2);
    expect(file.conversation_history.map((turn) => turn.user_message)).toEqual(['hello', 'hello again']);
    expect(app.crm.messages('twice1')).toHaveLength(2);
  });

  it('takes an event again once its time to live is over, and remembers it in the file until then', async () => {
    const payload = inboundText('ttl1', 'hello');
    await app.postWebhook(payload);
    const record = await eventually(() => {
      const path = join(app.dataDir, 'webhook_idempotency.json');
      const records = JSON.parse(existsSync(path) ? readFileSync(path, 'utf8') : '{}') as Record<
        string,
        { status: string }
      >;
      const found = records[String(payload.webhookId)];
      return found?.status === 'processed' ? found : null;
    });
    expect(Object.keys(record)).toEqual(['event_id', 'seen_at', 'expires_at', 'status']);
    expect(await (await app.postWebhook(payload)).json()).toMatchObject({
      status: 'duplicate_ignored',
      duplicate: true,
    });
    app.clock.shiftMs += 86_400_000;
    expect(await (await app.postWebhook(payload)).json()).toMatchObject({ status: 'accepted' });
  });

  it('knows a duplicate after a restart', async () => {
    const first = await startTestApp();
    const payload = inboundText('restart1', 'hello');
    await first.postWebhook(payload);
    await first.close();
    const second = await startTestApp({ DATA_DIR: first.dataDir });
    expect(await (await second.postWebhook(payload)).json()).toMatchObject({ status: 'duplicate_ignored' });
    expect(second.crm.messages('restart1')).toHaveLength(0);
    await second.close();
  });
});

describe('webhook: hostile and odd input', () => {
  const valid = { 'Content-Type': 'application/json' };

  it.each<[string, number, string, string | Buffer, Record<string, string>]>([
    ['not JSON', 400, 'invalid_json', '{"a":', valid],
    ['nothing', 400, 'invalid_json', '', valid],
    ['invalid UTF-8', 400, 'invalid_json', Buffer.from([0x7b, 0xff, 0x7d]), valid],
    ['an array', 400, 'not_an_object', '[]', valid],
    ['null', 400, 'not_an_object', 'null', valid],
    ['a number', 400, 'not_an_object', '17', valid],
    ['invalid UTF-8 in a text', 400, 'invalid_json', Buffer.from('{"body":"\xff"}', 'latin1'), valid],
    ['100 kB of nested brackets', 400, 'not_an_object', '['.repeat(50_000) + ']'.repeat(50_000), valid],
    ['no ids', 400, 'missing_contact_id', '{}', valid],
    [
      'a path for an id',
      400,
      'invalid_contact_id',
      JSON.stringify({ contactId: '../../etc/passwd', locationId: 'l', body: 'x' }),
      valid,
    ],
    [
      'a prototype for ids',
      400,
      'missing_contact_id',
      '{"__proto__":{"contactId":"c","locationId":"l"},"body":"x"}',
      valid,
    ],
    ['300 KiB', 413, 'body_too_large', JSON.stringify({ contactId: 'c', body: 'x'.repeat(300 * 1_024) }), valid],
    ['10 MB', 413, 'body_too_large', 'x'.repeat(10_000_000), valid],
    ['a form', 415, 'unsupported_media_type', 'a=b', { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['UTF-16', 415, 'unsupported_media_type', '{}', { 'Content-Type': 'application/json; charset=utf-16' }],
    ['a compressed body', 415, 'unsupported_media_type', '{}', { ...valid, 'Content-Encoding': 'gzip' }],
  ])('answers %s with a clear %i', async (_title, status, code, body, headers) => {
    const signature = signBody(body as string);
    const response = await post(body, { 'X-GHL-Signature': signature, ...headers });
    expect(response.status).toBe(status);
    const answer = (await response.json()) as Record<string, unknown>;
    expect(answer).toEqual({
      statusCode: status,
      code,
      message: expect.stringMatching(/\w\.$/) as string,
      requestId: response.headers.get('x-request-id'),
    });
    expect(JSON.stringify(answer)).not.toMatch(/at .*\.js|node_modules/);
  });

  it.each(['json;charset=utf-8', 'JSON; Charset = UTF8', 'json; charset="UTF-8"', 'cloudevents+json; charset="utf-8"'])(
    'takes a body that is called application/%s',
    async (type) => {
      const headers = { 'Content-Type': `application/${type}` };
      expect((await app.postWebhook(inboundText('charset1', 'hello'), headers)).status).toBe(200);
    },
  );

  it('takes deeply nested and unknown extra fields as they are', async () => {
    const nested = `{"contactId":"nested1","locationId":"l","body":"hello","webhookId":"n1","x":${'['.repeat(40_000)}${']'.repeat(40_000)}}`;
    const response = await post(nested, { 'X-GHL-Signature': signBody(nested) });
    expect(await response.json()).toMatchObject({ status: 'accepted', webhook_id: 'n1' });
  });

  it('keeps to the data folder whatever the id', async () => {
    for (const contactId of ['..', '.', '/', 'a/b', 'a\\b', 'a\u0000b', '%2e%2e', 'CON']) {
      const response = await app.postWebhook(inboundText(contactId, 'hello'));
      expect(response.status).toBe(contactId === 'CON' ? 200 : 400);
    }
    expect(readdirSync(join(app.dataDir, '..'))).toEqual(['data']);
  });

  it('takes __proto__ for a contact like any other', async () => {
    await app.postWebhook(inboundText('__proto__', 'I want to buy', { webhookId: '__proto__' }));
    await app.conversation('__proto__', (file) => file.conversation_history.length === 1);
    expect(
      await (await app.postWebhook(inboundText('__proto__', 'x', { webhookId: '__proto__' }))).json(),
    ).toMatchObject({ duplicate: true });
  });

  it('acknowledges what it has nothing to do for', async () => {
    const response = await app.postWebhook({ type: 'OpportunityCreate', id: 'o1', locationId: 'l', webhookId: 'opp1' });
    expect(await response.json()).toEqual({ status: 'acknowledged', webhook_id: 'opp1', duplicate: false });
  });
});
