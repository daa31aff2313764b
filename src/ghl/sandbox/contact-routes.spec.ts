import { SandboxCrm } from '.';
import type { SandboxOptions } from '.';

const TOKEN = 'pit-test';
const LOCATION = 'location1';

let crm: SandboxCrm;
let base: string;

async function open(options: Partial<SandboxOptions> = {}): Promise<void> {
  crm = new SandboxCrm({ accessToken: TOKEN, locationId: LOCATION, ...options });
  base = await crm.start();
}

/** @returns `[status, body]`. */
async function call(request: string, body?: unknown): Promise<readonly [number, unknown]> {
  const [method = '', path = ''] = request.split(' ');
  const headers = { Authorization: `Bearer ${TOKEN}`, Version: '2021-07-28', 'Content-Type': 'application/json' };
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

describe('contacts', () => {
  beforeEach(() => open());

  it('come into being at their first mention, with a phone number of their own', async () => {
    const [status, body] = await call('GET /contacts/someone');
    expect([status, body]).toMatchObject([200, { contact: { id: 'someone', locationId: LOCATION, tags: [] } }]);
    await call('GET /contacts/another');
    expect(crm.contact('someone').phone).not.toBe(crm.contact('another').phone);
    expect(await call('GET /contacts/..%2Fevil')).toEqual(refusal(400, 'Contact not found'));
  });

  it('are unknown until added when they are not adopted', async () => {
    await crm.stop();
    await open({ adoptUnknownContacts: false });
    expect(await call('GET /contacts/someone')).toEqual(refusal(400, 'Contact not found'));
    crm.addContact({ id: 'someone' });
    expect((await call('GET /contacts/someone'))[0]).toBe(200);
  });

  it('change by PUT: what is given; custom fields by id, unknown ids without a word', async () => {
    crm.addContact({ id: 'c1', firstName: 'Ann', tags: ['Old'], fields: { timeline: 'flexible', bot_type: 'lead' } });
    const [, fields] = await call(`GET /locations/${LOCATION}/customFields?model=contact`);
    const { id } = (fields as { customFields: { id: string; name: string }[] }).customFields.find(
      ({ name }) => name === 'timeline',
    ) ?? { id: '' };
    const customFields = [
      { id, key: 'x', field_value: 'immediate' },
      { id: 'nobody', field_value: 1 },
    ];
    const dndSettings = { SMS: { status: 'active' } };
    const [status, answer] = await call('PUT /contacts/c1', { timezone: 'America/Denver', customFields, dndSettings });
    expect([status, answer]).toMatchObject([200, { succeded: true, contact: { id: 'c1', firstName: 'Ann' } }]);
    expect(crm.contact('c1')).toMatchObject({ timezone: 'America/Denver', tags: ['old'], dndSettings });
    expect(crm.fields('c1')).toEqual({ timeline: 'immediate', bot_type: 'lead' });
    await call('PUT /contacts/c1', { firstName: null, tags: ['New'] });
    expect(crm.contact('c1')).toMatchObject({ firstName: null, tags: ['new'], dndSettings });
  });

  it.each([
    ['PUT /contacts/c1', { customFields: [{ key: 'timeline', field_value: 'x' }] }, /customFields.0.id/],
    ['PUT /contacts/c1', { custom_fields: {} }, /^property custom_fields should not exist$/],
    ['PUT /contacts/c1', { dndSettings: { SMS: { status: 'on' } } }, /dndSettings.SMS.status/],
    ['POST /contacts/c1/tags', { tags: 'x' }, /tags/],
    ['DELETE /contacts/c1/tags', {}, /tags/],
    ['POST /contacts/c1/tasks', { title: 't', dueDate: 'tomorrow', completed: false }, /dueDate/],
    ['POST /contacts/c1/tasks', { title: 't', dueDate: '2026-03-07T10:00:00Z' }, /completed/],
    ['POST /contacts/c1/notes', { body: '' }, /body/],
    ['POST /contacts/upsert', { phone: '+12145550142' }, /locationId/],
    ['POST /contacts/upsert', { locationId: LOCATION, phone: '5' }, /phone/],
    ['POST /contacts/upsert', { locationId: LOCATION }, /phone or email/],
    ['GET /contacts/search/duplicate?number=%2B12145550142', undefined, /locationId/],
  ])('%s refuses %j', async (request, body, reason) => {
    expect(await call(request, body)).toEqual(refusal(422, [expect.stringMatching(reason)]));
  });

  it('gain and lose tags, in lower case, whatever the case of the request', async () => {
    expect(await call('POST /contacts/c1/tags', { tags: ['Hot-Lead', 'Cash-Buyer'] })).toEqual([
      201,
      { tags: ['hot-lead', 'cash-buyer'] },
    ]);
    expect(await call('DELETE /contacts/c1/tags', { tags: ['HOT-LEAD'] })).toEqual([200, { tags: ['cash-buyer'] }]);
    expect((await call(`GET /locations/${LOCATION}/tags`))[1]).toMatchObject({
      tags: [{ name: 'hot-lead', locationId: LOCATION }, { name: 'cash-buyer' }],
    });
  });

  it('are found by phone, and made once by upsert', async () => {
    const search = `GET /contacts/search/duplicate?locationId=${LOCATION}&number=%2B12145550142`;
    expect(await call(search)).toEqual([200, { contact: null }]);
    const upsert = () => call('POST /contacts/upsert', { locationId: LOCATION, phone: '+1 (214) 555-0142' });
    const [, first] = await upsert();
    expect(first).toMatchObject({ new: true, contact: { phone: '+12145550142' } });
    const { id } = (first as { contact: { id: string } }).contact;
    expect(id).toMatch(/^[A-Za-z0-9]{20}$/);
    expect((await upsert())[1]).toMatchObject({ new: false, contact: { id } });
    expect(await call(search)).toMatchObject([200, { contact: { id } }]);
    await call(`PUT /contacts/${id}`, { phone: '+12145550143' });
    expect(await call(search)).toEqual([200, { contact: null }]);
  });

  it('have tasks, notes and workflow runs', async () => {
    const task = { title: 'Call', body: 'Hot', dueDate: '2026-03-07T10:00:00-06:00', completed: false };
    expect(await call('POST /contacts/c1/tasks', task)).toMatchObject([201, { task: { ...task, contactId: 'c1' } }]);
    expect(await call('GET /contacts/c1/tasks')).toMatchObject([200, { tasks: [task] }]);
    expect(await call('POST /contacts/c1/notes', { body: 'hi' })).toMatchObject([201, { note: { body: 'hi' } }]);
    expect(await call('POST /contacts/c1/workflow/w1', {})).toEqual([200, { succeded: true }]);
    expect([crm.tasks('c1'), crm.notes('c1'), crm.workflowRuns('c1')]).toMatchObject([
      [task],
      [{ body: 'hi' }],
      [{ workflowId: 'w1' }],
    ]);
  });
});
