import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Context, Tracer } from '@opentelemetry/api';

/** What a span tells: ids, kinds, counts and outcomes. Never what somebody wrote, a name, a number or a secret. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** `client`: we ask somebody; `consumer`: something that came in earlier is worked on. */
type Kind = 'internal' | 'client' | 'consumer';

const KINDS: Readonly<Record<Kind, SpanKind>> = {
  internal: SpanKind.INTERNAL,
  client: SpanKind.CLIENT,
  consumer: SpanKind.CONSUMER,
};

/** Asked for each time: a tracer outlives neither a stop nor a start of tracing. Off, it does nothing. */
export function tracer(): Tracer {
  return trace.getTracer('jorge-bots');
}

/**
 * Does a part of traced work in a span of its own. What is not part of any, such as a probe, is done without one.
 * @param work whose exception ends the span as failed, with the exception's name alone: its words could be anybody's.
 */
export function withSpan<T>(
  name: string,
  attributes: SpanAttributes,
  work: () => Promise<T>,
  kind: Kind = 'internal',
): Promise<T> {
  return trace.getActiveSpan() ? run(context.active(), name, attributes, work, kind) : work();
}

/**
 * Goes on with a trace that may have begun before a restart.
 * @param traceparent of {@link currentTraceparent}; without one the work begins a trace.
 */
export function continueTrace<T>(
  traceparent: string | undefined,
  name: string,
  attributes: SpanAttributes,
  work: () => Promise<T>,
): Promise<T> {
  return run(propagation.extract(ROOT_CONTEXT, { traceparent }), name, attributes, work, 'consumer');
}

/**
 * Adds what has become known to the span that is under way, if one is.
 * @param attributes an `error.type` among them marks the span as failed.
 */
export function noteOnSpan(attributes: SpanAttributes): void {
  const span = trace.getActiveSpan();
  span?.setAttributes(attributes);
  if (attributes['error.type'] !== undefined) span?.setStatus({ code: SpanStatusCode.ERROR });
}

/** Where the trace stands, as W3C Trace Context writes it; `undefined` when nothing is traced. */
export function currentTraceparent(): string | undefined {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent;
}

/** The ids that lead from a log line to its trace. */
export function traceFields(): Readonly<Record<string, string>> {
  const span = trace.getActiveSpan()?.spanContext();
  return span ? { trace_id: span.traceId, span_id: span.spanId } : {};
}

function run<T>(
  parent: Context,
  name: string,
  attributes: SpanAttributes,
  work: () => Promise<T>,
  kind: Kind,
): Promise<T> {
  return tracer().startActiveSpan(name, { kind: KINDS[kind], attributes }, parent, async (span) => {
    try {
      return await work();
    } catch (cause) {
      noteOnSpan({ 'error.type': cause instanceof Error ? cause.name : 'unknown' });
      throw cause;
    } finally {
      span.end();
    }
  });
}
