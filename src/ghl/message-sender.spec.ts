import timers from 'node:timers/promises';
import { answer, executed, HANG, MALFORMED, RESET } from '../../test/support/fake-ghl-server';
import { startGhlClient } from '../../test/support/start-ghl-client';
import type { GhlTestBed } from '../../test/support/start-ghl-client';

const SENT = { kind: 'sent', messageId: 'message_1', atMs: expect.any(Number) as number };

let bed: GhlTestBed;
const sleep = jest.spyOn(timers, 'setTimeout');
beforeEach(() => {
  sleep.mockClear();
});
afterEach(() => bed.stop());

/** How long it slept before each look, in milliseconds. */
const pauses = () => sleep.mock.calls.map(([ms]) => ms);

const send = () => bed.client.sendMessage('contact_1', 'See you  then');
/** What the log says of sends whose answer was lost. */
const told = () => bed.log().filter(({ msg }) => msg === 'Unsure send settled');
const line = (outcome: string, reason: string) => {
  const about = { operation: 'sendMessage', contact_id: 'contact_1', fallback_used: true };
  return expect.objectContaining({ ...about, outcome, reason }) as unknown;
};
const FOUND = ['sent', 'the answer was lost; found the text in the conversation'] as const;
const NOT_THERE = ['not_sent', 'the text is not in the conversation'] as const;
const CANNOT_TELL = ['unknown', 'cannot tell whether the text was sent; not repeated'] as const;

it.each([
  ['a lost connection', RESET],
  ['a 500', answer(500)],
  ['a 504', answer(504)],
  ['an unreadable answer', MALFORMED],
  ['an answer without an id', answer(200, { messageId: null })],
])('sends once when the text was accepted but %s came back', async (_title, behaviour) => {
  bed = await startGhlClient();
  bed.crm.next('sendMessage', executed(behaviour));
  expect(await send()).toBe('message_1');
  expect(bed.crm.count('sendMessage')).toBe(1);
  expect(told()).toEqual([line(...FOUND)]);
});

it('sends once when the answer never comes', async () => {
  bed = await startGhlClient({ timeoutMs: 400 });
  bed.crm.next('sendMessage', executed(HANG));
  expect(await send()).toBe('message_1');
  expect(bed.crm.messages).toHaveLength(1);
});

it.each([
  ['a lost connection', RESET],
  ['a 500', answer(500)],
])('repeats once after %s when the text is certainly not there', async (_title, behaviour) => {
  bed = await startGhlClient();
  bed.crm.next('sendMessage', behaviour);
  expect(await send()).toBe('message_1');
  expect(bed.crm.count('sendMessage')).toBe(2);
  expect(bed.crm.messages).toHaveLength(1);
  expect(told()).toEqual([line(...NOT_THERE)]);
  expect(bed.crm.count('getMessages')).toBe(4);
  expect(pauses()).toEqual([1, 2, 4, 8]);
});

it('gives up when the connection is lost every time', async () => {
  bed = await startGhlClient();
  bed.crm.always('sendMessage', RESET);
  expect(await send()).toBeNull();
  expect(bed.crm.count('sendMessage')).toBe(3);
  expect(told()).toEqual([
    ...Array.from({ length: 3 }, () => line(...NOT_THERE)),
    line('not_sent', 'all attempts failed'),
  ]);
});

it('finds a text that the CRM shows late', async () => {
  bed = await startGhlClient();
  bed.crm.next('sendMessage', RESET);
  const message = { id: 'late', body: 'See you then', direction: 'outbound', dateAdded: new Date().toISOString() };
  const empty = answer(200, { messages: [], nextPage: false });
  bed.crm.messages.push(message);
  bed.crm.next('getMessages', empty, empty);
  expect(await send()).toBe('late');
  expect(pauses()).toEqual([1, 2, 4]);
});

it.each(['searchConversations', 'getMessages'])('gives up when %s cannot be read back', async (operation) => {
  bed = await startGhlClient();
  bed.crm.next('sendMessage', answer(500));
  bed.crm.always(operation, answer(503));
  expect(await send()).toBeNull();
  expect(bed.crm.count('sendMessage')).toBe(1);
  expect(bed.log()).toContainEqual(line(...CANNOT_TELL));
});

it('gives up when the text was accepted, cannot be found and might still appear', async () => {
  bed = await startGhlClient();
  bed.crm.next('sendMessage', MALFORMED);
  expect(await send()).toBeNull();
  expect(bed.crm.count('sendMessage')).toBe(1);
  expect(told()).toEqual([line(...NOT_THERE), line('unknown', 'accepted, but not to be found; not repeated')]);
});

it('gives up when what was read back does not reach to the beginning of the send', async () => {
  bed = await startGhlClient();
  const message = { id: 'm1', body: 'other', direction: 'inbound', dateAdded: new Date().toISOString() };
  bed.crm.next('sendMessage', answer(500));
  bed.crm.always('getMessages', answer(200, { messages: [message], nextPage: true }));
  expect(await send()).toBeNull();
  expect(told()).toEqual([line(...CANNOT_TELL)]);
});

describe('does not take for the lost text', () => {
  const now = () => new Date().toISOString();
  const text = 'See you then';
  it.each([
    ['an older one', () => ({ body: text, direction: 'outbound', dateAdded: '2026-01-01T00:00:00.000Z' })],
    ['an inbound one', () => ({ body: text, direction: 'inbound', dateAdded: now() })],
    ["a person's", () => ({ body: text, direction: 'outbound', dateAdded: now(), source: 'app' })],
    ['another one', () => ({ body: 'Hello', direction: 'outbound', dateAdded: now() })],
  ])('%s', async (_title, message) => {
    bed = await startGhlClient();
    bed.crm.messages.push({ id: 'other', ...message() });
    bed.crm.next('sendMessage', answer(500));
    expect(await send()).toBe('message_2');
  });

  it('the same text sent a moment before', async () => {
    bed = await startGhlClient();
    expect(await send()).toBe('message_1');
    bed.crm.next('sendMessage', answer(500));
    expect(await send()).toBe('message_2');
  });
});

it('recognises its text with the opt-out wording that the CRM appended', async () => {
  bed = await startGhlClient();
  const body = 'See you then Reply STOP to unsubscribe';
  bed.crm.messages.push({ id: 'sent', body, direction: 'outbound', dateAdded: new Date().toISOString() });
  bed.crm.next('sendMessage', RESET);
  expect(await send()).toBe('sent');
});

it('looks up a text sent before a crash, as often as it is asked', async () => {
  bed = await startGhlClient();
  const sinceMs = Date.now();
  await send();
  const settle = (text: string, others = new Set<string>()) => bed.sender.settle('contact_1', text, sinceMs, others);
  expect([await settle('See you then'), await settle('See you then')]).toEqual([SENT, SENT]);
  expect(await settle('Never sent')).toEqual({ kind: 'not_sent' });
  expect(await settle('See you then', new Set(['message_1']))).toEqual({ kind: 'not_sent' });
  bed.crm.always('getMessages', answer(401));
  expect(await settle('See you then')).toEqual({ kind: 'unsure', wasAccepted: false });
});

it.each([
  ['See you then', 60_000, 'sent'],
  ['  See you   then ', 60_000, 'sent'],
  ['See you then', 60_001, 'not_sent'],
  ['Seeyou then', 60_000, 'not_sent'],
])('looks up %j among messages of up to a minute (%i ms) before its attempt: %s', async (text, beforeMs, kind) => {
  bed = await startGhlClient();
  await send();
  const sinceMs = Date.parse(bed.crm.messages[0]?.dateAdded ?? '') + beforeMs;
  expect(await bed.sender.settle('contact_1', text, sinceMs, new Set())).toMatchObject({ kind });
});

it.each([
  [60_000, 'unsure'],
  [60_001, 'not_sent'],
])('cannot tell of a text when older messages than %i ms before it were not read: %s', async (beforeMs, kind) => {
  bed = await startGhlClient();
  const oldest = { id: 'm1', body: 'other', direction: 'inbound', dateAdded: '2026-03-10T10:00:00.000Z' };
  bed.crm.always('getMessages', answer(200, { messages: [oldest], nextPage: true }));
  const sinceMs = Date.parse(oldest.dateAdded) + beforeMs;
  expect(await bed.sender.settle('contact_1', 'Never sent', sinceMs, new Set())).toMatchObject({ kind });
});

it('tells when the CRM accepted a text that was found: not before its attempt, not after now', async () => {
  bed = await startGhlClient();
  await send();
  const [sent] = bed.crm.messages;
  const addedMs = Date.parse(sent?.dateAdded ?? '');
  const foundAtMs = async (sinceMs: number) => {
    const found = await bed.sender.settle('contact_1', 'See you then', sinceMs, new Set());
    return found.kind === 'sent' ? found.atMs : null;
  };
  bed.clock.advance(1_000);
  expect(await foundAtMs(addedMs - 10_000)).toBe(addedMs);
  expect(await foundAtMs(addedMs + 10)).toBe(addedMs + 10);
  bed.clock.advance(-20_000);
  expect(await foundAtMs(addedMs - 30_000)).toBeLessThan(addedMs);
});

describe('tells of one attempt', () => {
  it.each([
    ['an acceptance', null, SENT],
    ['a refusal', answer(422), { kind: 'refused' }],
    ['a token that is not accepted', answer(401), { kind: 'not_sent' }],
    ['a limit that is reached', answer(429), { kind: 'not_sent' }],
    ['a 500', answer(500), { kind: 'unsure', wasAccepted: false }],
    ['a lost connection', RESET, { kind: 'unsure', wasAccepted: false }],
    ['an acceptance in words that make no sense', MALFORMED, { kind: 'unsure', wasAccepted: true }],
  ] as const)('%s', async (_title, behaviour, delivery) => {
    bed = await startGhlClient();
    if (behaviour) bed.crm.always('sendMessage', behaviour);
    expect(await bed.sender.deliver('contact_1', 'See you then')).toEqual(delivery);
  });
});
