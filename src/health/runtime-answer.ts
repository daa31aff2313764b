import { WINDOWS } from '../telemetry';
import type { Registry, Summary } from '../telemetry';

/** What this process has counted and measured since its start, under the names of `GET /metrics`. */
export async function toRuntimeAnswer(registry: Registry) {
  const { counts, latency } = registry.summary('sinceStart');
  return {
    windows: Object.fromEntries(WINDOWS.map((name) => [name, toWindowAnswer(registry.summary(name))])),
    counters: {
      request_count: counts.requests_total,
      error_count: errorsIn(counts),
      webhook_duplicate_count: counts.duplicate_webhooks,
      ...counts,
    },
    counters_by_label: await registry.countsByLabel(),
    rates: {
      avg_response_ms: rounded(latency.averageMs),
      p95_response_ms: rounded(latency.p95Ms),
      ...toRates(counts),
    },
  };
}

/** The state of the last five minutes in a few numbers. */
export function toCurrentAnswer(registry: Registry) {
  const { counts, latency } = registry.summary('5m');
  return {
    window: '5m',
    requests_total: counts.requests_total,
    client_errors_total: counts.client_errors_total,
    server_errors_total: counts.server_errors_total,
    slow_requests: counts.slow_requests,
    avg_response_ms: rounded(latency.averageMs),
    p95_response_ms: rounded(latency.p95Ms),
    ghl_calls_total: counts.ghl_calls_total,
    ...toRates(counts),
  };
}

function toWindowAnswer({ counts, latency }: Summary) {
  return {
    ...counts,
    errors_total: errorsIn(counts),
    latency_ms_sum: rounded(latency.sumMs),
    latency_ms_count: latency.count,
    latency_ms_avg: rounded(latency.averageMs),
    latency_ms_p95: rounded(latency.p95Ms),
  };
}

function toRates({ cache_hits, cache_misses, ghl_calls_total, ghl_calls_failed }: Summary['counts']) {
  return {
    cache_hit_rate: share(cache_hits, cache_hits + cache_misses),
    ghl_success_rate: share(ghl_calls_total - ghl_calls_failed, ghl_calls_total),
  };
}

function errorsIn({ client_errors_total, server_errors_total }: Summary['counts']): number {
  return client_errors_total + server_errors_total;
}

/** `null`: of nothing there is no share. */
function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function rounded(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms * 1_000) / 1_000;
}
