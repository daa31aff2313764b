export { MalformedUpdateError } from './context-update';
export type { ContextUpdate } from './context-update';
export type { BotState, ContactSnapshot, Conversation, CrmRecord, Temperature, Turn } from './conversation';
export { toConversationFile } from './conversation-file';
export { ConversationArchive } from './conversation-archive';
export { ConversationManager } from './conversation-manager';
export { toFactsFile } from './facts-file';
