import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { ConversationService } from '../conversation';
import type { FirstWordOutcome } from '../conversation';
import { FollowUpPlanner } from './planner';
import { Schedule } from './schedule';
import type { ScheduledStep } from './schedule';
import { StepRunner } from './step-runner';
import { withinPatience } from './stop-patience';

const LOOK_INTERVAL_MS = 1_000;
const FAILURE_PAUSE_MS = 10 * 60_000;
/** Replies go first: of the calls that the CRM allows, follow-ups use a few at a time. */
const MAX_PARALLEL = 4;

/** When the bots speak first: plans with everything that happens to a contact, and says what is due. */
@Injectable()
export class FollowUps implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly running = new Map<string, Promise<FirstWordOutcome>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly conversations: ConversationService,
    private readonly planner: FollowUpPlanner,
    private readonly schedule: Schedule,
    private readonly runner: StepRunner,
    private readonly logger: PinoLogger,
  ) {}

  /** Before anything is handled. */
  onModuleInit(): void {
    this.conversations.watch((contact) => this.planner.replan(contact));
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.look();
    }, LOOK_INTERVAL_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await withinPatience(this.running.values());
  }

  /** What is going to be said if nothing happens before, the next first. */
  list(): readonly ScheduledStep[] {
    return this.schedule.list();
  }

  /** The contact is left alone until something happens to it. */
  async cancel(step: ScheduledStep): Promise<void> {
    await this.planner.cancel(step, 'cancelled by hand');
    this.logger.info({ contact_id: step.contactId, step: step.step }, 'follow-up cancelled by hand');
  }

  /** Takes a step now; the law, the caps and everything else that speaks against it still hold. */
  run(step: ScheduledStep): Promise<FirstWordOutcome> {
    const key = `${step.contactId} ${step.locationId}`;
    const running = this.running.get(key) ?? this.take(step).finally(() => this.running.delete(key));
    this.running.set(key, running);
    return running;
  }

  private look(): void {
    for (const step of this.schedule.due()) {
      if (this.running.size >= MAX_PARALLEL) return;
      this.run(step).catch((cause: unknown) => this.putOff(step, cause));
    }
  }

  /** What fails is not tried every second: the log would be full of it. */
  private putOff(step: ScheduledStep, cause: unknown): Promise<void> {
    this.logger.error({ err: cause, contact_id: step.contactId }, 'a follow-up made the service fail');
    return this.schedule.postpone(step, FAILURE_PAUSE_MS);
  }

  private async take(step: ScheduledStep): Promise<FirstWordOutcome> {
    const outcome = await this.runner.run(step);
    const line = { contact_id: step.contactId, step: step.step, outcome: outcome.kind };
    if (outcome.kind === 'sent') this.logger.info(line, 'follow-up sent');
    else if (outcome.kind === 'refused') {
      this.logger.warn({ ...line, reason: outcome.reason }, 'follow-up given up');
    } else if (outcome.kind === 'held' && outcome.by !== step.heldBy) {
      this.logger.info({ ...line, held_by: outcome.by }, 'follow-up held');
    }
    return outcome;
  }
}
