import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';

const UNKNOWN = 'unknown';

/** The id that the logging middleware gave the request; it is in `X-Request-Id`, in errors and in every log line. */
export function requestIdOf(request: Request): string {
  return typeof request.id === 'string' ? request.id : UNKNOWN;
}

/** The same for an answer; a request that failed before the logging middleware, such as for its path, gets one here. */
export function answerRequestId(request: Request, response: Response): string {
  if (requestIdOf(request) === UNKNOWN) request.id = randomUUID();
  response.setHeader('X-Request-Id', requestIdOf(request));
  return requestIdOf(request);
}
