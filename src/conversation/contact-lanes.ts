import { Injectable } from '@nestjs/common';
import { contactKey } from './contact-event';
import type { ContactEvent } from './contact-event';

/** Runs work one at a time per contact, in the order it was given; different contacts do not wait for each other. */
@Injectable()
export class ContactLanes {
  private readonly tails = new Map<string, Promise<unknown>>();

  /** @returns what the work returns; its failure is the caller's and does not hold up the lane. */
  run<T>(contact: Pick<ContactEvent, 'contactId' | 'locationId'>, work: () => Promise<T>): Promise<T> {
    const key = contactKey(contact);
    const before = this.tails.get(key) ?? Promise.resolve();
    const result = before.then(work);
    const tail = result.catch(() => undefined);
    this.tails.set(key, tail);
    void tail.then(() => {
      if (this.tails.get(key) === tail) this.tails.delete(key);
    });
    return result;
  }
}
