import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FollowUpService } from './follow-up-service';
import { CHICAGO } from './growth-service';
import { OWN_LOCATION } from './killable-service';
import { eventually, inboundText } from './test-app';

/** The CRM's calls that tests of turns break. */
export const SEND = { method: 'POST', path: /\/conversations\/messages$/ } as const;
export const EXPORT = { path: /\/conversations\/messages\/export$/ } as const;
export const SEARCH = { path: /^\/conversations\/search$/ } as const;
export const BOOK = { method: 'POST', path: /\/calendars\/events\/appointments$/ } as const;
export const BUSY = { ...SEND, kind: 'status', status: 429 } as const;
export const REFUSED = { ...SEND, kind: 'status', status: 422 } as const;

export const HOUR_MS = 3_600_000;
/** The third makes hot: the reply offers times. */
export const HOT = ['I want to buy a house in Frisco', 'up to 550k', 'cash'] as const;

/** A service with what the tests of turns that are cut short, overtaken or late ask it; `c1` is a contact in Chicago. */
export class TurnService extends FollowUpService {
  /** Started, and past its first look at the CRM: from then on the service answers for what comes. */
  static async begin(environment: Readonly<Record<string, string>> = {}, contact: object = {}): Promise<TurnService> {
    const service = new TurnService(environment);
    await service.start();
    await eventually(() => existsSync(join(service.dataDir, 'catch-up.json')) || null);
    service.crm.addContact({ id: 'c1', ...CHICAGO, ...contact });
    return service;
  }

  /** What the contact has been sent, by whomever. */
  texts(): readonly string[] {
    return this.sentTo('c1').map(({ body }) => body);
  }

  tasks(): readonly string[] {
    return this.crm.tasks('c1').map(({ title }) => title);
  }

  /** How often a text has been given to the CRM. */
  sends(): number {
    return this.crm.requests.filter(({ path }) => path.search(SEND.path) >= 0).length;
  }

  turnClockTo(iso: string): void {
    this.turnClock(Date.parse(iso) - this.nowMs());
  }

  /** The contact's last text has a turn whose reply has not got through. */
  async isUnsent(): Promise<void> {
    await this.app.conversation('c1', (file) => file.conversation_history.at(-1)?.sent === false);
  }

  /** An event has been tried, and waits. */
  async isWaiting(): Promise<void> {
    await eventually(async () => {
      const { items } = (await this.json('/events?status=processing')) as { items: readonly { attempts: number }[] };
      return items.some(({ attempts }) => attempts > 0) || null;
    });
  }

  /** All that the journal holds now. */
  journal(): string {
    const folder = join(this.dataDir, 'journal');
    return readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('');
  }

  /** Posts a webhook as it stands. @returns the event's id. */
  async post(payload: object): Promise<string> {
    const answer = await this.app.postWebhook(payload);
    return ((await answer.json()) as { readonly webhook_id: string }).webhook_id;
  }

  /** A text as a workflow reports it: without any ids. */
  workflowText(body: string, more: object = {}): Promise<string> {
    return this.post({ contact_id: 'c1', location: { id: OWN_LOCATION }, message: { body, type: 2 }, ...more });
  }

  /** A text whose reply the CRM refuses. @returns the dead letter's id. */
  async park(text: string): Promise<string> {
    const remove = this.crm.injectFault(REFUSED);
    const id = await this.post(inboundText('c1', text, { locationId: OWN_LOCATION }));
    await this.app.finished(id);
    remove();
    return id;
  }

  async replay(id: string): Promise<void> {
    expect((await this.request('POST', `/events/${id}/replay`)).status).toBe(202);
  }
}
