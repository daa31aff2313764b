import { z } from 'zod';
import { ID_RULE, isId } from '../../config';
import type { ScoreRaise } from '../lead-score';
import type { ClaudeUsage } from './claude-usage';
import type { GrowthRecord } from './growth-record';
import type {
  BotState,
  ContactSnapshot,
  Conversation,
  CrmRecord,
  KnownAppointment,
  KnownOpportunity,
  Turn,
} from './conversation';
import { partialFactsSchema } from './facts-file';
import type { TextSignals } from '../understanding';

const id = z.string().refine(isId, ID_RULE);
const temperature = z.enum(['hot', 'warm', 'cold']);
/** State that only this module makes; the compiler has checked it. */
const ownState = <State>() => z.custom<State>((value) => typeof value === 'object');

const contextUpdateSchema = z.strictObject({
  contactId: id,
  locationId: id,
  userMessage: z.string().optional(),
  aiResponse: z.string().optional(),
  extractedData: partialFactsSchema.strict().optional(),
  /** What else is worth keeping of the turn. */
  turn: ownState<Partial<Omit<Turn, 'userMessage' | 'extractedData'>>>().optional(),
  botType: z.enum(['lead', 'seller']).nullable().optional(),
  leadScore: z.number().int().min(0).max(100).optional(),
  leadTemperature: temperature.nullable().optional(),
  sellerTemperature: temperature.nullable().optional(),
  sellerQuestionsAnswered: z.number().int().min(0).max(4).optional(),
  optedOut: z.boolean().optional(),
  pausedUntil: z.iso.datetime().nullable().optional(),
  personWroteAt: z.iso.datetime().optional(),
  growth: ownState<GrowthRecord>().optional(),
  botState: ownState<BotState>().optional(),
  signals: ownState<TextSignals>().optional(),
  scoreRaise: ownState<ScoreRaise>().optional(),
  claudeUsage: ownState<ClaudeUsage>().optional(),
  contact: ownState<ContactSnapshot | null>().optional(),
  appointments: ownState<readonly KnownAppointment[]>().optional(),
  opportunity: ownState<KnownOpportunity>().optional(),
  crm: ownState<CrmRecord>().optional(),
});

/** What may be changed in a conversation; a given `userMessage` or `aiResponse` also adds a turn to its history. */
export type ContextUpdate = Readonly<z.infer<typeof contextUpdateSchema>>;

/** An update that cannot be applied; nothing was changed. */
export class MalformedUpdateError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The conversation update is malformed: ${problems.join('; ')}`);
  }
}

/**
 * Checks an update from whoever sent it.
 * @throws {MalformedUpdateError} naming every field that is wrong or unknown.
 */
export function parseContextUpdate(update: unknown): ContextUpdate {
  const parsed = contextUpdateSchema.safeParse(update);
  if (parsed.success) return parsed.data;
  throw new MalformedUpdateError(
    parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the update'}: ${issue.message}`),
  );
}

/** The names that older callers use. */
const COMPACT_NAMES: Readonly<Record<string, keyof ContextUpdate>> = {
  extracted_data: 'extractedData',
  bot_type: 'botType',
  lead_score: 'leadScore',
  lead_temperature: 'leadTemperature',
  seller_temperature: 'sellerTemperature',
  seller_questions_answered: 'sellerQuestionsAnswered',
  opted_out: 'optedOut',
  paused_until: 'pausedUntil',
};

/**
 * Translates an older caller's update.
 * @throws {MalformedUpdateError} when it is not an object or has a name that is not known.
 */
export function fromCompactUpdate(update: unknown): Record<string, unknown> {
  if (typeof update !== 'object' || update === null || Array.isArray(update)) {
    throw new MalformedUpdateError(['the update: must be an object']);
  }
  const unknown = Object.keys(update).filter((name) => !Object.hasOwn(COMPACT_NAMES, name));
  if (unknown.length > 0) throw new MalformedUpdateError(unknown.map((name) => `${name}: is not known`));
  const renamed = Object.entries(update).map(([name, value]: [string, unknown]) => [
    COMPACT_NAMES[name] ?? name,
    value,
  ]);
  return Object.fromEntries(renamed) as Record<string, unknown>;
}

/** The fields of a conversation that an update replaces as they are. */
export function replacedFields(update: ContextUpdate): Partial<Conversation> {
  const { contactId, locationId, userMessage, aiResponse, extractedData, turn, ...replaced } = update;
  return replaced;
}
