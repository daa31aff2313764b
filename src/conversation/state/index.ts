export { hasFallenThrough, isSameInstant } from './booked-as-reported';
export { MalformedUpdateError } from './context-update';
export type { ContextUpdate } from './context-update';
export type {
  BotState,
  ContactSnapshot,
  GateDecision,
  Conversation,
  CrmRecord,
  KnownAppointment,
  KnownOpportunity,
  Temperature,
  Turn,
} from './conversation';
export { BOOKED_REASON, newTurn, replyIds, UNREAD_CONTACT } from './conversation';
export { toConversationFile } from './conversation-file';
export { ConversationArchive } from './conversation-archive';
export { ConversationFiles } from './conversation-files';
export { ConversationManager } from './conversation-manager';
export { addUsage } from './claude-usage';
export type { ClaudeUsage } from './claude-usage';
export { toFactsFile, toSourcesFile } from './facts-file';
export { NO_GROWTH } from './growth-record';
export type { FeedbackRecord, GrowthRecord, SlaRecord, StyleRecord } from './growth-record';
