export { Appointments } from './appointments';
export { ContactReader } from './contact-reader';
export { passGates } from './pass-gates';
export { SecondOpinions } from './second-opinion';
export type { SecondOpinion } from './second-opinion';
export { PAGE_AFTER_MS, TextAnswerer } from './text-answerer';
export { TurnDecider } from './turn-decider';
export type { Preview } from './turn-decider';
export { learnedUpdate, withSent } from './turn-record';
