import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { recordSpans } from '../../test/support/recorded-spans';
import { continueTrace, currentTraceparent, noteOnSpan, traceFields, withSpan } from './spans';

const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
const SPAN_ID = 'b7ad6b7169203331';
const TRACEPARENT = `00-${TRACE_ID}-${SPAN_ID}-01`;

const recorded = recordSpans();
beforeAll(() => {
  recorded.start();
});
beforeEach(() => {
  recorded.reset();
});
afterAll(() => recorded.stop());

const onlySpan = () => {
  const [span, ...others] = recorded.all();
  expect(others).toEqual([]);
  if (!span) throw new Error('no span was recorded');
  return span;
};

describe('observability: a span', () => {
  it('goes on with a trace, with what the work has come to', async () => {
    const work = () => {
      noteOnSpan({ 'turn.bot': 'lead' });
      return Promise.resolve('done');
    };
    expect(await continueTrace(TRACEPARENT, 'event text', { 'event.id': 'e1' }, work)).toBe('done');
    const span = onlySpan();
    expect(span).toMatchObject({
      name: 'event text',
      kind: SpanKind.CONSUMER,
      instrumentationScope: { name: 'jorge-bots' },
    });
    expect(span.parentSpanContext).toMatchObject({ traceId: TRACE_ID, spanId: SPAN_ID });
    expect(span.attributes).toEqual({ 'event.id': 'e1', 'turn.bot': 'lead' });
    expect(span.status.code).toBe(SpanStatusCode.UNSET);
  });

  it('begins a trace where there is none', async () => {
    await continueTrace(undefined, 'event text', {}, () => Promise.resolve());
    expect(onlySpan().parentSpanContext).toBeUndefined();
  });

  it.each([
    [undefined, SpanKind.INTERNAL],
    ['client', SpanKind.CLIENT],
    ['consumer', SpanKind.CONSUMER],
  ] as const)('is part of the one around it, of kind %s', async (kind, expected) => {
    await continueTrace(TRACEPARENT, 'outer', {}, () => withSpan('inner', { a: 1 }, () => Promise.resolve(), kind));
    const [inner, outer] = recorded.all();
    expect(inner).toMatchObject({ name: 'inner', kind: expected, attributes: { a: 1 } });
    expect(inner?.parentSpanContext?.spanId).toBe(outer?.spanContext().spanId);
  });

  it('is not made of what is part of none', async () => {
    expect(await withSpan('probe', {}, () => Promise.resolve('up'))).toBe('up');
    expect(recorded.all()).toEqual([]);
  });

  it.each([
    [new TypeError('+12145550100 is no phone number'), 'TypeError'],
    ['thrown text', 'unknown'],
  ])('of work that fails tells the name of the failure alone', async (cause, name) => {
    // Libraries throw whatever they like.
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    await expect(continueTrace(TRACEPARENT, 'event text', {}, () => Promise.reject(cause))).rejects.toBe(cause);
    const { attributes, status, events } = onlySpan();
    expect({ attributes, status, events }).toEqual({
      attributes: { 'error.type': name },
      status: { code: SpanStatusCode.ERROR },
      events: [],
    });
  });

  it('is where log lines and later work find their way back to', async () => {
    const seen = await continueTrace(TRACEPARENT, 'event text', {}, () =>
      Promise.resolve({ fields: traceFields(), traceparent: currentTraceparent() }),
    );
    const { spanId } = onlySpan().spanContext();
    expect(seen).toEqual({
      fields: { trace_id: TRACE_ID, span_id: spanId },
      traceparent: `00-${TRACE_ID}-${spanId}-01`,
    });
  });

  it('is needed by nobody', () => {
    noteOnSpan({ 'error.type': 'timeout' });
    expect([traceFields(), currentTraceparent(), trace.getActiveSpan()]).toEqual([{}, undefined, undefined]);
  });
});
