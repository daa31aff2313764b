import { Inject, Injectable } from '@nestjs/common';
import { OFFICE } from '../handoff';
import type { Office } from '../handoff';
import { ConversationManager } from '../state';
import type { Conversation } from '../state';
import { LeadSourceAttribution } from './attribution';
import { SlaRisks } from './sla';
import { askForPerson } from './sla-task';

/** What the experiments make of a turn: learned after the reply, told to the CRM with everything else of the turn. */
@Injectable()
export class TurnExperiments {
  constructor(
    private readonly attribution: LeadSourceAttribution,
    private readonly risks: SlaRisks,
    private readonly manager: ConversationManager,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  /** @returns the conversation with what they have to remember; the one given when that is nothing new. */
  async after(conversation: Conversation): Promise<Conversation> {
    const learned = await this.attribution.observe(conversation);
    const { growth, ask, nowMs } = await this.risks.judge({ ...conversation, growth: learned });
    const isNew = JSON.stringify(growth) !== JSON.stringify(conversation.growth);
    if (!isNew) return conversation;
    return this.manager.change(conversation, (current) => ({
      growth,
      ...(ask && askForPerson(current, ask, this.office, nowMs)),
    }));
  }
}
