import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { PinoLogger } from 'nestjs-pino';
import { Store, storage } from 'nestjs-pino/storage';

const REQUEST_ID = /^[A-Za-z0-9_.-]{1,64}$/;
/** Asked every few seconds by machines, or with an audit line of its own: a "request completed" line would only be noise. */
const QUIET_PATHS: ReadonlySet<string> = new Set([
  '/health',
  '/health/ready',
  '/health/deps',
  '/metrics',
  '/performance',
  '/webhook/ghl',
]);

/**
 * Gives a request its id, its log lines that id, and at its end a line. In the place of pino-http's middleware, whose
 * three nested loggers a request took a fifth of the intake's CPU (docs/benchmarks.md).
 */
@Injectable()
export class RequestLogMiddleware implements NestMiddleware {
  use(request: Request, response: Response, next: NextFunction): void {
    const startedMs = performance.now();
    const id = assignRequestId(request, response);
    request.id = id;
    request.log = PinoLogger.root.child({ request_id: id });
    const path = pathOf(request);
    if (!QUIET_PATHS.has(path)) {
      response.once('close', () => {
        const durationMs = Math.round(performance.now() - startedMs);
        const line = { method: request.method, path, status_code: response.statusCode, duration_ms: durationMs };
        request.log.info(line, response.writableFinished ? 'request completed' : 'request aborted');
      });
    }
    storage.run(new Store(request.log), next);
  }
}

function assignRequestId(request: IncomingMessage, response: ServerResponse): string {
  const given = request.headers['x-request-id'];
  const id = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
  response.setHeader('X-Request-Id', id);
  return id;
}

/** Without the query, which may hold anything. */
function pathOf(request: Request): string {
  return request.originalUrl.split('?', 1)[0] ?? '';
}
