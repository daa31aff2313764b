import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { mutate } from './fuzz-request';
import type { FuzzRequest } from './fuzz-request';
import type { Random } from './random';

/** An HTTP status, or why there is none. */
export type FuzzOutcome = number | 'cut' | 'aborted' | 'no answer';

const TIMEOUT_MS = 10_000;
/** Mutated bytes may leave the server waiting for more, rightly. */
const RAW_PATIENCE_MS = 250;

/** Sends hostile requests, over kept connections where they are HTTP at all. */
export class FuzzClient {
  private readonly agent = new Agent({ keepAlive: true, timeout: 4_000 });

  constructor(
    private readonly random: Random,
    private readonly port: number,
  ) {}

  /** Never rejects. */
  send(request: FuzzRequest): Promise<FuzzOutcome> {
    return request.transfer === 'raw' ? this.sendRaw(request) : this.sendHttp(request);
  }

  close(): void {
    this.agent.destroy();
  }

  private sendHttp({ method, path, headers, body, transfer }: FuzzRequest): Promise<FuzzOutcome> {
    const length: FuzzRequest['headers'] = transfer === 'chunked' ? {} : { 'content-length': String(body.length) };
    const options = { host: '127.0.0.1', port: this.port, agent: this.agent, timeout: TIMEOUT_MS, method, path };
    const half = body.length >> 1;
    return new Promise((done) => {
      const outgoing = httpRequest({ ...options, headers: toLists({ ...headers, ...length }) }, (answer) => {
        answer.resume();
        answer.once('close', () => {
          done(answer.statusCode ?? 'cut');
        });
      });
      outgoing.once('timeout', () => {
        done('no answer');
        outgoing.destroy();
      });
      outgoing.once('error', () => {
        done(transfer === 'aborted' ? 'aborted' : 'cut');
      });
      if (transfer === 'aborted') {
        outgoing.write(body.subarray(0, half));
        setTimeout(() => outgoing.destroy(new Error('aborted on purpose')), this.random.between(0, 5));
      } else if (transfer === 'chunked') {
        outgoing.write(body.subarray(0, half));
        setImmediate(() => outgoing.end(body.subarray(half)));
      } else outgoing.end(body);
    });
  }

  private sendRaw(request: FuzzRequest): Promise<FuzzOutcome> {
    const bytes = mutate(this.random, toBytes(request));
    return new Promise((done) => {
      let answer = '';
      const socket = connect(this.port, '127.0.0.1', () => socket.end(bytes));
      socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')));
      socket.once('error', () => socket.destroy());
      socket.setTimeout(RAW_PATIENCE_MS, () => socket.destroy());
      socket.once('close', () => {
        const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1];
        done(status === undefined ? 'no answer' : Number(status));
      });
    });
  }
}

function toBytes({ method, path, headers, body }: FuzzRequest): Buffer {
  const lines = Object.entries({ host: 'x', connection: 'close', 'content-length': String(body.length), ...headers })
    .flatMap(([name, values]) => [values].flat().map((value) => `${name}: ${value}`))
    .join('\r\n');
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines}\r\n\r\n`, 'latin1'), body]);
}

function toLists(headers: FuzzRequest['headers']): Record<string, string[]> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat()]));
}
