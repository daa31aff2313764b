import { Clock } from '../../src/config';

export const STILL_ISO = '2026-11-23T16:00:00.000Z';

/** The wall clock, standing still at {@link STILL_ISO} until it is set. */
export class StillClock extends Clock {
  nowMs = Date.parse(STILL_ISO);

  override now(): number {
    return this.nowMs;
  }
}
