import { z } from 'zod';

/** So many records are put into text at a time, then other work gets its turn. */
const RECORDS_PER_BLOCK = 1_000;

/** One event id as it stands in `webhook_idempotency.json`. */
export const eventRecordSchema = z.object({
  event_id: z.string(),
  seen_at: z.iso.datetime(),
  expires_at: z.iso.datetime(),
  status: z.enum(['received', 'processing', 'processed', 'failed']),
});
export type EventRecord = z.infer<typeof eventRecordSchema>;

interface Block {
  readonly records: Map<string, EventRecord>;
  /** The block as text, until one of its records changes. */
  text: Buffer | null;
}

/**
 * Event ids in the order they were seen, in blocks whose text is kept: of a hundred thousand records only the blocks
 * that changed are put into text again.
 */
export class EventRecords {
  private readonly blockOf = new Map<string, Block>();
  private blocks: Block[] = [];

  get(id: string): EventRecord | undefined {
    return this.blockOf.get(id)?.records.get(id);
  }

  set(record: EventRecord): void {
    const block = this.blockOf.get(record.event_id) ?? this.openBlock();
    block.records.set(record.event_id, record);
    block.text = null;
    this.blockOf.set(record.event_id, block);
  }

  delete(id: string): void {
    const block = this.blockOf.get(id);
    if (!block) return;
    block.records.delete(id);
    block.text = null;
    this.blockOf.delete(id);
    if (block.records.size === 0) this.blocks = this.blocks.filter((other) => other !== block);
  }

  /** All records, the first seen first. */
  *values(): Generator<EventRecord> {
    for (const block of this.blocks) yield* block.records.values();
  }

  /** The JSON object of all records by their id, in pieces; between pieces that had to be made, others get their turn. */
  async *toJson(): AsyncGenerator<string | Buffer> {
    let separator = '{\n';
    for (const block of [...this.blocks]) {
      if (block.text === null) await new Promise((resolve) => setImmediate(resolve));
      if (block.records.size === 0) continue;
      // A record may change while a piece is taken: what is told is one whole state of the block.
      const text = block.text ?? Buffer.from([...block.records.values()].map(toLine).join(',\n'));
      block.text = text;
      yield separator;
      yield text;
      separator = ',\n';
    }
    yield separator === '{\n' ? '{}\n' : '\n}\n';
  }

  private openBlock(): Block {
    const last = this.blocks.at(-1);
    if (last && last.records.size < RECORDS_PER_BLOCK) return last;
    const block: Block = { records: new Map(), text: null };
    this.blocks.push(block);
    return block;
  }
}

function toLine(record: EventRecord): string {
  return `${JSON.stringify(record.event_id)}: ${JSON.stringify(record)}`;
}
