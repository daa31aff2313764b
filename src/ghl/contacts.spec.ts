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

it('reads a contact even without the field directory', async () => {
  bed.crm.always('listCustomFields', answer(401));
  expect(await bed.client.getContact('contact_1')).toMatchObject({ id: 'contact_1', fields: {} });
  expect(bed.log()).toContainEqual(expect.objectContaining({ operation: 'listCustomFields', fallback_used: true }));
});

describe('sendSms', () => {
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
});
