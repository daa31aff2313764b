import type { Contacts } from './contacts';
import type { GhlClient } from './ghl.client';
import type { ContactChange, CrmAction, CrmActionResult, FieldValue } from './ghl.types';

/** What actions are carried out with: each answers `false` when it failed and has been logged. */
interface ActionPort {
  readonly contacts: Pick<Contacts, 'write'>;
  readonly client: Pick<GhlClient, 'addContactTags' | 'removeTags' | 'createTask' | 'triggerWorkflow'>;
}

type Fields = Readonly<Record<string, FieldValue>>;
type Outcomes = Map<CrmAction, boolean>;

/**
 * Carries out changes to a contact in few calls: at most one update, one adding and one removing of tags, then the
 * tasks and the workflows one by one. Where two actions set the same thing, the later one counts.
 * @returns one result per action, in the order given.
 */
export async function carryOut(
  port: ActionPort,
  contactId: string,
  actions: readonly CrmAction[],
): Promise<readonly CrmActionResult[]> {
  const outcomes: Outcomes = new Map();
  await writeContact(port, contactId, actions, outcomes);
  await changeTags(port, contactId, actions, outcomes);
  for (const action of ofType(actions, 'create_task')) {
    outcomes.set(action, await port.client.createTask(contactId, action.task));
  }
  for (const action of ofType(actions, 'trigger_workflow')) {
    outcomes.set(action, await port.client.triggerWorkflow(contactId, action.workflowId));
  }
  return actions.map((action) => ({ type: action.type, ok: outcomes.get(action) === true }));
}

async function writeContact(port: ActionPort, contactId: string, actions: readonly CrmAction[], outcomes: Outcomes) {
  const changes = ofType(actions, 'update_contact');
  const updates = ofType(actions, 'update_fields');
  if (changes.length + updates.length === 0) return;
  const change = changes.reduce<ContactChange>((merged, action) => ({ ...merged, ...action.change }), {});
  const fields = updates.reduce<Fields>((merged, action) => ({ ...merged, ...action.fields }), {});
  const written = await port.contacts.write(contactId, change, fields);
  for (const action of changes) outcomes.set(action, written.change);
  for (const action of updates) outcomes.set(action, written.fields);
}

/** Adds before it removes, so that a contact that changes temperature is never without one. */
async function changeTags(port: ActionPort, contactId: string, actions: readonly CrmAction[], outcomes: Outcomes) {
  const adding = ofType(actions, 'add_tags');
  const removing = ofType(actions, 'remove_tags');
  const wanted = new Map<string, { readonly tag: string; readonly isAdded: boolean }>();
  for (const action of actions) {
    if (action.type !== 'add_tags' && action.type !== 'remove_tags') continue;
    for (const tag of action.tags) wanted.set(tag.toLowerCase(), { tag, isAdded: action.type === 'add_tags' });
  }
  const added = [...wanted.values()].filter(({ isAdded }) => isAdded).map(({ tag }) => tag);
  const removed = [...wanted.values()].filter(({ isAdded }) => !isAdded).map(({ tag }) => tag);
  const hasAdded = added.length === 0 || (await port.client.addContactTags(contactId, added));
  const hasRemoved = removed.length === 0 || (await port.client.removeTags(contactId, removed));
  for (const action of adding) outcomes.set(action, hasAdded);
  for (const action of removing) outcomes.set(action, hasRemoved);
}

function ofType<T extends CrmAction['type']>(actions: readonly CrmAction[], type: T) {
  return actions.filter((action): action is Extract<CrmAction, { readonly type: T }> => action.type === type);
}
