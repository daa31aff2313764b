import { Inject, Injectable } from '@nestjs/common';
import { BUSINESS_PROFILE, Clock } from '../../config';
import type { BusinessProfile } from '../../config';
import type { BotType, TextEvent } from '../contact-event';
import type { Conversation } from '../state';
import type { Question } from '../understanding';
import { Appointments } from './appointments';
import { assessText } from './assess';
import type { Assessment } from './assess';
import { ContactReader } from './contact-reader';
import { planTurn } from './plan-turn';
import { replyTo } from './turn-record';
import type { DecidedTurn } from './turn-record';

/** A text to be judged and not answered. */
export interface PreviewRequest {
  readonly text: string;
  readonly botType: BotType | null;
  /** `null`: what the conversation says was asked. */
  readonly pendingQuestion: Question | null;
}

export interface Preview {
  readonly assessment: Assessment;
  readonly botType: BotType | null;
  /** `null` when the bot would stay silent, or would first have to book. */
  readonly response: string | null;
}

/** Makes a text into a decided turn: what it says, what follows from it, and in which words. Nothing is sent yet. */
@Injectable()
export class TurnDecider {
  constructor(
    private readonly contacts: ContactReader,
    private readonly appointments: Appointments,
    private readonly clock: Clock,
    @Inject(BUSINESS_PROFILE) private readonly profile: BusinessProfile,
  ) {}

  async decide(before: Conversation, event: TextEvent): Promise<DecidedTurn> {
    const nowMs = this.clock.now();
    const { profile } = this;
    const contact = await this.contacts.snapshotFor(before, event);
    const { pendingQuestion } = before.botState;
    const assessment = assessText({ ...before, contact }, event.text, pendingQuestion, profile, nowMs);
    const plan = planTurn({ text: event.text, assessment, explicitBotType: event.botType, profile, nowMs });
    const decision = await this.appointments.carryOut(plan, assessment.conversation, event.id);
    const reply = replyTo(assessment.conversation, decision, profile);
    return { event, assessment, decision, reply, nowMs };
  }

  /** What would be said to a text, without touching the calendar's bookings or anything else. */
  async preview(before: Conversation, { text, botType, pendingQuestion }: PreviewRequest): Promise<Preview> {
    const nowMs = this.clock.now();
    const { profile } = this;
    const question = pendingQuestion ?? before.botState.pendingQuestion;
    const assessment = assessText(before, text, question, profile, nowMs);
    const plan = planTurn({ text, assessment, explicitBotType: botType, profile, nowMs });
    const chosenBot = plan.changes.botType ?? before.botType;
    if (plan.kind === 'book') return { assessment, botType: chosenBot, response: null };
    const decision = await this.appointments.carryOut(plan, assessment.conversation, 'preview');
    const response = replyTo(assessment.conversation, decision, profile);
    return { assessment, botType: chosenBot, response };
  }
}
