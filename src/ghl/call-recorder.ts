import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { noteOnSpan, Registry } from '../telemetry';
import type { GhlCall } from './ghl-http';
import type { Verdict } from './verdict';

/** How an attempt went; without a request there is neither status nor duration. */
export interface Attempt {
  /** From 1. */
  readonly number: number;
  readonly statusCode: number | null;
  /** `null`: it did not go out. */
  readonly durationMs: number | null;
}

/** Tells of every attempt of a call: in the log, in the metrics and on its span. */
@Injectable()
export class CallRecorder {
  constructor(
    private readonly registry: Registry,
    private readonly logger: PinoLogger,
  ) {}

  record({ operation, method }: GhlCall<unknown>, attempt: Attempt, verdict: Verdict<unknown>): void {
    this.count(operation, verdict);
    const { number, statusCode, durationMs } = attempt;
    if (durationMs !== null) this.registry.observe('ghl_call', { operation }, durationMs);
    noteOnSpan({
      'http.response.status_code': statusCode ?? undefined,
      'error.type': verdict.kind === 'done' ? undefined : verdict.reason,
    });
    const facts = { operation, method, attempt: number, status_code: statusCode };
    const line = { ...facts, duration_ms: Math.round(durationMs ?? 0), ...(durationMs === null && FALLBACK) };
    if (verdict.kind === 'done') this.logger[operation === PROBE ? 'debug' : 'info'](line, 'GHL call');
    else this.logger.warn({ ...line, reason: verdict.reason, problems: verdict.problems }, 'GHL call failed');
  }

  private count(operation: string, verdict: Verdict<unknown>): void {
    const outcome = verdict.kind === 'done' ? 'ok' : verdict.reason;
    this.registry.count('ghl_calls_total', { operation, outcome });
    if (verdict.kind !== 'done') this.registry.count('ghl_calls_failed', { operation, outcome });
  }
}

/** Asked every few seconds for `/health`: in a quiet hour the log is to stay quiet. */
const PROBE = 'checkHealth';

/** The caller goes on without the answer. */
const FALLBACK = { fallback_used: true };
