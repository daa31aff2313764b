import { Injectable } from '@nestjs/common';

/** The wall clock, injected so that tests can turn it. */
export abstract class Clock {
  /** Milliseconds since the epoch. */
  abstract now(): number;
}

export class SystemClock extends Clock {
  override now(): number {
    return Date.now();
  }
}

/**
 * Counts milliseconds from an arbitrary start. Unlike the wall clock it neither steps back nor jumps, so durations and
 * rolling windows are taken from it.
 */
@Injectable()
export class MonotonicClock extends Clock {
  override now(): number {
    return performance.now();
  }
}
