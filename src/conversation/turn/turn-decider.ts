import { Injectable } from '@nestjs/common';
import { Clock } from '../../config';
import type { BusinessProfile } from '../../config';
import { noteOnSpan, withSpan } from '../../telemetry';
import type { SpanAttributes } from '../../telemetry';
import type { BotType, TextEvent } from '../contact-event';
import { ResponseStyles } from '../experiments';
import type { ResponseStyle } from '../experiments';
import { Outbox } from '../outbox';
import { assessTexts, planTurn } from '../planning';
import type { Assessment, Plan } from '../planning';
import { isSameText } from '../same-text';
import { BOOKED_REASON, OPTED_IN_REASON } from '../state';
import type { BotState, Conversation, Turn } from '../state';
import type { Question } from '../understanding';
import { Appointments } from './appointments';
import { ContactReader } from './contact-reader';
import type { Decision, GatedReply } from './decision';
import { passGates } from './pass-gates';
import { SecondOpinions } from './second-opinion';
import type { SecondOpinion } from './second-opinion';

/** A turn that is decided and not yet sent. */
export interface DecidedTurn {
  /** What was known when it was decided. */
  readonly before: Conversation;
  readonly event: TextEvent;
  readonly assessment: Assessment;
  readonly decision: Decision;
  readonly reply: GatedReply;
  readonly opinion: SecondOpinion;
  readonly style: ResponseStyle;
  readonly nowMs: number;
}

/** A text to be judged and not answered. */
export interface PreviewRequest {
  readonly text: string;
  readonly botType: BotType | null;
  /** `null`: what the conversation says was asked. */
  readonly pendingQuestion: Question | null;
  /** Claude is asked also where it has answered the same within five minutes. */
  readonly isAskedAnew: boolean;
}

export interface Preview {
  readonly assessment: Assessment;
  readonly botType: BotType | null;
  /** `null` when the bot would stay silent, or would first have to book. */
  readonly response: string | null;
  /** Where the bot would stand then. */
  readonly botState: BotState;
  readonly opinion: SecondOpinion;
}

/** Makes texts into a decided turn: what they say, what follows from it, and in which words. Nothing is sent yet. */
@Injectable()
export class TurnDecider {
  constructor(
    private readonly contacts: ContactReader,
    private readonly opinions: SecondOpinions,
    private readonly appointments: Appointments,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly styles: ResponseStyles,
  ) {}

  /** @param signal aborts what takes time when the answer is not wanted any more. */
  decide(known: Conversation, event: TextEvent, signal: AbortSignal): Promise<DecidedTurn> {
    return withSpan('turn decision', {}, async () => {
      const turn = await this.decideTraced(known, event, signal);
      noteOnSpan(describe(turn));
      return turn;
    });
  }

  private async decideTraced(known: Conversation, event: TextEvent, signal: AbortSignal): Promise<DecidedTurn> {
    const current = await this.contacts.refresh(known, event);
    const owed = current.history.find((turn) => isSameText(turn, event));
    // Decided anew, it is not a text that has come again.
    const history = current.history.filter((turn) => turn !== owed);
    // Until they have been told that they are back, they are not.
    const optedOut = current.optedOut || owed?.reason === OPTED_IN_REASON;
    const before = { ...current, optedOut, history };
    const nowMs = this.clock.now();
    const texts = [...this.unanswered(before), event.text];
    const { pendingQuestion } = before.botState;
    const style = await this.styles.of(before);
    const { profile } = style;
    const toPlan = (assessment: Assessment) => plan(assessment, texts, event.botType, profile, nowMs);
    const read = assessTexts(before, texts, pendingQuestion, profile, nowMs);
    const toRead = { before, texts, assessment: read, pendingQuestion, style, toPlan };
    const opinion = await this.opinions.ask(toRead, signal);
    const { assessment } = opinion;
    const { conversation } = assessment;
    const decision =
      owed?.reason === BOOKED_REASON
        ? this.appointments.confirm(conversation, profile)
        : await this.appointments.carryOut(toPlan(assessment), conversation, event.id, profile);
    const reply = passGates(decision, opinion.draft, texts, conversation, profile, nowMs);
    return { before, event, assessment, decision, reply, opinion, style, nowMs };
  }

  /** What the contact wrote before, and gets its answer now. */
  private unanswered({ history }: Conversation): readonly string[] {
    const texts = history.filter(({ userMessage }) => userMessage !== '');
    const answeredAt = texts.findLastIndex((turn) => !turn.isJoined && !this.isOwed(turn));
    const isOpen = (turn: Turn, index: number) => this.isOwed(turn) || (turn.isJoined && index > answeredAt);
    return texts.filter(isOpen).map(({ userMessage }) => userMessage);
  }

  /** Its reply is not out, and nothing but words has come of it so far. */
  private isOwed({ eventId, reason }: Turn): boolean {
    if (eventId === null || reason === OPTED_IN_REASON) return false;
    return this.outbox.isUnsent(eventId) && !this.outbox.hasBooking(eventId);
  }

  /** The reply of a turn has gone out. */
  noteSent({ style }: DecidedTurn): void {
    this.styles.applied(style);
  }

  /** What would be said to a text, without touching the calendar's bookings or anything else. */
  async preview(before: Conversation, request: PreviewRequest): Promise<Preview> {
    const { text, botType, pendingQuestion, isAskedAnew } = request;
    const nowMs = this.clock.now();
    const question = pendingQuestion ?? before.botState.pendingQuestion;
    const style = await this.styles.of(before);
    const { profile } = style;
    const toPlan = (assessment: Assessment) => plan(assessment, [text], botType, profile, nowMs);
    const read = assessTexts(before, [text], question, profile, nowMs);
    const toRead = { before, texts: [text], assessment: read, pendingQuestion: question, style, isAskedAnew, toPlan };
    const opinion = await this.opinions.ask(toRead, AbortSignal.any([]));
    const { assessment } = opinion;
    const { conversation } = assessment;
    const planned = toPlan(assessment);
    const { botState } = conversation;
    const preview = { assessment, botType: planned.changes.botType ?? before.botType, botState, opinion };
    if (planned.kind === 'book') return { ...preview, response: null };
    const decision = await this.appointments.carryOut(planned, conversation, 'preview', profile);
    const reply = passGates(decision, opinion.draft, [text], conversation, profile, nowMs);
    return { ...preview, response: reply.text, botState: decision.changes.botState ?? botState };
  }
}

function plan(
  assessment: Assessment,
  texts: readonly string[],
  explicitBotType: BotType | null,
  profile: BusinessProfile,
  nowMs: number,
): Plan {
  return planTurn({ text: texts.join('\n'), assessment, explicitBotType, profile, nowMs });
}

function describe({ before, decision, reply, opinion }: DecidedTurn): SpanAttributes {
  const { changes, step } = decision;
  return {
    'turn.bot': changes.botType ?? before.botType ?? 'none',
    'turn.step': step?.kind ?? (decision.text === null ? 'silent' : 'fixed_words'),
    'turn.question': step?.question ?? undefined,
    'turn.is_silent': reply.text === null,
    'turn.is_withheld': reply.isWithheld,
    'turn.claude': opinion.claude ?? 'not_asked',
  };
}
