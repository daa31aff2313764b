import { GrowthService } from './growth-service';
import { eventually } from './test-app';

/** A step of the schedule as `GET /follow-ups` tells it. */
export interface Item {
  readonly contact_id: string;
  readonly location_id: string;
  readonly due_at: string;
  readonly step: string;
  readonly reason: string;
  readonly held_by: string | null;
}

/** A service with what the tests of follow-ups ask it. */
export class FollowUpService extends GrowthService {
  async planned(): Promise<readonly Item[]> {
    const { items } = (await this.json('/follow-ups')) as { items: readonly Item[] };
    return items;
  }

  async plannedFor(contactId: string): Promise<Item | undefined> {
    return (await this.planned()).find((item) => item.contact_id === contactId);
  }

  /** The contact's last text once so many have been sent and noted. */
  async lastOf(contactId: string, count: number): Promise<string> {
    await eventually(() => (this.sentTo(contactId).length >= count ? true : null));
    await eventually(async () => ((await this.lastTurn(contactId))?.sent === true ? true : null));
    return this.sentTo(contactId).at(-1)?.body ?? '';
  }

  async lastTurn(contactId: string) {
    return (await this.file(contactId)).conversation_history.at(-1);
  }

  /** A hot lead chooses the second time that is offered. */
  async book(contactId: string): Promise<void> {
    await this.talk(contactId, 'I want to buy a house in Frisco', 'up to 550k', 'cash', 'asap', 'the second one');
    expect(this.crm.appointments(contactId)).toHaveLength(1);
  }

  /** Long enough for the schedule to be looked at a few times. */
  async looks(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 2_500));
  }
}
