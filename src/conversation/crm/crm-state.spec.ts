import { loadBusinessProfile } from '../../config/business-profile';
import { newConversation, UNREAD_CONTACT } from '../state/conversation';
import type { Conversation } from '../state';
import { NO_FACTS } from '../understanding';
import type { Facts } from '../understanding';
import { crmChanges, desiredCrmState, isWorthRetrying, recordChanges } from './crm-state';
import type { CrmActionOutcome, CrmScope } from './crm-state';

const profile = loadBusinessProfile('config/business.json');
const NOW = '2026-11-23T16:00:00.000Z';

function conversationWith(change: Partial<Conversation>, facts: Partial<Facts> = {}): Conversation {
  return { ...newConversation('contact1', 'loc1', NOW), ...change, facts: { ...NO_FACTS, ...facts } };
}

function tagsOf(change: Partial<Conversation>, facts: Partial<Facts> = {}): readonly string[] {
  return desiredCrmState(conversationWith(change, facts), profile).tags;
}

const LEAD = { botType: 'lead', leadScore: 70, leadTemperature: 'warm' } as const;

describe('bots: what the CRM should say', () => {
  it('has the fields that are known, and no others', () => {
    const conversation = conversationWith(LEAD, {
      budgetMinUsd: 400_000,
      budgetMaxUsd: 500_000,
      areas: ['Frisco', 'Plano'],
      timeline: '3_months',
      financing: 'fha',
    });
    expect(desiredCrmState(conversation, profile).fields).toEqual({
      bot_type: 'lead',
      ai_lead_score: 70,
      lead_temperature: 'warm',
      jorge_priority: 'high',
      estimated_commission: 30_000,
      meets_jorge_criteria: true,
      service_area_match: true,
      budget_range: '$400,000 to $500,000',
      timeline: '3_months',
      location_preference: 'Frisco, Plano',
      financing_status: 'fha',
    });
  });

  it.each<[string, Partial<Facts>, string, boolean | undefined]>([
    ['inside the range and the area', { budgetMaxUsd: 500_000, areas: ['Plano'] }, 'high', true],
    ['at the lower end', { budgetMaxUsd: 200_000, areas: ['Plano'] }, 'high', true],
    ['under the range', { budgetMaxUsd: 199_999, areas: ['Plano'] }, 'normal', false],
    ['at the upper end', { budgetMaxUsd: 800_000, areas: ['Plano'] }, 'high', true],
    ['above the range', { budgetMaxUsd: 800_001, areas: ['Plano'] }, 'review_required', undefined],
    ['inside the range, area not known', { budgetMaxUsd: 500_000 }, 'normal', undefined],
    ['without a budget', { areas: ['Plano'] }, 'normal', undefined],
  ])('judges a lead %s', (_title, facts, priority, isMet) => {
    const { fields } = desiredCrmState(conversationWith(LEAD, facts), profile);
    expect(fields.jorge_priority).toBe(priority);
    expect(fields.meets_jorge_criteria).toBe(isMet);
  });

  it.each<[string, Partial<Conversation>, Partial<Facts>, string]>([
    ['a hot lead', { botType: 'lead', leadTemperature: 'hot' }, {}, 'Hot-Lead'],
    ['a cold seller', { botType: 'seller', sellerTemperature: 'cold' }, {}, 'Cold-Seller'],
    ['an urgent buyer', LEAD, { timeline: '1_month' }, 'Urgent-Buyer'],
    ['an urgent seller', { botType: 'seller' }, { timeline: 'immediate' }, 'Urgent-Seller'],
    ['a cash buyer', LEAD, { financing: 'cash' }, 'Cash-Buyer'],
    ['a pre-approved buyer', LEAD, { financing: 'pre_approved' }, 'Pre-Approved'],
    ['a high budget', LEAD, { budgetMaxUsd: 500_001 }, 'High-Budget'],
    ['a motivation', LEAD, { motivation: 'divorce' }, 'Motivation-Divorce'],
    ['somebody above the range', LEAD, { budgetMaxUsd: 900_000 }, 'Needs-Manual-Review'],
    ['somebody who opted out', { optedOut: true }, {}, 'Opted-Out'],
  ])('has a tag for %s', (_title, change, facts, tag) => {
    expect(tagsOf(change, facts)).toContain(tag);
    expect(tagsOf({})).not.toContain(tag);
  });

  it('keeps the temperature of the other bot out', () => {
    const both = { leadTemperature: 'hot', sellerTemperature: 'warm' } as const;
    expect(tagsOf({ ...both, botType: 'lead' })).toEqual(['Hot-Lead']);
    expect(tagsOf({ ...both, botType: 'seller' })).toEqual(['Warm-Seller']);
  });
});

describe('bots: what is new to the CRM', () => {
  function changesOf(conversation: Conversation, scope: CrmScope = 'all') {
    return crmChanges(conversation, desiredCrmState(conversation, profile), scope, NOW);
  }
  function after(conversation: Conversation, isOk: (type: string) => boolean = () => true): Conversation {
    const outcomes = changesOf(conversation).map((action): CrmActionOutcome => {
      const writtenFields = action.type === 'update_fields' ? Object.keys(action.fields) : undefined;
      return isOk(action.type) ? { ...action, ok: true, writtenFields } : { ...action, ok: false, failure: 'refused' };
    });
    return { ...conversation, ...recordChanges(conversation, outcomes) };
  }
  const contact = { ...UNREAD_CONTACT, isRead: true };

  it('is nothing once it has been written', () => {
    expect(changesOf(after(conversationWith({ ...LEAD, contact })))).toEqual([]);
  });

  it('is one update of fields, one addition and one removal of tags when the temperature changes', () => {
    const written = after(conversationWith({ ...LEAD, contact }));
    expect(changesOf({ ...written, leadScore: 90, leadTemperature: 'hot' })).toEqual([
      { type: 'update_fields', fields: { ai_lead_score: 90, lead_temperature: 'hot', last_ai_analysis: NOW } },
      { type: 'add_tags', tags: ['Hot-Lead'] },
      { type: 'remove_tags', tags: ['Warm-Lead'] },
    ]);
  });

  it('is tried again when the CRM refused it', () => {
    const task = { type: 'create_task', task: { title: 't', body: 'b', dueDate: NOW } } as const;
    const conversation = conversationWith({ ...LEAD, contact });
    const withTask = { ...conversation, crm: { ...conversation.crm, todo: [task] } };
    const refused = after(withTask, () => false);
    expect(changesOf(refused)).toEqual(changesOf(withTask));
    expect(changesOf(after(refused))).toEqual([]);
  });

  it('knows the tags of the contact in whatever case, and does not put back what a person took off', () => {
    const tagged = conversationWith({ ...LEAD, contact: { ...contact, tags: ['warm-lead', 'cold-lead'] } });
    expect(changesOf(tagged).filter((action) => action.type !== 'update_fields')).toEqual([
      { type: 'remove_tags', tags: ['Cold-Lead'] },
    ]);
    const written = after(conversationWith({ ...LEAD, contact }));
    expect(changesOf({ ...written, contact: { ...contact, tags: [] } })).toEqual([]);
  });

  it('sets do-not-disturb with an opt-out and lifts it with an opt-in', () => {
    const written = after(conversationWith({ ...LEAD, contact }));
    const out = { ...written, optedOut: true };
    expect(changesOf(out)).toEqual([
      { type: 'update_contact', change: { isSmsBlocked: true } },
      { type: 'add_tags', tags: ['Opted-Out'] },
    ]);
    expect(changesOf({ ...after(out), optedOut: false })).toEqual([
      { type: 'update_contact', change: { isSmsBlocked: false } },
      { type: 'remove_tags', tags: ['Opted-Out'] },
    ]);
  });
});

describe('bots: what the CRM may have done', () => {
  const TASK = { title: 'Call', body: 'Hot', dueDate: NOW };
  const task: CrmActionOutcome = { type: 'create_task', task: TASK, ok: false, failure: 'unknown' };
  const workflow: CrmActionOutcome = { type: 'trigger_workflow', workflowId: 'w1', ok: false, failure: 'unknown' };

  it('is tried again where it can be looked for, and not where it would text twice', () => {
    const { crm } = recordChanges(conversationWith({}), [task, workflow]);
    expect(crm.todo).toEqual([{ type: 'create_task', task: TASK, mayExist: true }]);
    expect([task, workflow].map(isWorthRetrying)).toEqual([true, false]);
  });

  it('is tried again in any case where it was certainly not done', () => {
    const failed = [task, workflow].map((outcome) => ({ ...outcome, failure: 'unavailable' as const }));
    const { crm } = recordChanges(conversationWith({}), failed);
    expect(crm.todo).toEqual([
      { type: 'create_task', task: TASK },
      { type: 'trigger_workflow', workflowId: 'w1' },
    ]);
    expect(failed.map(isWorthRetrying)).toEqual([true, true]);
  });
});
