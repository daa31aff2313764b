import { Injectable } from '@nestjs/common';
import { ConversationManager, Initiative } from '../conversation';
import type { Conversation } from '../conversation';
import { AdaptiveTiming } from './adaptive-timing';
import type { FollowUp } from './follow-up';
import { NextStep } from './next-step';
import { Schedule } from './schedule';
import type { ScheduledStep } from './schedule';

type Contact = Pick<Conversation, 'contactId' | 'locationId'>;

/** Keeps the schedule true to what is known of a contact. */
@Injectable()
export class FollowUpPlanner {
  constructor(
    private readonly manager: ConversationManager,
    private readonly next: NextStep,
    private readonly schedule: Schedule,
    private readonly initiative: Initiative,
    private readonly timing: AdaptiveTiming,
  ) {}

  /** Plans anew what has changed; what is still right stays as it is, also if it was held or cancelled. */
  async replan(contact: Contact): Promise<void> {
    const conversation = await this.manager.find(contact.contactId, contact.locationId);
    const current = this.schedule.find(contact);
    const wanted = conversation && this.next.of(conversation);
    if (current?.id === wanted?.id) return;
    if (current && !(await this.letGo(current))) return;
    if (conversation && wanted) await this.schedule.put(toStep(await this.timing.adapt(wanted, conversation)));
    else await this.schedule.remove(contact);
  }

  /** It is not tried any more, nor planned again until something happens to the contact. */
  async cancel(step: ScheduledStep, why: string): Promise<void> {
    // First: a try that is under way looks at the schedule before it sends.
    await this.schedule.amend(step, { cancelled: why });
    await this.letGo(step);
  }

  /**
   * What a crash or a lost answer left open has to be found out, or the conversation would lack it: until then the step
   * stays, and is settled when it is tried again.
   */
  private letGo({ id, contactId, locationId, reason }: ScheduledStep): Promise<boolean> {
    return this.initiative.settle({ id, contactId, locationId, reason });
  }
}

function toStep({ id, contactId, locationId, step, reason, dueAtMs }: FollowUp): ScheduledStep {
  return { id, contactId, locationId, step, reason, dueAtMs, heldBy: null, cancelled: null };
}
