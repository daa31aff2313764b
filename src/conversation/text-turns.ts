import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Aftermath } from './aftermath';
import { Arrivals } from './arrivals';
import type { Arrival } from './arrivals';
import type { TextEvent } from './contact-event';
import type { CrmActionOutcome } from './crm';
import { turnOutcome } from './event-outcome';
import type { EventOutcome } from './event-outcome';
import { isSameText } from './same-text';
import { ConversationManager } from './state';
import type { Conversation, Turn } from './state';
import { TextAnswerer } from './turn';

/** A text with what became of it. */
export interface AnsweredText {
  readonly conversation: Conversation;
  readonly turn: Turn;
  /** What was changed in the CRM just now. */
  readonly crm: readonly CrmActionOutcome[];
}

/** A text from its arrival to its last trace in the CRM. */
@Injectable()
export class TextTurns {
  constructor(
    private readonly arrivals: Arrivals,
    private readonly manager: ConversationManager,
    private readonly answerer: TextAnswerer,
    private readonly aftermath: Aftermath,
    private readonly logger: PinoLogger,
  ) {}

  /** Answers a text, alone or together with a newer one, or goes on with it. */
  async handle(event: TextEvent, isReplay: boolean): Promise<EventOutcome> {
    const known = await this.manager.find(event.contactId, event.locationId);
    const isKnown = known?.history.some((turn) => isSameText(turn, event)) ?? false;
    const { turn, crm } = await this.arrivals.run(event, isKnown, (arrival) => this.answer(arrival, isReplay));
    return turnOutcome(event, { turn, crm }, this.answerer.isWaiting(event.id));
  }

  /** Answers a text that nobody handles again. */
  run(event: TextEvent): Promise<AnsweredText> {
    return this.arrivals.runAlone(event, async (arrival) => {
      try {
        return await this.answer(arrival, false);
      } finally {
        this.answerer.forget(event.id);
      }
    });
  }

  private async answer(arrival: Arrival, isReplay: boolean): Promise<AnsweredText> {
    const { event } = arrival;
    const { contactId, locationId } = event;
    const before = await this.manager.getContext(contactId, locationId);
    const dealtWith = before.history.find((candidate) => isSameText(candidate, event));
    const answered = dealtWith
      ? await this.answerer.goOn(before, dealtWith, arrival, isReplay)
      : await this.answerer.answer(before, arrival);
    // The CRM hears of a joined text with the one that gets the reply.
    const isJoined = turnOf(answered, event).isJoined;
    const crm = isJoined ? [] : await this.aftermath.of(answered, event.id);
    const conversation = await this.manager.getContext(contactId, locationId);
    const turn = turnOf(conversation, event);
    this.log(conversation, turn, crm);
    return { conversation, turn, crm };
  }

  private log({ contactId, botType }: Conversation, turn: Turn, crm: readonly CrmActionOutcome[]): void {
    const { sent, replyId, isJoined, claude } = turn;
    const refused = crm.filter((action) => !action.ok).map((action) => action.type);
    const gates = turn.gates.map(({ gate, verdict, reason }) => `${gate}: ${verdict} (${reason})`);
    const facts = { contact_id: contactId, bot_type: botType, joined: isJoined, sent, reply_id: replyId, claude };
    const line = { ...facts, gates, crm_refused: refused };
    if (sent === false || refused.length > 0) this.logger.warn(line, 'turn ended');
    else this.logger.info(line, 'turn ended');
  }
}

function turnOf({ history }: Conversation, event: TextEvent): Turn {
  const turn = history.find((candidate) => isSameText(candidate, event));
  if (!turn) throw new Error(`the turn of event ${event.id} is not in the conversation`);
  return turn;
}
