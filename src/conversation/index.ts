export { toBotType } from './contact-event';
export type { BotType, ContactChangedEvent, ContactEvent, PersonWroteEvent, TextEvent } from './contact-event';
export { ConversationModule } from './conversation.module';
export { ConversationService } from './conversation.service';
export type { EventOutcome } from './event-outcome';
export { MissedEvents } from './missed-events';
export { ConversationManager } from './state';
