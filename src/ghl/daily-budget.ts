import type { PinoLogger } from 'nestjs-pino';
import type { Clock } from '../config';
import type { RateAnnouncement } from './rate-announcement';

/**
 * `reply`: a text to a person; goes first. `urgent`: a reply waits for it; like a reply it may spend the last of the
 * daily budget. `routine`: everything else.
 */
export type Lane = 'reply' | 'urgent' | 'routine';

/** Below this share of the day's calls only urgent ones pass. */
const RESERVED_SHARE = 0.02;
const WARNING_SHARE = 0.1;
/** While routine calls are held back, one in this time passes: its answer tells whether the day has turned. */
const PROBE_INTERVAL_MS = 60_000;

/** Knows how many calls the day still has, as the CRM last said, and keeps the last of them for texts. */
export class DailyBudget {
  private limit = 200_000;
  private remaining = Infinity;
  private hasWarned = false;
  private lastProbeAt = -Infinity;

  constructor(
    private readonly clock: Clock,
    private readonly logger: Pick<PinoLogger, 'warn'>,
  ) {}

  learn({ dailyLimit, dailyRemaining }: RateAnnouncement): void {
    if (dailyLimit !== null) this.limit = dailyLimit;
    if (dailyRemaining === null || dailyRemaining > this.limit) return;
    this.remaining = dailyRemaining;
    const isLow = this.remaining < this.limit * WARNING_SHARE;
    if (isLow && !this.hasWarned) {
      this.logger.warn({ daily_remaining: this.remaining, daily_limit: this.limit }, 'GHL daily budget below 10%');
    }
    this.hasWarned = isLow;
  }

  /** Whether a call may be made now; `false` keeps the rest of the day for texts. */
  allows(lane: Lane): boolean {
    if (lane !== 'routine' || this.remaining >= this.limit * RESERVED_SHARE) return true;
    const now = this.clock.now();
    if (now - this.lastProbeAt < PROBE_INTERVAL_MS) return false;
    this.lastProbeAt = now;
    return true;
  }
}
