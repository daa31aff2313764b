import { readFileSync } from 'node:fs';
import { getJson } from './support/monitoring-answers';
import type { MetricsJson } from './support/monitoring-answers';
import { parsePrometheusText } from './support/prometheus-text';
import type { ParsedMetric } from './support/prometheus-text';
import { ADMIN_TOKEN, inboundText, startTestApp } from './support/test-app';
import type { TestApp } from './support/test-app';

/** What Prometheus 3 sends. */
const SCRAPER =
  'application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2';
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const TEXT = 'text/plain; charset=utf-8; version=0.0.4';
const JSON_TEXT = 'application/json; charset=utf-8';

/** Labels that would grow with the traffic. */
const UNBOUNDED = /contact|location|event_id|path|url|id|message|phone|token/;

describe('observability: GET /metrics for Prometheus', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
    await app.say('prom1', 'I want to buy a house in Frisco');
    await app.postWebhook(inboundText('prom1', 'again', { webhookId: 'twice' }));
    await app.postWebhook(inboundText('prom1', 'again', { webhookId: 'twice' }));
    await app.finished('twice');
    await fetch(`${app.url}/webhook/ghl`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
    await fetch(`${app.url}/conversations/${'x'.repeat(20)}`);
    await fetch(`${app.url}/some/unknown/path?secret=1`);
  });
  afterAll(() => app.close());

  async function scrape(): Promise<ReadonlyMap<string, ParsedMetric>> {
    return parsePrometheusText(await (await fetch(`${app.url}/metrics?format=prometheus`)).text());
  }

  it('can be parsed, again and again', async () => {
    expect((await scrape()).size).toBeGreaterThan(40);
    await (await fetch(`${app.url}/metrics`)).json();
    expect((await scrape()).size).toBeGreaterThan(40);
  });

  it('says the same as the JSON', async () => {
    const { counters } = (await getJson<MetricsJson>(`${app.url}/metrics`)).runtime_metrics;
    const metrics = await scrape();
    const total = (name: string) => metrics.get(name)?.samples.reduce((sum, { value }) => sum + value, 0) ?? 0;
    expect(total('jorge_webhook_duplicates_total')).toBe(counters.duplicate_webhooks);
    expect(total('jorge_webhook_signature_failures_total')).toBe(counters.signature_failures);
    expect(total('jorge_ghl_calls_total')).toBe(counters.ghl_calls_total);
    expect(total('jorge_cache_misses_total')).toBe(counters.cache_misses);
    // The JSON's own request came between.
    expect(total('jorge_http_requests_total') - 1).toBe(counters.requests_total);
    expect([counters.duplicate_webhooks, counters.signature_failures]).toEqual([1, 1]);
  });

  it('names handlers by their pattern, what came to none by none, and nothing after a request', async () => {
    const requests = (await scrape()).get('jorge_http_requests_total')?.samples ?? [];
    expect(requests.map(({ labels }) => `${labels.handler} ${labels.status}`)).toEqual(
      expect.arrayContaining([
        'POST /webhook/ghl 200',
        'GET /conversations/:contactId 200',
        'POST /webhook/ghl 403',
        'GET /conversations/:contactId 401',
        'none 404',
      ]),
    );
    for (const { samples } of (await scrape()).values()) {
      for (const { labels } of samples)
        expect(Object.keys(labels).filter((label) => UNBOUNDED.test(label))).toEqual([]);
    }
    expect(JSON.stringify([...(await scrape())])).not.toMatch(/prom1|unknown\/path|secret|xxxxx/);
  });

  it('has speed to lead, the inbox, the dependencies and the process', async () => {
    const metrics = await scrape();
    const valueOf = (name: string) => metrics.get(name)?.samples[0]?.value;
    const answered = metrics.get('jorge_speed_to_lead_seconds')?.samples.find(({ name }) => name.endsWith('_count'));
    expect(answered?.value).toBeGreaterThanOrEqual(1);
    expect(valueOf('jorge_five_minute_compliance_ratio')).toBe(1);
    expect([valueOf('jorge_inbox_unfinished'), valueOf('jorge_texts_waiting')]).toEqual([0, 0]);
    expect(valueOf('jorge_storage_free_bytes')).toBeGreaterThan(0);
    const dependencies = metrics
      .get('jorge_dependency_up')
      ?.samples.map(({ labels, value }) => [labels.dependency, value]);
    expect(Object.fromEntries(dependencies ?? [])).toEqual({ ghl: 1, claude: 1, storage: 1, inbox: 1 });
    expect(valueOf('process_resident_memory_bytes')).toBeGreaterThan(1e7);
    expect(metrics.get('nodejs_eventloop_lag_p99_seconds')?.samples).toHaveLength(1);
  });

  it('is described in docs/monitoring.md, every metric and no other', async () => {
    const described = readFileSync('docs/monitoring.md', 'utf8').match(/jorge_[a-z0-9_]+/g);
    const own = [...(await scrape()).keys()].filter((name) => name.startsWith('jorge_'));
    expect([...new Set(described)].sort()).toEqual(own.sort());
  });

  it('leaves out what has no value yet', async () => {
    const fresh = await startTestApp();
    const text = await (await fetch(`${fresh.url}/metrics?format=prometheus`)).text();
    expect(parsePrometheusText(text).get('jorge_five_minute_compliance_ratio')?.samples).toEqual([]);
    await fresh.close();
  });

  it.each([
    ['', undefined, JSON_TEXT],
    ['', '*/*', JSON_TEXT],
    ['', 'application/json', JSON_TEXT],
    ['', 'application/json, text/plain, */*', JSON_TEXT],
    ['', BROWSER, JSON_TEXT],
    ['', 'text/plain', TEXT],
    ['', 'application/openmetrics-text', TEXT],
    ['', SCRAPER, TEXT],
    ['?format=prometheus', 'application/json', TEXT],
    ['?format=json', 'text/plain', JSON_TEXT],
  ])('%s with Accept: %s is answered in %s', async (query, accept, type) => {
    const response = await fetch(`${app.url}/metrics${query}`, {
      headers: accept === undefined ? {} : { Accept: accept },
    });
    expect([response.status, response.headers.get('Content-Type')]).toEqual([200, type]);
  });
});

describe('observability: who may read metrics', () => {
  const LIVE = {
    GHL_ACCESS_TOKEN: 'pit-1',
    GHL_LOCATION_ID: 'loc1',
    GHL_API_BASE_URL: 'http://127.0.0.1:9',
    HOST: '127.0.0.1',
  };

  async function statusOf(service: TestApp, path: string, token?: string): Promise<number> {
    const init = token === undefined ? {} : { headers: { Authorization: `Bearer ${token}` } };
    return (await fetch(`${service.url}${path}`, init)).status;
  }

  it('in live mode: who holds one of the two tokens, which opens nothing else', async () => {
    const live = await startTestApp({ ...LIVE, METRICS_TOKEN: 'scraper' });
    for (const path of ['/metrics', '/performance']) {
      expect(await statusOf(live, path)).toBe(401);
      expect(await statusOf(live, path, 'wrong')).toBe(401);
      expect(await statusOf(live, path, 'scraper')).toBe(200);
      expect(await statusOf(live, path, ADMIN_TOKEN)).toBe(200);
    }
    expect(await statusOf(live, '/conversations', 'scraper')).toBe(401);
    expect(await statusOf(live, '/health')).toBe(200);
    await live.close();
  });

  it('in live mode without any token set: nobody', async () => {
    const live = await startTestApp({ ...LIVE, ADMIN_TOKEN: '' });
    const response = await fetch(`${live.url}/metrics`, { headers: { Authorization: 'Bearer undefined' } });
    expect([response.status, await response.json()]).toEqual([
      403,
      expect.objectContaining({ code: 'metrics_token_not_set' }),
    ]);
    await live.close();
  });

  it('in sandbox mode: everybody', async () => {
    const sandbox = await startTestApp({ METRICS_TOKEN: 'scraper' });
    expect([await statusOf(sandbox, '/metrics'), await statusOf(sandbox, '/performance', 'wrong')]).toEqual([200, 200]);
    await sandbox.close();
  });
});
