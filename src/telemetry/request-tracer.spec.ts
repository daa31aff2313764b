import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import express from 'express';
import { recordSpans } from '../../test/support/recorded-spans';
import { serveToTests } from '../../test/support/spec-server';
import { traceRequest } from './request-tracer';
import { traceFields } from './spans';

const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
const TRACEPARENT = `00-${TRACE_ID}-b7ad6b7169203331-01`;

const recorded = recordSpans();
const app = express()
  .use(traceRequest)
  .get('/conversations/:contactId', (_request, response) => {
    response.json(traceFields());
  })
  .get('/status/:status', (request, response) => {
    response.sendStatus(Number(request.params.status));
  })
  .get('/never', () => undefined)
  .use('/{*path}', (_request, response) => {
    response.json(traceFields());
  });
const { urlOf, giveUp } = serveToTests(app);
beforeAll(() => {
  recorded.start();
});
beforeEach(() => {
  recorded.reset();
});
afterAll(() => recorded.stop());

async function ask(path: string, headers: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const text = await (await fetch(urlOf(path), { headers })).text();
  return text.startsWith('{') ? JSON.parse(text) : text;
}

/** The span ends with the connection's last byte, a moment after the caller has it. */
async function span() {
  while (recorded.all().length === 0) await new Promise(setImmediate);
  const [first] = recorded.all();
  if (!first) throw new Error('no span was recorded');
  return first;
}

describe('observability: the span of a request', () => {
  it("is named after the route's pattern, and goes on with the trace of a proxy", async () => {
    const seen = await ask('/conversations/ann1?secret=1', { traceparent: TRACEPARENT });
    const traced = await span();
    const { name, kind, attributes, status } = traced;
    expect({ name, kind, attributes, status }).toEqual({
      name: 'GET /conversations/:contactId',
      kind: SpanKind.SERVER,
      attributes: {
        'http.request.method': 'GET',
        'http.route': '/conversations/:contactId',
        'http.response.status_code': 200,
      },
      status: { code: SpanStatusCode.UNSET },
    });
    expect(traced.parentSpanContext).toMatchObject({ traceId: TRACE_ID, spanId: 'b7ad6b7169203331' });
    expect(seen).toEqual({ trace_id: TRACE_ID, span_id: traced.spanContext().spanId });
  });

  it('has no route where no handler was found', async () => {
    await ask('/some/path/of/anybody');
    const { name, attributes } = await span();
    expect([name, attributes]).toEqual(['GET', { 'http.request.method': 'GET', 'http.response.status_code': 200 }]);
  });

  it.each([
    [499, undefined, SpanStatusCode.UNSET],
    [500, '500', SpanStatusCode.ERROR],
    [503, '503', SpanStatusCode.ERROR],
  ])('of an answer of %i tells the error %s', async (code, error, statusCode) => {
    await ask(`/status/${code}`);
    const { attributes, status } = await span();
    expect(attributes['http.response.status_code']).toBe(code);
    expect(attributes['error.type']).toBe(error);
    expect(status.code).toBe(statusCode);
  });

  it('tells that the caller did not wait', async () => {
    await giveUp('/never');
    const { attributes, status } = await span();
    expect([attributes['error.type'], status.code]).toEqual(['aborted', SpanStatusCode.ERROR]);
  });

  it.each(['/health', '/health/ready', '/metrics', '/metrics?format=prometheus', '/performance'])(
    'is not made of %s, which machines ask every few seconds',
    async (path) => {
      expect(await ask(path)).toEqual({});
      await ask('/healthy');
      expect((await span()).name).toBe('GET');
      expect(recorded.all()).toHaveLength(1);
    },
  );
});
