/** Remembers the last `capacity` items; O(1) amortised, however many are added. */
export class Recent<T> {
  private items: T[] = [];

  constructor(private readonly capacity: number) {}

  add(item: T): void {
    this.items.push(item);
    if (this.items.length >= this.capacity * 2) this.items = this.items.slice(-this.capacity);
  }

  /** Oldest first. */
  all(): readonly T[] {
    return this.items.slice(-this.capacity);
  }
}
