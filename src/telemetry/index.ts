export { LOG_DESTINATION, LoggingModule, withLogFields } from './logging.module';
export { COUNTER_NAMES } from './metrics';
export type { CounterName } from './metrics';
export { Registry, WINDOWS } from './registry';
export type { Summary, WindowName } from './registry';
export { meterRequests } from './request-meter';
