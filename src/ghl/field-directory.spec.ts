import { answer } from '../../test/support/fake-ghl-server';
import { startGhlClient } from '../../test/support/start-ghl-client';
import type { GhlTestBed } from '../../test/support/start-ghl-client';
import { keyOf } from './field-directory';

let bed: GhlTestBed;
beforeEach(async () => {
  bed = await startGhlClient();
});
afterEach(() => bed.stop());

const MINUTE_MS = 60_000;
const write = (fields: Readonly<Record<string, string | number | boolean>>) =>
  bed.client.updateContactCustomFields('contact_1', fields);
const loads = () => bed.crm.count('listCustomFields');
const told = (message: string) => bed.log().filter(({ msg }) => msg === message);
const missing = () => told('Custom field left out');

it('writes fields by key or name, in any case, under the ids of the location', async () => {
  expect(await write({ AI_Lead_Score: 82, bot_type: 'seller' })).toBe(true);
  expect(bed.crm.bodies('updateContact')).toEqual([
    {
      customFields: [
        { id: 'f_score', field_value: '82' },
        { id: 'f_type', field_value: 'seller' },
      ],
    },
  ]);
  expect(bed.log().filter(({ level }) => Number(level) > 30)).toEqual([]);
});

it('lets the key decide where two fields claim a name', async () => {
  bed.crm.fields.push({ id: 'f_impostor', name: 'ai_lead_score', fieldKey: 'contact.something' });
  await write({ ai_lead_score: 1 });
  expect(bed.crm.bodies('updateContact')).toEqual([{ customFields: [{ id: 'f_score', field_value: '1' }] }]);
});

it('counts look-ups that it could answer, and those that it could not', async () => {
  const looked = () => {
    const { cache_hits, cache_misses } = bed.registry.summary('1m').counts;
    return [cache_hits, cache_misses];
  };
  await write({ ai_lead_score: 1 });
  expect(looked()).toEqual([0, 1]);
  await write({ ai_lead_score: 2 });
  await bed.client.getContact('contact_1');
  expect(looked()).toEqual([2, 1]);
  bed.clock.advance(60 * MINUTE_MS);
  await write({ ai_lead_score: 3 });
  expect(looked()).toEqual([2, 2]);
  expect(await bed.registry.countsByLabel()).toMatchObject({
    cache_hits: { custom_fields: 2 },
    cache_misses: { custom_fields: 2 },
  });
});

it('loads once for many at a time, and then not for an hour', async () => {
  await Promise.all([write({ ai_lead_score: 1 }), write({ ai_lead_score: 2 }), bed.client.getContact('contact_1')]);
  bed.clock.advance(59 * MINUTE_MS);
  await write({ ai_lead_score: 3 });
  expect(loads()).toBe(1);
  bed.clock.advance(2 * MINUTE_MS);
  await write({ ai_lead_score: 4 });
  expect(loads()).toBe(2);
});

it('leaves out a field that does not exist, and says so once', async () => {
  expect(await write({ ai_lead_score: 1, timeline: 'now' })).toBe(true);
  expect(await write({ ai_lead_score: 2, timeline: 'now' })).toBe(true);
  expect(bed.crm.bodies('updateContact')).toHaveLength(2);
  expect(missing()).toEqual([
    expect.objectContaining({
      field: 'timeline',
      level: 40,
      fallback_used: true,
      reason: expect.stringContaining('npm run setup:ghl') as unknown,
    }),
  ]);
});

it('writes nothing when none of the fields exists', async () => {
  expect(await write({ timeline: 'now' })).toBe(false);
  expect(bed.crm.count('updateContact')).toBe(0);
  const reason = 'none of the fields exists in the location';
  expect(told('Custom fields were not written')).toEqual([
    expect.objectContaining({ operation: 'updateContact', fallback_used: true, reason }),
  ]);
});

it('notices within minutes that a missing field was created', async () => {
  const both = { ai_lead_score: 1, timeline: 'now' };
  await write(both);
  bed.crm.fields.push({ id: 'f_timeline', name: 'timeline', fieldKey: 'contact.timeline' });
  bed.clock.advance(6 * MINUTE_MS);
  expect(await write(both)).toBe(true);
  const [, later] = bed.crm.bodies('updateContact') as { customFields: { id: string }[] }[];
  expect(later?.customFields.map(({ id }) => id)).toEqual(['f_score', 'f_timeline']);
});

it('tries again soon after a failure, but not at once', async () => {
  bed.crm.always('listCustomFields', answer(401));
  expect([await write({ ai_lead_score: 1 }), await write({ ai_lead_score: 1 })]).toEqual([false, false]);
  expect(loads()).toBe(1);
  expect(told('Custom fields were not written')).toMatchObject([
    { reason: 'the field directory cannot be read' },
    { reason: 'the field directory cannot be read' },
  ]);
  expect(told('No fresh field directory')).toMatchObject([{ reason: 'field directory cannot be read' }]);
  bed.crm.next('listCustomFields', answer(200, { customFields: bed.crm.fields }));
  bed.clock.advance(11_000);
  expect(await write({ ai_lead_score: 1 })).toBe(true);
});

it('goes on with what it knew when it cannot be refreshed', async () => {
  await write({ ai_lead_score: 1 });
  bed.crm.always('listCustomFields', answer(401));
  bed.clock.advance(61 * MINUTE_MS);
  expect(await write({ ai_lead_score: 2 })).toBe(true);
  const line = { operation: 'listCustomFields', fallback_used: true, reason: 'field directory is out of date' };
  expect(told('No fresh field directory')).toMatchObject([line]);
});

it.each([
  ['ai_lead_score', 'contact.AI_Lead_Score', 'Score'],
  ['my_contact.score', 'my_contact.score', 'Score'],
  ['score', null, 'Score'],
])('knows a field as %s', (key, fieldKey, name) => {
  expect(keyOf({ name, fieldKey })).toBe(key);
});
