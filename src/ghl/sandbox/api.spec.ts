import { SandboxCrm } from '.';
import type { SandboxOptions } from '.';

const TOKEN = 'pit-test';
const LOCATION = 'location1';
const CALENDAR = 'calendar1';
/** A Friday noon in Dallas; on the Sunday after, clocks go forward. */
const NOW = '2026-03-06T12:00:00-06:00';

let crm: SandboxCrm;
let base: string;

async function open(options: Partial<SandboxOptions> = {}): Promise<void> {
  crm = new SandboxCrm({ accessToken: TOKEN, locationId: LOCATION, now: () => Date.parse(NOW), ...options });
  base = await crm.start();
}

/** @returns `[status, body]`. */
async function call(request: string, body?: unknown): Promise<readonly [number, unknown]> {
  const [method = '', path = ''] = request.split(' ');
  const version = /^\/(conversations|calendars)/.test(path) ? '2021-04-15' : '2021-07-28';
  const headers = { Authorization: `Bearer ${TOKEN}`, Version: version, 'Content-Type': 'application/json' };
  const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
  const response = await fetch(base + path, init);
  const answer: unknown = await response.json();
  return [response.status, answer];
}

const refusal = (status: number, message: unknown) => [
  status,
  expect.objectContaining({ statusCode: status, message }) as unknown,
];

afterEach(() => crm.stop());

describe('conversations', () => {
  beforeEach(() => open());

  const send = (message: string, contactId = 'c1') =>
    call('POST /conversations/messages', { type: 'SMS', contactId, message });

  it('send an SMS and tell it newest first, in pages', async () => {
    await crm.receiveText('c1', 'one');
    const [status, sent] = await send('two');
    expect(status).toBe(200);
    const { conversationId, messageId } = sent as Record<string, string>;
    await crm.sendAsPerson('c1', 'three', 'user1');
    const search = `GET /conversations/search?locationId=${LOCATION}&contactId=c1`;
    expect(await call(search)).toMatchObject([
      200,
      { conversations: [{ id: conversationId, contactId: 'c1' }], total: 1 },
    ]);
    const messages = `GET /conversations/${String(conversationId)}/messages?limit=2`;
    expect((await call(messages.replace('=2', '=3')))[1]).toMatchObject({ nextPage: false, messages: { length: 3 } });
    const [, page] = await call(messages);
    expect(page).toMatchObject({
      lastMessageId: messageId,
      nextPage: true,
      messages: [
        { body: 'three', direction: 'outbound', source: 'app', userId: 'user1', messageType: 'TYPE_SMS' },
        { id: messageId, body: 'two', direction: 'outbound', source: 'api' },
      ],
    });
    expect((await call(`${messages}&lastMessageId=${String(messageId)}`))[1]).toMatchObject({
      nextPage: false,
      messages: [{ body: 'one', direction: 'inbound' }],
    });
  });

  it('are nested as in live answers on demand', async () => {
    await crm.stop();
    await open({ nestsMessages: true });
    const [, sent] = await send('hi');
    const { conversationId } = sent as Record<string, string>;
    const [, page] = await call(`GET /conversations/${String(conversationId)}/messages`);
    expect(page).toMatchObject({ messages: { messages: [{ body: 'hi' }], nextPage: false } });
  });

  it('do not send to whom SMS is forbidden or impossible', async () => {
    crm.addContact({ id: 'quiet', phone: '+12145550101', dndSettings: { SMS: { status: 'permanent' } } });
    crm.addContact({ id: 'silent', phone: '+12145550102', dnd: true });
    crm.addContact({ id: 'phoneless' });
    expect(await send('hi', 'quiet')).toEqual(refusal(400, 'Cannot send message as DND is active for SMS.'));
    expect(await send('hi', 'silent')).toEqual(refusal(400, 'Cannot send message as DND is active.'));
    expect(await send('hi', 'phoneless')).toEqual(refusal(400, 'Missing phone number'));
    expect(await send(' ', 'c1')).toEqual(refusal(400, expect.stringMatching('no message')));
    expect((await call('POST /conversations/messages', { contactId: 'c1', message: 'hi' }))[0]).toBe(422);
    expect((await call('POST /conversations/messages', { type: 'SMS', phone: '+12145550101', message: 'hi' }))[0]).toBe(
      422,
    );
    expect(['quiet', 'silent', 'phoneless', 'c1'].flatMap((id) => crm.messages(id))).toEqual([]);
    await call('PUT /contacts/quiet', { dndSettings: { SMS: { status: 'inactive' } } });
    expect((await send('hi', 'quiet'))[0]).toBe(200);
  });

  it('answer 404 for an unknown conversation and nothing for a contact without one', async () => {
    expect(await call('GET /conversations/nobody/messages')).toEqual(refusal(404, 'Conversation not found'));
    const search = `GET /conversations/search?locationId=${LOCATION}&contactId=c1`;
    expect(await call(search)).toEqual([200, { conversations: [], total: 0 }]);
  });

  it('are exported by location and date, page by page, unmoved by what comes meanwhile', async () => {
    for (let index = 0; index < 12; index++) await crm.receiveText(`c${index}`, `text ${index}`);
    await crm.receiveText('elsewhere', 'hi', { locationId: 'location2' });
    const request = `GET /conversations/messages/export?locationId=${LOCATION}&limit=10&startDate=2026-03-06T18:00:00Z`;
    const [, first] = await call(request);
    expect(first).toMatchObject({ total: 12, messages: { length: 10, 0: { body: 'text 11' }, 9: { body: 'text 2' } } });
    await crm.receiveText('c1', 'later');
    const { nextCursor } = first as { nextCursor: string };
    const [, second] = await call(`${request}&cursor=${encodeURIComponent(nextCursor)}`);
    expect(second).toMatchObject({ messages: [{ body: 'text 1' }, { body: 'text 0' }] });
    expect(second).toHaveProperty('nextCursor', null);
    expect((await call(`${request}&sortOrder=asc`))[1]).toMatchObject({ messages: { 0: { body: 'text 0' } } });
    expect((await call(request.replace('18:00:00Z', '18:00:01Z')))[1]).toMatchObject({ total: 0 });
    expect((await call(`${request}&cursor=nonsense`))[0]).toBe(400);
    expect((await call('GET /conversations/messages/export?limit=5'))[0]).toBe(422);
    expect((await call(`${request}&sortBy=dateAdded`))[0]).toBe(422);
    expect((await call(`${request}&sortBy=createdAt&endDate=2026-03-06T17:59:59Z`))[1]).toMatchObject({ total: 0 });
  });
});

describe('locations', () => {
  it('start with the fields that the service writes, and take no name twice', async () => {
    await open();
    expect(await call('GET /locations/any')).toMatchObject([200, { location: { id: 'any' } }]);
    const [, { customFields }] = (await call('GET /locations/any/customFields')) as [
      number,
      { customFields: unknown[] },
    ];
    expect(customFields).toContainEqual(
      expect.objectContaining({ name: 'ai_lead_score', fieldKey: 'contact.ai_lead_score', dataType: 'NUMERICAL' }),
    );
    const again = { name: 'AI_Lead_Score', dataType: 'TEXT', model: 'contact' };
    expect((await call('POST /locations/any/customFields', again))[0]).toBe(400);
    expect((await call('POST /locations/any/customFields', { name: 'x', dataType: 'STRING' }))[0]).toBe(422);
  });

  it('can start without fields, for a set-up to create them', async () => {
    await open({ customFields: [] });
    const field = { name: 'bot_type', dataType: 'TEXT', model: 'contact' };
    const [status, created] = await call('POST /locations/any/customFields', field);
    expect([status, created]).toMatchObject([201, { customField: { ...field, fieldKey: 'contact.bot_type' } }]);
    const { customField } = created as { customField: object };
    expect(await call('GET /locations/any/customFields?model=contact')).toEqual([200, { customFields: [customField] }]);
    expect(await call('POST /locations/any/tags', { name: 'Hot-Lead' })).toMatchObject([
      200,
      { tag: { name: 'hot-lead' } },
    ]);
    expect((await call('POST /locations/any/tags', { name: 'hot-lead' }))[0]).toBe(400);
  });
});

describe('calendars', () => {
  beforeEach(() => open({ calendarId: CALENDAR }));

  const slots = (end: string, zone: string, calendarId = CALENDAR) =>
    call(
      `GET /calendars/${calendarId}/free-slots?startDate=${Date.parse(NOW) - 3_600_000}&endDate=${Date.parse(end)}&timezone=${zone}`,
    );
  const book = (startTime: string, change: object = {}) =>
    call('POST /calendars/events/appointments', {
      calendarId: CALENDAR,
      locationId: LOCATION,
      contactId: 'c1',
      startTime,
      ...change,
    });

  it('offer business hours in the zone asked for, on weekdays, from now on, over a change of the clocks', async () => {
    const [status, answer] = await slots('2026-03-09T10:00:00-05:00', 'America/New_York');
    expect(status).toBe(200);
    const { traceId, ...days } = answer as Record<string, { slots: string[] }>;
    expect(traceId).toBeDefined();
    expect(days).toEqual({
      '2026-03-06': {
        slots: expect.arrayContaining(['2026-03-06T13:00:00-05:00', '2026-03-06T17:30:00-05:00']) as unknown,
      },
      '2026-03-09': { slots: ['2026-03-09T10:00:00-04:00', '2026-03-09T10:30:00-04:00'] },
    });
    expect(days['2026-03-06']?.slots).toHaveLength(10);
  });

  it('book a slot once', async () => {
    const [status, appointment] = await book('2026-03-09T09:30:00-05:00', { title: 'Visit' });
    expect(status).toBe(200);
    expect(crm.appointments('c1')).toEqual([expect.objectContaining(appointment as object)]);
    const gone = refusal(400, 'The slot you have selected is no longer available.');
    expect(await book('2026-03-09T10:30:00-04:00', { contactId: 'c2' })).toEqual(gone);
    crm.takeSlot(CALENDAR, '2026-03-09T09:00:00-05:00');
    expect(await book('2026-03-09T09:00:00-05:00')).toEqual(gone);
    expect(await slots('2026-03-09T10:00:00-05:00', 'UTC')).not.toContain('2026-03-09');
    expect(crm.appointments('c2')).toEqual([]);
  });

  it('tell a contact its appointments by the clock of the location, without an offset', async () => {
    const [, { id }] = (await book('2026-03-09T10:30:00-04:00', { title: 'Visit' })) as [number, { id: string }];
    const event = { id, calendarId: CALENDAR, contactId: 'c1', title: 'Visit', status: 'booked' };
    expect(await call('GET /contacts/c1/appointments')).toMatchObject([
      200,
      { events: [{ ...event, startTime: '2026-03-09 09:30:00', endTime: '2026-03-09 10:00:00' }] },
    ]);
    expect(await call('GET /contacts/c2/appointments')).toEqual([200, { events: [] }]);
    expect(await call('GET /contacts/..%2Fevil/appointments')).toEqual(refusal(400, 'Contact not found'));
  });

  it.each([
    '2026-03-05T10:00:00-06:00',
    '2026-03-07T10:00:00-06:00',
    '2026-03-09T17:00:00-05:00',
    '2026-03-09T10:10:00-05:00',
  ])('do not book %s: past, weekend, after hours, or between slots', async (startTime) => {
    expect((await book(startTime))[0]).toBe(400);
    expect(crm.appointments('c1')).toEqual([]);
  });

  it('refuse what is malformed or unknown', async () => {
    expect((await book('2026-03-09T10:00:00'))[0]).toBe(422);
    expect((await book('2026-03-09T10:00:00-05:00', { contactId: undefined }))[0]).toBe(422);
    expect(await book('2026-03-09T10:00:00-05:00', { calendarId: 'other' })).toEqual(
      refusal(404, 'Calendar not found'),
    );
    expect((await slots('2026-03-09T10:00:00Z', 'UTC', 'other'))[0]).toBe(404);
    expect((await slots('2026-03-09T10:00:00Z', 'Mars/Base'))[0]).toBe(422);
    expect((await slots('2026-04-09T10:00:00Z', 'UTC'))[0]).toBe(400);
  });
});
