import type { FactoryProvider } from '@nestjs/common';
import { SETTINGS } from '../config';
import type { Settings } from '../config';

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
  /** How long a send of unknown outcome is given to show up before the conversation is read back; doubles each time. */
  readonly settleMs: number;
}

/** Injection token of the {@link CallPolicy}. */
export const CALL_POLICY = Symbol('CALL_POLICY');

export const callPolicyProvider: FactoryProvider<CallPolicy> = {
  provide: CALL_POLICY,
  inject: [SETTINGS],
  useFactory: ({ ghl }: Settings) => ({
    timeoutMs: ghl.timeoutMs,
    maxRetries: ghl.maxRetries,
    backoffMs: 250,
    maxRetryAfterMs: 30_000,
    settleMs: 2_000,
  }),
};
