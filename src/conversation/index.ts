export type { BotType, ContactChangedEvent, ContactEvent, PersonWroteEvent, TextEvent } from './contact-event';
export { ConversationModule } from './conversation.module';
export { ConversationService } from './conversation.service';
export { ConversationManager } from './state';
