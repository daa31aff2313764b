import { BrokenCircuitError, circuitBreaker, CircuitState, ConsecutiveBreaker, handleWhenResult } from 'cockatiel';
import type { FallbackReason } from './claude-outcome';
import type { CallResult } from './claude-client';

const FAILURES_TO_OPEN = 5;
const OPEN_MS = 60_000;

/** A model that would not answer is there all the same. */
const NO_FAILURE: readonly FallbackReason[] = ['refused', 'aborted'];

/** Neither a failure nor a success: a text that came too soon must not end what an outage has begun. */
class NothingLearned extends Error {
  constructor(readonly result: CallResult) {
    super('aborted');
  }
}

/**
 * Leaves Claude alone for a minute after five failures in a row, or one answer that the key is not good; then one call
 * tries whether it is back.
 */
export class ClaudeBreaker {
  private readonly failures = new ConsecutiveBreaker(FAILURES_TO_OPEN);
  private readonly policy = circuitBreaker(
    handleWhenResult((result) => isFailure(result as CallResult)),
    { halfOpenAfter: OPEN_MS, breaker: this.failures },
  );

  /** Whether calls go through as usual. */
  get isClosed(): boolean {
    return this.policy.state === CircuitState.Closed;
  }

  /** Makes the call unless Claude is to be left alone. */
  async run(call: () => Promise<CallResult>): Promise<CallResult> {
    try {
      return await this.policy.execute(() => this.watched(call));
    } catch (error) {
      if (error instanceof NothingLearned) return error.result;
      if (error instanceof BrokenCircuitError) return { kind: 'failure', reason: 'breaker_open', usage: null };
      throw error;
    }
  }

  private async watched(call: () => Promise<CallResult>): Promise<CallResult> {
    const result = await call();
    if (result.kind === 'failure' && result.reason === 'aborted') throw new NothingLearned(result);
    // One says it for all: the policy counts one more, and opens.
    if (result.kind === 'failure' && result.reason === 'unauthorised') this.failures.state = FAILURES_TO_OPEN - 1;
    return result;
  }
}

function isFailure(result: CallResult): boolean {
  return result.kind === 'failure' && !NO_FAILURE.includes(result.reason);
}
