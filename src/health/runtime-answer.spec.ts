import { ManualClock } from '../../test/support/manual-clock';
import { COUNTERS } from '../telemetry/metrics';
import { Registry } from '../telemetry';
import { toCurrentAnswer, toRuntimeAnswer } from './runtime-answer';

let clock: ManualClock;
let registry: Registry;
beforeEach(() => {
  clock = new ManualClock();
  registry = new Registry(clock);
});

const NOTHING = Object.fromEntries(Object.keys(COUNTERS).map((name) => [name, 0]));
const NO_TIME = { latency_ms_sum: 0, latency_ms_count: 0, latency_ms_avg: null, latency_ms_p95: null };

function record(status: number, durationMs: number): void {
  registry.recordRequest({ handler: 'GET /x', status, durationMs });
}

describe('observability: what GET /metrics tells', () => {
  it('has every number of the contract, and none where there is nothing to share or average', async () => {
    const empty = { ...NOTHING, errors_total: 0, ...NO_TIME };
    expect(await toRuntimeAnswer(registry)).toEqual({
      windows: { '1m': empty, '5m': empty, '24h': empty },
      counters: { ...NOTHING, request_count: 0, error_count: 0, webhook_duplicate_count: 0 },
      counters_by_label: {},
      rates: { avg_response_ms: null, p95_response_ms: null, cache_hit_rate: null, ghl_success_rate: null },
    });
  });

  it('counts errors of both sides, and rounds times to a microsecond', async () => {
    record(404, 0.1234567);
    record(503, 0.1234567);
    record(200, 0.1234567);
    const { windows, counters, rates } = await toRuntimeAnswer(registry);
    expect(windows['1m']).toMatchObject({
      requests_total: 3,
      errors_total: 2,
      client_errors_total: 1,
      server_errors_total: 1,
      latency_ms_sum: 0.37,
      latency_ms_count: 3,
      latency_ms_avg: 0.123,
    });
    expect(counters).toMatchObject({ request_count: 3, error_count: 2 });
    expect(rates.avg_response_ms).toBe(0.123);
    expect(rates.p95_response_ms).toBeCloseTo(0.123, 1);
  });

  it('has the shares of the caches and of the calls', async () => {
    registry.count('cache_hits', { cache: 'x' }, 3);
    registry.count('cache_misses', { cache: 'x' }, 1);
    registry.count('ghl_calls_total', { operation: 'x', outcome: 'ok' }, 8);
    registry.count('ghl_calls_failed', { operation: 'x', outcome: 'timeout' }, 2);
    registry.count('duplicate_webhooks', {}, 5);
    const { counters, rates, counters_by_label } = await toRuntimeAnswer(registry);
    expect(rates).toMatchObject({ cache_hit_rate: 0.75, ghl_success_rate: 0.75 });
    expect(counters.webhook_duplicate_count).toBe(5);
    expect(counters_by_label).toEqual({
      cache_hits: { x: 3 },
      cache_misses: { x: 1 },
      ghl_calls_total: { 'x:ok': 8 },
      ghl_calls_failed: { 'x:timeout': 2 },
    });
  });
});

describe('observability: what GET /performance tells of now', () => {
  it('is what happened in the last five minutes', () => {
    record(500, 7_000);
    clock.advance(300_000);
    record(200, 10);
    record(401, 2_000);
    registry.count('ghl_calls_total', { operation: 'x', outcome: 'ok' }, 4);
    registry.count('ghl_calls_failed', { operation: 'x', outcome: 'timeout' });
    registry.count('cache_hits', { cache: 'x' });
    expect(toCurrentAnswer(registry)).toEqual({
      window: '5m',
      requests_total: 2,
      client_errors_total: 1,
      server_errors_total: 0,
      slow_requests: 1,
      avg_response_ms: 1_005,
      p95_response_ms: expect.any(Number) as number,
      ghl_calls_total: 4,
      cache_hit_rate: 1,
      ghl_success_rate: 0.75,
    });
  });
});
