import { Injectable } from '@nestjs/common';
import { ConversationManager, Initiative } from '../conversation';
import type { FirstWordOutcome } from '../conversation';
import { NextStep } from './next-step';
import { FollowUpPlanner } from './planner';
import { Schedule } from './schedule';
import type { ScheduledStep } from './schedule';

/** Takes one step: says what is due, and keeps the schedule true to what became of it. */
@Injectable()
export class StepRunner {
  constructor(
    private readonly manager: ConversationManager,
    private readonly next: NextStep,
    private readonly initiative: Initiative,
    private readonly schedule: Schedule,
    private readonly planner: FollowUpPlanner,
  ) {}

  /** @returns what became of it; `held` and `outdated` steps stay in the schedule, as far as they are still right. */
  async run(step: ScheduledStep): Promise<FirstWordOutcome> {
    const outcome = await this.speak(step);
    switch (outcome.kind) {
      case 'held':
        await this.schedule.amend(step, { dueAtMs: outcome.untilMs, heldBy: outcome.by });
        break;
      case 'refused':
        await this.planner.cancel(step, outcome.reason);
        break;
      case 'sent':
      case 'outdated':
        await this.planner.replan(step);
        break;
    }
    return outcome;
  }

  private async speak(step: ScheduledStep): Promise<FirstWordOutcome> {
    const { id, contactId, locationId, reason } = step;
    const conversation = await this.manager.getContext(contactId, locationId);
    const planned = this.next.of(conversation);
    const { wordings, appointmentAt } = planned ?? { wordings: [], appointmentAt: null };
    return this.initiative.speakFirst({
      id,
      contactId,
      locationId,
      reason,
      wordings,
      appointmentAt,
      isDue: (current) => this.schedule.isOpen(step) && this.next.of(current)?.id === id,
    });
  }
}
