import { z } from 'zod';
import type { CrmAction } from '../../ghl';
import { NO_RAISE } from '../lead-score';
import { NO_USAGE } from './claude-usage';
import {
  appointmentFileSchema,
  contactFileSchema,
  fromAppointmentFile,
  fromContactFile,
  fromOpportunityFile,
  opportunityFileSchema,
  toAppointmentFile,
  toContactFile,
  toOpportunityFile,
} from './contact-file';
import type { Conversation } from './conversation';
import { fromFactsFile, partialFactsSchema, toFactsFile } from './facts-file';
import type { FactsFile } from './facts-file';
import { fromGrowthFile, growthFileSchema, toGrowthFile } from './growth-record';
import { knownFrom, knownFromSchema } from './known-from';
import { claudeUsage, fromUsageFile, toUsageFile } from './claude-usage';
import { fromTurnFile, toTurnFile, turnSchema } from './turn-file';

const question = z.enum([
  'intent',
  'area',
  'budget',
  'financing',
  'timeline',
  'motivation',
  'condition',
  'price',
  'booking',
]);
const temperature = z.enum(['hot', 'warm', 'cold']).nullable();
const botType = z.enum(['lead', 'seller']).nullable();
/** A conversation file; the names of the outside contract, then what the bots need to go on after a restart. */
const conversationFileSchema = z.object({
  contact_id: z.string(),
  location_id: z.string(),
  revision: z.number().int().default(0),
  created_at: z.string(),
  last_updated: z.string(),
  bot_type: botType,
  bot_state: z.object({
    pending_question: question.nullable(),
    times_asked: z.partialRecord(question, z.number()),
    is_introduced: z.boolean(),
    handed_off_at: z.string().nullable(),
    offered_slots: z.array(z.string()),
    booked_slot: z.string().nullable(),
    took_away: z.boolean(),
    has_ended: z.boolean().default(false),
    handoffs: z.record(z.string(), z.string()).default({}),
  }),
  lead_preferences: partialFactsSchema,
  seller_preferences: partialFactsSchema,
  /** For people to read; made from the history each time. */
  known_from: knownFromSchema.default({}),
  lead_score: z.number().nullable(),
  lead_temperature: temperature,
  seller_temperature: temperature,
  seller_questions_answered: z.number(),
  opted_out: z.boolean(),
  paused_until: z.string().nullable(),
  person_wrote_at: z.string().nullable().default(null),
  ...growthFileSchema,
  contact: contactFileSchema.nullable(),
  appointments: z.array(appointmentFileSchema).default([]),
  opportunity: opportunityFileSchema.nullable().default(null),
  signals: z.object({
    length: z.number(),
    urgent_words: z.number(),
    intent_phrases: z.number(),
    questions: z.number(),
  }),
  score_raise: z.object({ fit: z.number(), clarity: z.number(), qualification: z.number() }).default(NO_RAISE),
  claude_usage: claudeUsage.default(toUsageFile(NO_USAGE)),
  crm: z.object({
    fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    tags: z.array(z.string()),
    is_sms_blocked: z.boolean(),
    todo: z.array(z.custom<CrmAction>((value) => typeof value === 'object' && value !== null && 'type' in value)),
  }),
  conversation_history: z.array(turnSchema),
});
export type ConversationFile = z.infer<typeof conversationFileSchema>;

/** The facts that belong to each bot, by the contract's names; intent and timing are the same person's for both. */
const LEAD_FACTS = [
  'intent',
  'budget_min',
  'budget_max',
  'areas',
  'financing',
  'beds',
  'baths',
  'timeline',
  'motivation',
] as const;
const SELLER_FACTS = [
  'intent',
  'motivation',
  'timeline',
  'timeline_acceptable',
  'property_condition',
  'price_expectation',
] as const;

/** The conversation as it lies on disk. */
export function toConversationFile(conversation: Conversation): ConversationFile {
  const { botState, signals, contact, crm } = conversation;
  const facts = toFactsFile(conversation.facts);
  return {
    contact_id: conversation.contactId,
    location_id: conversation.locationId,
    revision: conversation.revision,
    created_at: conversation.createdAt,
    last_updated: conversation.lastUpdated,
    bot_type: conversation.botType,
    bot_state: {
      pending_question: botState.pendingQuestion,
      times_asked: { ...botState.timesAsked },
      is_introduced: botState.isIntroduced,
      handed_off_at: botState.handedOffAt,
      offered_slots: [...botState.offeredSlots],
      booked_slot: botState.bookedSlot,
      took_away: botState.tookAway,
      has_ended: botState.hasEnded,
      handoffs: { ...botState.handoffs },
    },
    lead_preferences: pick(facts, LEAD_FACTS),
    seller_preferences: pick(facts, SELLER_FACTS),
    known_from: knownFrom(conversation),
    lead_score: conversation.leadScore,
    lead_temperature: conversation.leadTemperature,
    seller_temperature: conversation.sellerTemperature,
    seller_questions_answered: conversation.sellerQuestionsAnswered,
    opted_out: conversation.optedOut,
    paused_until: conversation.pausedUntil,
    person_wrote_at: conversation.personWroteAt,
    ...toGrowthFile(conversation.growth),
    contact: contact && toContactFile(contact),
    appointments: conversation.appointments.map(toAppointmentFile),
    opportunity: conversation.opportunity && toOpportunityFile(conversation.opportunity),
    signals: {
      length: signals.length,
      urgent_words: signals.urgentWords,
      intent_phrases: signals.intentPhrases,
      questions: signals.questions,
    },
    score_raise: conversation.scoreRaise,
    claude_usage: toUsageFile(conversation.claudeUsage),
    crm: { fields: { ...crm.fields }, tags: [...crm.tags], is_sms_blocked: crm.isSmsBlocked, todo: [...crm.todo] },
    conversation_history: conversation.history.map(toTurnFile),
  };
}

/**
 * Reads a conversation from what a file holds.
 * @throws {z.ZodError} when it is not a conversation.
 */
export function fromConversationFile(content: unknown): Conversation {
  const file = conversationFileSchema.parse(content);
  const { bot_state: state, signals, contact, crm } = file;
  return {
    contactId: file.contact_id,
    locationId: file.location_id,
    revision: file.revision,
    createdAt: file.created_at,
    lastUpdated: file.last_updated,
    botType: file.bot_type,
    botState: {
      pendingQuestion: state.pending_question,
      timesAsked: state.times_asked,
      isIntroduced: state.is_introduced,
      handedOffAt: state.handed_off_at,
      offeredSlots: state.offered_slots,
      bookedSlot: state.booked_slot,
      tookAway: state.took_away,
      hasEnded: state.has_ended,
      handoffs: state.handoffs,
    },
    history: file.conversation_history.map(fromTurnFile),
    facts: fromFactsFile({ ...file.lead_preferences, ...file.seller_preferences }),
    signals: {
      length: signals.length,
      urgentWords: signals.urgent_words,
      intentPhrases: signals.intent_phrases,
      questions: signals.questions,
    },
    scoreRaise: file.score_raise,
    claudeUsage: fromUsageFile(file.claude_usage),
    leadScore: file.lead_score,
    leadTemperature: file.lead_temperature,
    sellerTemperature: file.seller_temperature,
    sellerQuestionsAnswered: file.seller_questions_answered,
    optedOut: file.opted_out,
    pausedUntil: file.paused_until,
    personWroteAt: file.person_wrote_at,
    growth: fromGrowthFile(file),
    contact: contact && fromContactFile(contact),
    appointments: file.appointments.map(fromAppointmentFile),
    opportunity: file.opportunity && fromOpportunityFile(file.opportunity),
    crm: { fields: crm.fields, tags: crm.tags, isSmsBlocked: crm.is_sms_blocked, todo: crm.todo },
  };
}

function pick<Name extends keyof FactsFile>(facts: FactsFile, names: readonly Name[]): Pick<FactsFile, Name> {
  return Object.fromEntries(names.map((name) => [name, facts[name]])) as Pick<FactsFile, Name>;
}
