export { FEATURES } from './feature';
export type { Feature, Subject } from './feature';
