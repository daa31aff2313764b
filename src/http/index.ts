export { AdminGuard, isSameSecret } from './admin.guard';
export { CodedException, TryAgainLaterException } from './coded-exception';
export { errorCodeOf } from './error.filter';
export { jsonBody } from './json-body';
export { MetricsGuard } from './metrics.guard';
export { requestIdOf } from './request-id';
export { setUpHttp } from './set-up-http';
