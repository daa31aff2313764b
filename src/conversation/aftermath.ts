import { Injectable } from '@nestjs/common';
import { CrmSync } from './crm';
import type { CrmActionOutcome } from './crm';
import { TurnExperiments } from './experiments';
import type { Conversation } from './state';

/** What follows a turn: the experiments learn from it, then the CRM is told everything in one go. */
@Injectable()
export class Aftermath {
  constructor(
    private readonly experiments: TurnExperiments,
    private readonly crm: CrmSync,
  ) {}

  /** @returns what was changed in the CRM. */
  async of(answered: Conversation, eventId: string): Promise<readonly CrmActionOutcome[]> {
    const conversation = await this.experiments.after(answered);
    return this.crm.bringUpToDate(conversation, 'as the last turn allows', eventId);
  }
}
