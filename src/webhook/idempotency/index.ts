export { IdempotencyInterceptor } from './idempotency.interceptor';
export { IdempotencyStore } from './idempotency-store';
export type { KnownEvent } from './idempotency-store';
