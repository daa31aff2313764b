import { Injectable } from '@nestjs/common';
import { HealthIndicatorService } from '@nestjs/terminus';
import { Clock } from '../config';
import { GhlClient } from '../ghl';

/** A probe costs a call of the CRM's rate limit, so its answer is kept for this long. */
const KEEP_MS = 30_000;

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
    return (await this.last.isUp) ? session.up() : session.down({ message: 'the CRM does not answer; see the log' });
  }
}
