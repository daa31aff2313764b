export type { Evaluation, EvaluationReason } from './evaluate-feature';
export type { FeatureEvent } from './feature-events';
export { FlagsController } from './flags.controller';
export { GrowthEvents } from './growth-events';
export { GrowthFlags } from './growth-flags';
export type { GrowthState } from './growth-state';
