export { refusedWordings } from './check-wordings';
export { areaCodeOf } from './area-codes';
export type { OutgoingText, Truth } from './gate';
export { capReason, loopReason } from './limits';
export { passTextGates } from './pass-gates';
export { botInitiatedCap, nextAllowedMs } from './quiet-hours';
export { SEGMENT_CHARACTERS } from './sms-text';
