import { Injectable } from '@nestjs/common';

/** Whose turn it is. */
interface LaneKey {
  readonly contactId: string;
  readonly locationId: string;
}

/** Runs work one at a time per contact, in the order it was given; different contacts do not wait for each other. */
@Injectable()
export class ContactLanes {
  private readonly tails = new Map<string, Promise<unknown>>();

  /** @returns what the work returns; its failure is the caller's and does not hold up the lane. */
  run<T>({ contactId, locationId }: LaneKey, work: () => Promise<T>): Promise<T> {
    const key = `${contactId} ${locationId}`;
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
