import { Agent, createServer, request as httpRequest } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { drawFault, isSend } from './ghl-faults';
import type { RequestFault } from './ghl-faults';
import type { Random } from './random';
import { LaggingMessages } from './lagging-messages';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

const SLOW_MS = [100, 1_500] as const;

/** Stands between the service and the stand-in GHL, which knows faults by rule only, and lets a share of it go wrong. */
export class FlakyGhl {
  readonly faultCounts = new Map<RequestFault, number>();
  sends = 0;
  /** Called as soon as a text or booking has been carried out, before its answer. */
  onSend: () => void = () => undefined;
  private isFlaky = true;
  private readonly lag: LaggingMessages;
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 256 });
  private readonly server = createServer((incoming, response) => {
    this.serve(incoming, response).catch(() => response.destroy());
  });

  /** @param lagMs the longest time in which a sent text does not show up in the lists of messages. */
  constructor(
    private readonly random: Random,
    private readonly target: string,
    lagMs: number,
  ) {
    this.lag = new LaggingMessages(random, lagMs);
  }

  /** Listens on 127.0.0.1. @returns the base URL. */
  async start(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** From now on everything works, without delay. */
  calmDown(): void {
    this.isFlaky = false;
  }

  async stop(): Promise<void> {
    const closed = new Promise((done) => this.server.close(done));
    this.server.closeAllConnections();
    this.agent.destroy();
    await closed;
  }

  private async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readAll(incoming);
    const { method = 'GET', url = '/' } = incoming;
    const fault = this.isFlaky ? drawFault(this.random, method, pathOf(url)) : 'none';
    if (fault !== 'none') this.faultCounts.set(fault, (this.faultCounts.get(fault) ?? 0) + 1);
    if (fault === 'cut_before') cut(incoming);
    else if (fault === 'error_before') answerError(response);
    else await this.carryOut(incoming, body, fault, response);
  }

  private async carryOut(
    incoming: IncomingMessage,
    body: Buffer,
    fault: Exclude<RequestFault, 'cut_before' | 'error_before'>,
    response: ServerResponse,
  ): Promise<void> {
    const answer = await this.forward(incoming, body);
    const { method = 'GET', url = '/' } = incoming;
    if (isSend(method, pathOf(url)) && answer.status < 300) this.noteSend(answer);
    switch (fault) {
      case 'cut_after':
        cut(incoming);
        return;
      case 'error_after':
        answerError(response);
        return;
      case 'hang_after':
        return;
      case 'slow':
        await pause(this.random.between(...SLOW_MS));
        break;
      case 'none':
    }
    const isList = method === 'GET' && url.startsWith('/conversations');
    const text = isList ? this.lag.hide(answer.text) : answer.text;
    response.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(text) }).end(text);
  }

  private noteSend(answer: Answer): void {
    this.sends += 1;
    if (this.isFlaky) this.lag.noteSend(answer.text);
    this.onSend();
  }

  private forward({ method, url = '/', headers }: IncomingMessage, body: Buffer): Promise<Answer> {
    return new Promise((done, fail) => {
      const outgoing = httpRequest(this.target + url, { method, headers, agent: this.agent }, (answer) => {
        readAll(answer).then((text) => {
          done({ status: answer.statusCode ?? 502, headers: withoutHopByHop(answer.headers), text: text.toString() });
        }, fail);
      });
      outgoing.once('error', fail);
      outgoing.end(body);
    });
  }
}

function withoutHopByHop(headers: IncomingMessage['headers']): Answer['headers'] {
  const { connection: _connection, 'keep-alive': _keepAlive, 'transfer-encoding': _encoding, ...kept } = headers;
  return kept;
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? url;
}

async function readAll(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function cut(incoming: IncomingMessage): void {
  incoming.socket.resetAndDestroy();
}

function answerError(response: ServerResponse): void {
  response.writeHead(500, { 'content-type': 'application/json' }).end('{"statusCode":500,"message":"Internal error"}');
}
