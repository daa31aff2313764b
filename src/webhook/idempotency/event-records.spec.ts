import fc from 'fast-check';
import { EventRecords } from './event-records';
import type { EventRecord } from './event-records';

function record(id: string, status: EventRecord['status'] = 'received'): EventRecord {
  return { event_id: id, seen_at: '2026-11-23T16:00:00.000Z', expires_at: '2026-11-24T16:00:00.000Z', status };
}

async function textOf(records: EventRecords, duringPiece: (piece: number) => void = () => undefined): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of records.toJson()) {
    pieces.push(piece.toString());
    duringPiece(pieces.length);
  }
  return pieces.join('');
}

async function fileOf(records: EventRecords): Promise<unknown> {
  return JSON.parse(await textOf(records));
}

function asObject(all: Iterable<EventRecord>): Record<string, EventRecord> {
  return Object.fromEntries([...all].map((one) => [one.event_id, one]));
}

function withRecords(count: number): EventRecords {
  const records = new EventRecords();
  for (let index = 0; index < count; index++) records.set(record(`e${index}`));
  return records;
}

const STATUSES = ['received', 'processing', 'processed', 'failed'] as const;
const SOME_ID = fc.oneof(fc.constantFrom('a', 'b', 'c', '"', '\\', '\u2028', ''), fc.string());
const CHANGE = fc.oneof(
  { weight: 3, arbitrary: fc.record({ id: SOME_ID, status: fc.constantFrom(...STATUSES) }) },
  { weight: 1, arbitrary: fc.record({ id: SOME_ID, status: fc.constant('deleted' as const) }) },
  { weight: 1, arbitrary: fc.constant('written' as const) },
);

describe('webhook: the idempotency file', () => {
  it.each([0, 1, 999, 1_000, 1_001, 3_000])('holds exactly the records, %i of them', async (count) => {
    const records = withRecords(count);
    const file = await fileOf(records);
    expect(file).toEqual(asObject(records.values()));
    expect(Object.keys(file as object)).toEqual(Array.from({ length: count }, (_, index) => `e${index}`));
  });

  it('holds exactly the records after any changes and deletions, also between writes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(CHANGE, { maxLength: 60 }), async (changes) => {
        const records = new EventRecords();
        const expected = new Map<string, EventRecord>();
        for (const change of changes) {
          if (change === 'written') {
            expect(await fileOf(records)).toEqual(Object.fromEntries(expected));
          } else if (change.status === 'deleted') {
            records.delete(change.id);
            expected.delete(change.id);
          } else {
            records.set(record(change.id, change.status));
            expected.set(change.id, record(change.id, change.status));
          }
        }
        expect([...records.values()]).toEqual([...expected.values()]);
        expect(await fileOf(records)).toEqual(Object.fromEntries(expected));
      }),
    );
  });

  it.each([
    ['the first', 0, 1_000],
    ['one in the middle', 1_000, 2_000],
    ['the last', 2_000, 2_500],
  ])('holds the rest when %s thousand are deleted', async (_title, from, to) => {
    const records = withRecords(2_500);
    await textOf(records);
    for (let index = from; index < to; index++) records.delete(`e${index}`);
    expect(Object.keys((await fileOf(records)) as object)).toHaveLength(2_500 - (to - from));
    records.set(record('new'));
    expect(await fileOf(records)).toEqual(asObject(records.values()));
  });

  it('is made a thousand records at a time, with others at work in between, and kept where nothing has changed', async () => {
    const records = withRecords(2_500);
    let [pieces, turns, isDone] = [0, 0, false];
    const work = () => {
      turns += 1;
      if (!isDone) setImmediate(work);
    };
    setImmediate(work);
    await textOf(records, (piece) => (pieces = piece));
    // Each block has a separator in front of it, and the last piece ends the object.
    expect(pieces).toBe(3 * 2 + 1);
    expect(turns).toBeGreaterThanOrEqual(3);
    turns = 0;
    await textOf(records);
    expect(turns).toBe(0);
    isDone = true;
  });

  it('keeps a changed record in its place', () => {
    const records = withRecords(3);
    records.set(record('e1', 'processed'));
    expect([...records.values()].map((one) => one.event_id)).toEqual(['e0', 'e1', 'e2']);
    expect(records.get('e1')?.status).toBe('processed');
  });

  it.each<[string, (records: EventRecords) => void]>([
    [
      'a record of a later block changes',
      (records) => {
        records.set(record('e1500', 'failed'));
      },
    ],
    [
      'a record of an earlier block changes',
      (records) => {
        records.set(record('e1', 'failed'));
      },
    ],
    [
      'an earlier record is deleted',
      (records) => {
        records.delete('e1');
      },
    ],
    [
      'a whole earlier block is deleted',
      (records) => {
        deleteSome(records, 0, 1_000);
      },
    ],
    [
      'a whole later block is deleted',
      (records) => {
        deleteSome(records, 2_000, 2_500);
      },
    ],
    [
      'all are deleted',
      (records) => {
        deleteSome(records, 0, 2_500);
      },
    ],
    [
      'new ones come',
      (records) => {
        records.set(record('new'));
      },
    ],
  ])('stays whole while it is written and %s; the next one has it all', async (_title, change) => {
    for (const piece of [1, 2, 3, 4, 5]) {
      const records = withRecords(2_500);
      const during = await textOf(records, (written) => {
        if (written === piece) change(records);
      });
      const ids = Object.keys(JSON.parse(during) as object);
      expect(new Set(ids).size).toBe(ids.length);
      expect(await fileOf(records)).toEqual(asObject(records.values()));
    }
  });
});

function deleteSome(records: EventRecords, from: number, to: number): void {
  for (let index = from; index < to; index++) records.delete(`e${index}`);
}
