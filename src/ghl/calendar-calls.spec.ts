import { startGhlClient } from '../../test/support/start-ghl-client';
import type { GhlTestBed } from '../../test/support/start-ghl-client';

const SLOTS = { calendarId: 'cal_1', startMs: 1_000, endMs: 2_000, timeZone: 'America/Chicago' };

let bed: GhlTestBed;
afterEach(() => bed.stop());

it('lists the slots of all days, soonest first', async () => {
  bed = await startGhlClient();
  bed.crm.slots = {
    '2026-03-11': { slots: ['2026-03-11T09:00:00-05:00'] },
    '2026-03-10': { slots: ['2026-03-10T16:00:00-05:00', '2026-03-10T10:00:00-05:00'] },
  };
  expect(await bed.client.getFreeSlots(SLOTS)).toEqual([
    '2026-03-10T10:00:00-05:00',
    '2026-03-10T16:00:00-05:00',
    '2026-03-11T09:00:00-05:00',
  ]);
});
