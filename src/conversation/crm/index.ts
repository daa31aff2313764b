export { CrmSync } from './crm-sync';
export { crmChanges, desiredCrmState } from './crm-state';
export type { CrmActionOutcome } from './crm-state';
