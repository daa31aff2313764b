import type { ContactEvent } from '../../conversation';

/** An event that is not done with. */
export interface OpenEvent {
  readonly event: ContactEvent;
  /** How often it has been handled and had to wait. */
  readonly attempts: number;
  /** Why it is not done; `null` before its first attempt. */
  readonly reason: string | null;
  /** When it was parked for a person, epoch milliseconds; `null` while it is worked on. */
  readonly parkedAtMs: number | null;
  /** When a person asked for it after it had been given up, epoch milliseconds; `null` when nobody has. */
  readonly replayedAtMs: number | null;
}

/** What the journal says of events: each entry is the next stage in the life of one. */
export type InboxEntry =
  | { readonly kind: 'received'; readonly event: ContactEvent; readonly replayedAtMs?: number }
  | { readonly kind: 'processed'; readonly id: string }
  | { readonly kind: 'failed'; readonly id: string; readonly reason: string; readonly atMs: number }
  /** An earlier version did not say when. */
  | { readonly kind: 'replayed'; readonly id: string; readonly atMs?: number };

/** The events that are accepted and not done: those being worked on, and those parked for a person. */
export class OpenEvents {
  private readonly active = new Map<string, OpenEvent>();
  private readonly parked = new Map<string, OpenEvent>();
  private activeBytes = 0;

  /** Brings the state up to what the journal says; an entry may come twice. */
  apply(entry: InboxEntry): void {
    switch (entry.kind) {
      case 'received':
        this.activate(entry.event, entry.replayedAtMs ?? null);
        return;
      case 'processed':
        this.remove(entry.id);
        return;
      case 'failed':
        this.park(entry.id, entry.reason, entry.atMs);
        return;
      case 'replayed': {
        const found = this.parked.get(entry.id);
        if (found) this.activate(found.event, entry.atMs ?? found.event.receivedAtMs);
        return;
      }
    }
  }

  /** The entries that bring it all back after a start. */
  entries(): readonly InboxEntry[] {
    const opened = [...this.active.values(), ...this.parked.values()];
    return opened.flatMap(({ event, reason, parkedAtMs, replayedAtMs }): InboxEntry[] => {
      const received = { kind: 'received', event, ...(replayedAtMs !== null && { replayedAtMs }) } as const;
      if (parkedAtMs === null) return [received];
      return [received, { kind: 'failed', id: event.id, reason: reason ?? '', atMs: parkedAtMs }];
    });
  }

  /** Notes that an event waits. @returns how often it has by now. */
  noteWait(id: string, reason: string): number {
    const found = this.active.get(id);
    if (!found) return 1;
    this.active.set(id, { ...found, attempts: found.attempts + 1, reason });
    return found.attempts + 1;
  }

  find(id: string): OpenEvent | null {
    return this.active.get(id) ?? this.parked.get(id) ?? null;
  }

  /** The oldest first. */
  listActive(): readonly OpenEvent[] {
    return [...this.active.values()];
  }

  /** The longest parked first. */
  listParked(): readonly OpenEvent[] {
    return [...this.parked.values()];
  }

  get activeCount(): number {
    return this.active.size;
  }

  get parkedCount(): number {
    return this.parked.size;
  }

  /** Roughly what the active events take in memory. */
  get bytes(): number {
    return this.activeBytes;
  }

  private activate(event: ContactEvent, replayedAtMs: number | null): void {
    this.remove(event.id);
    this.active.set(event.id, { event, attempts: 0, reason: null, parkedAtMs: null, replayedAtMs });
    this.activeBytes += sizeOf(event);
  }

  private park(id: string, reason: string, parkedAtMs: number): void {
    const found = this.find(id);
    if (!found) return;
    this.remove(id);
    this.parked.set(id, { ...found, reason, parkedAtMs, replayedAtMs: null });
  }

  private remove(id: string): void {
    const found = this.active.get(id);
    if (found) this.activeBytes -= sizeOf(found.event);
    this.active.delete(id);
    this.parked.delete(id);
  }
}

/** The text is what varies. */
function sizeOf(event: ContactEvent): number {
  return 500 + (event.kind === 'text' ? event.text.length * 2 : 0);
}
