import { ServerResponse } from 'node:http';
import type { RequestHandler, Response } from 'express';
import type { MonotonicClock } from '../config';
import type { Registry } from './registry';
import { routePattern } from './route-pattern';
import type { Routed } from './route-pattern';

/** What never came to a handler: no such route, or a body that nobody could read. */
const NO_HANDLER = 'none';

/** What is left in an answer's `locals`. */
interface Metered {
  readonly startedMs?: number;
}

/** Records every request when its answer is over. Has to come first of all: then what reaches no handler counts too. */
export function meterRequests(registry: Registry, clock: MonotonicClock): RequestHandler {
  function record(this: Response): void {
    const status = this.writableFinished ? this.statusCode : 'aborted';
    const { startedMs = clock.now() } = this.locals as Metered;
    registry.recordRequest({ handler: handlerOf(this.req as Routed), status, durationMs: clock.now() - startedMs });
  }
  return (_request, response, next) => {
    response.locals.startedMs = clock.now();
    response.on('close', record);
    next();
  };
}

/**
 * Has every metered answer tell in `X-Process-Time` how many seconds passed until it began.
 * @param prototype of all answers: each way of answering comes through its `writeHead`, for which Node has no event.
 */
export function tellProcessTime(prototype: ServerResponse, clock: MonotonicClock): void {
  const writeHead = Reflect.get(ServerResponse.prototype, 'writeHead');
  prototype.writeHead = function (this: Response, ...head: Parameters<typeof writeHead>) {
    const { startedMs } = this.locals as Metered;
    if (startedMs !== undefined && !this.headersSent) {
      this.setHeader('X-Process-Time', ((clock.now() - startedMs) / 1_000).toFixed(6));
    }
    return writeHead.apply(this, head);
  } as ServerResponse['writeHead'];
}

/** Such as `GET /conversations/:contactId`, also for what a guard or the body's reader refuses. */
function handlerOf(request: Routed): string {
  const pattern = routePattern(request);
  return pattern === null ? NO_HANDLER : `${request.method} ${pattern}`;
}
