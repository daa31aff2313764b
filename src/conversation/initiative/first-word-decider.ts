import { Inject, Injectable } from '@nestjs/common';
import { BUSINESS_PROFILE, Clock } from '../../config';
import type { BusinessProfile } from '../../config';
import { Arrivals } from '../arrivals';
import { describeSlot } from '../bots/booking';
import { mayText, refusalOf, say, zoneOf } from '../planning';
import { ConversationManager } from '../state';
import type { Conversation, GateDecision } from '../state';
import { ContactReader, passGates } from '../turn';
import type { FirstWord, FirstWordOutcome } from './first-word';
import { holdOf, isFirstWord } from './hold';

/** Until the CRM is asked again, when it did not answer. */
const CRM_PAUSE_MS = 60_000;

/** A first word in the words that go out. */
export interface DecidedWord {
  readonly kind: 'say';
  /** What was known when it was decided. */
  readonly before: Conversation;
  readonly text: string;
  readonly gates: readonly GateDecision[];
}

/** Decides whether a first word may go out now, and in which words. Nothing is sent. */
@Injectable()
export class FirstWordDecider {
  constructor(
    private readonly contacts: ContactReader,
    private readonly manager: ConversationManager,
    private readonly arrivals: Arrivals,
    private readonly clock: Clock,
    @Inject(BUSINESS_PROFILE) private readonly profile: BusinessProfile,
  ) {}

  async decide(word: FirstWord): Promise<DecidedWord | FirstWordOutcome> {
    const known = await this.manager.getContext(word.contactId, word.locationId);
    if (this.isOvertaken(word, known)) return { kind: 'outdated' };
    const nowMs = this.clock.now();
    // Before the CRM is asked: what is held all night would otherwise ask it all night.
    const hold = holdOf(known, this.profile, nowMs);
    if (hold !== null) return { kind: 'held', ...hold };
    const before = await this.contacts.readAgain(known);
    if (before === null) return heldByCrm(nowMs);
    return this.obstacleTo(word, before) ?? this.inWords(word, before);
  }

  /** What speaks against it now, whatever it was when it was decided; `null`: nothing. */
  obstacleTo(word: FirstWord, given: Conversation): Exclude<FirstWordOutcome, { readonly kind: 'sent' }> | null {
    const conversation = this.manager.latest(given);
    if (this.isOvertaken(word, conversation)) return { kind: 'outdated' };
    const nowMs = this.clock.now();
    const reason = refusalOf(mayText(conversation, this.profile, nowMs));
    if (reason !== null) return { kind: 'refused', reason };
    const hold = holdOf(conversation, this.profile, nowMs);
    return hold && { kind: 'held', ...hold };
  }

  /** A text on its way to its answer goes first, and changes what is due. */
  private isOvertaken(word: FirstWord, conversation: Conversation): boolean {
    return this.arrivals.hasOpen(word) || !word.isDue(conversation);
  }

  private inWords(word: FirstWord, before: Conversation): DecidedWord | FirstWordOutcome {
    const nowMs = this.clock.now();
    const { appointmentAt } = word;
    const zone = zoneOf(before, this.profile);
    const slot = appointmentAt === null ? '' : describeSlot(appointmentAt, zone, nowMs);
    const timesUsed = before.history.filter(isFirstWord).length;
    const decision = {
      text: say(word.wordings, before, this.profile, timesUsed, { slot }),
      reason: word.reason,
      // The gates know an appointment by the bot's own booking; a person may have made this one.
      changes: appointmentAt === null ? {} : { botState: { ...before.botState, bookedSlot: appointmentAt } },
      handoffs: [],
      step: { kind: 'ask', question: before.botState.pendingQuestion },
      isDone: false,
    } as const;
    const { text, gates, isWithheld } = passGates(decision, null, [], before, this.profile, nowMs);
    if (text !== null && !isWithheld) return { kind: 'say', before, text, gates };
    return { kind: 'refused', reason: gates.find(({ verdict }) => verdict === 'refuse')?.reason ?? 'nothing to say' };
  }
}

/** The CRM does not answer: try again soon. */
export function heldByCrm(nowMs: number): FirstWordOutcome {
  return { kind: 'held', by: 'crm', untilMs: nowMs + CRM_PAUSE_MS };
}
