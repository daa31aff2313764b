import { answer } from '../../test/support/fake-ghl-server';
import { startGhlClient } from '../../test/support/start-ghl-client';
import type { GhlTestBed } from '../../test/support/start-ghl-client';
import { ALL_TAGS, CRM_FIELDS } from './crm-names';

let bed: GhlTestBed;
beforeEach(async () => {
  bed = await startGhlClient();
  bed.crm.tags.push({ name: 'hot-lead' });
});
afterEach(() => bed.stop());

const total = Object.keys(CRM_FIELDS).length + ALL_TAGS.length;
const EXISTING = ['field ai_lead_score', 'field bot_type', 'tag Hot-Lead'];

it('creates what is missing, and only that', async () => {
  const report = await bed.setup.run({ dryRun: false });
  expect(report).toMatchObject({ existing: EXISTING, failed: [] });
  expect(report.created).toHaveLength(total - EXISTING.length);
  expect(bed.crm.bodies('createCustomField')).toContainEqual({
    name: 'estimated_commission',
    dataType: 'MONETORY',
    model: 'contact',
  });
});

it('creates nothing the second time', async () => {
  await bed.setup.run({ dryRun: false });
  const again = await bed.setup.run({ dryRun: false });
  expect([again.created, again.existing.length, again.failed]).toEqual([[], total, []]);
});

it('takes nothing for created that GHL does not show', async () => {
  bed.crm.next('createCustomField', answer(200, {}), answer(200, { customField: {} }));
  bed.crm.next('createTag', answer(200, {}), answer(200, { tag: {} }));
  expect((await bed.setup.run({ dryRun: false })).failed).toHaveLength(4);
});

it('only tells what it would create in a dry run', async () => {
  const report = await bed.setup.run({ dryRun: true });
  expect(report.created).toHaveLength(total - EXISTING.length);
  expect(bed.crm.requests.map(({ operation }) => operation)).toEqual(['listCustomFields', 'listTags']);
});

it('tells what failed, and creates nothing where it cannot see what exists', async () => {
  bed.crm.next('createCustomField', answer(400));
  bed.crm.always('listTags', answer(401));
  const report = await bed.setup.run({ dryRun: false });
  expect(report.failed).toHaveLength(1 + ALL_TAGS.length);
  expect(bed.crm.count('createTag')).toBe(0);
});
