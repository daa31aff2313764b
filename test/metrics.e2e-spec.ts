import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { getJson } from './support/monitoring-answers';
import type { MetricsJson } from './support/monitoring-answers';
import { eventually, inboundText, startTestApp } from './support/test-app';
import type { RecordedRequest } from '../src/ghl/sandbox';
import type { TestApp } from './support/test-app';

const MINUTE_MS = 60_000;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ GHL_MAX_RETRIES: '1' });
  // What the CRM tells of the service's own changes would be counted too.
  app.crm.deliverWebhooksTo(null);
});
afterAll(() => app.close());
afterEach(() => {
  app.crm.clearFaults();
});

function metrics(service = app): Promise<MetricsJson> {
  return getJson(`${service.url}/metrics`);
}

async function lastMinute(): Promise<Record<string, number>> {
  return (await metrics()).runtime_metrics.windows['1m'];
}

/** Which fields of the last minute's window a piece of work moves, and by how much. */
async function moved(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await lastMinute();
  await work();
  const after = await lastMinute();
  // The first look is a request itself.
  const own: Record<string, number> = { requests_total: 1, latency_ms_count: 1 };
  const differences = Object.entries(after).map(
    ([name, value]) => [name, value - (before[name] ?? 0) - (own[name] ?? 0)] as const,
  );
  return Object.fromEntries(differences.filter(([name, value]) => value !== 0 && !/_(avg|p95)$/.test(name)));
}

function isWriteTo(contactId: string) {
  return ({ method, path }: RecordedRequest) => method === 'PUT' && path === `/contacts/${contactId}`;
}

const REFUSED = { requests_total: 1, latency_ms_count: 1, errors_total: 1, client_errors_total: 1 };
const JSON_TYPE = { 'Content-Type': 'application/json' };

describe('observability: what moves a window', () => {
  it.each([
    ['a good answer', '/docs-json', {}, { requests_total: 1, latency_ms_count: 1 }],
    ['no such route', '/nope', {}, REFUSED],
    ['a path that cannot be decoded', '/%ff', {}, REFUSED],
    ['no token', '/conversations', {}, REFUSED],
    ['a wrong query', '/metrics?format=xml', {}, REFUSED],
    ['a body that is no JSON', '/analyze-lead', { method: 'POST', headers: JSON_TYPE, body: '{' }, REFUSED],
    ['a body of another type', '/analyze-lead', { method: 'POST', body: 'x' }, REFUSED],
    ['a webhook of another type', '/webhook/ghl', { method: 'POST', body: 'x' }, { ...REFUSED, webhooks_total: 1 }],
    [
      'a webhook without a signature',
      '/webhook/ghl',
      { method: 'POST', headers: JSON_TYPE, body: '{}' },
      { ...REFUSED, webhooks_total: 1, signature_failures: 1 },
    ],
  ])('%s', async (_title, path, init, expected) => {
    expect(await moved(() => fetch(`${app.url}${path}`, init))).toEqual(expected);
  });

  it('a webhook and its duplicates', async () => {
    const webhook = { type: 'LocationUpdate', locationId: 'sandboxLocation', webhookId: 'metrics-1' };
    const post = () => app.postWebhook(webhook);
    expect(await moved(post)).toEqual({ requests_total: 1, latency_ms_count: 1, webhooks_total: 1 });
    expect(await moved(() => Promise.all([post(), post()]))).toEqual({
      requests_total: 2,
      latency_ms_count: 2,
      webhooks_total: 2,
      duplicate_webhooks: 2,
    });
  });

  it("the monitor's canary is no duplicate of GHL's", async () => {
    const canary = { type: 'JorgeCanary', webhookId: 'metrics-canary' };
    const moves = await moved(async () => {
      await app.postWebhook(canary);
      await app.postWebhook(canary);
    });
    expect(moves).toEqual({ requests_total: 2, latency_ms_count: 2, webhooks_total: 2 });
  });

  it('a request that the caller gives up', async () => {
    const giveUp = async () => {
      const headers = { ...JSON_TYPE, 'Content-Length': '100', Expect: '100-continue' };
      const sent = httpRequest(`${app.url}/webhook/ghl`, { method: 'POST', headers });
      sent.on('error', () => undefined);
      sent.flushHeaders();
      await once(sent, 'continue');
      sent.destroy();
      await eventually(() => app.logs.find(({ outcome }) => outcome === 'aborted') ?? null);
    };
    expect(await moved(giveUp)).toEqual({ requests_total: 1, latency_ms_count: 1, webhooks_total: 1 });
  });

  it('an answer of 503, by a call of the CRM that failed', async () => {
    app.monotonic.advance(2 * MINUTE_MS);
    app.crm.injectFault({ path: /^\/locations\//, kind: 'status', status: 401 });
    expect(await moved(() => fetch(`${app.url}/health/deps`))).toEqual({
      requests_total: 1,
      latency_ms_count: 1,
      errors_total: 1,
      server_errors_total: 1,
      ghl_calls_total: 1,
      ghl_calls_failed: 1,
    });
  });

  it('a call of the CRM that succeeds', async () => {
    app.monotonic.advance(2 * MINUTE_MS);
    expect(await moved(() => fetch(`${app.url}/health`))).toEqual({
      requests_total: 1,
      latency_ms_count: 1,
      ghl_calls_total: 1,
    });
  });

  it('a slow request, with look-ups of the field directory', async () => {
    const analyze = (contact_id: string) =>
      app.asAdmin('/analyze-lead', { contact_id, location_id: 'sandboxLocation', message: 'I want to buy in Frisco' });
    const first = await moved(() => analyze('directory1'));
    expect(first).toMatchObject({ requests_total: 1, cache_misses: 1 });
    app.crm.injectFault({ method: 'PUT', path: /^\/contacts\/slow1$/, kind: 'delay', delayMs: 300 });
    const second = await moved(async () => {
      const answer = analyze('slow1');
      await eventually(() => app.crm.requests.find(isWriteTo('slow1')) ?? null);
      app.monotonic.advance(1_500);
      await answer;
    });
    expect(second).toMatchObject({ requests_total: 1, slow_requests: 1, latency_ms_count: 1, latency_ms_sum: 1_500 });
    expect(second.cache_hits).toBe((first.cache_hits ?? 0) + 1);
    expect(second).not.toHaveProperty('cache_misses');
  });

  it('a fallback, told by its log line', async () => {
    app.crm.injectFault({ method: 'GET', path: /^\/contacts\/fallback1$/, kind: 'status', status: 401 });
    const text = inboundText('fallback1', 'STOP');
    const difference = await moved(async () => {
      await app.postWebhook(text);
      await app.finished(String(text.webhookId));
    });
    const lines = app.logs.filter((line) => line.fallback_used === true && line.contact_id === 'fallback1');
    expect(difference.fallbacks_total).toBe(lines.length);
    expect(lines.length).toBeGreaterThan(0);
  });
});

describe('observability: windows, totals and rates', () => {
  // Nothing but the test sends anything to this one.
  let quiet: TestApp;
  beforeAll(async () => {
    quiet = await startTestApp({ FF_GROWTH_CANARY_SOURCE: 'zillow' });
  });
  afterAll(() => quiet.close());

  const inWindows = async () => {
    const { windows } = (await metrics(quiet)).runtime_metrics;
    return Object.fromEntries(Object.entries(windows).map(([name, window]) => [name, window.webhooks_total]));
  };

  it('forget after their time, and not when the wall clock is set', async () => {
    quiet.monotonic.advance(24 * 60 * MINUTE_MS);
    expect(await inWindows()).toEqual({ '1m': 0, '5m': 0, '24h': 0 });
    await quiet.postWebhook({ type: 'LocationUpdate', webhookId: 'window-1' });
    for (const days of [1, -2, 1]) {
      quiet.clock.shiftMs += days * 24 * 60 * MINUTE_MS;
      expect(await inWindows()).toEqual({ '1m': 1, '5m': 1, '24h': 1 });
    }
    quiet.monotonic.advance(MINUTE_MS);
    expect(await inWindows()).toEqual({ '1m': 0, '5m': 1, '24h': 1 });
    quiet.monotonic.advance(4 * MINUTE_MS);
    expect(await inWindows()).toEqual({ '1m': 0, '5m': 0, '24h': 1 });
  });

  it('has the totals since the start under the names of the contract', async () => {
    const { counters, rates, counters_by_label } = (await metrics()).runtime_metrics;
    const total = (name: string) => counters[name] ?? Number.NaN;
    expect(total('request_count')).toBe(total('requests_total'));
    expect(total('error_count')).toBe(total('client_errors_total') + total('server_errors_total'));
    expect(total('webhook_duplicate_count')).toBe(2);
    expect(rates.cache_hit_rate).toBeCloseTo(total('cache_hits') / (total('cache_hits') + total('cache_misses')));
    expect(rates.ghl_success_rate).toBeCloseTo(1 - total('ghl_calls_failed') / total('ghl_calls_total'));
    expect([rates.avg_response_ms, rates.p95_response_ms]).toEqual([expect.any(Number), expect.any(Number)]);
    expect(counters_by_label.ghl_calls_total).toMatchObject({ 'checkHealth:unauthorized': 1 });
    expect(counters_by_label.webhooks_total).toMatchObject({
      acknowledged: 2,
      duplicate_ignored: 3,
      refused_403: 1,
      refused_415: 1,
      aborted: 1,
    });
    expect(counters_by_label.signature_failures).toEqual({ none: 1 });
  });

  it('tells how the growth experiments are set', async () => {
    expect((await metrics(quiet)).growth_rollout).toEqual({
      flags: {
        lead_source_attribution: false,
        adaptive_followup_timing: false,
        ab_response_style_testing: false,
        sla_handoff_thresholds: false,
      },
      canary: { enabled: false, source: 'zillow', percentage: 100 },
      writeback_toggles: { lead_source: false, conversion_feedback: false },
    });
  });
});

describe('observability: caches', () => {
  it.each(['/metrics', '/performance'])('keep nothing of %s', async (path) => {
    expect((await fetch(`${app.url}${path}`)).headers.get('Cache-Control')).toBe('no-store');
  });

  it('are told that /metrics depends on what is asked for', async () => {
    expect((await fetch(`${app.url}/metrics`)).headers.get('Vary')).toBe('Accept');
  });
});

describe('observability: X-Process-Time', () => {
  it.each([
    ['a good answer', '/health', {}],
    ['no such route', '/nope', {}],
    ['a path that cannot be decoded', '/%ff', {}],
    ['a refused request', '/conversations', {}],
    ['a refused webhook', '/webhook/ghl', { method: 'POST', body: 'x' }],
    ['the API page', '/docs', {}],
  ])('is on %s, in seconds', async (_title, path, init) => {
    const response = await fetch(`${app.url}${path}`, init);
    expect(response.headers.get('X-Process-Time')).toBe('0.000000');
  });

  it('tells how long the answer took to begin', async () => {
    app.crm.injectFault({ method: 'PUT', path: /^\/contacts\/time1$/, kind: 'delay', delayMs: 300 });
    const answer = app.asAdmin('/analyze-lead', { contact_id: 'time1', location_id: 'l1', message: 'I want to buy' });
    await eventually(() => app.crm.requests.find(isWriteTo('time1')) ?? null);
    app.monotonic.advance(2_345);
    expect((await answer).headers.get('X-Process-Time')).toBe('2.345000');
  });
});
