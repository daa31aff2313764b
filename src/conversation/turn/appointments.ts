import { Inject, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { BUSINESS_PROFILE, Clock, SETTINGS } from '../../config';
import type { BusinessProfile, Settings } from '../../config';
import { GhlClient } from '../../ghl';
import { describeSlot, describeSlots } from '../bots/booking';
import { describeOpening, isOpen } from '../bots/business-hours';
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
    private readonly clock: Clock,
    private readonly logger: PinoLogger,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(BUSINESS_PROFILE) private readonly profile: BusinessProfile,
  ) {}

  async carryOut(plan: Plan, conversation: Conversation): Promise<Decision> {
    switch (plan.kind) {
      case 'silent':
        return { text: null, reason: plan.reason, changes: plan.changes, handoff: null };
      case 'say':
        return { text: plan.text, reason: plan.reason, changes: plan.changes, handoff: plan.handoff ?? null };
      case 'offer_times':
        return this.offerTimes(plan, conversation);
      case 'book':
        return this.book(plan.slot, conversation);
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

  private async book(slot: string, conversation: Conversation): Promise<Decision> {
    const { botState } = conversation;
    const calendarId = this.settings.ghl.calendarId ?? '';
    const { contactId } = conversation;
    if (
      await this.ghl.createAppointment({
        calendarId,
        contactId,
        startTime: slot,
        title: `Call with ${this.profile.agent}`,
      })
    ) {
      const values = { slot: describeSlot(slot, zoneOf(conversation, this.profile)) };
      return {
        text: say(this.profile.wording.booking.booked, conversation, this.profile, 0, values),
        reason: 'the CRM has booked the chosen time',
        changes: { botState: { ...botState, pendingQuestion: null, offeredSlots: [], bookedSlot: slot } },
        handoff: null,
      };
    }
    return this.offerOthers(slot, conversation);
  }

  /** A slot that is still free was refused for another reason than being taken: a person has to look at that. */
  private async offerOthers(refused: string, conversation: Conversation): Promise<Decision> {
    const slots = await this.freeSlots(conversation, [refused]);
    const { botState } = conversation;
    if (slots.length > 0) {
      const offer = this.offer(slots, conversation, botState, {});
      return { ...offer, reason: 'the chosen time could not be booked', handoff: null };
    }
    return {
      text: say(this.profile.wording.human, conversation, this.profile),
      reason: 'the chosen time could not be booked and there is no other',
      changes: { botState: { ...botState, pendingQuestion: null, offeredSlots: [] } },
      handoff: 'booking failed',
    };
  }

  private offer(slots: readonly string[], conversation: Conversation, botState: BotState, changes: PlanChanges) {
    const timesAsked = (botState.timesAsked.booking ?? 0) + 1;
    const values = { slots: describeSlots(slots, zoneOf(conversation, this.profile)) };
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
