import { OutcomeLog } from './outcome-log';
import { ResultsController } from './results.controller';

/** For the module of the growth experiments, which has to provide `AUTO_STOP` too. */
export const RESULT_PROVIDERS = [OutcomeLog];
export const RESULT_CONTROLLERS = [ResultsController];

export { OutcomeLog } from './outcome-log';
export { Outcomes } from './outcomes';
export type { Exposure, Happening, Participation } from './participation';
export { growthReport } from './report';
export type { AutoStop, FeatureReport, GroupReport, Report } from './report';
export { AUTO_STOP } from './results.controller';
export type { AutoStopState } from './results.controller';
export { styleVerdict } from './style-verdict';
