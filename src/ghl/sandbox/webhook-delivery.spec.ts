import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SandboxCrm } from '.';

const TOKEN = 'pit-test';
const SECRET = 'shared';
const ANSWER = { status: 'accepted' };

interface Received {
  readonly payload: Readonly<Record<string, unknown>>;
  readonly contentType: string | undefined;
  readonly isSigned: boolean;
}

let crm: SandboxCrm;
let base: string;
let service: Server;
let received: Received[];
/** Statuses to answer with before it is 200. */
let statuses: number[];

beforeEach(async () => {
  [received, statuses] = [[], []];
  service = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks);
      received.push({
        payload: JSON.parse(raw.toString()) as Record<string, unknown>,
        contentType: request.headers['content-type'],
        isSigned: request.headers['x-ghl-signature'] === createHmac('sha256', SECRET).update(raw).digest('hex'),
      });
      const status = statuses.shift() ?? 200;
      if (status === 0) request.socket.resetAndDestroy();
      else response.writeHead(status).end(JSON.stringify(ANSWER));
    });
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  crm = new SandboxCrm({ accessToken: TOKEN, webhookDelayMs: 1, webhookRetryDelayMs: 1 });
  base = await crm.start();
  crm.deliverWebhooksTo({ url: `http://127.0.0.1:${(service.address() as AddressInfo).port}/webhook`, secret: SECRET });
});

afterEach(async () => {
  await crm.stop();
  service.closeAllConnections();
  service.close();
});

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise(setImmediate);
}

/** Until a webhook has come whose timer was set after all others; whatever was still due has come before it. */
async function untilMarked(): Promise<void> {
  crm.setTags('marker', ['marked']);
  await until(() => crm.deliveries.some(({ payload }) => payload.id === 'marker'));
}

function post(path: string, body: object, version: string): Promise<Response> {
  const headers = { Authorization: `Bearer ${TOKEN}`, Version: version, 'Content-Type': 'application/json' };
  return fetch(base + path, { method: 'POST', headers, body: JSON.stringify(body) });
}

const send = (message: string) =>
  post('/conversations/messages', { type: 'SMS', contactId: 'c1', message }, '2021-04-15');

describe('webhooks', () => {
  it('tell of a text, signed, and bring back what the service answers', async () => {
    expect(await crm.receiveText('c1', 'héllo', { locationId: 'location1' })).toEqual({ status: 200, body: ANSWER });
    const [message] = crm.messages('c1');
    expect(received).toEqual([
      {
        isSigned: true,
        contentType: 'application/json',
        payload: {
          type: 'InboundMessage',
          locationId: 'location1',
          contactId: 'c1',
          conversationId: message?.conversationId,
          messageId: message?.id,
          body: 'héllo',
          messageType: 'SMS',
          direction: 'inbound',
          contentType: 'text/plain',
          attachments: [],
          dateAdded: message?.dateAdded,
          status: 'delivered',
          timestamp: expect.any(String) as string,
          webhookId: expect.any(String) as string,
        },
      },
    ]);
    expect(crm.contact('c1').locationId).toBe('location1');
  });

  it('tell of a call without a body, and say whatever else a test wants', async () => {
    await crm.receiveText('c1', '', { messageType: 'CALL', webhookId: null });
    expect(received[0]?.payload).toMatchObject({ type: 'InboundMessage', messageType: 'CALL', webhookId: null });
    expect(received[0]?.payload).not.toHaveProperty('body');
  });

  it("tell of the bot's own sends with the message id that the send returned", async () => {
    const { messageId } = (await (await send('hi')).json()) as { messageId: string };
    await until(() => received.length === 1);
    expect(received[0]).toMatchObject({
      isSigned: true,
      payload: { type: 'OutboundMessage', source: 'api', messageId, contactId: 'c1', body: 'hi' },
    });
    expect(received[0]?.payload).not.toHaveProperty('userId');
  });

  it('tell of what people and automations send', async () => {
    await crm.sendAsPerson('c1', 'mine', 'user1');
    await crm.sendAsAutomation('c1', 'promo', 'campaign');
    expect(received.map(({ payload }) => payload)).toMatchObject([
      { type: 'OutboundMessage', source: 'app', userId: 'user1', body: 'mine' },
      { type: 'OutboundMessage', source: 'campaign', body: 'promo' },
    ]);
  });

  it('tell of an appointment that was booked, changed and deleted', async () => {
    const startTime = '2030-03-12T10:00:00-05:00';
    const booking = { calendarId: 'cal1', locationId: 'location1', contactId: 'c1', startTime };
    await post('/calendars/events/appointments', booking, '2021-04-15');
    await until(() => received.length === 1);
    await crm.changeAppointment('c1', { appointmentStatus: 'cancelled' });
    await crm.deleteAppointment('c1');
    const appointment = { contactId: 'c1', calendarId: 'cal1', startTime };
    expect(received.map(({ payload }) => payload)).toMatchObject([
      {
        type: 'AppointmentCreate',
        locationId: 'location1',
        appointment: { ...appointment, appointmentStatus: 'confirmed' },
      },
      { type: 'AppointmentUpdate', appointment: { ...appointment, appointmentStatus: 'cancelled' } },
      { type: 'AppointmentDelete', appointment },
    ]);
    expect(crm.appointments('c1')).toEqual([]);
  });

  it('tell of changed tags, and only of changed ones', async () => {
    crm.setTags('c1', ['Jorge-Active']);
    expect(crm.hasToldAll).toBe(false);
    await until(() => crm.hasToldAll);
    expect(received).toHaveLength(1);
    await post('/contacts/c1/tags', { tags: ['jorge-active'] }, '2021-07-28');
    await post('/contacts/c1/tags', { tags: ['Hot-Lead'] }, '2021-07-28');
    await until(() => received.length === 2);
    expect(received.map(({ payload }) => payload)).toMatchObject([
      { type: 'ContactTagUpdate', id: 'c1', tags: ['jorge-active'] },
      { type: 'ContactTagUpdate', id: 'c1', tags: ['jorge-active', 'hot-lead'] },
    ]);
  });

  it('are repeated unchanged after 429, at most six times', async () => {
    statuses = Array<number>(7).fill(429);
    expect((await crm.receiveText('c1', 'hi')).status).toBe(429);
    await until(() => crm.deliveries.length === 7);
    await untilMarked();
    expect(crm.deliveries.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5, 6, 7, 1]);
    expect(new Set(received.slice(0, 7).map(({ payload }) => payload.webhookId)).size).toBe(1);
  });

  it.each([500, 503, 0])('are lost after any other answer (%s; 0 is a cut connection)', async (status) => {
    statuses = [status];
    expect((await crm.receiveText('c1', 'hi')).status).toBe(status);
    await untilMarked();
    expect(received.map(({ payload }) => payload.type)).toEqual(['InboundMessage', 'ContactTagUpdate']);
  });

  it('are lost, without a fuss, when nobody is there; the message stays', async () => {
    crm.deliverWebhooksTo({ url: 'http://127.0.0.1:1/webhook', secret: SECRET });
    expect(await crm.receiveText('c1', 'hi')).toEqual({ status: 0, body: null });
    await send('hello');
    await until(() => crm.deliveries.length === 2);
    crm.deliverWebhooksTo(null);
    expect(await crm.receiveText('c1', 'again')).toEqual({ status: 0, body: null });
    expect(crm.messages('c1').map(({ body }) => body)).toEqual(['hi', 'hello', 'again']);
    expect(received).toEqual([]);
  });

  it('are not delivered any more after a stop', async () => {
    crm.setTags('c1', ['early']);
    await crm.stop();
    expect(crm.hasToldAll).toBe(true);
    await crm.start();
    await untilMarked();
    expect(received).toHaveLength(1);
  });
});
