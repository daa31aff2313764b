import type { BusinessProfile } from '../../config';
import { hasTag, LEAD_TEMPERATURE_TAGS, MOTIVATION_TAGS, SELLER_TEMPERATURE_TAGS, TAGS } from '../../ghl';
import type { CrmAction, CrmActionResult, CrmField, FieldValue } from '../../ghl';
import type { ContactSnapshot, Conversation, CrmRecord } from '../state';
import { describeBudget } from '../describe-budget';
import { judgeLead } from '../lead-criteria';
import type { LeadCriteria } from '../lead-criteria';

type Fields = Readonly<Partial<Record<CrmField, FieldValue>>>;

/** What the CRM should say of a contact. */
export interface CrmState {
  readonly fields: Fields;
  readonly tags: readonly string[];
  readonly isSmsBlocked: boolean;
}

/**
 * How much of it may be written: `consent` when the contact has opted out or has not got the reply; `no tags` when the
 * bot was silent, because tags start workflows that would talk over the person who is writing.
 */
export type CrmScope = 'all' | 'no tags' | 'consent';

/** One at a time, whoever has set the other. */
const TEMPERATURE_TAGS: readonly string[] = [
  ...Object.values(LEAD_TEMPERATURE_TAGS),
  ...Object.values(SELLER_TEMPERATURE_TAGS),
];
/** Follow from what is known and go with it, if the service has set them. */
const DERIVED_TAGS: readonly string[] = [
  TAGS.highPriority,
  TAGS.qualified,
  TAGS.needsManualReview,
  TAGS.urgentBuyer,
  TAGS.urgentSeller,
  TAGS.cashBuyer,
  TAGS.preApproved,
  TAGS.highBudget,
  TAGS.optedOut,
  TAGS.appointmentBooked,
  TAGS.needsHandoff,
  TAGS.highIntentSignal,
  ...Object.values(MOTIVATION_TAGS),
];

/** What the CRM should say, as follows from all that is known of the contact. */
export function desiredCrmState(conversation: Conversation, profile: BusinessProfile): CrmState {
  const criteria = judgeLead(conversation, profile);
  return {
    fields: desiredFields(conversation, criteria),
    tags: desiredTags(conversation, criteria, profile),
    isSmsBlocked: conversation.optedOut,
  };
}

/**
 * The changes that bring the CRM from what was last written to what it should say: at most one update of the contact,
 * one addition and one removal of tags, then tasks and workflows.
 * @param nowIso goes into `last_ai_analysis` when another field changes.
 */
export function crmChanges(
  conversation: Conversation,
  desired: CrmState,
  scope: CrmScope,
  nowIso: string,
): readonly CrmAction[] {
  const { crm } = conversation;
  const fields = scope === 'consent' ? {} : changedFields(crm, desired.fields);
  const tags = changedTags(conversation, desired.tags);
  const mayTag = (tag: string) => scope === 'all' || tag === TAGS.optedOut || isCallForPerson(tag, scope);
  const missing = tags.missing.filter(mayTag);
  const obsolete = tags.obsolete.filter(mayTag);
  const isBlockChanged = desired.isSmsBlocked !== crm.isSmsBlocked;
  return [
    ...(isBlockChanged ? [{ type: 'update_contact' as const, change: { isSmsBlocked: desired.isSmsBlocked } }] : []),
    ...(Object.keys(fields).length > 0
      ? [{ type: 'update_fields' as const, fields: { ...fields, last_ai_analysis: nowIso } }]
      : []),
    ...(missing.length > 0 ? [{ type: 'add_tags' as const, tags: missing }] : []),
    ...(obsolete.length > 0 ? [{ type: 'remove_tags' as const, tags: obsolete }] : []),
    ...crm.todo,
  ];
}

/** A bot that has been stopped says nothing, and has to be seen all the same; so has whoever waits for a person. */
function isCallForPerson(tag: string, scope: CrmScope): boolean {
  return scope === 'no tags' && (tag === TAGS.needsManualReview || tag === TAGS.needsHandoff);
}

function changedTags({ crm, contact }: Conversation, desired: readonly string[]) {
  const present = [...crm.tags, ...(contact?.tags ?? [])];
  const isObsolete = (tag: string) => !hasTag(desired, tag);
  return {
    missing: desired.filter((tag) => !hasTag(present, tag)),
    obsolete: [
      ...TEMPERATURE_TAGS.filter((tag) => hasTag(present, tag) && isObsolete(tag)),
      ...DERIVED_TAGS.filter((tag) => hasTag(crm.tags, tag) && isObsolete(tag)),
    ],
  };
}

/** A change with what became of it. */
export type CrmActionOutcome = CrmAction & Omit<CrmActionResult, 'type'>;

/** Worth trying again soon: the CRM was not to be had, or doing it twice is the same as once. */
export function isWorthRetrying(outcome: CrmActionOutcome): boolean {
  return outcome.failure === 'unavailable' || (outcome.failure === 'unknown' && outcome.type !== 'trigger_workflow');
}

/**
 * What is known of the CRM once it has answered: a refused change stays different and is tried again, except a workflow
 * that may have been started: twice, it would text twice.
 */
export function recordChanges(
  conversation: Conversation,
  outcomes: readonly CrmActionOutcome[],
): Pick<Conversation, 'crm' | 'contact'> {
  const done = outcomes.filter(({ ok }) => ok);
  const todo = outcomes
    .filter((outcome) => !outcome.ok && isToDo(outcome))
    .filter(({ type, failure }) => type === 'create_task' || failure !== 'unknown')
    .map(toAction);
  const { contact } = conversation;
  return {
    crm: done.reduce(recordDone, { ...conversation.crm, todo }),
    contact: contact && done.reduce(changeContact, contact),
  };
}

function recordDone(record: CrmRecord, action: CrmActionOutcome): CrmRecord {
  switch (action.type) {
    case 'update_contact':
      return { ...record, isSmsBlocked: action.change.isSmsBlocked ?? record.isSmsBlocked };
    case 'update_fields': {
      const written = Object.entries(action.fields).filter(([name]) => action.writtenFields?.includes(name));
      return { ...record, fields: { ...record.fields, ...Object.fromEntries(written) } };
    }
    case 'add_tags':
    case 'remove_tags':
      return { ...record, tags: changeTags(record.tags, action) };
    case 'create_task':
    case 'trigger_workflow':
      return record;
  }
}

function changeContact(contact: ContactSnapshot, action: CrmAction): ContactSnapshot {
  if (action.type !== 'update_contact') return { ...contact, tags: changeTags(contact.tags, action) };
  return { ...contact, isSmsBlocked: action.change.isSmsBlocked ?? contact.isSmsBlocked };
}

function changeTags(tags: readonly string[], action: CrmAction): readonly string[] {
  if (action.type === 'add_tags') return [...new Set([...tags, ...action.tags])];
  return action.type === 'remove_tags' ? tags.filter((tag) => !hasTag(action.tags, tag)) : tags;
}

function toAction({ ok, failure, writtenFields, ...action }: CrmActionOutcome): CrmAction {
  return action.type === 'create_task' && failure === 'unknown' ? { ...action, mayExist: true } : action;
}

/** Everything else follows from the conversation and need not be remembered. */
function isToDo(action: CrmAction): boolean {
  return action.type === 'create_task' || action.type === 'trigger_workflow';
}

/** What was written and is not known any more is emptied. */
function changedFields(crm: CrmRecord, desired: Fields): Fields {
  const forgotten = Object.keys(crm.fields).filter((name) => name !== 'last_ai_analysis' && !(name in desired));
  const all = { ...Object.fromEntries(forgotten.map((name) => [name, ''])), ...desired };
  return Object.fromEntries(Object.entries(all).filter(([name, value]) => crm.fields[name] !== value));
}

function desiredFields(conversation: Conversation, criteria: LeadCriteria): Fields {
  const { facts, botType, leadScore, leadTemperature, sellerTemperature } = conversation;
  const all: Readonly<Partial<Record<CrmField, FieldValue | null>>> = {
    bot_type: botType,
    ai_lead_score: leadScore,
    // A hot seller whose buyer's score is low would read "cold" there.
    lead_temperature: botType === 'seller' ? null : leadTemperature,
    jorge_priority: leadScore === null ? null : criteria.priority,
    estimated_commission: criteria.estimatedCommissionUsd,
    meets_jorge_criteria: criteria.isMet,
    service_area_match: criteria.isInServiceArea,
    budget_range: describeBudget(facts),
    timeline: known(facts.timeline),
    location_preference: facts.areas.length > 0 ? facts.areas.join(', ') : null,
    financing_status: known(facts.financing),
    property_condition: known(facts.propertyCondition),
    price_expectation: facts.priceExpectationUsd,
    ...(botType === 'seller' && { seller_temperature: sellerTemperature, seller_motivation: known(facts.motivation) }),
    ...conversation.growth.crmFields,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}

function desiredTags(conversation: Conversation, criteria: LeadCriteria, profile: BusinessProfile): string[] {
  const { facts, botType, leadTemperature, sellerTemperature, botState } = conversation;
  const isUrgent = facts.timeline === 'immediate' || facts.timeline === '1_month';
  const budgetUsd = facts.budgetMaxUsd ?? facts.budgetMinUsd ?? 0;
  const { min, max } = profile.priceRangeUsd;
  const tags: readonly (string | false | null)[] = [
    ...conversation.growth.crmTags,
    botType === 'lead' && leadTemperature && LEAD_TEMPERATURE_TAGS[leadTemperature],
    botType === 'seller' && sellerTemperature && SELLER_TEMPERATURE_TAGS[sellerTemperature],
    criteria.priority === 'high' && TAGS.highPriority,
    criteria.isMet === true && TAGS.qualified,
    (criteria.priority === 'review_required' || isForPerson(conversation)) && TAGS.needsManualReview,
    isUrgent && botType === 'lead' && TAGS.urgentBuyer,
    isUrgent && botType === 'seller' && TAGS.urgentSeller,
    facts.financing === 'cash' && TAGS.cashBuyer,
    facts.financing === 'pre_approved' && TAGS.preApproved,
    // The upper half of the price range that the agent works in.
    budgetUsd > (min + max) / 2 && TAGS.highBudget,
    facts.motivation !== 'unknown' && MOTIVATION_TAGS[facts.motivation],
    botState.bookedSlot !== null && TAGS.appointmentBooked,
    conversation.optedOut && TAGS.optedOut,
  ];
  return tags.filter((tag) => typeof tag === 'string');
}

/** A person has been asked for, and not because things go well. */
function isForPerson({ botState }: Conversation): boolean {
  return Object.keys(botState.handoffs).some((reason) => !reason.startsWith('hot') && reason !== 'lead at risk');
}

function known(value: string): string | null {
  return value === 'unknown' ? null : value;
}
