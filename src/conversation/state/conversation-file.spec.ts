import { FULL_CONVERSATION as FULL } from '../../../test/support/full-conversation';
import { newConversation, UNREAD_CONTACT } from './conversation';
import type { Conversation } from './conversation';
import { fromConversationFile, toConversationFile } from './conversation-file';
import { NO_GROWTH } from './growth-record';

const BEGUN = '2026-11-23T16:00:00.000Z';
const LATER = '2026-11-24T17:30:00.000Z';

/** What it is after a restart. */
function reread(conversation: Conversation): Conversation {
  return fromConversationFile(JSON.parse(JSON.stringify(toConversationFile(conversation))));
}

describe('context: a conversation on disk', () => {
  it.each([
    ['with everything', FULL],
    ['in which nothing has been said', newConversation('contact1', 'loc1', BEGUN)],
    ['with a contact of whom nothing is known', { ...FULL, contact: UNREAD_CONTACT }],
    ['with a style and no other experiment', { ...FULL, growth: { ...NO_GROWTH, style: FULL.growth.style } }],
    [
      'with a tag as all that an experiment has left',
      { ...FULL, growth: { ...NO_GROWTH, crmTags: ['needs-handoff'] } },
    ],
  ])('is the same after a restart: %s', (_title, conversation) => {
    expect(reread(conversation)).toEqual(conversation);
  });

  it('has the names that people and other systems rely on', () => {
    expect(toConversationFile(FULL)).toEqual({
      contact_id: 'contact1',
      location_id: 'loc1',
      revision: 7,
      created_at: BEGUN,
      last_updated: LATER,
      bot_type: 'lead',
      bot_state: {
        pending_question: 'budget',
        times_asked: { budget: 2, area: 1 },
        is_introduced: true,
        handed_off_at: '2026-11-24T01:00:00.000Z',
        offered_slots: ['2026-11-25T10:00:00-06:00'],
        booked_slot: '2026-11-25T11:00:00-06:00',
        took_away: true,
        has_ended: true,
        handoffs: { 'hot lead': '2026-11-24T02:00:00.000Z' },
      },
      lead_preferences: {
        intent: 'buy',
        budget_min: 300_000,
        budget_max: 400_000,
        areas: ['Plano', 'Frisco'],
        financing: 'cash',
        beds: 3,
        baths: 2.5,
        timeline: '3_months',
        motivation: 'relocation',
      },
      seller_preferences: {
        intent: 'buy',
        motivation: 'relocation',
        timeline: '3_months',
        timeline_acceptable: false,
        property_condition: 'minor_work',
        price_expectation: 350_000,
      },
      known_from: { intent: { text: 'buy', confidence: 0.9, turn: 1 } },
      lead_score: 88,
      lead_temperature: 'hot',
      seller_temperature: 'warm',
      seller_questions_answered: 3,
      opted_out: true,
      paused_until: '2026-11-25T16:00:00.000Z',
      person_wrote_at: '2026-11-24T16:00:00.000Z',
      response_style_experiment: { variant: 'B', segment: 'warm_review', bucket: 77, source: 'zillow' },
      growth: {
        attribution: { first_touch: 'zillow', last_touch: 'facebook', source: 'google', model: 'first_touch' },
        feedback: { state: 'active', signal: 'nurture', updated_at: '2026-11-24T03:00:00.000Z' },
        sla: {
          waiting_since: '2026-11-24T04:00:00.000Z',
          risk_level: 'high',
          reason_code: 'sla_high_risk_contact_now',
          asked_at: '2026-11-24T05:00:00.000Z',
          escalated_at: '2026-11-24T06:00:00.000Z',
        },
        crm_fields: { lead_source_model: 'first_touch' },
        crm_tags: ['needs-handoff'],
      },
      contact: {
        first_name: 'Maria',
        tags: ['vip'],
        time_zone: 'America/Denver',
        area_code: '214',
        is_sms_blocked: true,
        sources: {
          source: 's1',
          lead_source: 's2',
          utm_source: 's3',
          first_attribution: 's4',
          last_attribution: 's5',
        },
        status: 'customer',
        bot_type: 'seller',
        is_read: true,
        changed_at: '2026-11-24T07:00:00.000Z',
        tags_told_at: '2026-11-24T07:00:01.000Z',
      },
      appointments: [{ id: 'a1', starts_at: '2026-11-25T17:00:00.000Z', status: 'showed', changed_at: LATER }],
      opportunity: { id: 'o1', status: 'won', changed_at: '2026-11-24T08:00:00.000Z' },
      signals: { length: 101, urgent_words: 2, intent_phrases: 3, questions: 4 },
      score_raise: { fit: 5, clarity: 6, qualification: 7 },
      claude_usage: {
        calls: 1,
        input_tokens: 20,
        output_tokens: 30,
        cache_read_tokens: 40,
        cache_write_tokens: 50,
        cost_usd: 0.06,
      },
      crm: {
        fields: { ai_lead_score: 80 },
        tags: ['Hot-Lead'],
        is_sms_blocked: true,
        todo: [{ type: 'trigger_workflow', workflowId: 'w1' }],
      },
      conversation_history: [
        {
          timestamp: BEGUN,
          received_at: null,
          user_message: 'hi',
          ai_response: 'Where?',
          extracted_data: { intent: 'buy' },
          event_id: 'e1',
          message_id: 'm1',
          reason: 'asks for the area',
          joined: true,
          fact_sources: { intent: { text: 'buy', confidence: 0.9 } },
          gates: [{ gate: 'consent', verdict: 'pass', reason: 'may be texted' }],
          claude: 'used',
          score_breakdown: { total: 44 },
          sent: true,
          reply_id: 'r1',
          replied_at: '2026-11-23T16:00:09.000Z',
          paged_at: '2026-11-23T16:04:00.000Z',
          crm: [{ type: 'add_tags', ok: false }],
        },
      ],
    });
  });

  it('says nothing of experiments that the contact has not met', () => {
    const file = toConversationFile({ ...FULL, growth: NO_GROWTH });
    expect(file).not.toHaveProperty('growth');
    expect(file).not.toHaveProperty('response_style_experiment');
  });

  it('keeps no wish or tone of one text: what was wanted then is not wanted for ever', () => {
    const facts = { ...FULL.facts, wantsHuman: true, consent: 'help', wrongNumber: true, isAngry: true } as const;
    expect(reread({ ...FULL, facts }).facts).toEqual(FULL.facts);
  });
});
