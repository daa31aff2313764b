import { Injectable } from '@nestjs/common';
import { HealthIndicatorService } from '@nestjs/terminus';
import { MonotonicClock } from '../config';
import { GhlClient } from '../ghl';
import { Probe } from './probe';

/** A probe costs a call of the CRM's rate limit. */
const KEEP_MS = 30_000;

/** Whether the CRM answers, and lets us in. */
@Injectable()
export class GhlIndicator {
  private readonly probe: Probe<boolean>;

  constructor(
    ghl: GhlClient,
    clock: MonotonicClock,
    private readonly indicators: HealthIndicatorService,
  ) {
    this.probe = new Probe(clock, () => ghl.checkHealth(), false, KEEP_MS);
  }

  async check() {
    const session = this.indicators.check('ghl');
    if (await this.probe.latest()) return session.up();
    return session.down({ message: 'the CRM does not answer, or not in time; see the log' });
  }
}
