import { Injectable } from '@nestjs/common';
import { Clock } from '../config';
import { Bookings, GhlClient, MessageSender } from '../ghl';
import type { AppointmentRequest, Booking, CrmAction, Delivery } from '../ghl';
import { Journal } from '../storage';
import type { JournalWriter } from '../storage';
import { noteOnSpan, withSpan } from '../telemetry';
import type { ContactEvent } from './contact-event';
import type { BotState } from './state';

/** What a text is sent for: an event that it answers, or a first word of the bot's. */
type Occasion = Pick<ContactEvent, 'id' | 'contactId'>;

/** A reply, with what follows once it has gone out. */
export interface Reply {
  readonly text: string;
  readonly botState: BotState;
  readonly todo: readonly CrmAction[];
  /** The CRM refuses texts to a blocked contact, also the one that says they are welcome back. */
  readonly liftsBlock?: boolean;
}

/** What became of a reply; `reply` is the one that an earlier attempt had begun, if there was one. */
export interface SendOutcome {
  readonly delivery: Delivery;
  readonly reply: Reply;
}

const NOT_SENT: Delivery = { kind: 'not_sent' };

interface OpenSend {
  readonly reply: Reply;
  /** When it may have been sent first, epoch milliseconds. */
  readonly sinceMs: number;
  /** `null` when a crash came before it was known: it has to be looked for before it is repeated. */
  readonly delivery: Delivery | null;
}

interface BookingOutcome {
  readonly booking: Booking;
  /** ISO 8601 with offset. */
  readonly slot: string;
}

interface OpenBooking {
  readonly request: AppointmentRequest;
  /** `null` after a restart. */
  readonly outcome: Booking | null;
}

type OutboxEntry =
  | { readonly kind: 'intent'; readonly eventId: string; readonly reply: Reply; readonly sinceMs: number }
  | { readonly kind: 'sent'; readonly eventId: string; readonly messageId: string; readonly atMs: number }
  | { readonly kind: 'booking'; readonly eventId: string; readonly request: AppointmentRequest }
  | { readonly kind: 'booked'; readonly eventId: string }
  | { readonly kind: 'not_sent' | 'accepted' | 'withdrawn' | 'closed'; readonly eventId: string };

/**
 * How a reply and a booking live: the intent is on disk before the CRM is called and the outcome after; both are closed
 * when the conversation has them. An intent that a crash left open is looked for in the CRM before anything is repeated,
 * since the CRM's calls take no idempotency key.
 */
@Injectable()
export class Outbox {
  private readonly sends = new Map<string, OpenSend>();
  private readonly bookings = new Map<string, OpenBooking>();
  private readonly journalled: JournalWriter<OutboxEntry>;

  constructor(
    journal: Journal,
    private readonly sender: MessageSender,
    private readonly calendar: Bookings,
    private readonly ghl: GhlClient,
    private readonly clock: Clock,
  ) {
    this.journalled = journal.register<OutboxEntry>({
      name: 'outbox',
      recover: (entry) => {
        this.recover(entry);
      },
      liveEntries: () => this.liveEntries(),
      cover: () => Promise.resolve(),
    });
  }

  /** True when a reply to this event has been begun, whatever has become of it, and the conversation has none of it. */
  isBegun(eventId: string): boolean {
    return this.sends.has(eventId);
  }

  /** True when the reply to this event is certainly not out, and is going to be tried again. */
  isUnsent(eventId: string): boolean {
    return this.sends.get(eventId)?.delivery?.kind === 'not_sent';
  }

  /** True when a time has been booked for this event, or may have been, and the conversation has none of it. */
  hasBooking(eventId: string): boolean {
    return this.bookings.has(eventId);
  }

  /** The reply that has been begun for this event, and not closed. */
  replyTo(eventId: string): Reply | undefined {
    return this.sends.get(eventId)?.reply;
  }

  /** True while the reply to this event has neither been sent nor given up. */
  isWaiting(eventId: string): boolean {
    const send = this.sends.get(eventId);
    return send !== undefined && send.delivery?.kind !== 'sent';
  }

  /**
   * Sends the reply to an event, or finds out that an earlier attempt did. What was `not_sent` or is `unsure` waits until
   * this is called again or it is closed, also across a restart.
   * @param others ids of this contact's earlier replies: none of them is the one that is looked for.
   * @param isWanted asked again at the last moment; what is not wanted any more comes back as `not_sent`.
   */
  send(
    event: Occasion,
    given: Reply,
    others: ReadonlySet<string>,
    isWanted: () => boolean = () => true,
  ): Promise<SendOutcome> {
    return withSpan('outbox send', { 'outbox.is_begun': this.isBegun(event.id) }, async () => {
      const outcome = await this.sendOnce(event, given, others, isWanted);
      noteOnSpan({ 'outbox.outcome': outcome.delivery.kind });
      return outcome;
    });
  }

  private async sendOnce(
    event: Occasion,
    given: Reply,
    others: ReadonlySet<string>,
    isWanted: () => boolean,
  ): Promise<SendOutcome> {
    const begun = this.sends.get(event.id);
    const reply = begun?.reply ?? given;
    if (begun && begun.delivery?.kind !== 'not_sent') {
      const delivery = await this.settle(event, begun, others);
      const isLost = delivery.kind === 'not_sent' && isAccepted(begun.delivery);
      // Accepted and not to be found, it may still appear: repeating it would be a second text.
      if (isLost) return { delivery: { kind: 'refused' }, reply };
      if (delivery.kind !== 'not_sent') return { delivery, reply };
    }
    if (begun && !isWanted()) return { delivery: NOT_SENT, reply };
    const sinceMs = this.clock.now();
    this.sends.set(event.id, { reply, sinceMs, delivery: null });
    await this.journalled.insist({ kind: 'intent', eventId: event.id, reply, sinceMs });
    const delivery = isWanted() ? await this.deliver(event, reply, isWanted) : NOT_SENT;
    return { delivery: this.note(event.id, { reply, sinceMs }, delivery), reply };
  }

  private async deliver({ contactId }: Occasion, reply: Reply, isWanted: () => boolean): Promise<Delivery> {
    if (reply.liftsBlock) await this.ghl.updateContact(contactId, { isSmsBlocked: false });
    return this.sender.deliver(contactId, reply.text, isWanted);
  }

  /**
   * Books the time that an event chose, or finds out that an earlier attempt did.
   * @returns the outcome with the time that it is of: an earlier attempt may have chosen another.
   */
  async book(eventId: string, request: AppointmentRequest): Promise<BookingOutcome> {
    const begun = this.bookings.get(eventId);
    if (begun) {
      const isKnown = begun.outcome !== null && begun.outcome !== 'unsure';
      const outcome = isKnown ? begun.outcome : await this.calendar.settle(begun.request);
      this.noteBooking(eventId, begun.request, outcome);
      if (outcome !== 'not_booked') return { booking: outcome, slot: begun.request.startTime };
    }
    this.bookings.set(eventId, { request, outcome: null });
    await this.journalled.insist({ kind: 'booking', eventId, request });
    const outcome = await this.calendar.book(request);
    this.noteBooking(eventId, request, outcome);
    return { booking: outcome, slot: request.startTime };
  }

  /** The reply will not go out, or not in these words. A booking made for the event stays known. */
  withdraw(eventId: string): void {
    if (this.sends.delete(eventId)) this.write({ kind: 'withdrawn', eventId });
  }

  /** The conversation has the outcome, or nothing more is to be done. */
  close(eventId: string): void {
    const isKnown = [this.sends.delete(eventId), this.bookings.delete(eventId)].includes(true);
    if (isKnown) this.write({ kind: 'closed', eventId });
  }

  private async settle({ id, contactId }: Occasion, begun: OpenSend, others: ReadonlySet<string>): Promise<Delivery> {
    if (begun.delivery?.kind === 'sent') return begun.delivery;
    const settled = await this.sender.settle(contactId, begun.reply.text, begun.sinceMs, others);
    const isStillUnsure = settled.kind === 'unsure' && begun.delivery !== null;
    return this.note(id, begun, isStillUnsure ? begun.delivery : settled);
  }

  private note(eventId: string, { reply, sinceMs }: Omit<OpenSend, 'delivery'>, delivery: Delivery): Delivery {
    this.sends.set(eventId, { reply, sinceMs, delivery });
    if (delivery.kind === 'sent') this.write({ ...delivery, eventId });
    if (delivery.kind === 'not_sent') this.write({ kind: 'not_sent', eventId });
    if (isAccepted(delivery)) this.write({ kind: 'accepted', eventId });
    return delivery;
  }

  private noteBooking(eventId: string, request: AppointmentRequest, outcome: Booking): void {
    this.bookings.set(eventId, { request, outcome });
    if (outcome === 'booked') this.write({ kind: 'booked', eventId });
  }

  /** Not waited for: if it is lost in a crash, the intent is settled by looking in the CRM, or the turn tells. */
  private write(entry: OutboxEntry): void {
    this.journalled.insist(entry).catch(() => undefined);
  }

  private recover(entry: OutboxEntry): void {
    const { eventId } = entry;
    switch (entry.kind) {
      case 'intent':
        this.sends.set(eventId, { reply: entry.reply, sinceMs: entry.sinceMs, delivery: null });
        return;
      case 'sent': {
        const send = this.sends.get(eventId);
        const delivery = { kind: 'sent', messageId: entry.messageId, atMs: entry.atMs } as const;
        if (send) this.sends.set(eventId, { ...send, delivery });
        return;
      }
      case 'not_sent':
      case 'accepted': {
        const send = this.sends.get(eventId);
        const delivery = entry.kind === 'not_sent' ? NOT_SENT : ({ kind: 'unsure', wasAccepted: true } as const);
        if (send) this.sends.set(eventId, { ...send, delivery });
        return;
      }
      case 'booking':
        this.bookings.set(eventId, { request: entry.request, outcome: null });
        return;
      case 'booked': {
        const booking = this.bookings.get(eventId);
        if (booking) this.bookings.set(eventId, { ...booking, outcome: 'booked' });
        return;
      }
      case 'withdrawn':
        this.sends.delete(eventId);
        return;
      case 'closed':
        this.sends.delete(eventId);
        this.bookings.delete(eventId);
        return;
    }
  }

  private liveEntries(): readonly OutboxEntry[] {
    const sends = [...this.sends].flatMap(([eventId, { reply, sinceMs, delivery }]): OutboxEntry[] => {
      const intent = { kind: 'intent', eventId, reply, sinceMs } as const;
      if (isAccepted(delivery)) return [intent, { kind: 'accepted', eventId }];
      if (delivery?.kind === 'not_sent') return [intent, { kind: 'not_sent', eventId }];
      return delivery?.kind === 'sent' ? [intent, { ...delivery, eventId }] : [intent];
    });
    const bookings = [...this.bookings].flatMap(([eventId, { request, outcome }]): OutboxEntry[] => {
      const intent = { kind: 'booking', eventId, request } as const;
      return outcome === 'booked' ? [intent, { kind: 'booked', eventId }] : [intent];
    });
    return [...sends, ...bookings];
  }
}

/** The CRM has taken the text, and not said under which id. */
function isAccepted(delivery: Delivery | null): boolean {
  return delivery?.kind === 'unsure' && delivery.wasAccepted;
}
