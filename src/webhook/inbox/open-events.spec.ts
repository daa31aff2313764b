import fc from 'fast-check';
import type { ContactEvent } from '../../conversation';
import { OpenEvents } from './open-events';
import type { InboxEntry } from './open-events';

function text(id: string, body = 'hello'): ContactEvent {
  const said = { text: body, messageId: null, botType: null, firstName: null, tags: null };
  return { kind: 'text', id, contactId: 'c1', locationId: 'l1', receivedAtMs: 1, requestId: 'r1', ...said };
}

const received = (id: string, body?: string): InboxEntry => ({ kind: 'received', event: text(id, body) });
const processed = (id: string): InboxEntry => ({ kind: 'processed', id });
const failed = (id: string, reason = 'refused', atMs = 5): InboxEntry => ({ kind: 'failed', id, reason, atMs });
const replayed = (id: string, atMs = 9): InboxEntry => ({ kind: 'replayed', id, atMs });

/** Entries as a journal may hold them, also in orders that no service writes: few ids, so that they meet. */
const anyId = fc.constantFrom('e1', 'e2', 'e3', 'e4');
const anyEntries = fc.array(
  fc.oneof(
    fc.tuple(anyId, fc.string()).map(([id, body]) => received(id, body)),
    anyId.map(processed),
    fc.tuple(anyId, fc.string(), fc.nat()).map(([id, reason, atMs]) => failed(id, reason, atMs)),
    fc.tuple(anyId, fc.nat()).map(([id, atMs]) => replayed(id, atMs)),
  ),
  { maxLength: 40 },
);

function after(entries: readonly InboxEntry[]): OpenEvents {
  const events = new OpenEvents();
  for (const entry of entries) events.apply(entry);
  return events;
}

/** All that can be seen of it. */
function viewOf(events: OpenEvents) {
  return {
    active: events.listActive(),
    parked: events.listParked(),
    counts: [events.activeCount, events.parkedCount],
    bytes: events.bytes,
  };
}

describe('webhook: how an event lives', () => {
  it.each<[string, readonly InboxEntry[], readonly string[], readonly string[]]>([
    ['received: open', [received('a')], ['a'], []],
    ['received and processed: gone', [received('a'), processed('a')], [], []],
    ['received and failed: parked', [received('a'), failed('a')], [], ['a']],
    ['parked and replayed: open again', [received('a'), failed('a'), replayed('a')], ['a'], []],
    ['replayed and failed: parked again', [received('a'), failed('a'), replayed('a'), failed('a')], [], ['a']],
    ['replayed and processed: gone', [received('a'), failed('a'), replayed('a'), processed('a')], [], []],
    ['parked and given up: gone', [received('a'), failed('a'), processed('a')], [], []],
    ['open and replayed: still open, in its place', [received('a'), received('b'), replayed('a')], ['a', 'b'], []],
    ['unknown and processed: nothing', [processed('a')], [], []],
    ['unknown and failed: nothing', [failed('a')], [], []],
    ['unknown and replayed: nothing', [replayed('a')], [], []],
    ['several: in the order they came', [received('b'), received('a'), received('c'), processed('a')], ['b', 'c'], []],
    [
      'several parked: the longest parked first',
      [received('a'), received('b'), failed('b'), failed('a')],
      [],
      ['b', 'a'],
    ],
  ])('%s', (_title, entries, active, parked) => {
    const events = after(entries);
    expect(events.listActive().map(({ event }) => event.id)).toEqual(active);
    expect(events.listParked().map(({ event }) => event.id)).toEqual(parked);
    expect([events.activeCount, events.parkedCount]).toEqual([active.length, parked.length]);
  });

  it('tells of a parked event when and why, and of a replayed one nothing of before', () => {
    expect(after([received('a'), failed('a', 'refused', 7)]).find('a')).toEqual({
      event: text('a'),
      attempts: 0,
      reason: 'refused',
      parkedAtMs: 7,
      replayedAtMs: null,
    });
    expect(after([received('a'), failed('a'), replayed('a')]).find('a')).toEqual({
      event: text('a'),
      attempts: 0,
      reason: null,
      parkedAtMs: null,
      replayedAtMs: 9,
    });
    expect(after([received('a'), failed('a'), replayed('a'), failed('a')]).find('a')).toMatchObject({
      replayedAtMs: null,
    });
    expect(after([]).find('a')).toBeNull();
  });

  it('counts how often an open event waited, which a restart forgets', () => {
    const events = after([received('a'), received('b')]);
    expect([events.noteWait('a', 'busy'), events.noteWait('a', 'still busy')]).toEqual([1, 2]);
    expect(events.find('a')).toMatchObject({ attempts: 2, reason: 'still busy', parkedAtMs: null });
    expect(events.listActive().map(({ event }) => event.id)).toEqual(['a', 'b']);
    expect(after(events.entries()).find('a')).toMatchObject({ attempts: 0, reason: null });
    expect(events.noteWait('unknown', 'busy')).toBe(1);
    expect(events.find('unknown')).toBeNull();
  });

  it('is brought back whole by its own entries, whatever has happened', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const events = after(entries);
        expect(viewOf(after(events.entries()))).toEqual(viewOf(events));
      }),
    );
  });

  it('is the same when the entries of a new segment follow those they were made from', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const events = after(entries);
        expect(viewOf(after([...entries, ...events.entries()]))).toEqual(viewOf(events));
      }),
    );
  });

  it('is the same when each entry comes twice', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        expect(viewOf(after(entries.flatMap((entry) => [entry, entry])))).toEqual(viewOf(after(entries)));
      }),
    );
  });

  it('takes bytes only for what is open', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const events = after(entries);
        const { bytes } = events;
        const sizes = events.listActive().map(({ event }) => 500 + 2 * (event.kind === 'text' ? event.text.length : 0));
        expect(bytes).toBe(sizes.reduce((sum, size) => sum + size, 0));
        for (const { event } of events.listActive()) events.apply(processed(event.id));
        expect(events.bytes).toBe(0);
      }),
    );
  });
});
