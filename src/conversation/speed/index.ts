export { judgeCompliance } from './compliance';
export type { Compliance } from './compliance';
export { isLate, VIOLATION_MS, waitedMs, WARNING_MS } from './lead-text';
export type { LeadText } from './lead-text';
export { SpeedToLead } from './speed-to-lead';
