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
/** After a restart a reply that was under way is looked for in the CRM: until then nobody knows whether it is late. */
const LOOK_UP_MS = 60_000;

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
    if (known !== null && known.answeredAtMs !== null) return;
    const nowMs = this.clock.now();
    const judgeFromMs = isLong(event, nowMs) ? nowMs + LOOK_UP_MS : nowMs;
    this.waiting.add({ event, isWarned: known !== null, isLate: known !== null, judgeFromMs });
  }

  /** An attempt to answer is over: looks in the conversation what has become of the contact's texts. */
  async settle(event: TextEvent): Promise<void> {
    await this.lookUp(event);
    for (const text of this.waiting.of(event)) if (text.event.id === event.id) text.judgeFromMs = 0;
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
    for (const { event } of this.waiting.all().filter((text) => isLong(text.event, this.clock.now()))) {
      await this.lookUp(event).catch((cause: unknown) => {
        this.logger.error({ err: cause, contact_id: event.contactId }, 'the conversation cannot be read');
      });
    }
    const nowMs = this.clock.now();
    const due = this.waiting.all().filter(({ judgeFromMs }) => judgeFromMs <= nowMs);
    for (const text of due) {
      const leadText = toLeadText(text.event);
      if (this.judge(text, leadText)) this.keep(leadText);
    }
  }

  private async lookUp(event: TextEvent): Promise<void> {
    if (this.waiting.of(event).length === 0) return;
    const conversation = await this.manager.find(event.contactId, event.locationId);
    // Not those of before: somebody else may have looked it up meanwhile.
    for (const text of this.waiting.of(event)) this.close(text, answerOf(conversation?.history ?? [], text.event));
  }

  private close(waiting: WaitingText, answer: Answer): void {
    if (answer.kind === 'pending') return;
    const { event } = waiting;
    this.waiting.remove(event);
    if (answer.kind === 'answered') {
      const text = { ...toLeadText(event), answeredAtMs: answer.atMs };
      this.registry.observe('speed_to_lead', {}, waitedMs(text, answer.atMs));
      this.judge(waiting, text);
      this.keep(text);
    } else if (waiting.isLate) {
      this.keep({ ...toLeadText(event), droppedAtMs: this.clock.now() });
    }
  }

  /** @returns true when it has now turned out to be late. */
  private judge(waiting: WaitingText, text: LeadText): boolean {
    const nowMs = this.clock.now();
    const line = { contact_id: text.contactId, webhook_id: text.eventId, waited_ms: waitedMs(text, nowMs) };
    if (!waiting.isWarned && line.waited_ms >= WARNING_MS) {
      waiting.isWarned = true;
      this.registry.count('five_minute_warnings', {});
      this.logger.warn(line, 'a text has waited four minutes for its answer');
    }
    if (waiting.isLate || !isLate(text, nowMs)) return false;
    waiting.isLate = true;
    this.registry.count('five_minute_violations', {});
    this.logger.error(line, 'the five-minute rule is broken');
    return true;
  }

  /** Not waited for: if a crash comes first, the event that is not finished brings it again. */
  private keep(text: LeadText): void {
    this.judged.add(text);
    this.journalled.insist(text).catch(() => undefined);
  }
}

function isLong(event: TextEvent, nowMs: number): boolean {
  return waitedMs(toLeadText(event), nowMs) >= WARNING_MS;
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
