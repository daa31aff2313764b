import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Span } from '@opentelemetry/api';
import type { NextFunction, Request, Response } from 'express';
import { routePattern } from './route-pattern';
import type { Routed } from './route-pattern';
import { tracer } from './spans';

/** Asked every few seconds by machines. */
const UNTRACED = /^\/(?:health|metrics|performance)(?:\/|$)/;

/**
 * A span for each request, from its head until its answer is over; goes on with the trace of a proxy in front. The path
 * is told as the route's pattern: the real one and its query can hold anything.
 */
export function traceRequest(request: Request, response: Response, next: NextFunction): void {
  if (UNTRACED.test(request.path)) {
    next();
    return;
  }
  const { method } = request;
  const parent = propagation.extract(ROOT_CONTEXT, request.headers);
  const attributes = { 'http.request.method': method };
  const span = tracer().startSpan(method, { kind: SpanKind.SERVER, attributes }, parent);
  response.once('close', () => {
    end(span, request as Routed, response);
  });
  context.with(trace.setSpan(parent, span), next);
}

function end(span: Span, request: Routed, { statusCode, writableFinished }: Response): void {
  const pattern = routePattern(request);
  if (pattern !== null) span.updateName(`${request.method} ${pattern}`).setAttribute('http.route', pattern);
  span.setAttribute('http.response.status_code', statusCode);
  const failure = writableFinished ? (statusCode >= 500 ? String(statusCode) : null) : 'aborted';
  if (failure !== null) span.setAttribute('error.type', failure).setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
