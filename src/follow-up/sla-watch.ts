import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { ConversationManager, ConversationService, SlaHandoffs } from '../conversation';
import type { Conversation } from '../conversation';
import { DueSteps } from './due-steps';
import { SlaSchedule } from './schedule';
import type { ScheduledStep } from './schedule';

const FAILURE_PAUSE_MS = 60_000;

type Contact = Pick<Conversation, 'contactId' | 'locationId'>;

/** Looks again, at the time when it matters, whether a person has come to whoever needs one. */
@Injectable()
export class SlaWatch implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly steps: DueSteps<void>;

  constructor(
    private readonly conversations: ConversationService,
    private readonly manager: ConversationManager,
    private readonly handoffs: SlaHandoffs,
    private readonly schedule: SlaSchedule,
    logger: PinoLogger,
  ) {
    this.steps = new DueSteps(schedule, {
      take: (step) => this.check(step),
      onFailure: (step, cause) => {
        logger.error({ err: cause, contact_id: step.contactId }, 'a handoff could not be checked');
      },
      failurePauseMs: FAILURE_PAUSE_MS,
      maxParallel: Infinity,
    });
  }

  onModuleInit(): void {
    this.conversations.watch((contact) => this.plan(contact));
  }

  onApplicationBootstrap(): void {
    this.steps.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.steps.stop();
  }

  private async plan(contact: Contact): Promise<void> {
    const conversation = await this.manager.find(contact.contactId, contact.locationId);
    const dueAtMs = conversation && this.handoffs.nextCheckMs(conversation);
    const known = this.schedule.find(contact);
    if (dueAtMs === null) await this.schedule.remove(contact);
    else if (known?.dueAtMs !== dueAtMs) await this.schedule.put(toStep(contact, dueAtMs));
  }

  private async check(step: ScheduledStep): Promise<void> {
    await this.handoffs.check(step);
    await this.plan(step);
  }
}

function toStep({ contactId, locationId }: Contact, dueAtMs: number): ScheduledStep {
  const reason = 'somebody waits for a person';
  return {
    contactId,
    locationId,
    id: `sla:${dueAtMs}`,
    step: 'sla_check',
    reason,
    dueAtMs,
    heldBy: null,
    cancelled: null,
  };
}
