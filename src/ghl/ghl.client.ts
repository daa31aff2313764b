import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { z } from 'zod';
import { readAppointments } from './appointments';
import { createAppointment, getFreeSlots } from './calendar-calls';
import { changeTags, createTask, triggerWorkflow } from './contact-calls';
import { Contacts } from './contacts';
import { ConversationReader } from './conversation-reader';
import { carryOut } from './crm-actions';
import { GhlHttp } from './ghl-http';
import type { GhlCall, GhlResult } from './ghl-http';
import type {
  AppointmentRequest,
  ContactChange,
  CrmAction,
  CrmActionResult,
  ExportQuery,
  FieldValue,
  GhlAppointment,
  GhlContact,
  GhlMessage,
  LocationMessage,
  SlotQuery,
  TaskRequest,
} from './ghl.types';
import { getLocation } from './location-calls';
import { readExport } from './message-export';
import { MessageSender } from './message-sender';
import { payloads, problemOf } from './payloads';
import { toE164 } from './phone';

/**
 * The CRM, as the rest of the service uses it. Nothing here throws because of the CRM or a malformed request: changes
 * answer `true` or `false`, sends the message id or `null`, reads the payload or `false`, and every failure is logged.
 */
@Injectable()
export class GhlClient {
  constructor(
    private readonly http: GhlHttp,
    private readonly contacts: Contacts,
    private readonly conversations: ConversationReader,
    private readonly sender: MessageSender,
    private readonly logger: PinoLogger,
  ) {}

  /** The one location that is worked for. */
  get locationId(): string {
    return this.http.locationId;
  }

  /**
   * Texts a phone number; the contact is created if the CRM has none with it.
   * @param phone E.164, or a US number as people write it.
   * @returns the message id, or `null`.
   */
  async sendSms(phone: string, message: string): Promise<string | null> {
    const e164 = toE164(phone);
    if (e164 === null) return this.refuse('sendSms', 'phone is not a phone number', null);
    if (!this.isSound('sendSms', payloads.text, { message })) return null;
    const contactId = await this.contacts.idOfPhone(e164);
    return contactId === null ? null : this.sender.send(contactId, message);
  }

  /** @returns the message id, or `null` when the text was not sent or nobody can tell. */
  async sendMessage(contactId: string, message: string): Promise<string | null> {
    if (!this.isSound('sendMessage', payloads.contactMessage, { contactId, message })) return null;
    return this.sender.send(contactId, message);
  }

  async getContact(contactId: string): Promise<GhlContact | false> {
    return this.isSound('getContact', payloads.contact, { contactId }) && this.contacts.get(contactId);
  }

  async updateContact(contactId: string, change: ContactChange): Promise<boolean> {
    if (!this.isSound('updateContact', payloads.contactChange, { contactId, change })) return false;
    return (await this.contacts.write(contactId, change, {})).result.ok;
  }

  /**
   * @param updates values by the field's name, such as `ai_lead_score`.
   * @returns `true` when at least one of the fields exists and was written; those that do not exist are logged.
   */
  async updateContactCustomFields(contactId: string, updates: Readonly<Record<string, FieldValue>>): Promise<boolean> {
    if (!this.isSound('updateContactCustomFields', payloads.contactFields, { contactId, fields: updates }))
      return false;
    return (await this.contacts.write(contactId, {}, updates)).fields.length > 0;
  }

  async addContactTags(contactId: string, tags: readonly string[]): Promise<boolean> {
    if (!this.isSound('addContactTags', payloads.contactTags, { contactId, tags })) return false;
    return this.succeeds(changeTags('addTags', contactId, tags));
  }

  async addTag(contactId: string, tag: string): Promise<boolean> {
    return this.addContactTags(contactId, [tag]);
  }

  async removeTags(contactId: string, tags: readonly string[]): Promise<boolean> {
    if (!this.isSound('removeTags', payloads.contactTags, { contactId, tags })) return false;
    return this.succeeds(changeTags('removeTags', contactId, tags));
  }

  async triggerWorkflow(contactId: string, workflowId: string): Promise<boolean> {
    if (!this.isSound('triggerWorkflow', payloads.contactWorkflow, { contactId, workflowId })) return false;
    return this.succeeds(triggerWorkflow(contactId, workflowId));
  }

  /** @returns start times, ISO 8601 with the offset of the asked time zone, soonest first. */
  async getFreeSlots(query: SlotQuery): Promise<readonly string[] | false> {
    if (!this.isSound('getFreeSlots', payloads.slotQuery, query)) return false;
    const result = await this.http.call(getFreeSlots(query));
    return result.ok && result.value;
  }

  /** @returns `true` only when the CRM said that it is booked. */
  async createAppointment(request: AppointmentRequest): Promise<boolean> {
    if (!this.isSound('createAppointment', payloads.appointment, request)) return false;
    return this.succeeds(createAppointment(this.http.locationId, request));
  }

  /**
   * Lists the appointments of a contact, cancelled ones too; `findAppointment` looks for one among them.
   * @returns starts in ISO 8601 with offset. One that the CRM tells without is taken to be in the location's time zone.
   */
  async getAppointments(contactId: string): Promise<readonly GhlAppointment[] | false> {
    if (!this.isSound('getAppointments', payloads.contact, { contactId })) return false;
    return readAppointments({ http: this.http, logger: this.logger }, contactId);
  }

  async createTask(contactId: string, task: TaskRequest): Promise<boolean> {
    if (!this.isSound('createTask', payloads.contactTask, { contactId, task })) return false;
    return this.succeeds(createTask(contactId, task));
  }

  /**
   * @param limit at most so many, 1 to 100.
   * @returns newest first.
   */
  async getMessages(contactId: string, limit = 20): Promise<readonly GhlMessage[] | false> {
    if (!this.isSound('getMessages', payloads.contactMessages, { contactId, limit })) return false;
    const page = await this.conversations.read(contactId, limit);
    return page && page.messages.slice(0, limit);
  }

  /**
   * Lists the texts of all contacts, for catching up on what was missed.
   * @returns oldest first, both ends included; `false` when they cannot all be read. After 40 pages of 500 the newest
   * are left out, which is logged with `fallback_used`.
   */
  async exportMessages(query: ExportQuery): Promise<readonly LocationMessage[] | false> {
    if (!this.isSound('exportMessages', payloads.exportQuery, query)) return false;
    return readExport({ http: this.http, logger: this.logger }, query);
  }

  /**
   * Carries out changes to a contact in as few calls as possible; a malformed one is left out and fails alone.
   * @returns one result per action, in the order given.
   */
  async applyActions(contactId: string, actions: readonly CrmAction[]): Promise<readonly CrmActionResult[]> {
    const isSound = this.isSound('applyActions', payloads.contact, { contactId });
    const sound = actions.filter((action) => isSound && this.isSound(action.type, payloads.action, action));
    const results = await carryOut(
      { contacts: this.contacts, perform: (call) => this.perform(call) },
      contactId,
      sound,
    );
    return actions.map((action) => results[sound.indexOf(action)] ?? { type: action.type, ok: false });
  }

  /** @returns `true` when the CRM answers for this location. */
  async checkHealth(): Promise<boolean> {
    return this.succeeds(getLocation(this.http.locationId));
  }

  private async succeeds(call: GhlCall<unknown>): Promise<boolean> {
    return (await this.perform(call)).ok;
  }

  private async perform<T>(call: GhlCall<T>): Promise<GhlResult<T>> {
    const result = await this.http.call(call);
    const isUnsure = !result.ok && (result.outcome === 'unknown' || result.outcome === 'unreadable');
    if (isUnsure && call.repeat === 'if_not_executed') {
      const reason = 'GHL may have done it; not repeated';
      const line = { operation: call.operation, outcome: 'unknown', fallback_used: true, reason };
      this.logger.warn(line, 'Outcome of a GHL call is unknown');
    }
    return result;
  }

  private isSound(operation: string, shape: z.ZodType, payload: unknown): boolean {
    const problem = problemOf(shape, payload);
    return problem === null || this.refuse(operation, problem, false);
  }

  private refuse<T>(operation: string, reason: string, answer: T): T {
    this.logger.error({ operation, reason }, 'Malformed request refused before calling GHL');
    return answer;
  }
}
