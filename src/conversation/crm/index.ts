export { CrmSync } from './crm-sync';
export { crmChanges, desiredCrmState, isWorthRetrying } from './crm-state';
export type { CrmActionOutcome, CrmScope } from './crm-state';
