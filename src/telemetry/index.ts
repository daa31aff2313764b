export { LOG_DESTINATION, LoggingModule, withLogFields } from './logging.module';
export { COUNTER_NAMES } from './metrics';
export type { CounterName } from './metrics';
export { Registry, WINDOWS } from './registry';
export type { Summary, WindowName } from './registry';
export { meterRequests, tellProcessTime } from './request-meter';
export { traceRequest } from './request-tracer';
export { continueTrace, currentTraceparent, noteOnSpan, withSpan } from './spans';
export type { SpanAttributes } from './spans';
