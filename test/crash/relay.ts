import { Agent, createServer, request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Ledger } from './ledger';
import type { Random } from './random';

const DUPLICATE_SHARE = 0.1;
const DUPLICATE_DELAY_MS = 400;
/** Beyond it GHL has given up on a delivery. */
const TIMEOUT_MS = 10_000;
/** What the stand-in takes for a final failure, as GHL takes everything but 2xx and 429. */
const LOST = 502;

interface Webhook {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/**
 * Hands on the stand-in's signed webhooks byte by byte, takes down each answer and sends a share of the webhooks twice,
 * some of those at the same time. It never retries: the stand-in does, as GHL does, after 429 only.
 */
export class Relay {
  private readonly agent = new Agent({ keepAlive: true, timeout: 4_000 });
  private readonly server = createServer((incoming, response) => {
    void this.serve(incoming, response);
  });

  /** @param target the service's base URL. */
  constructor(
    private readonly ledger: Ledger,
    private readonly random: Random,
    private readonly target: string,
  ) {}

  /** Listens on 127.0.0.1. @returns where the stand-in is to deliver. */
  async start(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/webhook`;
  }

  async stop(): Promise<void> {
    const closed = new Promise((done) => this.server.close(done));
    this.server.closeAllConnections();
    this.agent.destroy();
    await closed;
  }

  private async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const webhook = { headers: incoming.headers, body: Buffer.concat(chunks) };
    if (this.random.chance(DUPLICATE_SHARE)) {
      this.ledger.duplicates += 1;
      setTimeout(() => void this.deliver(webhook), this.random.between(-DUPLICATE_DELAY_MS / 2, DUPLICATE_DELAY_MS));
    }
    const status = await this.deliver(webhook);
    response.writeHead(status === 0 ? LOST : status).end();
  }

  private async deliver(webhook: Webhook): Promise<number> {
    const status = await this.post(webhook);
    const { webhookId, messageId } = JSON.parse(webhook.body.toString()) as Readonly<Record<string, unknown>>;
    this.ledger.note(String(webhookId), typeof messageId === 'string' ? messageId : null, status);
    return status;
  }

  /** @returns 0 when no answer came. */
  private post({ headers, body }: Webhook): Promise<number> {
    const signature = String(headers['x-ghl-signature']);
    const own = { 'content-type': 'application/json', 'content-length': body.length, 'x-ghl-signature': signature };
    return new Promise((done) => {
      const options = { method: 'POST', agent: this.agent, headers: own, timeout: TIMEOUT_MS };
      const outgoing = httpRequest(`${this.target}/webhook/ghl`, options, (answer) => {
        answer.resume();
        answer.once('close', () => {
          done(answer.complete ? (answer.statusCode ?? 0) : 0);
        });
      });
      outgoing.once('timeout', () => outgoing.destroy());
      outgoing.once('error', () => {
        done(0);
      });
      outgoing.end(body);
    });
  }
}
