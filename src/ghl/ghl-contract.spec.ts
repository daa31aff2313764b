import { FakeGhlServer } from '../../test/support/fake-ghl-server';
import { DESCRIBED_OPERATIONS } from '../../test/support/ghl-requests';
import { startGhlClient } from '../../test/support/start-ghl-client';
import type { GhlTestBed } from '../../test/support/start-ghl-client';

let bed: GhlTestBed;
/** Of its own: with the calls of the rest, it would have to wait for the limiter. */
let setupBed: GhlTestBed;
beforeAll(async () => {
  [bed, setupBed] = await Promise.all([startGhlClient(), startGhlClient()]);
});
afterAll(() => Promise.all([bed.stop(), setupBed.stop()]));

it('makes only requests that the vendor describes, and every one of them', async () => {
  const { client, crm } = bed;
  crm.isPhoneKnown = false;
  await client.sendSms('+12145550100', 'Hi');
  await client.getContact('contact_1');
  await client.getMessages('contact_1');
  crm.exportPages = [[], []];
  await client.exportMessages({ sinceMs: 1, untilMs: 2 });
  await client.checkHealth();
  await client.getFreeSlots({ calendarId: 'cal_1', startMs: 1, endMs: 2, timeZone: 'America/Chicago' });
  const startTime = '2026-03-10T10:00:00-05:00';
  crm.appointments = [{ id: 'appointment_1', calendarId: 'cal_1', startTime: '2026-03-10 10:00:00' }];
  await client.getAppointments('contact_1');
  await client.createAppointment({ calendarId: 'cal_1', contactId: 'contact_1', startTime, title: 'Call' });
  const results = await client.applyActions('contact_1', [
    { type: 'update_contact', change: { firstName: 'Bea', timezone: 'America/Chicago', isSmsBlocked: true } },
    { type: 'update_fields', fields: { ai_lead_score: 82, bot_type: true } },
    { type: 'add_tags', tags: ['Hot-Lead'] },
    { type: 'remove_tags', tags: ['Cold-Lead'] },
    {
      type: 'create_task',
      task: { title: 'Call', body: 'Hot', dueDate: startTime, assignedTo: 'user_1' },
      mayExist: true,
    },
    { type: 'trigger_workflow', workflowId: 'workflow_1' },
  ]);
  await setupBed.setup.run({ dryRun: false });
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect([...crm.violations(), ...setupBed.crm.violations()]).toEqual([]);
  const requests = [...crm.requests, ...setupBed.crm.requests];
  expect(new Set(requests.map(({ operation }) => operation))).toEqual(new Set(DESCRIBED_OPERATIONS));
});

const HEADERS = { Version: '2021-07-28', Authorization: 'Bearer x', 'Content-Type': 'application/json' };
const body = (value: unknown) => ({ method: 'PUT', body: JSON.stringify(value) });

it.each([
  ['no version', '/locations/l', { headers: { Authorization: 'Bearer x' } }],
  ['the version of another API', '/locations/l', { headers: { ...HEADERS, Version: '2021-04-15' } }],
  ['no token', '/locations/l', { headers: { Version: '2021-07-28' } }],
  ['a call that does not exist', '/locations', { headers: HEADERS }],
  ['a missing parameter', '/contacts/search/duplicate?number=%2B1', { headers: HEADERS }],
  ['an unknown parameter', '/locations/l/customFields?kind=contact', { headers: HEADERS }],
  ['an unknown property', '/contacts/c', { headers: HEADERS, ...body({ nickname: 'x' }) }],
  ['a field without its id', '/contacts/c', { headers: HEADERS, ...body({ customFields: [{ field_value: 'x' }] }) }],
  ['a missing body', '/contacts/c', { headers: HEADERS, method: 'PUT' }],
])('the contract test would notice %s', async (_title, path, request) => {
  const crm = await FakeGhlServer.start();
  await fetch(crm.baseUrl + path, request);
  expect(crm.violations()).toHaveLength(1);
  await crm.stop();
});
