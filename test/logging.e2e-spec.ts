import { answerWith, fails, MessagesApi, says } from './support/messages-api';
import { ADMIN_TOKEN, inboundText, SECRET, signBody, startTestApp } from './support/test-app';
import type { TestApp } from './support/test-app';

const CLAUDE_KEY = 'sk-ant-key-of-the-tests';
const METRICS_TOKEN = 'metrics-token-of-the-tests';
const TEXTS = [
  'hi zebra, are you a bot?',
  'we want to buy in Plano for 450k zebra, call my wife at 214-555-0177',
  'preapproved zebra, mail me at zebra@example.com',
  'STOP zebra',
  'STOP',
];

let api: MessagesApi;
let app: TestApp;
beforeAll(async () => {
  api = await MessagesApi.start();
  app = await startTestApp({
    CLAUDE_API_KEY: CLAUDE_KEY,
    CLAUDE_BASE_URL: api.url,
    METRICS_TOKEN,
    LOG_LEVEL: 'trace',
    GHL_MAX_RETRIES: '1',
  });
});
afterAll(async () => {
  await app.close();
  await api.stop();
});

describe('observability: the log of a whole run', () => {
  it('has neither texts, names, numbers and addresses of people, nor tokens, secrets and signatures', async () => {
    app.crm.addContact({ id: 'log1', firstName: 'Ziegfried', phone: '+12145550177', email: 'zebra@example.com' });
    api.next(says(answerWith({ reply: 'Hello zebra' })), says('no JSON zebra'), fails(500));
    app.crm.injectFault({ method: 'PUT', path: /^\/contacts\//, kind: 'status', status: 500, times: 2 });
    app.crm.injectFault({ method: 'POST', path: /\/messages$/, kind: 'garbage', body: 'zebra', times: 1 });
    for (const text of TEXTS) await app.say('log1', text);
    await app.crm.sendAsPerson('log1', 'zebra from a person', 'user1');
    const payload = inboundText('log1', 'zebra again');
    await app.postWebhook(payload, { 'X-GHL-Signature': 'ab'.repeat(32) });
    await app.postWebhook(payload, { 'X-Webhook-Token': 'zebra' });
    await fetch(`${app.url}/webhook/ghl`, {
      method: 'POST',
      body: 'zebra',
      headers: { 'Content-Type': 'application/json' },
    });
    await fetch(`${app.url}/conversations?zebra=1`, { headers: { Authorization: 'Bearer zebra' } });
    await app.asAdmin('/analyze-lead', { contact_id: 'log2', location_id: 'loc1', message: 'zebra', dry_run: true });
    await fetch(`${app.url}/metrics`, { headers: { Authorization: `Bearer ${METRICS_TOKEN}` } });
    const log = JSON.stringify(app.logs);
    expect(app.logs.length).toBeGreaterThan(30);
    for (const secret of ['zebra', 'Ziegfried', '5550177', ADMIN_TOKEN, METRICS_TOKEN, SECRET, CLAUDE_KEY]) {
      expect(log).not.toContain(secret);
    }
    expect(log).not.toContain(signBody(JSON.stringify(payload)));
  });

  it('has a request id on every line, and all that the contract names on those of webhooks, calls and fallbacks', () => {
    const lines = app.logs.filter(({ operation, msg }) => operation !== undefined || msg === 'webhook audit');
    for (const line of lines) expect(line).toHaveProperty('request_id');
    for (const line of app.logs.filter(({ msg }) => msg === 'GHL call')) {
      const { method, status_code, attempt, duration_ms } = line;
      expect([typeof method, typeof status_code, typeof attempt, typeof duration_ms]).toEqual([
        'string',
        'number',
        'number',
        'number',
      ]);
    }
    expect(app.logs).toContainEqual(expect.objectContaining({ fallback_used: true, outcome: 'malformed' }));
  });
});

describe('observability: a quiet hour', () => {
  it('logs nothing of probes and scrapes', async () => {
    const quiet = await startTestApp();
    const before = quiet.logs.length;
    for (const path of ['/health', '/health/ready', '/health/deps', '/metrics', '/performance']) {
      for (let times = 0; times < 5; times++) await fetch(`${quiet.url}${path}`);
    }
    expect(quiet.logs.slice(before).map(({ msg }) => msg)).toEqual([]);
    await quiet.close();
  });
});
