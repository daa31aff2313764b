import { watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InstantGhl } from './ghl-calls';
import { LOCATION } from './webhooks';
import type { Webhook } from './webhooks';

/** What a contact's first turn must have brought about in the CRM. */
const WRITES = ['sendMessage', 'updateContact', 'addTags'] as const;

interface OpenTurn {
  readonly eventId: string;
  readonly missing: Set<string>;
  readonly resolve: () => void;
}

/**
 * Sees from outside when a contact's first turn is whole: SMS, fields and tags taken by the CRM, and the turn in the
 * conversation file. Knows nothing of the service but files and calls.
 */
export class TurnWatch {
  private readonly open = new Map<string, OpenTurn>();
  private readonly files: FSWatcher;
  private readonly folder: string;

  /** @param dataDir in which `conversations/` exists already. */
  constructor(
    dataDir: string,
    private readonly ghl: InstantGhl,
  ) {
    this.folder = join(dataDir, 'conversations');
    ghl.listen(({ contactId, operation }) => {
      this.tick(contactId, operation);
    });
    this.files = watch(this.folder, (_event, name) => void this.look(name ?? ''));
  }

  /** Resolves when the turn of that text is whole. */
  whole({ contactId, eventId }: Webhook): Promise<void> {
    return new Promise((resolve) => {
      this.open.set(contactId, { eventId, missing: new Set([...WRITES, 'file']), resolve });
    });
  }

  /** Turns that are not whole yet. */
  get unfinished(): number {
    return this.open.size;
  }

  close(): void {
    this.ghl.listen(null);
    this.files.close();
  }

  private async look(name: string): Promise<void> {
    const contactId = name.slice(0, -`_${LOCATION}.json`.length);
    const turn = name.endsWith('.json') ? this.open.get(contactId) : undefined;
    if (!turn?.missing.has('file')) return;
    const text = await readFile(join(this.folder, name), 'utf8').catch(() => '');
    if (text.includes(`"event_id": "${turn.eventId}"`)) this.tick(contactId, 'file');
  }

  private tick(contactId: string, part: string): void {
    const turn = this.open.get(contactId);
    if (!turn?.missing.delete(part) || turn.missing.size > 0) return;
    this.open.delete(contactId);
    turn.resolve();
  }
}
