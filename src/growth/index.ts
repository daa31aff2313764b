export type { Feature, Subject } from './feature';
export { GrowthEvents, GrowthFlags } from './flags';
export type { Evaluation, EvaluationReason, FeatureEvent } from './flags';
export { GrowthModule } from './growth.module';
export { growthReport, OutcomeLog, Outcomes, styleVerdict } from './results';
export type { Exposure, FeatureReport, GroupReport, Happening, Participation, Report } from './results';
export * from './rules';
