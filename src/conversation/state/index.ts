export { hasFallenThrough, isSameInstant } from './booked-as-reported';
export type { ContextUpdate } from './context-update';
export type {
  BotState,
  ContactSnapshot,
  GateDecision,
  Conversation,
  CrmRecord,
  KnownAppointment,
  Temperature,
  Turn,
} from './conversation';
export { BOOKED_REASON, newTurn, OPTED_IN_REASON, replyIds, UNREAD_CONTACT } from './conversation';
export { toConversationFile } from './conversation-file';
export { ConversationArchive } from './conversation-archive';
export { ConversationFiles } from './conversation-files';
export { ConversationManager } from './conversation-manager';
export { addUsage, NO_USAGE, toUsageFile } from './claude-usage';
export type { ClaudeUsage } from './claude-usage';
export { toFactsFile, toSourcesFile } from './facts-file';
export type { GrowthRecord, SlaRecord, StyleRecord } from './growth-record';
