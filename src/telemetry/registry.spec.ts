import { ManualClock } from '../../test/support/manual-clock';
import { COUNTER_NAMES, DURATIONS } from './metrics';
import { Registry, WINDOWS } from './registry';
import type { FinishedRequest, WindowName } from './registry';

const MINUTE_MS = 60_000;

let clock: ManualClock;
let registry: Registry;
beforeEach(() => {
  clock = new ManualClock();
  registry = new Registry(clock);
});

function request(more: Partial<FinishedRequest> = {}): void {
  registry.recordRequest({ handler: 'GET /x', status: 200, durationMs: 10, ...more });
}

/** The counters that are not zero. */
function counted(window: WindowName | 'sinceStart' = '1m'): Record<string, number> {
  const { counts } = registry.summary(window);
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
}

describe('observability: the registry', () => {
  it.each(COUNTER_NAMES)('moves %s by one, in every window, and nothing else', (name) => {
    registry.count(name, {} as never);
    for (const window of [...WINDOWS, 'sinceStart'] as const) expect(counted(window)).toEqual({ [name]: 1 });
  });

  it.each([
    [200, { requests_total: 1 }],
    [304, { requests_total: 1 }],
    [399, { requests_total: 1 }],
    [400, { requests_total: 1, client_errors_total: 1 }],
    [499, { requests_total: 1, client_errors_total: 1 }],
    [500, { requests_total: 1, server_errors_total: 1 }],
    [503, { requests_total: 1, server_errors_total: 1 }],
    ['aborted' as const, { requests_total: 1 }],
  ])('tells from status %s whose error it was', (status, expected) => {
    request({ status });
    expect(counted()).toEqual(expected);
  });

  it.each([
    [1_000, 0],
    [1_000.1, 1],
  ])('takes a request of %d ms for slow: %i', (durationMs, slow) => {
    request({ durationMs });
    expect(registry.summary('1m').counts.slow_requests).toBe(slow);
  });

  it('sums, averages and ranks latencies', () => {
    for (let ms = 1; ms <= 100; ms += 1) request({ durationMs: ms });
    const { latency } = registry.summary('5m');
    expect(latency).toMatchObject({ sumMs: 5_050, count: 100, averageMs: 50.5 });
    expect(latency.p95Ms).toBeGreaterThan(95 * 0.95);
    expect(latency.p95Ms).toBeLessThan(95 * 1.05);
  });

  it('has no average and no percentile of no requests', () => {
    registry.count('duplicate_webhooks', {});
    expect(registry.summary('1m').latency).toEqual({ sumMs: 0, count: 0, averageMs: null, p95Ms: null });
  });

  it('lets each window forget at its own time', () => {
    const inWindows = () => [...WINDOWS, 'sinceStart' as const].map((name) => registry.summary(name).latency.count);
    request();
    expect(inWindows()).toEqual([1, 1, 1, 1]);
    clock.advance(MINUTE_MS);
    expect(inWindows()).toEqual([0, 1, 1, 1]);
    clock.advance(4 * MINUTE_MS);
    expect(inWindows()).toEqual([0, 0, 1, 1]);
    clock.advance(24 * 60 * MINUTE_MS);
    expect(inWindows()).toEqual([0, 0, 0, 1]);
  });

  it('tells what it has counted by label', async () => {
    registry.count('ghl_calls_total', { operation: 'sendMessage', outcome: 'ok' });
    registry.count('ghl_calls_total', { operation: 'sendMessage', outcome: 'ok' });
    registry.count('ghl_calls_total', { operation: 'addTags', outcome: 'timeout' });
    registry.count('duplicate_webhooks', {});
    expect(await registry.countsByLabel()).toEqual({
      ghl_calls_total: { 'sendMessage:ok': 2, 'addTags:timeout': 1 },
    });
  });

  it('tells Prometheus of a request by handler and status, in seconds', async () => {
    request({ handler: 'GET /x', status: 500, durationMs: 2_000 });
    request({ handler: 'GET /y', status: 404, durationMs: 500 });
    request({ handler: 'GET /y', status: 'aborted', durationMs: 250 });
    expect(await registry.countsByLabel()).toEqual({
      requests_total: { 'GET /x:500': 1, 'GET /y:404': 1, 'GET /y:aborted': 1 },
      server_errors_total: { 'GET /x': 1 },
      client_errors_total: { 'GET /y': 1 },
      slow_requests: { 'GET /x': 1 },
    });
    const text = await registry.prometheus.metrics();
    expect(text.match(/^\w+_sum\{handler=.*$/gm)?.map((line) => line.replace(/^\w+/, ''))).toEqual([
      '{handler="GET /x"} 2',
      '{handler="GET /y"} 0.75',
    ]);
  });

  it('sorts durations into the buckets that their name has', async () => {
    request({ durationMs: 10 });
    const text = await registry.prometheus.metrics();
    const bounds = [...text.matchAll(/_bucket\{le="([\d.]+)",handler="GET \/x"\}/g)].map(([, bound]) => Number(bound));
    expect(bounds).toEqual([...DURATIONS.request.bucketsSeconds]);
  });
});
