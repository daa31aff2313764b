export { CrmSync } from './crm-sync';
export { isWorthRetrying } from './crm-state';
export type { CrmActionOutcome } from './crm-state';
