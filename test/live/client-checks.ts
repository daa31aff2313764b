import type { GhlClient, GhlContact } from '../../src/ghl';
import { appointmentChecks } from './appointment-checks';
import { eventually, expectThat, passed, skipped } from './check';
import type { Bench, Verdict } from './check';
import { ownTag, titleOf } from './marks';
import { messageChecks } from './message-checks';

type ClientMethod = {
  [Name in keyof GhlClient]: GhlClient[Name] extends (...parameters: never[]) => Promise<unknown> ? Name : never;
}[keyof GhlClient];

/** A check of one method of the client. */
export type Check = (bench: Bench) => Promise<Verdict>;

const SCORE = 42;
const A_DAY_MS = 86_400_000;

async function contactOf({ client, contactId }: Bench): Promise<GhlContact> {
  const contact = await client.getContact(contactId);
  expectThat(contact !== false, 'the contact cannot be read');
  return contact;
}

async function showsUp(bench: Bench, isSo: (contact: GhlContact) => boolean, otherwise: string): Promise<void> {
  await eventually(async () => isSo(await contactOf(bench)), bench.patienceMs, otherwise);
}

function taskOf({ runId }: Bench) {
  return { title: titleOf(runId), body: 'Nothing to do.', dueDate: new Date(Date.now() + A_DAY_MS).toISOString() };
}

/**
 * Every method of the client, in an order in which each finds what it needs. Whatever is written is read again: that a
 * call was accepted does not say that it did anything.
 */
export const CLIENT_CHECKS: Readonly<Record<ClientMethod, Check>> = {
  checkHealth: async ({ client }) => {
    expectThat(await client.checkHealth(), 'the location does not answer');
    return passed('the location answers');
  },
  getContact: async (bench) => {
    const { id, phone } = await contactOf(bench);
    expectThat(id === bench.contactId && phone === bench.plan.phone, 'it is another contact');
    return passed('id and phone are those that were written');
  },
  ...messageChecks,
  updateContact: async (bench) => {
    const firstName = `Test ${bench.runId}`;
    expectThat(await bench.client.updateContact(bench.contactId, { firstName }), 'the change was not taken');
    const isSo = (contact: GhlContact) => contact.firstName?.toLowerCase() === firstName.toLowerCase();
    await showsUp(bench, isSo, 'the first name is another');
    return passed('the first name was changed');
  },
  updateContactCustomFields: async (bench) => {
    const isTaken = await bench.client.updateContactCustomFields(bench.contactId, { ai_lead_score: SCORE });
    expectThat(isTaken, 'the field was not taken; is it there? npm run setup:ghl');
    await showsUp(bench, ({ fields }) => fields.ai_lead_score === String(SCORE), 'the field has another value');
    return passed('a field was written by its name');
  },
  addContactTags: async (bench) => {
    const tags = [ownTag(bench.runId, 'a'), ownTag(bench.runId, 'b')];
    expectThat(await bench.client.addContactTags(bench.contactId, tags), 'the tags were not taken');
    await showsUp(bench, (contact) => tags.every((tag) => contact.tags.includes(tag)), 'the tags are not there');
    return passed('two tags at once; the others stayed');
  },
  addTag: async (bench) => {
    const tag = ownTag(bench.runId, 'c');
    expectThat(await bench.client.addTag(bench.contactId, tag), 'the tag was not taken');
    await showsUp(bench, ({ tags }) => tags.includes(tag), 'the tag is not there');
    return passed('one tag');
  },
  removeTags: async (bench) => {
    const tags = [ownTag(bench.runId, 'a'), ownTag(bench.runId, 'c')];
    expectThat(await bench.client.removeTags(bench.contactId, tags), 'the tags were not removed');
    await showsUp(bench, (contact) => !tags.some((tag) => contact.tags.includes(tag)), 'the tags are still there');
    return passed('two tags removed');
  },
  createTask: async (bench) => {
    expectThat(await bench.client.createTask(bench.contactId, taskOf(bench)), 'the task was not taken');
    return passed('goes with the contact');
  },
  triggerWorkflow: async ({ client, contactId, plan }) => {
    if (plan.workflowId === undefined) return skipped('set LIVE_TEST_WORKFLOW_ID to a workflow that does no harm');
    expectThat(await client.triggerWorkflow(contactId, plan.workflowId), 'the workflow was not started');
    return passed('LIVE_TEST_WORKFLOW_ID was started');
  },
  ...appointmentChecks,
  applyActions: async (bench) => {
    const [added, removed] = [ownTag(bench.runId, 'd'), ownTag(bench.runId, 'b')];
    const results = await bench.client.applyActions(bench.contactId, [
      { type: 'update_contact', change: { firstName: 'Test' } },
      { type: 'update_fields', fields: { ai_lead_score: SCORE + 1 } },
      { type: 'add_tags', tags: [added] },
      { type: 'remove_tags', tags: [removed] },
      { type: 'create_task', task: taskOf(bench) },
    ]);
    const failed = results.filter(({ ok }) => !ok).map(({ type }) => type);
    expectThat(failed.length === 0, `not done: ${failed.join(', ')}`);
    const isSo = ({ tags, fields }: GhlContact) =>
      tags.includes(added) && !tags.includes(removed) && fields.ai_lead_score === String(SCORE + 1);
    await showsUp(bench, isSo, 'not everything shows on the contact');
    return passed('five changes, as after a turn');
  },
};
