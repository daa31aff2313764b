import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { ConversationManager, ConversationService, SlaHandoffs } from '../conversation';
import type { Conversation } from '../conversation';
import { SlaSchedule } from './schedule';
import type { ScheduledStep } from './schedule';
import { withinPatience } from './stop-patience';

const LOOK_INTERVAL_MS = 1_000;

type Contact = Pick<Conversation, 'contactId' | 'locationId'>;

/** Looks again, at the time when it matters, whether a person has come to whoever needs one. */
@Injectable()
export class SlaWatch implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly running = new Map<string, Promise<void>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly conversations: ConversationService,
    private readonly manager: ConversationManager,
    private readonly handoffs: SlaHandoffs,
    private readonly schedule: SlaSchedule,
    private readonly logger: PinoLogger,
  ) {}

  onModuleInit(): void {
    this.conversations.watch((contact) => this.plan(contact));
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      for (const step of this.schedule.due()) this.check(step);
    }, LOOK_INTERVAL_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await withinPatience(this.running.values());
  }

  private async plan(contact: Contact): Promise<void> {
    const conversation = await this.manager.find(contact.contactId, contact.locationId);
    const dueAtMs = conversation && this.handoffs.nextCheckMs(conversation);
    const known = this.schedule.find(contact);
    if (dueAtMs === null) await this.schedule.remove(contact);
    else if (known?.dueAtMs !== dueAtMs) await this.schedule.put(toStep(contact, dueAtMs));
  }

  private check(step: ScheduledStep): void {
    const key = `${step.contactId} ${step.locationId}`;
    if (this.running.has(key)) return;
    const check = this.handoffs
      .check(step)
      .then(() => this.plan(step))
      .catch((cause: unknown) => {
        this.logger.error({ err: cause, contact_id: step.contactId }, 'a handoff could not be checked');
      })
      .finally(() => this.running.delete(key));
    this.running.set(key, check);
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
