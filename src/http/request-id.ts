import type { Request } from 'express';

/** The id that the logging middleware gave the request; it is in `X-Request-Id`, in errors and in every log line. */
export function requestIdOf(request: Request): string {
  return typeof request.id === 'string' ? request.id : 'unknown';
}
