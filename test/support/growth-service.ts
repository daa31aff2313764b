import { KillableService } from './killable-service';
import { ADMIN_TOKEN, eventually } from './test-app';
import type { ConversationJson } from './test-app';

export const CHICAGO = { phone: '+13125550101', timezone: 'America/Chicago' };

/** A service with the experiments as given, and what their tests ask it. The clock starts at 10 a.m. on a Monday. */
export class GrowthService extends KillableService {
  constructor(environment: Readonly<Record<string, string>> = {}) {
    super({ GHL_CALENDAR_ID: 'calendar1', ...environment });
  }

  /** A request as admin with a JSON body. */
  patchFlags(body: unknown): Promise<Response> {
    return fetch(`${this.app.url}/growth/flags`, {
      method: 'PATCH',
      headers: { Authorization: `Bearer ${ADMIN_TOKEN}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  async json(path: string): Promise<any> {
    return (await this.app.asAdmin(path)).json();
  }

  /** What has been counted under the names of `GET /metrics`, by label values such as `feature:reason`. */
  async counted(counter: string): Promise<Readonly<Record<string, number>>> {
    const { runtime_metrics: runtime } = await this.json('/metrics');
    return (runtime.counters_by_label[counter] ?? {}) as Record<string, number>;
  }

  /** Texts and waits until the event is done with. */
  async talk(contactId: string, ...texts: readonly string[]): Promise<ConversationJson> {
    for (const text of texts) {
      await this.crm.receiveText(contactId, text);
      await this.idle();
    }
    return this.file(contactId);
  }

  async idle(): Promise<void> {
    await eventually(async () => ((await this.json('/events?status=processing')).total === 0 ? true : null));
  }

  async file(contactId: string): Promise<ConversationJson> {
    return (await this.json(`/conversations/${contactId}`)) as ConversationJson;
  }

  /** When the bot is going to speak first, milliseconds after its last text; `null`: not at all. */
  async followUpDelayMs(contactId: string): Promise<number | null> {
    const { items } = await this.json('/follow-ups');
    const item = items.find((candidate: { contact_id: string }) => candidate.contact_id === contactId);
    const { conversation_history: history } = await this.file(contactId);
    const last = history.at(-1) as { replied_at?: string } | undefined;
    return item ? Date.parse(item.due_at) - Date.parse(last?.replied_at ?? '') : null;
  }
}
