import { Injectable } from '@nestjs/common';
import { HealthIndicatorService } from '@nestjs/terminus';
import { Clock } from '../config';
import { VIOLATION_MS } from '../conversation';
import { Inbox } from '../webhook';

/** Whether what has been accepted is also got done. */
@Injectable()
export class InboxIndicator {
  constructor(
    private readonly inbox: Inbox,
    private readonly clock: Clock,
    private readonly indicators: HealthIndicatorService,
  ) {}

  check() {
    const session = this.indicators.check('inbox');
    const [oldest] = this.inbox.listActive();
    const oldestAgeMs = oldest ? Math.max(0, this.clock.now() - oldest.event.receivedAtMs) : 0;
    const facts = {
      unfinished: this.inbox.backlog,
      failed: this.inbox.listParked().length,
      oldest_age_seconds: Math.round(oldestAgeMs / 1_000),
    };
    if (oldestAgeMs < VIOLATION_MS) return session.up(facts);
    return session.down({ ...facts, message: 'an event waits for five minutes or longer; see GET /events' });
  }
}
