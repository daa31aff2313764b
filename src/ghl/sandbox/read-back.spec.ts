import { SandboxCrm } from '.';
import { startGhlClient } from '../../../test/support/start-ghl-client';
import type { GhlTestBed } from '../../../test/support/start-ghl-client';
import { eventually } from '../../../test/support/test-app';
import { findAppointment } from '../appointments';

const START_MS = Date.parse('2026-03-06T12:00:00-06:00');
const LAG_MS = 5_000;

let nowMs: number;
let crm: SandboxCrm;
let base: string;
let bed: GhlTestBed;
beforeEach(async () => {
  nowMs = START_MS;
  crm = new SandboxCrm({
    accessToken: 'secret-token',
    locationId: 'location_1',
    readBackLagMs: LAG_MS,
    now: () => nowMs,
  });
  base = await crm.start();
  bed = await startGhlClient({}, base);
});
afterEach(async () => {
  await bed.stop();
  await crm.stop();
});

const bodies = (messages: readonly { readonly body: string }[] | false) => messages && messages.map(({ body }) => body);
const listed = async () => bodies(await bed.client.getMessages('c1'));
const exported = async () =>
  bodies(await bed.client.exportMessages({ sinceMs: START_MS - 60_000, untilMs: START_MS + 60_000 }));

it('shows a sent message in lists and in the export only after the lag, and any other at once', async () => {
  await crm.receiveText('c1', 'in');
  expect(await bed.client.sendMessage('c1', 'out')).toBe(crm.messages('c1')[1]?.id);
  nowMs += LAG_MS - 1;
  expect([await listed(), await exported()]).toEqual([['in'], ['in']]);
  nowMs += 1;
  expect([await listed(), await exported()]).toEqual([
    ['out', 'in'],
    ['in', 'out'],
  ]);
});

it('tells of a sent message by webhook without waiting for the lag', async () => {
  crm.deliverWebhooksTo({ url: 'http://127.0.0.1:9/', secret: 'x' });
  await bed.client.sendMessage('c1', 'out');
  const delivered = await eventually(() => crm.deliveries[0] ?? null);
  expect(delivered.payload).toMatchObject({ type: 'OutboundMessage', body: 'out' });
  expect(await listed()).toEqual([]);
});

it('lags what is sent from the change on, also when its answer is lost', async () => {
  crm.setReadBackLag(0);
  await bed.client.sendMessage('c1', 'one');
  crm.setReadBackLag(LAG_MS);
  crm.injectFault({ kind: 'reset_after', method: 'POST', path: /messages$/, times: 1 });
  const headers = { Authorization: 'Bearer secret-token', Version: '2021-04-15', 'Content-Type': 'application/json' };
  const body = JSON.stringify({ type: 'SMS', contactId: 'c1', message: 'two' });
  await expect(fetch(`${base}/conversations/messages`, { method: 'POST', headers, body })).rejects.toThrow();
  expect(await listed()).toEqual(['one']);
  nowMs += LAG_MS;
  expect(await listed()).toEqual(['two', 'one']);
});

it('follows the export over its pages', async () => {
  for (let index = 0; index < 501; index++) void crm.receiveText('c1', `text ${index}`);
  expect(await exported()).toHaveLength(501);
  expect(crm.requests.filter(({ path }) => path.endsWith('/export'))).toHaveLength(2);
});

it('tells an appointment so that the one booked is found', async () => {
  const startTime = '2026-03-09T10:30:00-04:00';
  await bed.client.createAppointment({ calendarId: 'cal_1', contactId: 'c1', startTime });
  const appointments = await bed.client.getAppointments('c1');
  expect(appointments && findAppointment(appointments, 'cal_1', startTime)?.id).toBe(crm.appointments('c1')[0]?.id);
});
