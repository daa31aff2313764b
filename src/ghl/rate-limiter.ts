import type { Clock } from '../config';
import type { DailyBudget, Lane } from './daily-budget';
import { Fifo } from './fifo';
import type { RateAnnouncement } from './rate-announcement';

/** Why a call may not be made at all. */
export type Refusal = 'queue_full' | 'daily_budget' | 'stopped';

/** The right to make one call; give it back with {@link RateLimiter.release}. */
export interface Permit {
  /** Calls held at its start, less all ever started: with those started at its end, the most the CRM counted of ours. */
  readonly baseline: number;
}

type Waiter = (outcome: Permit | Refusal) => void;

/** GHL's published limit per app and location; answers correct it. */
const PUBLISHED_MAX = 100;
const PUBLISHED_INTERVAL_MS = 10_000;
/** The share of the limit that is used; the rest is for whoever else holds the token. */
const USED_SHARE = 0.95;
/** The share that only replies may use: in a burst, reading contacts must not hold up the replies to those read. */
const REPLY_SHARE = 0.4;
/** In the order in which they are served. */
const LANES: readonly Lane[] = ['reply', 'urgent', 'routine'];
/** Per lane. Beyond it calls are refused at once rather than piling up in memory. */
const MAX_WAITING = 5_000;

/**
 * Keeps the calls in every stretch of `intervalMs`, wherever it begins, under the CRM's limit.
 * A call counts from its start until `intervalMs` after its end, because only the CRM knows when in between it arrived.
 * Replies go first, then urgent calls, each lane in order. It has a timer only while somebody waits.
 */
export class RateLimiter {
  private max = PUBLISHED_MAX;
  private intervalMs = PUBLISHED_INTERVAL_MS;
  private started = 0;
  private inFlight = 0;
  private readonly endedAt = new Fifo<number>();
  private others = { count: 0, until: -Infinity };
  private pausedUntil = -Infinity;
  private readonly waiting: Readonly<Record<Lane, Fifo<Waiter>>> = {
    reply: new Fifo(),
    urgent: new Fifo(),
    routine: new Fifo(),
  };
  private timer: NodeJS.Timeout | undefined;
  private isStopped = false;

  /** @param clock best a monotonic one: a step back would keep calls waiting. */
  constructor(
    private readonly clock: Clock,
    private readonly budget: DailyBudget,
  ) {}

  /** Waits for its turn; every permit must be released. */
  acquire(lane: Lane): Promise<Permit | Refusal> {
    if (this.isStopped) return Promise.resolve('stopped');
    if (!this.budget.allows(lane)) return Promise.resolve('daily_budget');
    if (this.waiting[lane].size >= MAX_WAITING) return Promise.resolve('queue_full');
    return new Promise((resolve) => {
      this.waiting[lane].push(resolve);
      this.drain();
    });
  }

  /** Ends a call, and learns from what its answer announced (`null`: there was none). */
  release({ baseline }: Permit, announced: RateAnnouncement | null): void {
    const now = this.clock.now();
    if (announced !== null) this.learn(announced, baseline + this.started, now);
    this.inFlight--;
    this.endedAt.push(now);
    this.drain();
  }

  /** Makes no call for a while: the CRM asked for it. */
  pause(durationMs: number): void {
    this.pausedUntil = Math.max(this.pausedUntil, this.clock.now() + durationMs);
  }

  /** Refuses whoever waits and whoever comes. */
  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
    for (const queue of Object.values(this.waiting)) {
      for (let waiter = queue.shift(); waiter; waiter = queue.shift()) waiter('stopped');
    }
  }

  private learn(announced: RateAnnouncement, ownCalls: number, now: number): void {
    this.budget.learn(announced);
    this.max = announced.max ?? this.max;
    this.intervalMs = announced.intervalMs ?? this.intervalMs;
    if (announced.remaining === null) return;
    // What the CRM counted beyond the most it can have had from us was called by others, or before a restart.
    const count = Math.max(0, this.max - announced.remaining - ownCalls);
    this.others = { count, until: now + this.intervalMs };
  }

  private readonly drain = (): void => {
    clearTimeout(this.timer);
    for (;;) {
      const lane = LANES.find((candidate) => this.waiting[candidate].size > 0);
      if (lane === undefined) return;
      const waitMs = this.untilNextMs(lane);
      if (waitMs > 0) {
        // With nothing to wait for but calls under way, the next release drains.
        if (waitMs !== Infinity) this.timer = setTimeout(this.drain, Math.ceil(waitMs));
        return;
      }
      this.waiting[lane].shift()?.(this.start());
    }
  };

  private start(): Permit {
    this.inFlight++;
    this.started++;
    return { baseline: this.inFlight + this.endedAt.size - this.started };
  }

  private untilNextMs(lane: Lane): number {
    const now = this.clock.now();
    let oldest = this.endedAt.peek();
    while (oldest !== undefined && oldest + this.intervalMs <= now) {
      this.endedAt.shift();
      oldest = this.endedAt.peek();
    }
    if (now < this.pausedUntil) return this.pausedUntil - now;
    const othersHold = now < this.others.until ? this.others.count : 0;
    const share = lane === 'reply' ? USED_SHARE : USED_SHARE - REPLY_SHARE;
    const limit = Math.max(1, Math.floor(this.max * share));
    if (this.inFlight + this.endedAt.size + othersHold < limit) return 0;
    const nextExpiry = (oldest ?? Infinity) + this.intervalMs;
    return Math.min(nextExpiry, othersHold > 0 ? this.others.until : Infinity) - now;
  }
}
