export { Appointments } from './appointments';
export type { Assessment } from './assess';
export { ContactReader } from './contact-reader';
export { TextAnswerer } from './text-answerer';
export { TurnDecider } from './turn-decider';
