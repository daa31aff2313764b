import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from './test-app';

interface OtlpValue {
  readonly stringValue?: string;
  readonly boolValue?: boolean;
  readonly intValue?: number | string;
  readonly doubleValue?: number;
}
interface OtlpAttribute {
  readonly key: string;
  readonly value: OtlpValue;
}
interface OtlpSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly attributes: readonly OtlpAttribute[];
  readonly status: { readonly code: number };
}
interface OtlpRequest {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly OtlpAttribute[] };
    readonly scopeSpans: readonly { readonly spans: readonly OtlpSpan[] }[];
  }[];
}

type Values = Readonly<Record<string, string | number | boolean | undefined>>;

/** A span as it arrived. */
export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | null;
  readonly name: string;
  /** OTLP's number: 1 internal, 2 server, 3 client, 5 consumer. */
  readonly kind: number;
  readonly isFailed: boolean;
  readonly attributes: Values;
  readonly resource: Values;
}

/** An OTLP/HTTP receiver that reads the JSON form of the protocol (opentelemetry-proto, "JSON Protobuf Encoding"). */
export class TraceReceiver {
  /** How it behaves from now on. */
  behaviour: 'takes' | 'refuses' | 'hangs' = 'takes';
  readonly spans: ReceivedSpan[] = [];
  /** Everything that arrived, as it arrived. */
  readonly bodies: string[] = [];
  headers: IncomingHttpHeaders = {};
  /** Asked, whatever the answer was. */
  requests = 0;
  private readonly server = createServer((request, response) => {
    void this.serve(request, response);
  });

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  static async start(): Promise<TraceReceiver> {
    const receiver = new TraceReceiver();
    await new Promise<void>((resolve) => receiver.server.listen(0, '127.0.0.1', resolve));
    receiver.server.unref();
    return receiver;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** The first span that fits, once it has arrived. */
  span(name: string, attributes: Values = {}): Promise<ReceivedSpan> {
    const isMeant = (span: ReceivedSpan) =>
      span.name === name && Object.entries(attributes).every(([key, value]) => span.attributes[key] === value);
    return eventually(() => this.spans.find(isMeant) ?? null);
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    this.requests += 1;
    if (this.behaviour === 'hangs') return;
    if (this.behaviour === 'refuses' || request.url !== '/v1/traces') {
      response.writeHead(400).end();
      return;
    }
    const body = Buffer.concat(chunks).toString();
    this.headers = request.headers;
    this.bodies.push(body);
    this.spans.push(...readSpans(JSON.parse(body) as OtlpRequest));
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
  }
}

function readSpans({ resourceSpans }: OtlpRequest): ReceivedSpan[] {
  return resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map(({ traceId, spanId, parentSpanId, name, kind, attributes, status }) => ({
        ...{ traceId, spanId, name, kind },
        parentSpanId: parentSpanId ?? null,
        isFailed: status.code === 2,
        attributes: readValues(attributes),
        resource: readValues(resource.attributes),
      })),
    ),
  );
}

function readValues(attributes: readonly OtlpAttribute[]): Values {
  return Object.fromEntries(
    attributes.map(({ key, value: { stringValue, boolValue, intValue, doubleValue } }) => [
      key,
      stringValue ?? boolValue ?? (intValue === undefined ? doubleValue : Number(intValue)),
    ]),
  );
}
