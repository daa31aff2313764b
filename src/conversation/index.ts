export { ClaudeClient, ClaudeReader } from './claude';
export type { ClaudeFault } from './claude';
export { contactKey, toBotType } from './contact-event';
export type {
  AppointmentStatus,
  BotType,
  ContactChangedEvent,
  ContactEvent,
  PersonWroteEvent,
  TextEvent,
} from './contact-event';
export { AnalysisService } from './analysis.service';
export type { AnsweredPreview, FollowUpAdvice } from './analysis.service';
export { ConversationModule } from './conversation.module';
export { ConversationService } from './conversation.service';
export { Exposures, SlaHandoffs, standingOf } from './experiments';
export type { EventOutcome } from './event-outcome';
export type { HandoffReason } from './handoff';
export { refusedWordings } from './gates';
export { Initiative, isFirstWord } from './initiative';
export type { FirstWord, FirstWordOutcome, HoldReason } from './initiative';
export { MissedEvents } from './missed-events';
export { isLate, judgeCompliance, SpeedToLead, VIOLATION_MS, waitedMs, WARNING_MS } from './speed';
export type { Compliance, LeadText } from './speed';
export { mayText, refusalOf } from './planning';
export { ConversationManager, newTurn } from './state';
export type { Conversation } from './state';
export { declines } from './understanding';
