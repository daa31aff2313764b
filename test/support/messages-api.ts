import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What goes over the wire to the Messages API. */
export interface MessagesRequest {
  readonly headers: IncomingMessage['headers'];
  readonly body: {
    readonly model: string;
    readonly max_tokens: number;
    readonly system: readonly { readonly text: string; readonly cache_control?: object }[];
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly output_config: { readonly format: { readonly type: string; readonly schema: object } };
  };
}

/** How the stand-in answers. `text` is what the model says, whatever it is. */
export type Behaviour =
  | { readonly kind: 'says'; readonly text: string; readonly stopReason?: string; readonly delayMs?: number }
  | { readonly kind: 'status'; readonly status: number; readonly type?: string }
  | { readonly kind: 'body'; readonly body: string }
  | { readonly kind: 'hang' }
  | { readonly kind: 'cut' };

export const USAGE = {
  input_tokens: 200,
  output_tokens: 100,
  cache_read_input_tokens: 1_000,
  cache_creation_input_tokens: 0,
} as const;

/** A stand-in of Anthropic's Messages API over real HTTP. */
export class MessagesApi {
  readonly requests: MessagesRequest[] = [];
  behave: (request: MessagesRequest) => Behaviour = () => ({ kind: 'status', status: 500 });
  private readonly server = createServer((request, response) => {
    void this.serve(request, response);
  });

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as MessagesRequest['body'];
    const received = { headers: request.headers, body };
    this.requests.push(received);
    const behaviour = this.behave(received);
    const send = (status: number, text: string) => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(text);
    };
    switch (behaviour.kind) {
      case 'hang':
        return;
      case 'cut':
        request.socket.destroy();
        return;
      case 'body':
        send(200, behaviour.body);
        return;
      case 'status':
        send(
          behaviour.status,
          JSON.stringify({ type: 'error', error: { type: behaviour.type ?? 'api_error', message: '' } }),
        );
        return;
      case 'says':
        await pause(behaviour.delayMs ?? 0);
        send(200, JSON.stringify(toMessage(body.model, behaviour.text, behaviour.stopReason ?? 'end_turn')));
    }
  }
}

function toMessage(model: string, text: string, stopReason: string): object {
  const content = [{ type: 'text', text }];
  return { id: 'msg_1', type: 'message', role: 'assistant', model, content, stop_reason: stopReason, usage: USAGE };
}

const NO_FACTS_SAID = {
  intent: null,
  budgetMinUsd: null,
  budgetMaxUsd: null,
  priceExpectationUsd: null,
  timeline: null,
  timelineAcceptable: null,
  areas: null,
  financing: null,
  beds: null,
  baths: null,
  motivation: null,
  propertyCondition: null,
};

/** An answer of the shape that is asked for. */
export function answerWith(
  change: { readonly facts?: object; readonly [field: string]: unknown } = {},
): Behaviour & { readonly kind: 'says' } {
  const { facts, ...rest } = change;
  const answer = {
    facts: { ...NO_FACTS_SAID, ...facts },
    needs: 'nothing',
    score: { fit: 0, clarity: 0, qualification: 0 },
    asks: 'nothing',
    reply: 'Good to hear from you.',
    ...rest,
  };
  return { kind: 'says', text: JSON.stringify(answer) };
}
