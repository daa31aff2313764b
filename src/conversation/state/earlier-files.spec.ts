import { z } from 'zod';
import { newConversation, newTurn, UNREAD_CONTACT } from './conversation';
import { fromConversationFile } from './conversation-file';
import { NO_GROWTH } from './growth-record';

const BEGUN = '2026-11-23T16:00:00.000Z';
const LATER = '2026-11-24T17:30:00.000Z';

/** As the first version wrote it: the fields that every file has. */
const EARLIEST = {
  contact_id: 'contact1',
  location_id: 'loc1',
  created_at: BEGUN,
  last_updated: LATER,
  bot_type: null,
  bot_state: {
    pending_question: null,
    times_asked: {},
    is_introduced: false,
    handed_off_at: null,
    offered_slots: [],
    booked_slot: null,
    took_away: false,
  },
  lead_preferences: {},
  seller_preferences: {},
  lead_score: null,
  lead_temperature: null,
  seller_temperature: null,
  seller_questions_answered: 0,
  opted_out: false,
  paused_until: null,
  contact: null,
  signals: { length: 0, urgent_words: 0, intent_phrases: 0, questions: 0 },
  crm: { fields: {}, tags: [], is_sms_blocked: false, todo: [] },
  conversation_history: [],
};

describe('context: a conversation file of an earlier version', () => {
  it('is read as a conversation in which the rest has not happened', () => {
    expect(fromConversationFile(EARLIEST)).toEqual({
      ...newConversation('contact1', 'loc1', BEGUN),
      lastUpdated: LATER,
    });
  });

  it('has turns, contacts and experiments of which less is known', () => {
    const turn = { timestamp: BEGUN, user_message: 'hi', ai_response: 'Hello', extracted_data: {}, event_id: null };
    const contact = { first_name: 'Maria', tags: [], time_zone: null, is_sms_blocked: false, bot_type: null };
    expect(fromConversationFile({ ...EARLIEST, contact, conversation_history: [turn], growth: {} })).toMatchObject({
      history: [newTurn({ timestamp: BEGUN, userMessage: 'hi', aiResponse: 'Hello' })],
      contact: { ...UNREAD_CONTACT, firstName: 'Maria' },
      growth: NO_GROWTH,
    });
  });

  it.each([
    ['a bot that there is not', { bot_type: 'landlord' }],
    ['a question that there is not', { bot_state: { ...EARLIEST.bot_state, pending_question: 'hobby' } }],
    ['a task that is none', { crm: { ...EARLIEST.crm, todo: [null] } }],
    ['a task without a kind', { crm: { ...EARLIEST.crm, todo: [{}] } }],
    ['a score that is text', { lead_score: '80' }],
    ['an opt-out that is not said', { opted_out: undefined }],
  ])('is not taken for one with %s', (_title, change) => {
    expect(() => fromConversationFile({ ...EARLIEST, ...change })).toThrow(z.ZodError);
  });
});
