import { startGhlClient } from '../../test/support/start-ghl-client';
import type { GhlTestBed } from '../../test/support/start-ghl-client';

let bed: GhlTestBed;
beforeEach(async () => {
  bed = await startGhlClient();
});
afterEach(() => bed.stop());

it.each([false, true])('lists messages newest first, without activities (one level deeper: %s)', async (isNested) => {
  bed.crm.isNested = isNested;
  const at = (hour: string) => `2026-03-10T${hour}:00:00.000Z`;
  bed.crm.messages.push(
    { id: 'm2', body: 'two', direction: 'outbound', dateAdded: at('11'), source: 'app' },
    { id: 'm1', body: 'one', direction: 'inbound', dateAdded: at('10') },
    { id: 'a1', body: 'Appointment booked', dateAdded: at('12') },
  );
  const messages = await bed.client.getMessages('contact_1');
  expect(messages && messages.map(({ id, direction }) => [id, direction])).toEqual([
    ['m2', 'outbound'],
    ['m1', 'inbound'],
  ]);
});

it('does not take the conversation of somebody else for the contact', async () => {
  bed.crm.messages.push({ id: 'm1', body: 'x', direction: 'inbound', dateAdded: new Date().toISOString() });
  expect(await bed.client.getMessages('contact_2')).toEqual([]);
});
