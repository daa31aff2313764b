import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answer, executed, HANG, MALFORMED } from '../../test/support/fake-ghl-server';
import { SILENT } from '../../test/support/open-conversations';
import { startGhlClient } from '../../test/support/start-ghl-client';
import type { GhlTestBed } from '../../test/support/start-ghl-client';
import { eventually } from '../../test/support/test-app';
import { Journal } from '../storage';
import { Outbox } from './outbox';
import type { Reply } from './outbox';
import { newConversation } from './state/conversation';

const EVENT = { id: 'e1', contactId: 'contact_1' };
const REPLY = { text: 'Hello', botState: newConversation('contact_1', 'location_1', '').botState, todo: [] };
const REQUEST = { calendarId: 'calendar_1', contactId: 'contact_1', startTime: '2026-03-10T10:00:00-05:00' };

let bed: GhlTestBed;
let folder: string;
let journals: Journal[];
let outbox: Outbox;

beforeEach(async () => {
  bed = await startGhlClient({ maxRetries: 0, timeoutMs: 400 });
  folder = await mkdtemp(join(tmpdir(), 'outbox-'));
  journals = [];
  await open();
});
afterEach(async () => {
  await bed.stop();
  await Promise.all(journals.map((journal) => journal.beforeApplicationShutdown()));
});

/** As after a crash: nobody closes the journal before. */
async function open(options: { readonly maxSegmentBytes?: number } = {}): Promise<void> {
  const journal = new Journal(folder, { retentionMs: 86_400_000, ...options }, bed.clock, SILENT);
  outbox = new Outbox(journal, bed.sender, bed.bookings, bed.client, bed.clock);
  await journal.onModuleInit();
  journals.push(journal);
}

async function close(): Promise<void> {
  await journals.at(-1)?.beforeApplicationShutdown();
}

describe('context: what cannot be kept on disk is not begun', () => {
  beforeEach(close);

  it('a reply, which nobody would know of after a crash', async () => {
    await expect(outbox.send(EVENT, REPLY, new Set())).rejects.toThrow('journal');
    expect(bed.crm.count('sendMessage')).toBe(0);
  });

  it('a booking', async () => {
    await expect(outbox.book('e1', REQUEST)).rejects.toThrow('journal');
    expect(bed.crm.count('createAppointment')).toBe(0);
  });
});

describe('context: a reply that is not wanted now', () => {
  const sendUnwanted = (reply: Reply = REPLY) => outbox.send(EVENT, reply, new Set(), () => false);

  it('touches nothing in the CRM, and waits', async () => {
    expect(await sendUnwanted({ ...REPLY, liftsBlock: true })).toMatchObject({ delivery: { kind: 'not_sent' } });
    expect([outbox.isBegun('e1'), outbox.isWaiting('e1')]).toEqual([true, true]);
    expect(bed.crm.requests).toEqual([]);
  });

  it('waits across a restart, and goes out as it was decided when it is wanted', async () => {
    await sendUnwanted();
    await close();
    await open();
    expect(outbox.isWaiting('e1')).toBe(true);
    const anew = { ...REPLY, text: 'Decided anew' };
    for (let attempt = 0; attempt < 2; attempt++) {
      expect(await sendUnwanted(anew)).toEqual({ delivery: { kind: 'not_sent' }, reply: REPLY });
    }
    expect(await outbox.send(EVENT, anew, new Set())).toMatchObject({ delivery: { kind: 'sent' }, reply: REPLY });
    expect(bed.crm.messages.map(({ body }) => body)).toEqual(['Hello']);
  });
});

describe.each([
  ['a segment of the journal that goes on', {}],
  // Every entry begins one, with what is open at that moment; the ones before are retired.
  ['a new segment for every entry', { maxSegmentBytes: 1 }],
])('context: what is open, in %s', (_title, options) => {
  const SECOND = { id: 'e2', contactId: 'contact_1' };
  const OTHER = { ...REPLY, text: 'Hi' };
  const CHOSEN_ANEW = { ...REQUEST, startTime: '2026-03-11T10:00:00-05:00' };

  beforeEach(async () => {
    await close();
    await open(options);
  });

  it('a reply that is being sent is known after a crash, and not repeated', async () => {
    bed.crm.next('sendMessage', executed(HANG));
    const sending = outbox.send(EVENT, REPLY, new Set());
    await eventually(() => bed.crm.count('sendMessage') === 1 || null);
    await outbox.book('e2', REQUEST);
    await open();
    expect(await outbox.send(EVENT, OTHER, new Set())).toMatchObject({ delivery: { kind: 'sent' }, reply: REPLY });
    expect(bed.crm.messages).toHaveLength(1);
    await sending;
  });

  it('a reply that has been sent is not looked for after a crash', async () => {
    const { delivery } = await outbox.send(EVENT, REPLY, new Set());
    await outbox.send(SECOND, OTHER, new Set());
    await open();
    expect(outbox.isWaiting('e1')).toBe(false);
    expect(await outbox.send(EVENT, OTHER, new Set())).toEqual({ delivery, reply: REPLY });
    expect(bed.crm.count('getMessages')).toBe(0);
  });

  it('a reply that has certainly not been sent is not looked for after a crash either', async () => {
    bed.crm.next('sendMessage', answer(429));
    await outbox.send(EVENT, REPLY, new Set());
    await outbox.book('e2', REQUEST);
    await open();
    expect(outbox.isWaiting('e1')).toBe(true);
    expect(await outbox.send(EVENT, OTHER, new Set())).toMatchObject({ delivery: { kind: 'sent' }, reply: REPLY });
    expect(bed.crm.count('getMessages')).toBe(0);
  });

  it('a reply that the CRM has accepted unreadably is not repeated after a crash, found or not', async () => {
    bed.crm.next('sendMessage', MALFORMED);
    await outbox.send(EVENT, REPLY, new Set());
    await outbox.book('e2', REQUEST);
    await open();
    expect(await outbox.send(EVENT, OTHER, new Set())).toMatchObject({ delivery: { kind: 'refused' } });
    expect(bed.crm.count('sendMessage')).toBe(1);
  });

  it('a reply that was withdrawn is forgotten, and the booking for the same event is not', async () => {
    await outbox.book('e1', REQUEST);
    await outbox.send(EVENT, REPLY, new Set());
    outbox.withdraw('e1');
    await outbox.send(SECOND, OTHER, new Set());
    expect(outbox.isBegun('e1')).toBe(false);
    await open();
    expect(outbox.isBegun('e1')).toBe(false);
    expect(await outbox.book('e1', CHOSEN_ANEW)).toEqual({ booking: 'booked', slot: REQUEST.startTime });
    expect(bed.crm.count('createAppointment')).toBe(1);
  });

  it('a booking that is being made is known after a crash, under the time that was chosen', async () => {
    bed.crm.next('createAppointment', executed(HANG));
    bed.crm.always('getAppointments', answer(503));
    const booking = outbox.book('e1', REQUEST);
    await eventually(() => bed.crm.count('createAppointment') === 1 || null);
    await outbox.send(SECOND, OTHER, new Set());
    await open();
    expect(await outbox.book('e1', CHOSEN_ANEW)).toEqual({ booking: 'unsure', slot: REQUEST.startTime });
    expect(bed.crm.count('createAppointment')).toBe(1);
    await booking;
  });

  it('a booking that has been made is not looked for after a crash', async () => {
    expect(await outbox.book('e1', REQUEST)).toMatchObject({ booking: 'booked' });
    await outbox.send(SECOND, OTHER, new Set());
    await open();
    expect(await outbox.book('e1', CHOSEN_ANEW)).toEqual({ booking: 'booked', slot: REQUEST.startTime });
    expect([bed.crm.count('createAppointment'), bed.crm.count('getAppointments')]).toEqual([1, 0]);
  });

  it('what has been closed is forgotten', async () => {
    await outbox.send(EVENT, REPLY, new Set());
    await outbox.book('e1', REQUEST);
    outbox.close('e1');
    await outbox.send(SECOND, OTHER, new Set());
    await open();
    expect([outbox.isBegun('e1'), outbox.isBegun('e2')]).toEqual([false, true]);
    await outbox.book('e1', CHOSEN_ANEW);
    expect(bed.crm.count('createAppointment')).toBe(2);
  });
});
