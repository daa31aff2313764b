export type { FirstWord, FirstWordOutcome } from './first-word';
export { FirstWordDecider } from './first-word-decider';
export { isFirstWord } from './hold';
export type { HoldReason } from './hold';
export { Initiative } from './initiative';
