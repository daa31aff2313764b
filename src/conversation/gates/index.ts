export type { Author, GateName, OutgoingText, Refusal, Truth } from './gate';
export { passTextGates } from './pass-gates';
export type { GatedText } from './pass-gates';
export { MAX_SMS_CHARACTERS, SEGMENT_CHARACTERS, toSmsText } from './sms-text';
