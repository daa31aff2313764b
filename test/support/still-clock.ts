import { Clock } from '../../src/config';

/** The wall clock, standing still until it is set. */
export class StillClock extends Clock {
  nowMs = Date.parse('2026-11-23T16:00:00.000Z');

  override now(): number {
    return this.nowMs;
  }
}
