import { Injectable, Optional } from '@nestjs/common';
import { Clock } from '../config';
import { contactKey } from '../conversation';
import type { HoldReason } from '../conversation';
import { Journal } from '../storage';
import type { JournalWriter } from '../storage';

/** A contact's next step as it is kept. */
export interface ScheduledStep {
  readonly contactId: string;
  readonly locationId: string;
  /** Of the follow-up that was planned. */
  readonly id: string;
  readonly step: string;
  readonly reason: string;
  /** When it is tried, epoch milliseconds. */
  readonly dueAtMs: number;
  /** What keeps it back, if it was due before. */
  readonly heldBy: HoldReason | null;
  /** It will not be tried, and is remembered so that it is not planned once more; `null`: it will. */
  readonly cancelled: string | null;
}

type Contact = Pick<ScheduledStep, 'contactId' | 'locationId'>;

type Entry = { readonly kind: 'planned'; readonly step: ScheduledStep } | ({ readonly kind: 'removed' } & Contact);

/** The next step of every contact that has one. A step is on disk before it counts. */
@Injectable()
export class Schedule {
  private readonly steps = new Map<string, ScheduledStep>();
  private readonly journalled: JournalWriter<Entry>;

  constructor(
    journal: Journal,
    private readonly clock: Clock,
    @Optional() topic = 'follow_up',
  ) {
    this.journalled = journal.register<Entry>({
      name: topic,
      recover: (entry) => {
        this.apply(entry);
      },
      liveEntries: () => [...this.steps.values()].map((step) => ({ kind: 'planned', step }) as const),
      cover: () => Promise.resolve(),
    });
  }

  find(contact: Contact): ScheduledStep | null {
    return this.steps.get(contactKey(contact)) ?? null;
  }

  /** The contact's next step from now on, in the place of the one before. */
  async put(step: ScheduledStep): Promise<void> {
    await this.write({ kind: 'planned', step });
  }

  /** False once another step has taken its place, or somebody has cancelled it. */
  isOpen(step: Contact & Pick<ScheduledStep, 'id'>): boolean {
    const current = this.find(step);
    return current?.id === step.id && current.cancelled === null;
  }

  /** Changes a step, as long as it is open: what was decided of it may have taken long. */
  async amend(step: ScheduledStep, change: Partial<Pick<ScheduledStep, 'dueAtMs' | 'heldBy' | 'cancelled'>>) {
    if (this.isOpen(step)) await this.put({ ...step, ...change });
  }

  /** Tries a step later than planned. */
  async postpone(step: ScheduledStep, delayMs: number): Promise<void> {
    await this.amend(step, { dueAtMs: this.clock.now() + delayMs });
  }

  async remove({ contactId, locationId }: Contact): Promise<void> {
    if (this.steps.has(contactKey({ contactId, locationId })))
      await this.write({ kind: 'removed', contactId, locationId });
  }

  /** Whatever will be tried, the next first. */
  list(): readonly ScheduledStep[] {
    const open = [...this.steps.values()].filter(({ cancelled }) => cancelled === null);
    return open.sort((a, b) => a.dueAtMs - b.dueAtMs);
  }

  /** What is to be tried now, the longest due first. */
  due(): readonly ScheduledStep[] {
    const nowMs = this.clock.now();
    const due: ScheduledStep[] = [];
    for (const step of this.steps.values()) if (step.cancelled === null && step.dueAtMs <= nowMs) due.push(step);
    return due.sort((a, b) => a.dueAtMs - b.dueAtMs);
  }

  /** In memory first: a second change must not be decided on what the first has replaced. */
  private async write(entry: Entry): Promise<void> {
    this.apply(entry);
    await this.journalled.insist(entry);
  }

  private apply(entry: Entry): void {
    if (entry.kind === 'planned') this.steps.set(contactKey(entry.step), entry.step);
    else this.steps.delete(contactKey(entry));
  }
}

/** The same for the checks of who waits for a person. */
@Injectable()
export class SlaSchedule extends Schedule {
  constructor(journal: Journal, clock: Clock) {
    super(journal, clock, 'sla_check');
  }
}
