import type { FactoryProvider } from '@nestjs/common';
import { SETTINGS } from '../config';
import type { Settings } from '../config';

/** An unsure send is looked for so many times: in all 15 times `settleMs`, for the CRM shows messages with some delay. */
export const LOOKS = 4;

/** How patient a call is. */
export interface CallPolicy {
  /** For one attempt, from connecting to the last byte of the answer. */
  readonly timeoutMs: number;
  /** Attempts after the first. */
  readonly maxRetries: number;
  /** The first pause between attempts, before jitter; doubles each time. */
  readonly backoffMs: number;
  /** The longest `Retry-After` that is obeyed. */
  readonly maxRetryAfterMs: number;
  /** The pause before a send of unknown outcome is first looked for; doubles with each of {@link LOOKS}. */
  readonly settleMs: number;
}

/** Injection token of the {@link CallPolicy}. */
export const CALL_POLICY = Symbol('CALL_POLICY');

/** How patient calls are with these settings. */
export function callPolicy({ ghl }: Settings): CallPolicy {
  return {
    timeoutMs: ghl.timeoutMs,
    maxRetries: ghl.maxRetries,
    backoffMs: 250,
    maxRetryAfterMs: 30_000,
    settleMs: 1_000,
  };
}

export const callPolicyProvider: FactoryProvider<CallPolicy> = {
  provide: CALL_POLICY,
  inject: [SETTINGS],
  useFactory: callPolicy,
};
