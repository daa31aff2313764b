import type { RequestHandler, Response } from 'express';
import type { MonotonicClock } from '../config';
import type { Registry } from './registry';

/** The handler of what never reached one: no such route, refused by a guard, a body that could not be read. */
const NO_HANDLER = 'none';

/**
 * Records every request when its answer is over, and tells in `X-Process-Time` how many seconds passed until the answer
 * began. Comes first of all, so that what never reaches a handler counts too; {@link HandlerInterceptor} names the handler.
 */
export function meterRequests(registry: Registry, clock: MonotonicClock): RequestHandler {
  return (_request, response, next) => {
    const startedMs = clock.now();
    const elapsedMs = () => clock.now() - startedMs;
    beforeHead(response, () => {
      response.setHeader('X-Process-Time', (elapsedMs() / 1_000).toFixed(6));
    });
    response.once('close', () => {
      const status = response.writableFinished ? response.statusCode : 'aborted';
      registry.recordRequest({ handler: handlerOf(response), status, durationMs: elapsedMs() });
    });
    next();
  };
}

/** Notes which handler a request has reached. */
export function nameHandler(response: Response, name: string): void {
  response.locals.handler = name;
}

function handlerOf({ locals }: Response): string {
  return typeof locals.handler === 'string' ? locals.handler : NO_HANDLER;
}

/** Node has no event for it: every way of answering comes through `writeHead`. */
function beforeHead(response: Response, work: () => void): void {
  const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => Response;
  response.writeHead = (...head: unknown[]) => {
    if (!response.headersSent) work();
    return writeHead(...head);
  };
}
