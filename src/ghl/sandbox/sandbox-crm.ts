import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiGateway } from './api-gateway';
import type { RecordedRequest } from './api-gateway';
import type { AppointmentChange } from './appointment-book';
import type { NewContact } from './contact-book';
import { Faults } from './faults';
import type { Fault } from './faults';
import type { MessageDraft } from './message-store';
import { RateLimit } from './rate-limit';
import type {
  MessageSource,
  SandboxAppointment,
  SandboxContact,
  SandboxMessage,
  SandboxNote,
  SandboxTask,
  WorkflowRun,
} from './records';
import { withDefaults } from './sandbox-options';
import type { SandboxOptions } from './sandbox-options';
import { apiRoutes, createState } from './sandbox-state';
import type { SandboxState } from './sandbox-state';
import { Timers } from './timers';
import { WebhookDelivery } from './webhook-delivery';
import type { Delivery, DeliveryAnswer, WebhookTarget } from './webhook-delivery';
import { appointmentPayload, messagePayload, tagPayload } from './webhook-payloads';
import type { WebhookPayload } from './webhook-payloads';

/** What a text's webhook says beside the usual; `locationId` also decides where an unknown contact belongs. */
export type TextExtra = WebhookPayload & { readonly locationId?: string; readonly messageType?: string };

/**
 * A stand-in for GHL on the loopback interface: the API that the service calls, its webhooks, and the people behind it.
 * Everything is in memory and outlives a `stop` and `start`.
 */
export class SandboxCrm {
  private readonly now: () => number;
  private readonly timers = new Timers();
  private readonly faults = new Faults();
  private readonly state: SandboxState;
  private readonly delivery: WebhookDelivery;
  private readonly gateway: ApiGateway;
  private readonly server: Server;

  constructor(sandboxOptions: SandboxOptions) {
    const options = withDefaults(sandboxOptions);
    const { now, accessToken, webhookDelayMs: delayMs, webhookRetryDelayMs: retryDelayMs } = options;
    const { timers, faults } = this;
    this.now = now;
    this.delivery = new WebhookDelivery({ delayMs, retryDelayMs }, timers);
    this.state = createState(options, (contact) => {
      this.delivery.deliverSoon(tagPayload(contact, now()));
    });
    const routes = apiRoutes(this.state, options, {
      onSent: (message) => {
        this.delivery.deliverSoon(messagePayload(message, now()));
      },
      onBooked: (appointment) => {
        this.delivery.deliverSoon(appointmentPayload('AppointmentCreate', appointment, now()));
      },
    });
    const rateLimit = new RateLimit(options.rateLimit, now);
    this.gateway = new ApiGateway({ accessToken, routes, faults, rateLimit, timers, now });
    this.server = createServer(this.gateway.listener);
  }

  /**
   * Listens on 127.0.0.1.
   * @param port a free one unless given.
   * @returns the base URL, without a trailing slash.
   */
  async start(port = 0): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', () => {
        this.server.off('error', reject);
        resolve();
      });
    });
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Cuts every connection and cancels every webhook that is still to be delivered. */
  async stop(): Promise<void> {
    this.timers.cancelAll();
    this.delivery.stop();
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  /** @param target `null`: nothing is delivered, and those events are lost. */
  deliverWebhooksTo(target: WebhookTarget | null): void {
    this.delivery.deliverTo(target);
  }

  /** Breaks requests from now on. @returns what ends it. */
  injectFault(fault: Fault): () => void {
    return this.faults.inject(fault);
  }

  clearFaults(): void {
    this.faults.clear();
  }

  /** Changes `readBackLagMs` for what is sent from now on; works together with any fault. 0 ends it. */
  setReadBackLag(lagMs: number): void {
    this.state.messages.readBackLagMs = lagMs;
  }

  /** @param fields values of custom fields by name; they must be among the location's. */
  addContact({ fields = {}, ...contact }: NewContact & { readonly fields?: Readonly<Record<string, unknown>> } = {}) {
    return this.state.changes.setFieldsByName(this.state.contacts.add(contact), fields);
  }

  /**
   * Somebody texts the agent's number (`messageType: 'CALL'` in `extra`: calls). An unknown contact comes into being.
   * @param extra overrides the webhook's own properties.
   * @returns what the service answers to the webhook.
   */
  receiveText(contactId: string, body: string, extra: TextExtra = {}): Promise<DeliveryAnswer> {
    const isCall = extra.messageType?.toUpperCase() === 'CALL';
    return this.tell(contactId, { body, direction: 'inbound', isCall }, extra);
  }

  /** A human of the agent's team texts the contact, from GHL's app. */
  sendAsPerson(contactId: string, body: string, userId: string): Promise<DeliveryAnswer> {
    return this.tell(contactId, { body, direction: 'outbound', source: 'app', userId });
  }

  /** A workflow or campaign of the agent's texts the contact. */
  sendAsAutomation(contactId: string, body: string, source: Exclude<MessageSource, 'api' | 'app'> = 'workflow') {
    return this.tell(contactId, { body, direction: 'outbound', source });
  }

  /** A person puts exactly these tags on the contact; `ContactTagUpdate` follows. */
  setTags(contactId: string, tags: readonly string[]): SandboxContact {
    return this.state.changes.setTags(this.state.contacts.get(contactId), tags);
  }

  /** Somebody else takes the slot. @param startTime ISO 8601 with offset. */
  takeSlot(calendarId: string, startTime: string): void {
    this.state.appointments.take(calendarId, Date.parse(startTime));
  }

  /**
   * A person changes the contact's latest appointment; `AppointmentUpdate` tells of it.
   * @returns what the service answers to the webhook.
   * @throws Error when the contact has none.
   */
  changeAppointment(contactId: string, change: AppointmentChange): Promise<DeliveryAnswer> {
    const changed = this.state.appointments.change(contactId, change);
    return this.delivery.deliver(appointmentPayload('AppointmentUpdate', changed, this.now()));
  }

  /** The same for its deletion and `AppointmentDelete`. */
  deleteAppointment(contactId: string): Promise<DeliveryAnswer> {
    const deleted = this.state.appointments.delete(contactId);
    return this.delivery.deliver(appointmentPayload('AppointmentDelete', deleted, this.now()));
  }

  /** Signs and delivers any other webhook, as it stands. */
  deliverWebhook(payload: WebhookPayload): Promise<DeliveryAnswer> {
    return this.delivery.deliver(payload);
  }

  /** @throws Error when nobody has mentioned that contact. */
  contact(contactId: string): SandboxContact {
    const contact = this.state.contacts.find(contactId);
    if (contact === undefined) throw new Error(`The sandbox has no contact ${contactId}`);
    return contact;
  }

  /** The contact's custom fields by name. */
  fields(contactId: string): Readonly<Record<string, unknown>> {
    const named = this.contact(contactId).customFields.map(({ id, value }) => {
      return [this.state.locations.fieldById(id)?.name ?? id, value] as const;
    });
    return Object.fromEntries(named);
  }

  /** Oldest first, as all lists here. */
  messages(contactId: string): readonly SandboxMessage[] {
    return this.state.messages.conversationOf(contactId)?.messages ?? [];
  }

  tasks(contactId: string): readonly SandboxTask[] {
    return this.state.records.tasks.of(contactId);
  }

  notes(contactId: string): readonly SandboxNote[] {
    return this.state.records.notes.of(contactId);
  }

  appointments(contactId: string): readonly SandboxAppointment[] {
    return this.state.appointments.byContact.of(contactId);
  }

  workflowRuns(contactId: string): readonly WorkflowRun[] {
    return this.state.records.workflowRuns.of(contactId);
  }

  /** The last 10,000 requests to the API. */
  get requests(): readonly RecordedRequest[] {
    return this.gateway.requests.all();
  }

  /** True when no webhook about what an API call has changed is still to be delivered. */
  get hasToldAll(): boolean {
    return this.delivery.isDone;
  }

  /** The last 10,000 attempts to deliver a webhook. */
  get deliveries(): readonly Delivery[] {
    return this.delivery.deliveries.all();
  }

  private tell(contactId: string, draft: MessageDraft, extra: TextExtra = {}): Promise<DeliveryAnswer> {
    const message = this.state.messages.add(this.state.contacts.get(contactId, extra.locationId), draft);
    return this.delivery.deliver({ ...messagePayload(message, this.now()), ...extra });
  }
}
