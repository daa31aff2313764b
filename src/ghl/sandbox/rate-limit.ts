import { Fifo } from '../fifo';

/** As GHL has it: at most `max` requests in any `intervalMs`, and `daily` a day. */
export interface RateLimitOptions {
  readonly max: number;
  readonly intervalMs: number;
  readonly daily: number;
}

const DAY_MS = 86_400_000;

/** Counts requests over a sliding interval and a day (UTC). */
export class RateLimit {
  private readonly admitted = new Fifo<number>();
  private day = 0;
  private today = 0;

  constructor(
    private readonly options: RateLimitOptions,
    private readonly now: () => number,
  ) {}

  /** False when the request is one too many; it is not counted then. */
  admit(): boolean {
    const nowMs = this.now();
    this.forget(nowMs);
    if (this.admitted.size >= this.options.max || this.today >= this.options.daily) return false;
    this.admitted.push(nowMs);
    this.today++;
    return true;
  }

  /** What GHL tells with every answer. */
  headers(): Readonly<Record<string, number>> {
    const { max, intervalMs, daily } = this.options;
    return {
      'X-RateLimit-Limit-Daily': daily,
      'X-RateLimit-Daily-Remaining': daily - this.today,
      'X-RateLimit-Interval-Milliseconds': intervalMs,
      'X-RateLimit-Max': max,
      'X-RateLimit-Remaining': max - this.admitted.size,
    };
  }

  private forget(nowMs: number): void {
    const oldest = nowMs - this.options.intervalMs;
    for (let at = this.admitted.peek(); at !== undefined && at <= oldest; at = this.admitted.peek()) {
      this.admitted.shift();
    }
    const day = Math.floor(nowMs / DAY_MS);
    if (day !== this.day) this.today = 0;
    this.day = day;
  }
}
