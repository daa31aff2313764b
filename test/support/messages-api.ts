import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A request as it came over the wire. */
export interface MessagesRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: {
    readonly system: readonly { readonly text: string }[];
    readonly messages: readonly { readonly content: string }[];
    readonly [field: string]: unknown;
  };
}

/** What the stand-in does with a request. */
export type Behaviour =
  /** `drip`: good headers, then one byte now and then and never an end. `cut`: the connection ends without an answer. */
  | 'hang'
  | 'drip'
  | 'cut'
  | {
      readonly status: number;
      /** A string goes out as it is. */
      readonly body: unknown;
      readonly headers?: Readonly<Record<string, string>>;
      readonly delayMs?: number;
    };

export const USAGE = {
  input_tokens: 200,
  output_tokens: 100,
  cache_read_input_tokens: 1_000,
  cache_creation_input_tokens: 0,
} as const;

/** An answer of the shape that is asked for, asking nothing and reporting nothing unless told to. */
export function answerWith(change: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    facts: [],
    needs: 'nothing',
    score_raise: { fit: 0, clarity: 0, qualification: 0 },
    asks: 'nothing',
    reply: 'Good to hear from you.',
    ...change,
  };
}

/** The model says this: an object as JSON, a string as it is. */
export function says(content: unknown, stopReason = 'end_turn', delayMs = 0): Behaviour {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const body = {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'claude-haiku-5-5',
    content: text === '' ? [] : [{ type: 'text', text, citations: null }],
    stop_reason: stopReason,
    stop_sequence: null,
    usage: USAGE,
  };
  return { status: 200, body, delayMs };
}

/** The API's own answer to a request that fails. */
export function fails(status: number, type = 'api_error'): Behaviour {
  return { status, body: { type: 'error', error: { type, message: 'upstream words' }, request_id: 'req_1' } };
}

/** Anthropic's Messages API on the loopback interface: does as it is told, and keeps every request. */
export class MessagesApi {
  readonly requests: MessagesRequest[] = [];
  /** What every request meets for which nothing else is planned. */
  always: Behaviour = says(answerWith());
  private planned: Behaviour[] = [];
  private readonly server = createServer((request, response) => {
    this.receive(request, response).catch(() => response.destroy());
  });

  static async start(): Promise<MessagesApi> {
    const api = new MessagesApi();
    await new Promise<void>((resolve) => api.server.listen(0, '127.0.0.1', resolve));
    api.server.unref();
    return api;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The next requests meet these, one each. */
  next(...behaviours: readonly Behaviour[]): void {
    this.planned = [...behaviours];
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async receive(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const { method = '', url = '', headers } = incoming;
    const body = JSON.parse(Buffer.concat(chunks).toString()) as MessagesRequest['body'];
    this.requests.push({ method, path: url, headers, body });
    const behaviour = this.planned.shift() ?? this.always;
    if (behaviour === 'hang') return;
    if (behaviour === 'cut') incoming.socket.destroy();
    else if (behaviour === 'drip') drip(response);
    else await answer(response, behaviour);
  }
}

async function answer(response: ServerResponse, behaviour: Exclude<Behaviour, string>): Promise<void> {
  await pause(behaviour.delayMs ?? 0);
  response.writeHead(behaviour.status, { 'Content-Type': 'application/json', ...behaviour.headers });
  response.end(typeof behaviour.body === 'string' ? behaviour.body : JSON.stringify(behaviour.body));
}

function drip(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 5);
  response.on('close', () => {
    clearInterval(timer);
  });
}
