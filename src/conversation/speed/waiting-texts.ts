import { contactKey } from '../contact-event';
import type { TextEvent } from '../contact-event';

/** A text that has no answer yet, with what has been said of it. */
export interface WaitingText {
  readonly event: TextEvent;
  isWarned: boolean;
  isLate: boolean;
  /** Before then nothing is said of it, epoch milliseconds. */
  judgeFromMs: number;
}

type Contact = Pick<TextEvent, 'contactId' | 'locationId'>;

/** The texts that have no answer yet, by contact: they are looked up and answered together. */
export class WaitingTexts {
  private readonly byContact = new Map<string, Map<string, WaitingText>>();

  /** Adds a text, unless it is there already. */
  add(text: WaitingText): void {
    const { event } = text;
    const key = contactKey(event);
    const texts = this.byContact.get(key) ?? new Map<string, WaitingText>();
    if (!texts.has(event.id)) texts.set(event.id, text);
    this.byContact.set(key, texts);
  }

  remove(event: TextEvent): void {
    const key = contactKey(event);
    const texts = this.byContact.get(key);
    texts?.delete(event.id);
    if (texts?.size === 0) this.byContact.delete(key);
  }

  of(contact: Contact): readonly WaitingText[] {
    return [...(this.byContact.get(contactKey(contact))?.values() ?? [])];
  }

  all(): readonly WaitingText[] {
    return [...this.byContact.values()].flatMap((texts) => [...texts.values()]);
  }
}
