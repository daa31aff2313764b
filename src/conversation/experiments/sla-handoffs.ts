import { Inject, Injectable } from '@nestjs/common';
import { ContactLanes } from '../contact-lanes';
import { CrmSync } from '../crm';
import { OFFICE } from '../handoff';
import type { Office } from '../handoff';
import { ConversationManager } from '../state';
import type { Conversation } from '../state';
import { SlaRisks } from './sla';
import { askForPerson } from './sla-task';

/** Looks again at who waits for a person, between their texts. */
@Injectable()
export class SlaHandoffs {
  constructor(
    private readonly lanes: ContactLanes,
    private readonly manager: ConversationManager,
    private readonly risks: SlaRisks,
    private readonly crm: CrmSync,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  /** When {@link check} has something to do if nothing happens before, epoch milliseconds; `null`: never. */
  nextCheckMs(conversation: Conversation): number | null {
    return this.risks.nextCheckMs(conversation);
  }

  /** Judges again, as time has passed or a person has come, and tells the CRM. */
  check(contact: Pick<Conversation, 'contactId' | 'locationId'>): Promise<void> {
    return this.lanes.run(contact, async () => {
      const before = await this.manager.find(contact.contactId, contact.locationId);
      if (!before) return;
      const { growth, ask, nowMs } = await this.risks.judge(before);
      const after = await this.manager.change(before, (current) => ({
        growth,
        ...(ask && askForPerson(current, ask, this.office, nowMs)),
      }));
      await this.crm.bringUpToDate(after, 'no tags', null);
    });
  }
}
