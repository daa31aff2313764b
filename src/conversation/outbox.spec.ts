import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PinoLogger } from 'nestjs-pino';
import { answer, executed, HANG, MALFORMED, RESET } from '../../test/support/fake-ghl-server';
import { startGhlClient } from '../../test/support/start-ghl-client';
import type { GhlTestBed } from '../../test/support/start-ghl-client';
import { Journal } from '../storage';
import type { TextEvent } from './contact-event';
import { Outbox } from './outbox';
import type { Reply } from './outbox';
import { newConversation } from './state/conversation';

const logger = new PinoLogger({ pinoHttp: { level: 'silent' } });
const NONE: ReadonlySet<string> = new Set();
const SENT = { kind: 'sent', messageId: 'message_1', atMs: expect.any(Number) as number };
const REQUEST = { calendarId: 'calendar_1', contactId: 'contact_1', startTime: '2026-03-10T10:00:00-05:00' };
const BOOKED = {
  id: 'a1',
  calendarId: 'calendar_1',
  startTime: '2026-03-10T15:00:00Z',
  appointmentStatus: 'confirmed',
};

let bed: GhlTestBed;
let folder: string;
let journals: Journal[];

beforeEach(async () => {
  bed = await startGhlClient({ maxRetries: 0, timeoutMs: 400 });
  journals = [];
  folder = await mkdtemp(join(tmpdir(), 'outbox-'));
});
afterEach(async () => {
  await bed.stop();
  await Promise.all(journals.map((journal) => journal.beforeApplicationShutdown()));
});

/** As after a crash: nobody closes the one before. */
async function openOutbox(): Promise<Outbox> {
  const journal = new Journal(folder, { retentionMs: 86_400_000 }, bed.clock, logger);
  const outbox = new Outbox(journal, bed.sender, bed.bookings, bed.client, bed.clock);
  await journal.onModuleInit();
  journals.push(journal);
  return outbox;
}

async function closeJournal(): Promise<void> {
  await journals.at(-1)?.beforeApplicationShutdown();
}

function event(id: string): TextEvent {
  const ids = { id, contactId: 'contact_1', locationId: 'location_1', requestId: 'r1', messageId: null };
  return {
    kind: 'text',
    ...ids,
    receivedAtMs: bed.clock.now(),
    text: 'hi',
    botType: null,
    firstName: null,
    tags: null,
  };
}

function reply(text: string, more: Partial<Reply> = {}): Reply {
  return { text, botState: newConversation('contact_1', 'location_1', '').botState, todo: [], ...more };
}

const sentTexts = () => bed.crm.messages.map(({ body }) => body);
const sends = () => bed.crm.count('sendMessage');

describe('context: a reply', () => {
  it('is sent, and waits for nothing until it is closed', async () => {
    const outbox = await openOutbox();
    expect(await outbox.send(event('e1'), reply('Hello'), NONE)).toEqual({
      delivery: SENT,
      reply: reply('Hello'),
    });
    expect(outbox.isWaiting('e1')).toBe(false);
  });

  it('that has been sent is not sent again, with the old text for an answer', async () => {
    const outbox = await openOutbox();
    await outbox.send(event('e1'), reply('Hello'), NONE);
    expect(await outbox.send(event('e1'), reply('Other words'), NONE)).toEqual({
      delivery: SENT,
      reply: reply('Hello'),
    });
    expect(sentTexts()).toEqual(['Hello']);
  });

  it.each([429, 401])('that the CRM cannot take now (%i) is repeated without being looked for', async (status) => {
    const outbox = await openOutbox();
    bed.crm.next('sendMessage', answer(status));
    expect((await outbox.send(event('e1'), reply('Hello'), NONE)).delivery).toEqual({ kind: 'not_sent' });
    expect(outbox.isWaiting('e1')).toBe(true);
    expect((await outbox.send(event('e1'), reply('Hello'), NONE)).delivery.kind).toBe('sent');
    expect([sentTexts(), bed.crm.count('getMessages')]).toEqual([['Hello'], 0]);
  });

  it('that the CRM refuses is not repeated, and is told as refused', async () => {
    const outbox = await openOutbox();
    bed.crm.next('sendMessage', answer(422));
    expect((await outbox.send(event('e1'), reply('Hello'), NONE)).delivery).toEqual({ kind: 'refused' });
    expect(sends()).toBe(1);
    outbox.close('e1');
    expect(outbox.isWaiting('e1')).toBe(false);
  });

  it.each([
    ['a lost connection', RESET],
    ['silence', HANG],
    ['a 500', answer(500)],
    ['garbage', MALFORMED],
  ])('that was taken and answered by %s is found and not repeated', async (_title, behaviour) => {
    const outbox = await openOutbox();
    bed.crm.next('sendMessage', executed(behaviour));
    const first = await outbox.send(event('e1'), reply('Hello'), NONE);
    expect(first.delivery.kind).toBe('unsure');
    expect(outbox.isWaiting('e1')).toBe(true);
    expect((await outbox.send(event('e1'), reply('Hello'), NONE)).delivery).toEqual(SENT);
    expect([sends(), outbox.isWaiting('e1')]).toEqual([1, false]);
  });

  it('that was cut off before the CRM took it is repeated once it is known not to be there', async () => {
    const outbox = await openOutbox();
    bed.crm.next('sendMessage', RESET);
    await outbox.send(event('e1'), reply('Hello'), NONE);
    expect((await outbox.send(event('e1'), reply('Hello'), NONE)).delivery.kind).toBe('sent');
    expect([sends(), sentTexts()]).toEqual([2, ['Hello']]);
  });

  it('that the CRM accepted and does not show counts as refused: it may still appear', async () => {
    const outbox = await openOutbox();
    bed.crm.next('sendMessage', MALFORMED);
    expect((await outbox.send(event('e1'), reply('Hello'), NONE)).delivery).toEqual({
      kind: 'unsure',
      wasAccepted: true,
    });
    expect(await outbox.send(event('e1'), reply('Other words'), NONE)).toEqual({
      delivery: { kind: 'refused' },
      reply: reply('Hello'),
    });
    expect(sends()).toBe(1);
  });

  it('stays accepted while the CRM cannot be asked', async () => {
    const outbox = await openOutbox();
    bed.crm.next('sendMessage', MALFORMED);
    bed.crm.always('searchConversations', answer(503));
    for (let attempt = 0; attempt < 3; attempt++) {
      const { delivery } = await outbox.send(event('e1'), reply('Hello'), NONE);
      expect(delivery).toEqual({ kind: 'unsure', wasAccepted: true });
    }
    bed.crm.always(
      'searchConversations',
      answer(200, { conversations: [{ id: 'conversation_1', contactId: 'contact_1' }] }),
    );
    expect((await outbox.send(event('e1'), reply('Hello'), NONE)).delivery).toEqual({ kind: 'refused' });
    expect(sends()).toBe(1);
  });

  it('lifts a block before it is sent, if it is to', async () => {
    const outbox = await openOutbox();
    await outbox.send(event('e1'), reply('Welcome back', { liftsBlock: true }), NONE);
    await outbox.send(event('e2'), reply('Hello'), NONE);
    expect(bed.crm.requests).toMatchObject([
      { operation: 'updateContact', body: { dndSettings: { SMS: { status: 'inactive' } } } },
      { operation: 'sendMessage', body: { message: 'Welcome back' } },
      { operation: 'sendMessage', body: { message: 'Hello' } },
    ]);
  });
});

describe('context: a reply after a crash', () => {
  it.each([
    ['in the send, which the CRM took', executed(HANG), 1],
    ['in the send, which the CRM did not take', HANG, 2],
    ['after the CRM could not take it', answer(429), 2],
  ])('%s, goes out once, as it was decided then', async (_title, behaviour, calls) => {
    bed.crm.next('sendMessage', behaviour);
    await (await openOutbox()).send(event('e1'), reply('Hello'), NONE);
    const outbox = await openOutbox();
    expect(outbox.isWaiting('e1')).toBe(true);
    const { delivery, reply: sent } = await outbox.send(event('e1'), reply('Decided anew'), NONE);
    expect(delivery.kind).toBe('sent');
    expect(sent.text).toBe('Hello');
    expect([sends(), sentTexts()]).toEqual([calls, ['Hello']]);
  });

  it('is not taken for an earlier one with the same words', async () => {
    const first = await openOutbox();
    await first.send(event('e1'), reply('Hello'), NONE);
    first.close('e1');
    bed.crm.next('sendMessage', HANG);
    await first.send(event('e2'), reply('Hello'), new Set(['message_1']));
    const outbox = await openOutbox();
    expect((await outbox.send(event('e2'), reply('Hello'), new Set(['message_1']))).delivery).toEqual({
      ...SENT,
      messageId: 'message_2',
    });
    expect(sentTexts()).toEqual(['Hello', 'Hello']);
  });

  it('with its outcome known is not looked for, and was accepted when it was', async () => {
    const { delivery } = await (await openOutbox()).send(event('e1'), reply('Hello'), NONE);
    for (let restart = 0; restart < 2; restart++) {
      await closeJournal();
      bed.clock.advance(600_000);
      const outbox = await openOutbox();
      expect(outbox.isWaiting('e1')).toBe(false);
      expect((await outbox.send(event('e1'), reply('Hello'), NONE)).delivery).toEqual(delivery);
    }
    expect([sends(), bed.crm.count('getMessages')]).toEqual([1, 0]);
  });

  it('is forgotten when it was closed', async () => {
    const first = await openOutbox();
    await first.send(event('e1'), reply('Hello'), NONE);
    first.close('e1');
    // The journal keeps the order: what is closed is on disk before this.
    await first.send(event('e2'), reply('Hi'), NONE);
    await (await openOutbox()).send(event('e1'), reply('Hello again'), NONE);
    expect(sentTexts()).toEqual(['Hello', 'Hi', 'Hello again']);
  });

  it('is still known after many restarts that nobody used', async () => {
    bed.crm.next('sendMessage', executed(HANG));
    await (await openOutbox()).send(event('e1'), reply('Hello'), NONE);
    for (let restart = 0; restart < 3; restart++) {
      await openOutbox();
      await closeJournal();
    }
    await (await openOutbox()).send(event('e1'), reply('Decided anew'), NONE);
    expect(sentTexts()).toEqual(['Hello']);
  });
});

describe('context: a booking', () => {
  it.each([
    ['refused by the calendar is not tried again', answer(400), ['refused', 'refused'], 1],
    ['not taken now is tried again', answer(429), ['not_booked', 'booked'], 2],
  ])('that was %s', async (_title, behaviour, outcomes, calls) => {
    const outbox = await openOutbox();
    bed.crm.next('createAppointment', behaviour);
    for (const booking of outcomes) expect(await outbox.book('e1', REQUEST)).toMatchObject({ booking });
    expect(bed.crm.count('createAppointment')).toBe(calls);
  });

  it.each([
    ['found after a crash, under the time chosen before it, and not repeated', [BOOKED], 1, REQUEST.startTime],
    ['made after a crash when it is not there', [], 2, '2026-03-11T10:00:00-05:00'],
  ])('is %s', async (_title, appointments, calls, slot) => {
    bed.crm.next('createAppointment', executed(RESET));
    bed.crm.always('getAppointments', answer(503));
    expect(await (await openOutbox()).book('e1', REQUEST)).toMatchObject({ booking: 'unsure' });
    bed.crm.always('getAppointments', answer(200, { events: appointments }));
    const chosenAnew = { ...REQUEST, startTime: '2026-03-11T10:00:00-05:00' };
    expect(await (await openOutbox()).book('e1', chosenAnew)).toEqual({ booking: 'booked', slot });
    expect(bed.crm.count('createAppointment')).toBe(calls);
  });

  it('with its outcome known is neither looked for nor made again after a crash', async () => {
    await (await openOutbox()).book('e1', REQUEST);
    await closeJournal();
    expect(await (await openOutbox()).book('e1', REQUEST)).toMatchObject({ booking: 'booked' });
    expect([bed.crm.count('createAppointment'), bed.crm.count('getAppointments')]).toEqual([1, 0]);
  });

  it('that nobody can tell of is not repeated', async () => {
    const outbox = await openOutbox();
    bed.crm.always('createAppointment', executed(RESET));
    bed.crm.always('getAppointments', answer(503));
    expect(await outbox.book('e1', REQUEST)).toMatchObject({ booking: 'unsure' });
    expect(await outbox.book('e1', REQUEST)).toMatchObject({ booking: 'unsure' });
    expect(bed.crm.count('createAppointment')).toBe(1);
  });
});
