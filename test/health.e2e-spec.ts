import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerWith, fails, MessagesApi, says } from './support/messages-api';
import { getJson } from './support/monitoring-answers';
import type { MetricsJson } from './support/monitoring-answers';
import { eventually, inboundText, startTestApp } from './support/test-app';
import type { TestApp } from './support/test-app';

const MINUTE_MS = 60_000;

let app: TestApp;
beforeEach(async () => {
  // Longer than a test may take: whoever waits for the CRM fails.
  app = await startTestApp({ GHL_TIMEOUT_MS: '110000' });
});
afterEach(async () => {
  app.crm.clearFaults();
  await app.close();
});

async function ask(path: string, service = app) {
  const response = await fetch(`${service.url}${path}`);
  return { code: response.status, body: (await response.json()) as HealthJson };
}

interface HealthJson {
  readonly status: string;
  readonly services: {
    readonly claude: object;
    readonly inbox: { readonly unfinished: number; readonly failed: number; readonly oldest_age_seconds: number };
  };
}

/** What was found out last is not relied on any more. */
function forgetProbes(): void {
  app.monotonic.advance(MINUTE_MS);
}

describe('observability: health', () => {
  it('tells the state of all that the service depends on', async () => {
    expect(await ask('/health')).toEqual({
      code: 200,
      body: {
        status: 'ok',
        services: {
          ghl: { status: 'up' },
          claude: { status: 'up', mode: 'pattern_only' },
          storage: { status: 'up', writable: true, free_bytes: expect.any(Number) },
          inbox: { status: 'up', unfinished: 0, failed: 0, oldest_age_seconds: 0 },
        },
      },
    });
    expect(await ask('/health/ready')).toMatchObject({ code: 200, body: { status: 'ready' } });
    expect(await ask('/health/deps')).toMatchObject({ code: 200, body: { status: 'ok' } });
  });

  it.each(['/health', '/health/ready', '/health/deps'])('has no cache keep %s', async (path) => {
    expect((await fetch(`${app.url}${path}`)).headers.get('Cache-Control')).toBe('no-store');
  });

  it('degrades with an outage of the CRM and recovers with it; only the strict one fails', async () => {
    app.crm.injectFault({ path: /^\/locations\//, kind: 'status', status: 401 });
    const degraded = { status: 'degraded', services: { ghl: { status: 'down' } } };
    expect(await ask('/health')).toMatchObject({ code: 200, body: degraded });
    expect(await ask('/health/deps')).toMatchObject({ code: 503, body: degraded });
    expect(await ask('/health/ready')).toMatchObject({ code: 200 });
    app.crm.clearFaults();
    forgetProbes();
    expect(await ask('/health')).toMatchObject({ code: 200, body: { status: 'ok' } });
    expect(await ask('/health/deps')).toMatchObject({ code: 200, body: { status: 'ok' } });
  });

  it('answers at once while the CRM hangs', async () => {
    app.crm.injectFault({ path: /^\/locations\//, kind: 'hang' });
    expect(await ask('/health')).toMatchObject({ code: 200, body: { services: { ghl: { status: 'down' } } } });
  });

  it('asks the CRM once for many who want to know, and again when the answer is old', async () => {
    const probes = () =>
      app.crm.requests.filter(({ method, path }) => method === 'GET' && path === `/locations/sandboxLocation`);
    for (let call = 0; call < 5; call += 1) await ask('/health');
    await Promise.all([ask('/health/deps'), ask('/metrics'), ask('/performance')]);
    expect(probes()).toHaveLength(1);
    forgetProbes();
    await ask('/health');
    expect(probes()).toHaveLength(2);
  });

  it('follows the disk down and up: not ready, not restarted', async () => {
    // A folder where the probe's file belongs: nobody can write it, root included.
    const obstacle = join(app.dataDir, '.write-probe');
    mkdirSync(obstacle);
    writeFileSync(join(obstacle, 'x'), '');
    expect(await ask('/health')).toMatchObject({
      code: 200,
      body: { status: 'degraded', services: { storage: { status: 'down', writable: false } } },
    });
    expect(await ask('/health/ready')).toMatchObject({ code: 503, body: { status: 'not_ready' } });
    expect(await ask('/health/deps')).toMatchObject({ code: 503 });
    rmSync(obstacle, { recursive: true });
    forgetProbes();
    expect(await ask('/health')).toMatchObject({ code: 200, body: { status: 'ok' } });
    expect(await ask('/health/ready')).toMatchObject({ code: 200, body: { status: 'ready' } });
  });

  it('counts what is unfinished and parked, and degrades when the oldest has waited five minutes', async () => {
    const remove = app.crm.injectFault({
      method: 'POST',
      path: /\/conversations\/messages$/,
      kind: 'status',
      status: 503,
    });
    await app.postWebhook(inboundText('slow1', 'I want to buy a house'));
    await app.conversation('slow1', (file) => file.conversation_history[0]?.sent === false);
    const inbox = async () => (await ask('/health')).body.services.inbox;
    expect(await inbox()).toMatchObject({ status: 'up', unfinished: 1, failed: 0 });
    app.clock.shiftMs += 5 * MINUTE_MS;
    expect(await inbox()).toMatchObject({ status: 'down', unfinished: 1 });
    expect((await inbox()).oldest_age_seconds).toBeGreaterThanOrEqual(300);
    remove();
    await app.conversation('slow1', (file) => file.conversation_history[0]?.sent === true);
    expect(await eventually(async () => ((await inbox()).unfinished === 0 ? inbox() : null))).toMatchObject({
      status: 'up',
      failed: 0,
    });
    app.crm.injectFault({ method: 'POST', path: /\/conversations\/messages$/, kind: 'status', status: 422 });
    await app.postWebhook(inboundText('refused1', 'I want to buy a house'));
    await eventually(async () => ((await inbox()).failed === 1 ? true : null));
    expect(await inbox()).toMatchObject({ status: 'up', unfinished: 0, failed: 1 });
  });

  it('follows Claude down and up by the turns that need it, and counts calls, answers kept and costs', async () => {
    const api = await MessagesApi.start();
    const withClaude = await startTestApp({ CLAUDE_API_KEY: 'sk-ant-key', CLAUDE_BASE_URL: api.url });
    const claude = async () => (await ask('/health', withClaude)).body.services.claude;
    const analyze = (message: string) =>
      withClaude.asAdmin('/analyze-lead', { contact_id: 'c1', location_id: 'l1', message, dry_run: true });
    expect(await claude()).toEqual({ status: 'up', mode: 'live' });
    api.always = fails(401, 'authentication_error');
    await analyze('I want to buy in Plano');
    expect(await claude()).toMatchObject({ status: 'down', mode: 'degraded' });
    expect((await ask('/health', withClaude)).code).toBe(200);
    expect((await ask('/health/deps', withClaude)).code).toBe(503);
    expect(api.requests).toHaveLength(1);
    api.always = says(answerWith());
    // The breaker goes by the real clock, and tries again after a minute.
    const now = Date.now() + 60_000;
    jest.spyOn(Date, 'now').mockReturnValue(now);
    await analyze('I want to buy in Plano');
    await analyze('I want to buy in Plano');
    jest.restoreAllMocks();
    expect(await claude()).toEqual({ status: 'up', mode: 'live' });
    expect(api.requests).toHaveLength(2);
    const { counters, counters_by_label } = (await getJson<MetricsJson>(`${withClaude.url}/metrics`)).runtime_metrics;
    expect(counters_by_label.claude_calls_total).toEqual({ unauthorised: 1, answered: 1 });
    expect([counters.cache_hits, counters.cache_misses]).toEqual([1, 2]);
    expect(counters.claude_cost_usd).toBeCloseTo(0.00008, 7);
    await withClaude.close();
    await api.stop();
  });

  it('fails while the service stops, so that nobody sends it anything more', async () => {
    const stopping = await startTestApp();
    stopping.crm.injectFault({ path: /^\/contacts\//, kind: 'delay', delayMs: 1_000 });
    await stopping.postWebhook(inboundText('last1', 'I want to buy a house'));
    const closed = stopping.close();
    const health = () => ask('/health', stopping);
    expect(await eventually(async () => ((await health()).code === 503 ? health() : null))).toMatchObject({
      code: 503,
      body: { status: 'stopping' },
    });
    expect(await ask('/health/ready', stopping)).toMatchObject({ code: 503, body: { status: 'stopping' } });
    await closed;
  });
});
