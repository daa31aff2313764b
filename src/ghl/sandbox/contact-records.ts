import type { SandboxNote, SandboxTask, WorkflowRun } from './records';

/** Lists of records by contact, oldest first. */
export class RecordsByContact<T> {
  private readonly lists = new Map<string, T[]>();

  add(contactId: string, record: T): T {
    const list = this.lists.get(contactId);
    if (list === undefined) this.lists.set(contactId, [record]);
    else list.push(record);
    return record;
  }

  /** Puts a record in another's place; `null` takes that one out. */
  replace(contactId: string, record: T, replacement: T | null): void {
    const list = this.of(contactId).map((other) => (other === record ? replacement : other));
    this.lists.set(
      contactId,
      list.filter((other) => other !== null),
    );
  }

  /** Takes records out, whosever they are. @returns those. */
  remove(isMeant: (record: T) => boolean): readonly T[] {
    const removed: T[] = [];
    for (const [contactId, list] of this.lists) {
      removed.push(...list.filter(isMeant));
      this.lists.set(
        contactId,
        list.filter((record) => !isMeant(record)),
      );
    }
    return removed;
  }

  of(contactId: string): readonly T[] {
    return this.lists.get(contactId) ?? [];
  }
}

/** What hangs on a contact beside its own data. */
export interface ContactRecords {
  readonly tasks: RecordsByContact<SandboxTask>;
  readonly notes: RecordsByContact<SandboxNote>;
  readonly workflowRuns: RecordsByContact<WorkflowRun>;
}
