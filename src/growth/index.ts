export { FEATURES } from './feature';
export type { Feature, Subject } from './feature';
export { GrowthModule } from './growth.module';
export { growthReport, OutcomeLog, Outcomes, styleVerdict } from './results';
export type { AutoStop, Exposure, FeatureReport, GroupReport, Happening, Participation, Report } from './results';
export { assignVariant } from './rules/assign-variant';
export type { Variant } from './rules/assign-variant';
