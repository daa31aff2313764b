import { changeTags, createTask, listTasks, triggerWorkflow } from './contact-calls';
import type { Contacts } from './contacts';
import type { GhlCall, GhlResult } from './ghl-http';
import type { ContactChange, CreateTask, CrmAction, CrmActionResult, FieldValue, TaskRequest } from './ghl.types';

/** What actions are carried out with; failures have been logged. */
interface ActionPort {
  readonly contacts: Pick<Contacts, 'write'>;
  readonly perform: <T>(call: GhlCall<T>) => Promise<GhlResult<T>>;
}

type Fields = Readonly<Record<string, FieldValue>>;
type Outcome = Omit<CrmActionResult, 'type'>;
type Outcomes = Map<CrmAction, Outcome>;

/** None of the fields exists in the location. */
const REFUSED: Outcome = { ok: false, failure: 'refused' };

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
  await applyTags(port, contactId, actions, outcomes);
  for (const action of ofType(actions, 'create_task')) {
    outcomes.set(action, await createOnce(port, contactId, action));
  }
  for (const action of ofType(actions, 'trigger_workflow')) {
    outcomes.set(action, await perform(port, triggerWorkflow(contactId, action.workflowId)));
  }
  return actions.map((action) => ({ type: action.type, ...(outcomes.get(action) ?? REFUSED) }));
}

async function createOnce(port: ActionPort, contactId: string, { task, mayExist }: CreateTask): Promise<Outcome> {
  if (mayExist === true) {
    const listed = await port.perform(listTasks(contactId));
    if (!listed.ok) return { ok: false, failure: isFinal(listed.outcome) ? 'refused' : 'unknown' };
    if (listed.value.tasks.some((listedTask) => isSameTask(listedTask, task))) return { ok: true };
  }
  return perform(port, createTask(contactId, task));
}

/** Asked again, the CRM would answer the same. */
function isFinal(outcome: 'refused' | 'unreadable' | 'unavailable' | 'unknown'): boolean {
  return outcome === 'refused' || outcome === 'unreadable';
}

/** The CRM tells the due date in a form of its own. */
function isSameTask(listed: Readonly<Record<string, unknown>>, task: TaskRequest): boolean {
  const isSameDate = Date.parse(String(listed.dueDate)) === Date.parse(task.dueDate);
  return listed.title === task.title && listed.body === task.body && isSameDate;
}

async function perform(port: ActionPort, call: GhlCall<unknown>): Promise<Outcome> {
  return toOutcome(await port.perform(call));
}

function toOutcome(result: GhlResult<unknown>): Outcome {
  if (result.ok) return { ok: true };
  return { ok: false, failure: result.outcome === 'unreadable' ? 'unknown' : result.outcome };
}

async function writeContact(port: ActionPort, contactId: string, actions: readonly CrmAction[], outcomes: Outcomes) {
  const changes = ofType(actions, 'update_contact');
  const updates = ofType(actions, 'update_fields');
  if (changes.length + updates.length === 0) return;
  const change = changes.reduce<ContactChange>((merged, action) => ({ ...merged, ...action.change }), {});
  const fields = updates.reduce<Fields>((merged, action) => ({ ...merged, ...action.fields }), {});
  const { result, fields: writtenFields } = await port.contacts.write(contactId, change, fields);
  for (const action of changes) outcomes.set(action, toOutcome(result));
  for (const action of updates) {
    const isWritten = writtenFields.length > 0;
    outcomes.set(action, isWritten || !result.ok ? { ...toOutcome(result), writtenFields } : REFUSED);
  }
}

/** Adds before it removes, so that a contact that changes temperature is never without one. */
async function applyTags(port: ActionPort, contactId: string, actions: readonly CrmAction[], outcomes: Outcomes) {
  const wanted = new Map<string, { readonly tag: string; readonly isAdded: boolean }>();
  for (const action of actions) {
    if (action.type !== 'add_tags' && action.type !== 'remove_tags') continue;
    for (const tag of action.tags) wanted.set(tag.toLowerCase(), { tag, isAdded: action.type === 'add_tags' });
  }
  const change = async (operation: 'addTags' | 'removeTags', isAdded: boolean): Promise<Outcome> => {
    const tags = [...wanted.values()].filter((entry) => entry.isAdded === isAdded).map(({ tag }) => tag);
    return tags.length === 0 ? { ok: true } : perform(port, changeTags(operation, contactId, tags));
  };
  const added = await change('addTags', true);
  const removed = await change('removeTags', false);
  for (const action of ofType(actions, 'add_tags')) outcomes.set(action, added);
  for (const action of ofType(actions, 'remove_tags')) outcomes.set(action, removed);
}

function ofType<T extends CrmAction['type']>(actions: readonly CrmAction[], type: T) {
  return actions.filter((action): action is Extract<CrmAction, { readonly type: T }> => action.type === type);
}
