export { areaCodeOf } from './area-codes';
export type { Author, GateName, OutgoingText, Refusal, Truth } from './gate';
export { capReason, loopReason } from './limits';
export type { PastTurn } from './limits';
export { passTextGates } from './pass-gates';
export type { GatedText } from './pass-gates';
export { botInitiatedCap, nextAllowedMs } from './quiet-hours';
export type { ContactPlace } from './quiet-hours';
export { MAX_SMS_CHARACTERS, SEGMENT_CHARACTERS, toSmsText } from './sms-text';
