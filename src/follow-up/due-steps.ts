import { contactKey } from '../conversation';
import type { Schedule, ScheduledStep } from './schedule';
import { withinPatience } from './stop-patience';

const LOOK_INTERVAL_MS = 1_000;

/** How a schedule's steps are taken. */
export interface StepTaking<Outcome> {
  readonly take: (step: ScheduledStep) => Promise<Outcome>;
  /** Told once of each try that failed; the step is tried again later. */
  readonly onFailure: (step: ScheduledStep, cause: unknown) => void;
  /** How much later. */
  readonly failurePauseMs: number;
  /** Steps that are taken at the same time, those that were asked for aside. */
  readonly maxParallel: number;
}

/** Takes the steps of a schedule when they are due, one at a time per contact. */
export class DueSteps<Outcome> {
  private readonly running = new Map<string, Promise<Outcome>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly schedule: Schedule,
    private readonly taking: StepTaking<Outcome>,
  ) {}

  /** Looks at the schedule every second from now on. */
  start(): void {
    this.timer = setInterval(() => {
      this.look();
    }, LOOK_INTERVAL_MS).unref();
  }

  /** Resolves once nothing is under way, or a stop may take no longer. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await withinPatience(this.running.values());
  }

  /** Takes a step now, or waits for the contact's step that is being taken. */
  run(step: ScheduledStep): Promise<Outcome> {
    const key = contactKey(step);
    const running = this.running.get(key) ?? this.taking.take(step).finally(() => this.running.delete(key));
    this.running.set(key, running);
    return running;
  }

  /** Begins what is due and not under way. */
  look(): void {
    for (const step of this.schedule.due()) {
      if (this.running.size >= this.taking.maxParallel) return;
      if (!this.running.has(contactKey(step))) void this.tryOut(step);
    }
  }

  /** What fails is not tried every second: the log would be full of it. */
  private async tryOut(step: ScheduledStep): Promise<void> {
    try {
      await this.run(step);
    } catch (cause) {
      this.taking.onFailure(step, cause);
      // The journal refuses only when the service stops; the next start tries the step anyway.
      await this.schedule.postpone(step, this.taking.failurePauseMs).catch(() => undefined);
    }
  }
}
