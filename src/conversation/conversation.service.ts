import { Injectable } from '@nestjs/common';
import type { ContactEvent, TextEvent } from './contact-event';
import { ContactNews } from './contact-news';
import { DONE } from './event-outcome';
import type { EventOutcome } from './event-outcome';
import { FirstLook } from './first-look';
import { SpeedToLead } from './speed';
import { ConversationManager } from './state';
import { TextTurns } from './text-turns';
import type { AnsweredText } from './text-turns';

/** Told of a contact whenever something has happened to it; the event is not done with before this returns. */
export type ContactWatcher = (contact: Pick<ContactEvent, 'contactId' | 'locationId'>) => Promise<void>;

/** The door to the bots: takes what happens to a contact. Texts are dealt with one at a time per contact, in order. */
@Injectable()
export class ConversationService {
  private readonly watchers: ContactWatcher[] = [];

  constructor(
    private readonly texts: TextTurns,
    private readonly news: ContactNews,
    private readonly manager: ConversationManager,
    private readonly speed: SpeedToLead,
    private readonly firstLook: FirstLook,
  ) {}

  /** For those on whom the conversation does not depend: what they do about it is done when the event is. */
  watch(watcher: ContactWatcher): void {
    this.watchers.push(watcher);
  }

  /**
   * Deals with an event, or goes on with it. It may be called any number of times for the same one: what is done is not
   * done again.
   * @param isReplay somebody asks for what had been given up.
   */
  async handle(event: ContactEvent, isReplay = false): Promise<EventOutcome> {
    const outcome = event.kind === 'text' ? await this.answer(event, isReplay) : DONE;
    if (event.kind !== 'text') await this.news.note(event);
    await this.tellWatchers(event);
    await this.manager.written(event);
    return outcome;
  }

  private async answer(event: TextEvent, isReplay: boolean): Promise<EventOutcome> {
    this.speed.received(event);
    await this.firstLook.whenEnded();
    const outcome = await this.texts.handle(event, isReplay);
    await this.speed.settle(event);
    return outcome;
  }

  /** Runs one turn by hand, in the contact's lane like any other, and returns it. */
  async runTurn(event: TextEvent): Promise<AnsweredText> {
    try {
      return await this.texts.run(event);
    } finally {
      await this.tellWatchers(event);
      await this.manager.written(event);
    }
  }

  private async tellWatchers(event: ContactEvent): Promise<void> {
    for (const watcher of this.watchers) await watcher(event);
  }
}
