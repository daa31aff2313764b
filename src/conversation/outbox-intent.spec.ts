import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SILENT } from '../../test/support/open-conversations';
import { startGhlClient } from '../../test/support/start-ghl-client';
import type { GhlTestBed } from '../../test/support/start-ghl-client';
import { Journal } from '../storage';
import { Outbox } from './outbox';
import type { Reply } from './outbox';
import { newConversation } from './state/conversation';

const EVENT = { id: 'e1', contactId: 'contact_1' };
const REPLY = { text: 'Hello', botState: newConversation('contact_1', 'location_1', '').botState, todo: [] };
const REQUEST = { calendarId: 'calendar_1', contactId: 'contact_1', startTime: '2026-03-10T10:00:00-05:00' };

let bed: GhlTestBed;
let folder: string;
let journal: Journal;
let outbox: Outbox;

beforeEach(async () => {
  bed = await startGhlClient({ maxRetries: 0, timeoutMs: 400 });
  folder = await mkdtemp(join(tmpdir(), 'outbox-'));
  await open();
});
afterEach(async () => {
  await bed.stop();
  await journal.beforeApplicationShutdown();
});

async function open(): Promise<void> {
  journal = new Journal(folder, { retentionMs: 86_400_000 }, bed.clock, SILENT);
  outbox = new Outbox(journal, bed.sender, bed.bookings, bed.client, bed.clock);
  await journal.onModuleInit();
}

describe('context: what cannot be kept on disk is not begun', () => {
  beforeEach(() => journal.beforeApplicationShutdown());

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
    await journal.beforeApplicationShutdown();
    await open();
    expect(outbox.isWaiting('e1')).toBe(true);
    const anew = { ...REPLY, text: 'Decided anew' };
    for (let attempt = 0; attempt < 2; attempt++) {
      expect(await sendUnwanted(anew)).toMatchObject({ delivery: { kind: 'not_sent' } });
    }
    expect(await outbox.send(EVENT, anew, new Set())).toMatchObject({ delivery: { kind: 'sent' }, reply: REPLY });
    expect(bed.crm.messages.map(({ body }) => body)).toEqual(['Hello']);
  });
});
