import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Clock } from '../../config';
import { Journal } from '../../storage';
import type { JournalWriter } from '../../storage';
import { Registry } from '../../telemetry';
import type { TextEvent } from '../contact-event';
import { ConversationManager } from '../state';
import { answerOf } from './answer-of';
import type { Answer } from './answer-of';
import { JudgedTexts } from './judged-texts';
import { isLate, waitedMs, WARNING_MS } from './lead-text';
import type { LeadText } from './lead-text';
import { WaitingTexts } from './waiting-texts';
import type { WaitingText } from './waiting-texts';

const CHECK_INTERVAL_MS = 5_000;

/**
 * How long contacts wait: from the receipt of a text to the SMS that answers it, accepted by the CRM, over debounce,
 * retries and restarts. Judged texts are kept for a day, in the journal too; those still waiting come again with their
 * events after a restart. Only a text that had been joined to a newer one is then measured with the newer one alone.
 */
@Injectable()
export class SpeedToLead implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly waiting = new WaitingTexts();
  private readonly judged: JudgedTexts;
  private readonly journalled: JournalWriter<LeadText>;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    journal: Journal,
    private readonly manager: ConversationManager,
    private readonly clock: Clock,
    private readonly registry: Registry,
    private readonly logger: PinoLogger,
  ) {
    this.judged = new JudgedTexts(clock);
    this.journalled = journal.register<LeadText>({
      name: 'speed_to_lead',
      recover: (text) => {
        this.judged.add(text);
      },
      liveEntries: () => this.judged.all(),
      cover: () => Promise.resolve(),
    });
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      void this.check();
    }, CHECK_INTERVAL_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** A text wants an answer; told again with each attempt to give it one. */
  received(event: TextEvent): void {
    const known = this.judged.find(event.id);
    if (known === null || known.answeredAtMs === null) this.waiting.add(event, known !== null);
  }

  /** Looks in the conversation what has become of the texts of a contact. */
  async settle(contact: Pick<TextEvent, 'contactId' | 'locationId'>): Promise<void> {
    const texts = this.waiting.of(contact);
    if (texts.length === 0) return;
    const conversation = await this.manager.find(contact.contactId, contact.locationId);
    for (const text of texts) this.close(text, answerOf(conversation?.history ?? [], text.event));
  }

  /** All texts of the last day, and all that wait. */
  async texts(): Promise<readonly LeadText[]> {
    await this.check();
    const waiting = this.waiting.all().map(({ event }) => toLeadText(event));
    const ids = new Set(waiting.map(({ eventId }) => eventId));
    return [...this.judged.all().filter(({ eventId }) => !ids.has(eventId)), ...waiting];
  }

  /** Says of every text, once, that it waits too long. What takes long is looked up first. */
  private async check(): Promise<void> {
    const isLong = ({ event }: WaitingText) => waitedMs(toLeadText(event), this.clock.now()) >= WARNING_MS;
    for (const { event } of this.waiting.all().filter(isLong)) {
      await this.settle(event).catch((cause: unknown) => {
        this.logger.error({ err: cause, contact_id: event.contactId }, 'the conversation cannot be read');
      });
    }
    for (const text of this.waiting.all()) this.judge(text, toLeadText(text.event));
  }

  private close(waiting: WaitingText, answer: Answer): void {
    if (answer.kind === 'pending') return;
    const { event } = waiting;
    this.waiting.remove(event);
    const isAnswered = answer.kind === 'answered';
    const end = isAnswered ? { answeredAtMs: answer.atMs } : { droppedAtMs: this.clock.now() };
    const text = { ...toLeadText(event), ...end };
    this.judge(waiting, text);
    if (isAnswered) this.registry.observe('speed_to_lead', {}, waitedMs(text, answer.atMs));
    if (isAnswered || waiting.isLate) this.keep(text);
  }

  private judge(waiting: WaitingText, text: LeadText): void {
    const nowMs = this.clock.now();
    const line = { contact_id: text.contactId, webhook_id: text.eventId, waited_ms: waitedMs(text, nowMs) };
    if (!waiting.isWarned && line.waited_ms >= WARNING_MS) {
      waiting.isWarned = true;
      this.registry.count('five_minute_warnings', {});
      this.logger.warn(line, 'a text has waited four minutes for its answer');
    }
    if (!waiting.isLate && isLate(text, nowMs)) {
      waiting.isLate = true;
      this.registry.count('five_minute_violations', {});
      this.logger.error(line, 'the five-minute rule is broken');
      this.keep(text);
    }
  }

  /** Not waited for: if a crash comes first, the event that is not finished brings it again. */
  private keep(text: LeadText): void {
    this.judged.add(text);
    this.journalled.insist(text).catch(() => undefined);
  }
}

function toLeadText({ id, contactId, locationId, receivedAtMs, addedAtMs }: TextEvent): LeadText {
  return {
    eventId: id,
    contactId,
    locationId,
    receivedAtMs,
    addedAtMs: addedAtMs ?? null,
    answeredAtMs: null,
    droppedAtMs: null,
  };
}
