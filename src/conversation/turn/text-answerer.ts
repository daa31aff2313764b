import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../config';
import type { Delivery } from '../../ghl';
import type { Arrival } from '../arrivals';
import { OFFICE } from '../handoff';
import type { Office } from '../handoff';
import { Outbox } from '../outbox';
import type { Reply } from '../outbox';
import { mayText, refusalOf } from '../planning';
import { ConversationManager, isSameInstant, OPTED_IN_REASON, replyIds } from '../state';
import type { ContextUpdate, Conversation, Turn } from '../state';
import { ContactReader } from './contact-reader';
import { isHeld, isOld } from './lateness';
import { TurnDecider } from './turn-decider';
import type { DecidedTurn } from './turn-decider';
import {
  dropUpdate,
  hasBooked,
  inItsTurn,
  joinedUpdate,
  pageUpdate,
  silentUpdate,
  toReply,
  turnUpdate,
  welcomedBack,
  withBookingAsKnown,
  withSent,
  withUnsent,
} from './turn-record';

/** A person is called when a reply is not out by then: one minute before the five-minute rule is broken. */
export const PAGE_AFTER_MS = 240_000;

/** Answers one text: decide, send, remember. The CRM's fields and tags are not touched. */
@Injectable()
export class TextAnswerer {
  constructor(
    private readonly decider: TurnDecider,
    private readonly contacts: ContactReader,
    private readonly outbox: Outbox,
    private readonly manager: ConversationManager,
    private readonly clock: Clock,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  /**
   * Decides, looks again just before sending, and decides again if anything has changed meanwhile.
   * @returns the conversation with the turn at its end, whether its reply got through or not.
   */
  async answer(before: Conversation, arrival: Arrival): Promise<Conversation> {
    const { event, signal } = arrival;
    const turn = await this.decider.decide(before, event, signal);
    // Left by a crash: what has gone out has to be known before anything else is decided.
    if (this.outbox.isBegun(event.id)) return this.settle(turn, arrival);
    if (isJoined(turn, signal)) return this.finish(arrival, joinedUpdate(turn, this.office));
    if (!turn.decision.isDone && !this.manager.isCurrent(turn.before)) return this.answerAnew(arrival);
    if (turn.reply.text === null) return this.finish(arrival, silentUpdate(turn, this.office), hasBooked(turn));
    return this.send(turn, turn.reply.text, arrival);
  }

  /** Goes on with a text that has a turn already. */
  async goOn(before: Conversation, turn: Turn, arrival: Arrival, isReplay: boolean): Promise<Conversation> {
    const { event } = arrival;
    const isUnsent = turn.eventId === event.id && turn.sent === false;
    // Also what has been sent just before a crash, and is not known here.
    if (isUnsent && this.outbox.isBegun(event.id)) return this.tryAgain(before, turn, arrival);
    if (isUnsent && isReplay) return this.replay(before, turn, arrival);
    // A crash came between the turn and this.
    this.outbox.close(event.id);
    return before;
  }

  /** True while the reply to this event has neither been sent nor given up. */
  isWaiting(eventId: string): boolean {
    return this.outbox.isWaiting(eventId);
  }

  /** Nothing more will be tried for this event. */
  forget(eventId: string): void {
    this.outbox.close(eventId);
  }

  /** Days may have passed since the CRM was asked, and a webhook been missed. */
  private async answerLate(before: Conversation, arrival: Arrival): Promise<Conversation> {
    await this.contacts.readAgain(before);
    return this.answerAnew(arrival);
  }

  private async answerAnew(arrival: Arrival): Promise<Conversation> {
    const { id, contactId, locationId } = arrival.event;
    this.outbox.withdraw(id);
    return this.answer(await this.manager.getContext(contactId, locationId), arrival);
  }

  private async settle(turn: DecidedTurn, arrival: Arrival): Promise<Conversation> {
    const given = toReply(turn, turn.reply.text ?? '', this.office);
    const { delivery, reply } = await this.outbox.send(arrival.event, given, replyIds(turn.before), () => false);
    if (delivery.kind !== 'not_sent') return this.record(turn, delivery, reply, arrival);
    return this.answerAnew(arrival);
  }

  private async send(turn: DecidedTurn, text: string, arrival: Arrival): Promise<Conversation> {
    const { event, signal } = arrival;
    const { before } = turn;
    const given = toReply(turn, text, this.office);
    const isStillRight = () => !isJoined(turn, signal) && (turn.decision.isDone || this.manager.isCurrent(before));
    const isWanted = () => isStillRight() && this.obstacleNow(turn) === null && !this.isHeld(before, arrival);
    const { delivery, reply } = await this.outbox.send(event, given, replyIds(before), isWanted);
    if (delivery.kind !== 'not_sent' || isStillRight()) return this.record(turn, delivery, reply, arrival);
    return this.answerAnew(arrival);
  }

  private async record(turn: DecidedTurn, delivery: Delivery, reply: Reply, arrival: Arrival): Promise<Conversation> {
    const { before, event } = turn;
    const update = turnUpdate(turn, this.office);
    if (delivery.kind === 'sent') {
      this.decider.noteSent(turn);
      return this.finish(arrival, withSent(update, before, reply, delivery), hasBooked(turn));
    }
    const recorded = await this.keep(withUnsent(update, reply), hasBooked(turn));
    const unsent = turnOf(recorded, event.id);
    if (delivery.kind === 'unsure') return this.tryAgain(recorded, unsent, arrival);
    // STOP is obeyed whether its confirmation gets through or not.
    if (recorded.optedOut) return this.drop(recorded, unsent, arrival, 'the confirmation did not get through', reply);
    if (delivery.kind !== 'refused') return recorded;
    return this.giveUp(unsent.pagedAt === null ? await this.page(recorded, arrival) : recorded, arrival);
  }

  /** A reply that had been given up is decided anew: with the words of then, nothing would follow from it. */
  private replay(before: Conversation, turn: Turn, arrival: Arrival): Promise<Conversation> {
    const refusal = this.obstacleTo(turn, before, arrival.signal);
    return refusal === null ? this.answerLate(before, arrival) : this.drop(before, turn, arrival, refusal);
  }

  /** The same for a reply that did not get through before. What has grown old meanwhile is decided anew. */
  private async tryAgain(before: Conversation, turn: Turn, arrival: Arrival): Promise<Conversation> {
    const { event, signal } = arrival;
    const { contactId, locationId } = event;
    const obstacle = () => this.obstacleTo(turn, this.manager.latest(before), signal);
    const reply = { text: turn.aiResponse, botState: { ...before.botState, isIntroduced: true }, todo: [] };
    const isDue = () => obstacle() === null && !this.isHeld(before, arrival);
    const isOld = this.isOld(before, turn) || this.speaksOfOldBooking(before, event.id);
    const { delivery, reply: begun } = await this.outbox.send(event, reply, replyIds(before), () => isDue() && !isOld);
    const refusal = obstacle();
    if (delivery.kind === 'sent') {
      const sent = withSent({ contactId, locationId, turn: { eventId: event.id } }, before, begun, delivery);
      // Found out late: the bot stands where the newer reply has put it.
      return this.finish(arrival, refusal === null ? sent : { ...sent, botState: before.botState });
    }
    if (refusal !== null) return delivery.kind === 'unsure' ? before : this.drop(before, turn, arrival, refusal, begun);
    if (delivery.kind === 'not_sent' && isOld && isDue()) return this.answerLate(before, arrival);
    const isRefused = delivery.kind === 'refused';
    const isLate = this.clock.now() - event.receivedAtMs >= PAGE_AFTER_MS;
    const paged = turn.pagedAt === null && (isLate || isRefused) ? await this.page(before, arrival) : before;
    return isRefused ? this.giveUp(paged, arrival) : paged;
  }

  /** What has been done is told, unless somebody has meanwhile forbidden to text at all. */
  private obstacleNow({ before, decision }: DecidedTurn): string | null {
    if (decision.changes.optedOut !== undefined) return null;
    return refusalOf(mayText(this.manager.latest(before), this.office.profile, this.clock.now()));
  }

  /** A later reply says what this one would have said; and what forbids texts now forbids this one too. */
  private obstacleTo(turn: Turn, conversation: Conversation, signal: AbortSignal): string | null {
    if (signal.aborted) return 'answered together with the text after it';
    if (this.isSpokenFor(turn, conversation)) return 'a newer reply stands in for it';
    // They have just said themselves what the CRM still denies.
    if (turn.reason === OPTED_IN_REASON && !conversation.optedOut && !this.isOld(conversation, turn)) return null;
    return refusalOf(mayText(conversation, this.office.profile, this.clock.now()));
  }

  private isHeld(conversation: Conversation, { event }: Arrival): boolean {
    return isHeld(conversation, event, this.office.profile, this.clock.now());
  }

  private isOld(conversation: Conversation, turn: Turn): boolean {
    return isOld(turn, conversation, this.office.profile, this.clock.now());
  }

  /** A person has moved or cancelled the appointment that the reply speaks of. */
  private speaksOfOldBooking(conversation: Conversation, eventId: string): boolean {
    const told = this.outbox.replyTo(eventId)?.botState.bookedSlot;
    const { bookedSlot } = this.manager.latest(conversation).botState;
    return told !== undefined && told !== bookedSlot && !isSameInstant(told, bookedSlot);
  }

  /** Nobody says what the reply was to say; whom it would have called is told all the same. */
  private drop(conversation: Conversation, turn: Turn, arrival: Arrival, why: string, reply?: Reply) {
    const isJoined = arrival.signal.aborted || this.isSpokenFor(turn, conversation);
    return this.finish(arrival, dropUpdate(conversation, turn, why, { isJoined, reply }));
  }

  /** A newer text has got, or is getting, a reply; a booking is told of all the same, and a first word answers nothing. */
  private isSpokenFor({ eventId }: Turn, { history }: Conversation): boolean {
    if (eventId !== null && this.outbox.hasBooking(eventId)) return false;
    const later = history.slice(history.findIndex(isOf(eventId)) + 1);
    return later.some((turn) => turn.userMessage !== '' && turn.aiResponse !== '' && !this.isGivenUp(turn));
  }

  private isGivenUp({ sent, eventId }: Turn): boolean {
    return sent === false && !(eventId !== null && this.outbox.isWaiting(eventId));
  }

  private async finish({ event }: Arrival, update: ContextUpdate, isBooking = false): Promise<Conversation> {
    const conversation = await this.keep(update, isBooking);
    this.outbox.close(event.id);
    return conversation;
  }

  private keep(update: ContextUpdate, isBooking: boolean): Promise<Conversation> {
    return this.manager.change(update, (current) => {
      const known = isBooking ? update : withBookingAsKnown(update, current);
      return inItsTurn(welcomedBack(known, current), current);
    });
  }

  /** A booking that was made for it stays known: a person may have it replayed. */
  private giveUp(conversation: Conversation, { event }: Arrival): Conversation {
    this.outbox.withdraw(event.id);
    return conversation;
  }

  private page(conversation: Conversation, { event }: Arrival): Promise<Conversation> {
    return this.manager.updateContext(pageUpdate(conversation, event.id, this.office, this.clock.now()));
  }
}

/** A newer text speaks for this one too, unless there is something that this one has to be told. */
function isJoined({ decision }: DecidedTurn, signal: AbortSignal): boolean {
  return signal.aborted && !decision.isDone && decision.changes.optedOut === undefined;
}

function turnOf(conversation: Conversation, eventId: string): Turn {
  const turn = conversation.history.findLast(isOf(eventId));
  if (!turn) throw new Error(`the turn of event ${eventId} is not in the conversation`);
  return turn;
}

function isOf(eventId: string | null) {
  return (turn: Turn) => turn.eventId === eventId;
}
