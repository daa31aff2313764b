import { z } from 'zod';
import type { Turn } from './conversation';
import { factSourcesSchema } from './facts-file';

const anything = z.record(z.string(), z.unknown());

export const turnSchema = z.object({
  timestamp: z.string(),
  received_at: z.string().nullable().default(null),
  user_message: z.string(),
  ai_response: z.string(),
  extracted_data: anything,
  event_id: z.string().nullable(),
  message_id: z.string().nullable().default(null),
  reason: z.string().default(''),
  joined: z.boolean().default(false),
  fact_sources: factSourcesSchema.default({}),
  gates: z
    .array(z.object({ gate: z.string(), verdict: z.enum(['pass', 'refuse', 'hold']), reason: z.string() }))
    .default([]),
  claude: z.string().nullable().default(null),
  score_breakdown: anything.nullable().default(null),
  sent: z.boolean().nullable().default(null),
  reply_id: z.string().nullable().default(null),
  replied_at: z.string().nullable().default(null),
  paged_at: z.string().nullable().default(null),
  crm: z.array(z.object({ type: z.string(), ok: z.boolean() })).default([]),
});
export type TurnFile = z.infer<typeof turnSchema>;

/** A turn as it lies on disk. */
export function toTurnFile(turn: Turn): TurnFile {
  return {
    timestamp: turn.timestamp,
    received_at: turn.receivedAt,
    user_message: turn.userMessage,
    ai_response: turn.aiResponse,
    extracted_data: turn.extractedData,
    event_id: turn.eventId,
    message_id: turn.messageId,
    reason: turn.reason,
    joined: turn.isJoined,
    fact_sources: turn.factSources,
    gates: [...turn.gates],
    claude: turn.claude,
    score_breakdown: turn.scoreBreakdown,
    sent: turn.sent,
    reply_id: turn.replyId,
    replied_at: turn.repliedAt,
    paged_at: turn.pagedAt,
    crm: [...turn.crm],
  };
}

/** The other way round. */
export function fromTurnFile(file: TurnFile): Turn {
  return {
    timestamp: file.timestamp,
    receivedAt: file.received_at,
    userMessage: file.user_message,
    aiResponse: file.ai_response,
    extractedData: file.extracted_data,
    eventId: file.event_id,
    messageId: file.message_id,
    reason: file.reason,
    isJoined: file.joined,
    factSources: file.fact_sources,
    gates: file.gates,
    claude: file.claude,
    scoreBreakdown: file.score_breakdown,
    sent: file.sent,
    replyId: file.reply_id,
    repliedAt: file.replied_at,
    pagedAt: file.paged_at,
    crm: file.crm,
  };
}
