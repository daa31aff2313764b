import { HttpService } from '@nestjs/axios';
import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { ExponentialBackoff, handleWhenResult, retry } from 'cockatiel';
import type { RetryPolicy } from 'cockatiel';
import type { z } from 'zod';
import { withSpan } from '../telemetry';
import { CALL_POLICY } from './call-policy';
import type { CallPolicy } from './call-policy';
import { CallRecorder } from './call-recorder';
import type { Lane } from './daily-budget';
import { GHL_ENDPOINT } from './endpoint';
import type { GhlEndpoint } from './endpoint';
import { closeConnections, exchange } from './http-exchange';
import type { HttpOutcome } from './http-exchange';
import { readRateAnnouncement } from './rate-announcement';
import { RateLimiter } from './rate-limiter';
import { judge, retryAfterMs } from './verdict';
import type { Verdict } from './verdict';

/**
 * When a failed call is made again: `always` where twice is the same as once; `if_not_executed` where it is not: only
 * when the CRM certainly did nothing.
 */
type Repeat = 'always' | 'if_not_executed' | 'never';

const MAX_BACKOFF_MS = 10_000;
const REPEATED_VERDICTS: Readonly<Record<Repeat, readonly string[]>> = {
  always: ['not_executed', 'unclear'],
  if_not_executed: ['not_executed'],
  never: [],
};

/** One call of the API, as data; the `*-calls.ts` files make them. */
export interface GhlCall<T> {
  /** Names the call in the logs. */
  readonly operation: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly version: '2021-07-28' | '2021-04-15';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** The shape that a good answer has. A constant of its file: zod compiles each schema on its first use. */
  readonly answer: z.ZodType<T>;
  readonly lane: Lane;
  readonly repeat: Repeat;
  /** Asked when the call's turn has come; `false` calls it off. */
  readonly isWanted?: (() => boolean) | undefined;
}

/**
 * A failure tells whether the CRM may have done what it was asked. `refused`: no, and it never will. `unavailable`: no,
 * but at another time it may. `unknown`: nobody can tell. `unreadable`: it said yes, in words that make no sense.
 */
export type GhlResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly outcome: 'refused' | 'unavailable' | 'unknown' | 'unreadable' };

/** One attempt in full; `outcome` is `null` when the CRM was not asked. */
export interface GhlAttempt<T> {
  readonly verdict: Verdict<T>;
  readonly outcome: HttpOutcome | null;
}

/** The way to the CRM: paced, timed, retried, told of in log and metrics. Failures are results, never exceptions. */
@Injectable()
export class GhlHttp implements OnApplicationShutdown {
  constructor(
    private readonly http: HttpService,
    @Inject(GHL_ENDPOINT) private readonly endpoint: GhlEndpoint,
    @Inject(CALL_POLICY) private readonly policy: CallPolicy,
    private readonly limiter: RateLimiter,
    private readonly recorder: CallRecorder,
  ) {}

  get locationId(): string {
    return this.endpoint.locationId;
  }

  async call<T>(call: GhlCall<T>): Promise<GhlResult<T>> {
    const { operation, lane } = call;
    const { verdict } = await this.retryPolicy(call.repeat).execute(({ attempt: before }) => {
      const attempt = before + 1;
      const about = { 'ghl.operation': operation, 'ghl.lane': lane, 'ghl.attempt': attempt };
      return withSpan(`ghl ${operation}`, about, () => this.attempt(call, attempt), 'client');
    });
    switch (verdict.kind) {
      case 'done':
        return { ok: true, value: verdict.value };
      case 'unclear':
        return { ok: false, outcome: 'unknown' };
      case 'unreadable':
        return { ok: false, outcome: 'unreadable' };
      case 'refused':
        return { ok: false, outcome: 'refused' };
      case 'turned_away':
      case 'not_executed':
        return { ok: false, outcome: 'unavailable' };
    }
  }

  /** Makes one attempt and tells all of it: a diagnosis has to know why the CRM said no. */
  attemptOnce<T>(call: GhlCall<T>): Promise<GhlAttempt<T>> {
    return this.attempt(call, 1);
  }

  onApplicationShutdown(): void {
    this.limiter.stop();
    closeConnections(this.http.axiosRef);
  }

  private retryPolicy(repeat: Repeat): RetryPolicy {
    const { maxRetries, backoffMs } = this.policy;
    return retry(
      handleWhenResult((attempt) => REPEATED_VERDICTS[repeat].includes((attempt as GhlAttempt<unknown>).verdict.kind)),
      {
        maxAttempts: maxRetries,
        backoff: new ExponentialBackoff({ initialDelay: backoffMs, maxDelay: MAX_BACKOFF_MS }),
      },
    );
  }

  private async attempt<T>(call: GhlCall<T>, attempt: number): Promise<GhlAttempt<T>> {
    const permit = await this.limiter.acquire(call.lane);
    if (typeof permit === 'string') return this.notAsked(call, attempt, permit);
    if (call.isWanted?.() === false) {
      this.limiter.release(permit, null);
      return { verdict: { kind: 'turned_away', reason: 'not_wanted' }, outcome: null };
    }
    const startedAt = performance.now();
    let outcome: HttpOutcome | null = null;
    try {
      outcome = await exchange(this.http.axiosRef, this.toRequest(call), this.policy.timeoutMs);
    } finally {
      this.limiter.release(permit, outcome?.kind === 'answer' ? readRateAnnouncement(outcome.headers) : null);
    }
    this.pauseIfAsked(outcome);
    const verdict = judge(outcome, call.answer);
    const statusCode = outcome.kind === 'answer' ? outcome.status : null;
    this.recorder.record(call, { number: attempt, statusCode, durationMs: performance.now() - startedAt }, verdict);
    return { verdict, outcome };
  }

  private toRequest({ method, version, path, query, body }: GhlCall<unknown>) {
    const search = query ? `?${new URLSearchParams(query).toString()}` : '';
    return {
      method,
      url: `${this.endpoint.baseUrl}${path}${search}`,
      headers: {
        Accept: 'application/json',
        Authorization: `Bearer ${this.endpoint.accessToken}`,
        Version: version,
        ...(body && { 'Content-Type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
    };
  }

  /** The limit is the location's, so a 429 to one call means that all must wait. */
  private pauseIfAsked(outcome: HttpOutcome): void {
    if (outcome.kind !== 'answer' || outcome.status !== 429) return;
    const waitMs = retryAfterMs(outcome.headers['retry-after'], Date.now());
    if (waitMs !== null) this.limiter.pause(Math.min(waitMs, this.policy.maxRetryAfterMs));
  }

  private notAsked(call: GhlCall<unknown>, attempt: number, reason: string): GhlAttempt<never> {
    const verdict = { kind: 'turned_away', reason } as const;
    this.recorder.record(call, { number: attempt, statusCode: null, durationMs: null }, verdict);
    return { verdict, outcome: null };
  }
}
