import { answer, MALFORMED } from '../../test/support/fake-ghl-server';
import { startGhlClient } from '../../test/support/start-ghl-client';
import type { GhlTestBed } from '../../test/support/start-ghl-client';
import type { CrmAction } from './ghl.types';

let bed: GhlTestBed;
beforeEach(async () => {
  bed = await startGhlClient();
});
afterEach(() => bed.stop());

const apply = (...actions: readonly CrmAction[]) => bed.client.applyActions('contact_1', actions);
const outcomes = (results: Awaited<ReturnType<typeof apply>>) => results.map(({ type: _type, ...outcome }) => outcome);
const ok = (results: Awaited<ReturnType<typeof apply>>) => results.map((result) => result.ok);
const calls = () => bed.crm.requests.map(({ operation }) => operation).filter((name) => name !== 'listCustomFields');
const TASK = { title: 'Call Ann', body: 'Hot', dueDate: '2026-03-10T15:00:00Z', assignedTo: 'user_1' };

it('makes one update, one adding and one removing of tags, then tasks and workflows', async () => {
  const results = await apply(
    { type: 'trigger_workflow', workflowId: 'workflow_1' },
    { type: 'remove_tags', tags: ['Cold-Lead'] },
    { type: 'update_fields', fields: { ai_lead_score: 60, bot_type: 'lead' } },
    { type: 'add_tags', tags: ['Hot-Lead'] },
    { type: 'create_task', task: TASK },
    { type: 'update_contact', change: { firstName: 'Bea' } },
    { type: 'remove_tags', tags: ['Warm-Lead'] },
    { type: 'add_tags', tags: ['Cash-Buyer', 'hot-lead'] },
    { type: 'update_fields', fields: { ai_lead_score: 82 } },
  );
  expect(results.map(({ type }) => type)[0]).toBe('trigger_workflow');
  expect(ok(results)).toEqual(Array(9).fill(true));
  expect(calls()).toEqual(['updateContact', 'addTags', 'removeTags', 'createTask', 'triggerWorkflow']);
  expect(bed.crm.requests.slice(1).map(({ body }) => body)).toEqual([
    {
      firstName: 'Bea',
      customFields: [
        { id: 'f_score', field_value: '82' },
        { id: 'f_type', field_value: 'lead' },
      ],
    },
    { tags: ['hot-lead', 'Cash-Buyer'] },
    { tags: ['Cold-Lead', 'Warm-Lead'] },
    { ...TASK, completed: false },
    {},
  ]);
});

it('lets the later action decide about a tag', async () => {
  await apply({ type: 'add_tags', tags: ['Hot-Lead', 'Cold-Lead'] }, { type: 'remove_tags', tags: ['hot-lead'] });
  expect([bed.crm.bodies('addTags'), bed.crm.bodies('removeTags')]).toEqual([
    [{ tags: ['Cold-Lead'] }],
    [{ tags: ['hot-lead'] }],
  ]);
});

it('counts a tag as added that a later action removes', async () => {
  const results = await apply({ type: 'add_tags', tags: ['Hot-Lead'] }, { type: 'remove_tags', tags: ['hot-lead'] });
  expect(ok(results)).toEqual([true, true]);
  expect(calls()).toEqual(['removeTags']);
  expect(bed.log().filter(({ operation }) => operation === 'removeTags')).toHaveLength(1);
});

it('merges what is set apart, and carries out one action alone', async () => {
  await apply(
    { type: 'update_contact', change: { firstName: 'Bea' } },
    { type: 'update_contact', change: { isSmsBlocked: true } },
  );
  await apply({ type: 'update_contact', change: { firstName: 'Ann' } });
  const dndSettings = { SMS: { status: 'active' } };
  expect(bed.crm.bodies('updateContact')).toEqual([{ firstName: 'Bea', dndSettings }, { firstName: 'Ann' }]);
});

it('tells which fields were written, or why none was', async () => {
  const written = await apply({ type: 'update_fields', fields: { ai_lead_score: 82, timeline: 'now' } });
  const refused = await apply({ type: 'update_fields', fields: { timeline: 'now' } });
  expect(outcomes([...written, ...refused])).toEqual([
    { ok: true, writtenFields: ['ai_lead_score'] },
    { ok: false, failure: 'refused', writtenFields: [] },
  ]);
});

it('tells that the CRM cannot be asked for its fields', async () => {
  bed.crm.always('listCustomFields', answer(401));
  const results = await apply({ type: 'update_fields', fields: { ai_lead_score: 82 } });
  expect(outcomes(results)).toEqual([{ ok: false, failure: 'unavailable', writtenFields: [] }]);
});

it.each([
  ['refused', answer(400)],
  ['unavailable', answer(401)],
  ['unknown', MALFORMED],
  ['unknown', answer(500)],
])('tells a failure as %s', async (failure, behaviour) => {
  bed.crm.always('createTask', behaviour);
  expect(outcomes(await apply({ type: 'create_task', task: TASK }))).toEqual([{ ok: false, failure }]);
});

it('does nothing for nothing', async () => {
  expect(await apply()).toEqual([]);
  expect(bed.crm.requests).toEqual([]);
});

it('goes on after a failure, and tells which action failed', async () => {
  bed.crm.always('updateContact', answer(400));
  const results = await apply(
    { type: 'update_contact', change: { firstName: 'Bea' } },
    { type: 'add_tags', tags: ['Hot-Lead'] },
    { type: 'update_fields', fields: { ai_lead_score: 82 } },
  );
  expect(ok(results)).toEqual([false, true, false]);
});

it('still changes the contact when its fields do not exist', async () => {
  const results = await apply(
    { type: 'update_fields', fields: { timeline: 'now' } },
    { type: 'update_contact', change: { isSmsBlocked: true } },
  );
  expect(ok(results)).toEqual([false, true]);
});

describe('a task that may exist', () => {
  const again: CrmAction = { type: 'create_task', task: TASK, mayExist: true };

  it('is not made again when it is there', async () => {
    bed.crm.tasks = [
      { title: 'Call Ann', body: 'Cold', dueDate: '2026-03-10T15:00:00.000Z' },
      { title: 'Call Ann', body: 'Hot', dueDate: '2026-03-10T15:00:00.000Z' },
    ];
    expect(outcomes(await apply(again))).toEqual([{ ok: true }]);
    expect(calls()).toEqual(['listTasks']);
  });

  it('is made when it is not', async () => {
    bed.crm.tasks = [
      { title: 'Call Ann', body: 'Cold', dueDate: TASK.dueDate },
      { title: 'Call Bea', body: 'Hot', dueDate: TASK.dueDate },
      { title: 'Call Ann', body: 'Hot', dueDate: '2025-03-10T15:00:00Z' },
      { body: null },
    ];
    expect(outcomes(await apply(again))).toEqual([{ ok: true }]);
    expect(calls()).toEqual(['listTasks', 'createTask']);
  });

  it('stays unknown while the CRM cannot be asked', async () => {
    bed.crm.always('listTasks', answer(503));
    expect(outcomes(await apply(again))).toEqual([{ ok: false, failure: 'unknown' }]);
    expect(calls()).not.toContain('createTask');
  });

  it.each([answer(404), MALFORMED])('is left at that where the list is never to be had', async (behaviour) => {
    bed.crm.always('listTasks', behaviour);
    expect(outcomes(await apply(again))).toEqual([{ ok: false, failure: 'refused' }]);
  });

  it('is not looked for at the first attempt', async () => {
    await apply({ type: 'create_task', task: TASK });
    expect(calls()).toEqual(['createTask']);
  });
});

it('refuses a malformed action alone', async () => {
  const results = await apply(
    { type: 'update_fields', fields: {} },
    { type: 'add_tags', tags: ['Hot-Lead', ' '] },
    { type: 'dance' } as unknown as CrmAction,
    { type: 'add_tags', tags: ['Cash-Buyer'] },
  );
  expect(ok(results)).toEqual([false, false, false, true]);
  expect(bed.crm.bodies('addTags')).toEqual([{ tags: ['Cash-Buyer'] }]);
});

it('refuses everything for a contact id that is none', async () => {
  const actions: readonly CrmAction[] = [
    { type: 'update_contact', change: { firstName: 'Bea' } },
    { type: 'add_tags', tags: ['Hot-Lead'] },
  ];
  expect(await bed.client.applyActions('a/b', actions)).toEqual([
    { type: 'update_contact', ok: false },
    { type: 'add_tags', ok: false },
  ]);
  expect(bed.log()).toMatchObject([{ operation: 'applyActions', reason: 'contactId is not a GHL id' }]);
  expect(bed.crm.requests).toEqual([]);
});
