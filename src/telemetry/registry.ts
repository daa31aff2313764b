import { Injectable } from '@nestjs/common';
import { Counter, Histogram, Registry as PrometheusRegistry } from 'prom-client';
import { MonotonicClock } from '../config';
import { binOf, quantileMs } from './latency-bins';
import { COUNTER_NAMES, COUNTERS, DURATIONS } from './metrics';
import type { CounterLabels, CounterName, DurationLabels, DurationName } from './metrics';
import { RollingWindow } from './rolling-window';

/** What is longer is a slow request. */
const SLOW_MS = 1_000;
const P95 = 0.95;

const COLUMN_OF = new Map(COUNTER_NAMES.map((name, column) => [name, column]));
/** The last column. */
const LATENCY_SUM = COUNTER_NAMES.length;

/** The rolling windows, by the names that they have in `GET /metrics`. */
export const WINDOWS = ['1m', '5m', '24h'] as const;
export type WindowName = (typeof WINDOWS)[number];

/** What has been recorded in a stretch of time. */
export interface Summary {
  readonly counts: Readonly<Record<CounterName, number>>;
  /** Of HTTP requests, in milliseconds; `null` where there were none. The 95th percentile is within 5%. */
  readonly latency: {
    readonly sumMs: number;
    readonly count: number;
    readonly averageMs: number | null;
    readonly p95Ms: number | null;
  };
}

interface CountedValue {
  readonly labels: Readonly<Partial<Record<string, string | number>>>;
  readonly value: number;
}

/** An HTTP request that is over. */
export interface FinishedRequest {
  /** Such as `GET /conversations/:contactId`. */
  readonly handler: string;
  /** `aborted`: the client did not wait for the answer. */
  readonly status: number | 'aborted';
  readonly durationMs: number;
}

/** Counts and durations of this process, over rolling windows and since its start, also for Prometheus. */
@Injectable()
export class Registry {
  /** Not prom-client's global one: several services can run in one process. */
  readonly prometheus = new PrometheusRegistry();
  private readonly counters: ReadonlyMap<CounterName, Counter>;
  private readonly durations: ReadonlyMap<DurationName, Histogram>;
  private readonly windows: Readonly<Record<WindowName | 'sinceStart', RollingWindow>> = {
    '1m': newWindow(1_000, 60),
    '5m': newWindow(5_000, 60),
    '24h': newWindow(300_000, 288),
    sinceStart: newWindow(Infinity, 1),
  };
  private readonly allWindows = Object.values(this.windows);

  constructor(private readonly clock: MonotonicClock) {
    const registers = [this.prometheus];
    this.counters = new Map(
      COUNTER_NAMES.map((key) => {
        const { prometheus: name, help, labels } = COUNTERS[key];
        return [key, new Counter({ name, help, labelNames: labels, registers })];
      }),
    );
    this.durations = new Map(
      (Object.keys(DURATIONS) as DurationName[]).map((key) => {
        const { prometheus: name, help, labels, bucketsSeconds } = DURATIONS[key];
        return [key, new Histogram({ name, help, labelNames: labels, buckets: [...bucketsSeconds], registers })];
      }),
    );
  }

  /** @param amount one, unless something else than occurrences is counted; never negative. */
  count<Name extends CounterName>(name: Name, labels: CounterLabels<Name>, amount = 1): void {
    this.counters.get(name)?.inc(labels, amount);
    const nowMs = this.clock.now();
    for (const window of this.allWindows) window.add(COLUMN_OF.get(name) ?? 0, amount, nowMs);
  }

  /** Notes how long something took, in milliseconds. */
  observe<Name extends DurationName>(name: Name, labels: DurationLabels<Name>, durationMs: number): void {
    this.durations.get(name)?.observe(labels, durationMs / 1_000);
  }

  /** Records an HTTP request once, with all that follows from its status and duration. */
  recordRequest({ handler, status, durationMs }: FinishedRequest): void {
    this.count('requests_total', { handler, status: String(status) });
    const errors = status === 'aborted' ? null : errorsOf(status);
    if (errors) this.count(errors, { handler });
    if (durationMs > SLOW_MS) this.count('slow_requests', { handler });
    this.observe('request', { handler }, durationMs);
    const nowMs = this.clock.now();
    const bin = binOf(durationMs);
    for (const window of this.allWindows) {
      window.add(LATENCY_SUM, durationMs, nowMs);
      window.addToBin(bin, nowMs);
    }
  }

  /** @param window `sinceStart`: all that this process has recorded. */
  summary(window: WindowName | 'sinceStart'): Summary {
    const { sums, bins } = this.windows[window].read(this.clock.now());
    const counts = Object.fromEntries(COUNTER_NAMES.map((name, column) => [name, sums[column] ?? 0]));
    const sumMs = sums[LATENCY_SUM] ?? 0;
    const count = bins.reduce((sum, inBin) => sum + inBin, 0);
    return {
      counts: counts as Record<CounterName, number>,
      latency: { sumMs, count, averageMs: count > 0 ? sumMs / count : null, p95Ms: quantileMs(bins, P95) },
    };
  }

  /** Since the start, by label values such as `sendMessage:timeout`; only what has been counted. */
  async countsByLabel(): Promise<Readonly<Partial<Record<CounterName, Readonly<Record<string, number>>>>>> {
    const counts = await Promise.all(
      [...this.counters].map(async ([name, counter]) => {
        const { values } = await counter.get();
        return [name, byLabel(name, values)] as const;
      }),
    );
    const counted = counts.filter(([, entries]) => entries.length > 0);
    return Object.fromEntries(counted.map(([name, entries]) => [name, Object.fromEntries(entries)]));
  }
}

/** The label values in the order of the definition, joined by a colon; none where there is no label. */
function byLabel(name: CounterName, values: readonly CountedValue[]): readonly (readonly [string, number])[] {
  const labels: readonly string[] = COUNTERS[name].labels;
  if (labels.length === 0) return [];
  return values.map(({ labels: given, value }) => [labels.map((label) => given[label]).join(':'), value]);
}

function newWindow(bucketMs: number, buckets: number): RollingWindow {
  return new RollingWindow(LATENCY_SUM + 1, bucketMs, buckets);
}

/** The caller's errors and ours are told apart: only the latter are a reason to get up at night. */
function errorsOf(status: number): 'client_errors_total' | 'server_errors_total' | null {
  if (status >= 500) return 'server_errors_total';
  return status >= 400 ? 'client_errors_total' : null;
}
