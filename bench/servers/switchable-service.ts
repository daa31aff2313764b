import { createRequire } from 'node:module';
import type { RequestHandler } from 'express';

/**
 * The built service, whose recording of requests and counts can be switched off and on while it runs: two processes that
 * do the same differ by more than recording costs.
 */
const load = createRequire(__filename);
const { Registry } = load('../../telemetry/registry.js') as {
  readonly Registry: { readonly prototype: Record<string, (this: unknown, ...given: unknown[]) => unknown> };
};
const meter = load('../../telemetry/request-meter.js') as {
  meterRequests(...given: readonly unknown[]): RequestHandler;
};

let isRecording = true;
process.on('message', (message: { readonly isRecording: boolean }) => {
  isRecording = message.isRecording;
});

for (const name of ['count', 'observe', 'recordRequest']) {
  const record = Registry.prototype[name];
  Registry.prototype[name] = function (...given: unknown[]) {
    return isRecording ? record?.apply(this, given) : undefined;
  };
}
const meterRequests = meter.meterRequests.bind(null);
meter.meterRequests = (...given) => {
  const measure = meterRequests(...given);
  return (request, response, next) => {
    if (isRecording) measure(request, response, next);
    else next();
  };
};
load('../../main.js');
