import { setTimeout as pause } from 'node:timers/promises';
import type { MonotonicClock } from '../config';

/** Whoever asks for the health is not kept waiting: an orchestrator would take the service itself for dead. */
const PATIENCE_MS = 500;
/** An answer is given this long while the next one is late. */
const LONGEST_KEPT_MS = 60_000;

/** Asks how something is, one question at a time, and relies on the answer for a while. */
export class Probe<Answer> {
  private last: { readonly answer: Answer; readonly atMs: number } | null = null;
  private pending: Promise<void> | null = null;
  private askAgainMs = -Infinity;

  /**
   * @param ask must not throw.
   * @param noAnswer what to say while there is none.
   * @param keepMs how long an answer is relied on, give or take a fifth by chance: several services must not ask at once.
   */
  constructor(
    private readonly clock: MonotonicClock,
    private readonly ask: () => Promise<Answer>,
    private readonly noAnswer: Answer,
    private readonly keepMs: number,
  ) {}

  async latest(): Promise<Answer> {
    if (this.clock.now() >= this.askAgainMs) this.pending ??= this.renew();
    if (this.pending) await Promise.race([this.pending, pause(PATIENCE_MS, undefined, { ref: false })]);
    const { last } = this;
    return last !== null && this.clock.now() - last.atMs < LONGEST_KEPT_MS ? last.answer : this.noAnswer;
  }

  private async renew(): Promise<void> {
    const answer = await this.ask();
    const nowMs = this.clock.now();
    this.last = { answer, atMs: nowMs };
    this.askAgainMs = nowMs + this.keepMs * (0.8 + 0.4 * Math.random());
    this.pending = null;
  }
}
