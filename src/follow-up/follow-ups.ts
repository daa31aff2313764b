import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { ConversationService, FirstLook } from '../conversation';
import type { FirstWordOutcome } from '../conversation';
import { DueSteps } from './due-steps';
import { FollowUpPlanner } from './planner';
import { Schedule } from './schedule';
import type { ScheduledStep } from './schedule';
import { StepRunner } from './step-runner';

const FAILURE_PAUSE_MS = 10 * 60_000;
/** Replies go first: of the calls that the CRM allows, follow-ups use a few at a time. */
const MAX_PARALLEL = 4;

/** When the bots speak first: plans with everything that happens to a contact, and says what is due. */
@Injectable()
export class FollowUps implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly steps: DueSteps<FirstWordOutcome>;

  constructor(
    private readonly conversations: ConversationService,
    private readonly planner: FollowUpPlanner,
    private readonly schedule: Schedule,
    private readonly runner: StepRunner,
    private readonly firstLook: FirstLook,
    private readonly logger: PinoLogger,
  ) {
    this.steps = new DueSteps(schedule, {
      take: (step) => this.take(step),
      onFailure: (step, cause) => {
        logger.error({ err: cause, contact_id: step.contactId }, 'a follow-up made the service fail');
      },
      failurePauseMs: FAILURE_PAUSE_MS,
      maxParallel: MAX_PARALLEL,
    });
  }

  /** Before anything is handled. */
  onModuleInit(): void {
    this.conversations.watch((contact) => this.planner.replan(contact));
  }

  onApplicationBootstrap(): void {
    this.steps.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.steps.stop();
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
    return this.steps.run(step);
  }

  private async take(step: ScheduledStep): Promise<FirstWordOutcome> {
    await this.firstLook.whenEnded();
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
