import { MonotonicClock } from '../../src/config';

/** Stands still until it is turned on: durations and windows come out exact. */
export class ManualClock extends MonotonicClock {
  private nowMs = 1_000_000;

  override now(): number {
    return this.nowMs;
  }

  advance(ms: number): void {
    this.nowMs += ms;
  }
}
