import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What stands in the way of a request: an answer of this server's own, or none ever. */
export type Interference = { readonly status: number; readonly body?: unknown } | 'hang';

interface Rule {
  /** Every one, unless given. */
  readonly method: string | undefined;
  readonly path: RegExp;
  readonly interference: Interference;
}

/** Stands in front of another server: passes requests on to it, but for those that it was told to answer itself. */
export class FrontServer {
  private rules: readonly Rule[] = [];
  private dateShiftMs = 0;
  private readonly server = createServer((request, response) => {
    this.answer(request, response).catch(() => response.destroy());
  });

  private constructor(private readonly target: string) {}

  static async start(target: string): Promise<FrontServer> {
    const front = new FrontServer(target);
    await new Promise<void>((resolve) => front.server.listen(0, '127.0.0.1', resolve));
    return front;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Answers requests whose path matches; the first rule that was given counts. @param method every one unless given. */
  interfere(path: RegExp, interference: Interference, method?: string): void {
    this.rules = [...this.rules, { method, path, interference }];
  }

  /** Has its clock go wrong by so much. */
  shiftDate(byMs: number): void {
    this.dateShiftMs = byMs;
  }

  /** Passes everything on again. */
  reset(): void {
    this.rules = [];
    this.dateShiftMs = 0;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = request;
    const body = await text(request);
    response.setHeader('Date', new Date(Date.now() + this.dateShiftMs).toUTCString());
    const rule = this.rules.find((candidate) => candidate.path.test(url) && (candidate.method ?? method) === method);
    if (rule?.interference === 'hang') return;
    if (rule) {
      response.writeHead(rule.interference.status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(rule.interference.body ?? {}));
      return;
    }
    const passed = ['authorization', 'version', 'content-type', 'x-api-key'].flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value] as const] : [];
    });
    const init = { method, headers: Object.fromEntries(passed), ...(body !== '' && { body }) };
    const answer = await fetch(`${this.target}${url}`, init);
    response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(await answer.text());
  }
}
