import { answer } from '../../test/support/fake-ghl-server';
import { startGhlClient } from '../../test/support/start-ghl-client';
import type { GhlTestBed } from '../../test/support/start-ghl-client';

let bed: GhlTestBed;
beforeEach(async () => {
  bed = await startGhlClient();
});
afterEach(() => bed.stop());

it('translates a contact', async () => {
  bed.crm.contact.dndSettings.SMS.status = 'permanent';
  expect(await bed.client.getContact('contact_1')).toEqual({
    id: 'contact_1',
    firstName: 'Ann',
    phone: '+12145550100',
    timezone: null,
    source: null,
    firstAttribution: null,
    lastAttribution: null,
    type: null,
    assignedTo: null,
    tags: ['hot-lead'],
    fields: { ai_lead_score: '82' },
    isSmsBlocked: true,
  });
});

it('asks for no field names when a contact has no fields', async () => {
  bed.crm.always('getContact', answer(200, { contact: { id: 'contact_1' } }));
  expect(await bed.client.getContact('contact_1')).toMatchObject({ tags: [], fields: {}, isSmsBlocked: false });
  expect(bed.crm.count('listCustomFields')).toBe(0);
});

it('tells fields as text, and none that is empty or unknown', async () => {
  const values = { f_score: ['a', 'b'], f_type: 'seller', f_other: 'x' };
  bed.crm.fields.push(
    { id: 'f_empty', name: 'empty', fieldKey: 'empty' },
    { id: 'f_none', name: 'no', fieldKey: 'no' },
  );
  bed.crm.contact.customFields = [
    ...Object.entries(values).map(([id, value]) => ({ id, value })),
    { id: 'f_empty', value: null },
    { id: 'f_none', value: undefined },
  ];
  const fields = { ai_lead_score: '["a","b"]', renamed: 'seller' };
  expect(await bed.client.getContact('contact_1')).toHaveProperty('fields', fields);
});

it.each([
  [true, { dnd: true }],
  [true, { dndSettings: { SMS: { status: 'active' } } }],
  [true, { dndSettings: { SMS: { status: 'permanent' } } }],
  [false, { dndSettings: { SMS: { status: 'inactive' } } }],
  [false, { dnd: false, dndSettings: {} }],
  [false, { dnd: false, dndSettings: { SMS: null } }],
])('says %s to whether texts are blocked by %j', async (isSmsBlocked, more) => {
  bed.crm.always('getContact', answer(200, { contact: { id: 'contact_1', ...more } }));
  expect(await bed.client.getContact('contact_1')).toMatchObject({ isSmsBlocked });
});

it.each([
  ['zillow', { utmSource: 'zillow', sessionSource: 'Paid', medium: 'form' }],
  ['Paid', { sessionSource: 'Paid', medium: 'form' }],
  ['form', { medium: 'form' }],
  [null, {}],
])('names %s as the source', async (source, attribution) => {
  const contact = { id: 'contact_1', attributionSource: attribution, lastAttributionSource: attribution };
  bed.crm.always('getContact', answer(200, { contact }));
  expect(await bed.client.getContact('contact_1')).toMatchObject({ firstAttribution: source, lastAttribution: source });
});

it('reads a contact even without the field directory', async () => {
  bed.crm.always('listCustomFields', answer(401));
  expect(await bed.client.getContact('contact_1')).toMatchObject({ id: 'contact_1', fields: {} });
  expect(bed.log()).toContainEqual(expect.objectContaining({ operation: 'listCustomFields', fallback_used: true }));
});

describe('sendSms', () => {
  it('writes to the contact that has the number', async () => {
    expect(await bed.client.sendSms('214-555-0100', 'Hi')).toBe('message_1');
    expect(bed.crm.count('upsertContact')).toBe(0);
    expect(bed.crm.bodies('sendMessage')).toEqual([{ type: 'SMS', contactId: 'contact_1', message: 'Hi' }]);
  });

  it('creates the contact when nobody has the number', async () => {
    bed.crm.isPhoneKnown = false;
    expect(await bed.client.sendSms('214-555-0100', 'Hi')).toBe('message_1');
    expect(bed.crm.bodies('upsertContact')).toEqual([{ locationId: 'location_1', phone: '+12145550100' }]);
    expect(bed.crm.bodies('sendMessage')).toEqual([{ type: 'SMS', contactId: 'contact_new', message: 'Hi' }]);
  });

  it('sends nothing when the contact cannot be created', async () => {
    bed.crm.isPhoneKnown = false;
    bed.crm.always('upsertContact', answer(400));
    expect(await bed.client.sendSms('214-555-0100', 'Hi')).toBeNull();
    expect(bed.crm.count('sendMessage')).toBe(0);
  });
});

it('writes do-not-disturb for SMS only, and never the tags', async () => {
  await bed.client.updateContact('contact_1', { isSmsBlocked: true });
  await bed.client.updateContact('contact_1', { isSmsBlocked: false, firstName: 'Bea' });
  expect(bed.crm.bodies('updateContact')).toEqual([
    { dndSettings: { SMS: { status: 'active' } } },
    { firstName: 'Bea', dndSettings: { SMS: { status: 'inactive' } } },
  ]);
  expect(bed.crm.count('listCustomFields')).toBe(0);
});
