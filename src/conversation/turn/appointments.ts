import { Inject, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { BUSINESS_PROFILE, Clock, SETTINGS } from '../../config';
import type { BusinessProfile, Settings } from '../../config';
import { GhlClient } from '../../ghl';
import { describeSlot, describeSlots } from '../bots/booking';
import { describeOpening, isOpen } from '../bots/business-hours';
import { Outbox } from '../outbox';
import type { BotState, Conversation } from '../state';
import { say, zoneOf } from './plan';
import type { Plan, PlanChanges } from './plan';
import type { HandoffReason } from './handoff';

const OFFERED_SLOTS = 2;
const NOTICE_MS = 2 * 3_600_000;
const HORIZON_MS = 7 * 86_400_000;

/** A plan with everything asked of the calendar; `text` is `null` for silence. */
export interface Decision {
  readonly text: string | null;
  readonly reason: string;
  readonly changes: PlanChanges;
  readonly handoff: HandoffReason | null;
}

/** Turns plans that need the calendar into words. "Booked" is said only after the CRM has said so. */
@Injectable()
export class Appointments {
  constructor(
    private readonly ghl: GhlClient,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly logger: PinoLogger,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(BUSINESS_PROFILE) private readonly profile: BusinessProfile,
  ) {}

  async carryOut(plan: Plan, conversation: Conversation, eventId: string): Promise<Decision> {
    switch (plan.kind) {
      case 'silent':
        return { text: null, reason: plan.reason, changes: plan.changes, handoff: null };
      case 'say':
        return { text: plan.text, reason: plan.reason, changes: plan.changes, handoff: plan.handoff ?? null };
      case 'offer_times':
        return this.offerTimes(plan, conversation);
      case 'book':
        return this.book(plan.slot, conversation, eventId);
    }
  }

  private async offerTimes(plan: Plan & { kind: 'offer_times' }, conversation: Conversation): Promise<Decision> {
    const decision = { reason: plan.reason, changes: plan.changes, handoff: plan.handoff ?? null };
    const slots = await this.freeSlots(conversation, []);
    if (slots.length > 0) {
      const botState = plan.changes.botState ?? conversation.botState;
      return { ...decision, ...this.offer(slots, conversation, botState, plan.changes) };
    }
    const nowMs = this.clock.now();
    const { callSoon, callLater } = this.profile.wording.booking;
    const opens = describeOpening(this.profile, nowMs);
    const wordings = isOpen(this.profile, nowMs) ? callSoon : callLater;
    return { ...decision, text: say(wordings, conversation, this.profile, 0, { opens }) };
  }

  private async book(slot: string, conversation: Conversation, eventId: string): Promise<Decision> {
    const { contactId, botState } = conversation;
    const calendarId = this.settings.ghl.calendarId ?? '';
    const title = `Call with ${this.profile.agent}`;
    const booking = await this.outbox.book(eventId, { calendarId, contactId, startTime: slot, title });
    if (booking === 'refused') return this.offerOthers(slot, conversation);
    // Offering other times now could book two: a person has to look.
    if (booking !== 'booked') return this.handOver(conversation, 'nobody can tell whether the chosen time is booked');
    const values = { slot: describeSlot(slot, zoneOf(conversation, this.profile), this.clock.now()) };
    return {
      text: say(this.profile.wording.booking.booked, conversation, this.profile, 0, values),
      reason: 'the CRM has booked the chosen time',
      changes: { botState: { ...botState, pendingQuestion: null, offeredSlots: [], bookedSlot: slot } },
      handoff: null,
    };
  }

  private async offerOthers(refused: string, conversation: Conversation): Promise<Decision> {
    const slots = await this.freeSlots(conversation, [refused]);
    if (slots.length === 0) return this.handOver(conversation, 'the chosen time is gone and there is no other');
    const offer = this.offer(slots, conversation, conversation.botState, {});
    return { ...offer, reason: 'the chosen time is gone', handoff: null };
  }

  private handOver(conversation: Conversation, reason: string): Decision {
    return {
      text: say(this.profile.wording.human, conversation, this.profile),
      reason,
      changes: { botState: { ...conversation.botState, pendingQuestion: null, offeredSlots: [] } },
      handoff: 'booking failed',
    };
  }

  private offer(slots: readonly string[], conversation: Conversation, botState: BotState, changes: PlanChanges) {
    const timesAsked = (botState.timesAsked.booking ?? 0) + 1;
    const values = { slots: describeSlots(slots, zoneOf(conversation, this.profile), this.clock.now()) };
    return {
      text: say(this.profile.wording.booking.offer, conversation, this.profile, timesAsked - 1, values),
      changes: {
        ...changes,
        botState: {
          ...botState,
          pendingQuestion: 'booking' as const,
          offeredSlots: slots,
          timesAsked: { ...botState.timesAsked, booking: timesAsked },
        },
      },
    };
  }

  private async freeSlots(conversation: Conversation, except: readonly string[]): Promise<readonly string[]> {
    const { calendarId } = this.settings.ghl;
    if (calendarId === undefined) {
      this.logger.info(
        { fallback_used: true },
        'GHL_CALENDAR_ID is not set; promising a call instead of offering times',
      );
      return [];
    }
    const startMs = this.clock.now() + NOTICE_MS;
    const timeZone = zoneOf(conversation, this.profile);
    const slots = await this.ghl.getFreeSlots({ calendarId, startMs, endMs: startMs + HORIZON_MS, timeZone });
    if (slots === false) {
      this.logger.warn({ fallback_used: true }, 'free times could not be read; promising a call instead');
      return [];
    }
    const free = slots.filter((slot) => !except.some((other) => Date.parse(other) === Date.parse(slot)));
    return free.slice(0, OFFERED_SLOTS);
  }
}
