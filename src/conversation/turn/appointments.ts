import { Inject, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Clock, SETTINGS } from '../../config';
import type { BusinessProfile, Settings } from '../../config';
import { GhlClient } from '../../ghl';
import { describeSlot, describeSlots } from '../bots/booking';
import { describeOpening, isOpen } from '../bots/business-hours';
import { Outbox } from '../outbox';
import { say, zoneOf } from '../planning';
import type { Plan } from '../planning';
import { BOOKED_REASON } from '../state';
import type { BotState, Conversation } from '../state';
import type { Decision } from './decision';

const OFFERED_SLOTS = 2;
const NOTICE_MS = 2 * 3_600_000;
const HORIZON_MS = 7 * 86_400_000;

/** Turns plans that need the calendar into words. "Booked" is said only after the CRM has said so. */
@Injectable()
export class Appointments {
  constructor(
    private readonly ghl: GhlClient,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly logger: PinoLogger,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * @param eventId a booking is made once for it, however often this is called.
   * @param profile in the style that the contact is talked to in.
   */
  async carryOut(plan: Plan, conversation: Conversation, eventId: string, profile: BusinessProfile): Promise<Decision> {
    const { reason, changes, handoffs = [] } = plan;
    const planned = { text: null, reason, changes, handoffs, step: null, isDone: false };
    switch (plan.kind) {
      case 'silent':
        return planned;
      case 'say':
        return { ...planned, text: joined(plan.answers, plan.text), step: plan.step ?? null };
      case 'offer_times': {
        const offer = await this.offerTimes(plan, conversation, profile);
        return { ...planned, ...offer, text: joined(plan.answers, offer.text) };
      }
      case 'book':
        return { ...planned, isDone: true, ...(await this.book(plan.slot, conversation, eventId, profile)) };
    }
  }

  /** Tells of an appointment that has been booked for the text before; there may be nothing to tell of any more. */
  confirm(conversation: Conversation, profile: BusinessProfile): Decision {
    const { bookedSlot } = conversation.botState;
    const told = { reason: BOOKED_REASON, changes: {}, handoffs: [], step: null, isDone: true };
    if (bookedSlot === null || Date.parse(bookedSlot) <= this.clock.now()) {
      return { ...told, text: null, reason: 'the appointment is off or gone by' };
    }
    return { ...told, text: this.confirmation(bookedSlot, conversation, profile) };
  }

  private async offerTimes(
    { changes, reason }: Plan,
    conversation: Conversation,
    profile: BusinessProfile,
  ): Promise<Pick<Decision, 'text'> & Partial<Decision>> {
    const slots = await this.freeSlots(zoneOf(conversation, profile), []);
    if (slots !== null && slots.length > 0) {
      const { text, botState } = this.offer(slots, conversation, changes.botState ?? conversation.botState, profile);
      return { text, changes: { ...changes, botState } };
    }
    if (conversation.botState.pendingQuestion === 'booking') {
      return this.handOver(conversation, `${reason} and ${whyNoOther(slots)}`, profile);
    }
    const nowMs = this.clock.now();
    const { callSoon, callLater } = profile.wording.booking;
    const opens = describeOpening(profile, nowMs);
    const wordings = isOpen(profile, nowMs) ? callSoon : callLater;
    return { text: say(wordings, conversation, profile, 0, { opens }), changes };
  }

  private async book(
    chosen: string,
    conversation: Conversation,
    eventId: string,
    profile: BusinessProfile,
  ): Promise<Partial<Decision>> {
    const { contactId, botState } = conversation;
    const calendarId = this.settings.ghl.calendarId ?? '';
    const title = `Call with ${profile.agent}`;
    const { booking, slot } = await this.outbox.book(eventId, { calendarId, contactId, startTime: chosen, title });
    if (booking === 'refused') return this.offerOthers(slot, conversation, profile);
    if (booking === 'not_booked') return this.handOver(conversation, 'the CRM did not book the chosen time', profile);
    // Offering other times now could book two: a person has to look.
    if (booking === 'unsure')
      return this.handOver(conversation, 'nobody can tell whether the chosen time is booked', profile);
    return {
      text: this.confirmation(slot, conversation, profile),
      reason: BOOKED_REASON,
      changes: { botState: { ...botState, pendingQuestion: null, offeredSlots: [], bookedSlot: slot } },
    };
  }

  private confirmation(slot: string, conversation: Conversation, profile: BusinessProfile): string {
    const values = { slot: describeSlot(slot, zoneOf(conversation, profile), this.clock.now()) };
    return say(profile.wording.booking.booked, conversation, profile, 0, values);
  }

  private async offerOthers(
    refused: string,
    conversation: Conversation,
    profile: BusinessProfile,
  ): Promise<Partial<Decision>> {
    const slots = await this.freeSlots(zoneOf(conversation, profile), [refused]);
    if (slots === null || slots.length === 0)
      return this.handOver(conversation, `the chosen time is gone and ${whyNoOther(slots)}`, profile);
    const { text, botState } = this.offer(slots, conversation, conversation.botState, profile);
    return { text, changes: { botState }, reason: 'the chosen time is gone' };
  }

  private handOver(conversation: Conversation, reason: string, profile: BusinessProfile) {
    return {
      text: say(profile.wording.human, conversation, profile),
      reason,
      changes: { botState: { ...conversation.botState, pendingQuestion: null, offeredSlots: [] } },
      handoffs: ['booking failed'],
    } satisfies Partial<Decision>;
  }

  private offer(slots: readonly string[], conversation: Conversation, before: BotState, profile: BusinessProfile) {
    const timesAsked = (before.timesAsked.booking ?? 0) + 1;
    const values = { slots: describeSlots(slots, zoneOf(conversation, profile), this.clock.now()) };
    const botState: BotState = {
      ...before,
      pendingQuestion: 'booking',
      offeredSlots: slots,
      timesAsked: { ...before.timesAsked, booking: timesAsked },
    };
    return {
      text: say(profile.wording.booking.offer, conversation, profile, timesAsked - 1, values),
      botState,
    };
  }

  /** The next free times; `null` when the calendar cannot be read. */
  private async freeSlots(timeZone: string, except: readonly string[]): Promise<readonly string[] | null> {
    const { calendarId } = this.settings.ghl;
    if (calendarId === undefined) {
      this.logger.info(
        { fallback_used: true },
        'GHL_CALENDAR_ID is not set; promising a call instead of offering times',
      );
      return [];
    }
    const startMs = this.clock.now() + NOTICE_MS;
    const slots = await this.ghl.getFreeSlots({ calendarId, startMs, endMs: startMs + HORIZON_MS, timeZone });
    if (slots === false) {
      this.logger.warn({ fallback_used: true }, 'free times could not be read; a person is to call instead');
      return null;
    }
    const free = slots.filter((slot) => !except.some((other) => Date.parse(other) === Date.parse(slot)));
    return free.slice(0, OFFERED_SLOTS);
  }
}

function whyNoOther(slots: readonly string[] | null): string {
  return slots === null ? 'others cannot be read' : 'there is no other';
}

function joined(answers: readonly string[] | undefined, text: string | null): string | null {
  return text === null ? null : [...(answers ?? []), text].join(' ');
}
