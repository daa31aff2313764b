export { Appointments } from './appointments';
export type { Assessment } from './assess';
export { ContactReader } from './contact-reader';
export { PAGE_AFTER_MS, TextAnswerer } from './text-answerer';
export { TurnDecider } from './turn-decider';
