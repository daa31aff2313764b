import { LeadSourceAttribution } from './attribution';
import { Exposures } from './exposures';
import { OutcomeWatch } from './outcome-watch';
import { ResponseStyles } from './response-styles';
import { SlaRisks } from './sla';
import { SlaHandoffs } from './sla-handoffs';
import { StyleAutoStop } from './style-auto-stop';
import { TurnExperiments } from './turn-experiments';

export const EXPERIMENTS = [
  Exposures,
  LeadSourceAttribution,
  OutcomeWatch,
  ResponseStyles,
  SlaHandoffs,
  SlaRisks,
  StyleAutoStop,
  TurnExperiments,
];

export { Exposures } from './exposures';
export { standingOf } from './lead-standing';
export { OutcomeWatch } from './outcome-watch';
export { ResponseStyles } from './response-styles';
export type { ResponseStyle } from './response-styles';
export { SlaHandoffs } from './sla-handoffs';
export { TurnExperiments } from './turn-experiments';
