import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { HealthIndicatorService } from '@nestjs/terminus';
import { Clock } from '../config';
import { GhlClient } from '../ghl';

/** A probe costs a call of the CRM's rate limit, so its answer is kept for this long. */
const KEEP_MS = 30_000;
/** A probe can wait in the queue of a burst or hang; whoever asks for the health must not. */
const PATIENCE_MS = 1_000;

/** Whether the CRM answers. */
@Injectable()
export class GhlIndicator {
  private last: { readonly atMs: number; readonly isUp: Promise<boolean> } | null = null;

  constructor(
    private readonly ghl: GhlClient,
    private readonly clock: Clock,
    private readonly indicators: HealthIndicatorService,
  ) {}

  async check() {
    const nowMs = this.clock.now();
    if (this.last === null || Math.abs(nowMs - this.last.atMs) > KEEP_MS) {
      this.last = { atMs: nowMs, isUp: this.ghl.checkHealth() };
    }
    const session = this.indicators.check('ghl');
    const late = pause(PATIENCE_MS, false, { ref: false });
    const isUp = await Promise.race([this.last.isUp, late]);
    return isUp ? session.up() : session.down({ message: 'the CRM does not answer, or not in time; see the log' });
  }
}
