import { Injectable } from '@nestjs/common';
import { OutcomeLog } from '../../growth';
import type { CrmAction } from '../../ghl';
import type { Exposure, Happening } from '../../growth';
import { ContactLanes } from '../contact-lanes';
import { CrmSync } from '../crm';
import { BOOKED_REASON, ConversationManager } from '../state';
import type { Conversation } from '../state';
import { StyleAutoStop } from './style-auto-stop';

/**
 * Tells the results what has happened to a contact. Everything is told each time, since what is known already counts
 * only once: so nothing is missed after a crash.
 */
@Injectable()
export class OutcomeWatch {
  constructor(
    private readonly lanes: ContactLanes,
    private readonly manager: ConversationManager,
    private readonly outcomes: OutcomeLog,
    private readonly autoStop: StyleAutoStop,
    private readonly crm: CrmSync,
  ) {}

  async look(contact: Pick<Conversation, 'contactId' | 'locationId'>): Promise<void> {
    const conversation = await this.manager.find(contact.contactId, contact.locationId);
    if (!conversation) return;
    const styled = styleExposure(conversation);
    if (styled) this.outcomes.exposed(styled);
    for (const happening of happeningsOf(conversation)) this.outcomes.happened(happening);
    const task = conversation.optedOut ? await this.autoStop.look(conversation) : null;
    if (task !== null) await this.lanes.run(contact, () => this.ask(conversation, task));
  }

  /** In the contact's lane: a turn that tells the CRM at the same time would do it twice, or forget it. */
  private async ask(conversation: Conversation, task: CrmAction): Promise<void> {
    const told = await this.manager.change(conversation, ({ crm }) => ({ crm: { ...crm, todo: [...crm.todo, task] } }));
    await this.crm.bringUpToDate(told, 'consent', null);
  }
}

/** Who has been talked to in one of the styles; the time matters only when it is first told. */
function styleExposure({ contactId, growth, history, lastUpdated }: Conversation): Exposure | null {
  if (growth.style === null || !history.some(({ sent }) => sent === true)) return null;
  const { variant, segment, source } = growth.style;
  const atMs = Date.parse(lastUpdated);
  return { contactId, feature: 'ab_response_style_testing', arm: 'treatment', variant, segment, source, atMs };
}

/** What has happened to a contact, with the time of each. */
export function happeningsOf(conversation: Conversation): readonly Happening[] {
  const { contactId, botState, history, personWroteAt, optedOut } = conversation;
  const lastText = history.findLast(({ userMessage }) => userMessage !== '');
  const isHot = botState.handedOffAt !== null;
  const times: readonly (readonly [Happening['kind'], string | null | undefined])[] = [
    ['replied', history.length > 1 ? lastText?.timestamp : null],
    ['booked', bookedAt(conversation)],
    ['opted_out', optedOut ? lastText?.timestamp : null],
    ['handoff_asked', botState.handedOffAt],
    ['person_wrote', personWroteAt],
  ];
  return times.flatMap(([kind, at]) => (at ? [{ contactId, kind, isHot, atMs: Date.parse(at) }] : []));
}

/** When it was known that there is an appointment: the turn that booked it, or the CRM's report. */
function bookedAt({ botState, appointments, history }: Conversation): string | null {
  const reported = appointments.find(({ status }) => ['new', 'confirmed', 'showed'].includes(status));
  const booking = botState.bookedSlot === null ? null : history.findLast(({ reason }) => reason === BOOKED_REASON);
  return booking?.timestamp ?? reported?.changedAt ?? null;
}
