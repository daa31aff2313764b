import { createServer } from 'node:http';
import type { Agent, IncomingMessage, Server } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import axios from 'axios';
import { closeConnections, exchange, httpOptions } from './http-exchange';

let server: Server;
let url: string;
let received: { readonly body: string; readonly headers: IncomingMessage['headers'] }[];
beforeAll(async () => {
  server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ body, headers: request.headers });
      response.writeHead(418, { 'X-Told': 'yes' }).end('{"a":  1}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
beforeEach(() => {
  received = [];
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const REQUEST = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"b":  2}' };

describe('ghl: an exchange over HTTP', () => {
  it('hands over both bodies as they are, whatever the status', async () => {
    const client = axios.create(httpOptions());
    const outcome = await exchange(client, { ...REQUEST, url }, 5_000);
    expect(outcome).toMatchObject({ kind: 'answer', status: 418, headers: { 'x-told': 'yes' }, text: '{"a":  1}' });
    expect(received).toMatchObject([{ body: '{"b":  2}', headers: { 'content-type': 'application/json' } }]);
    closeConnections(client);
  });

  it('uses a connection again, until connections are closed', async () => {
    const client = axios.create(httpOptions());
    const agent = client.defaults.httpAgent as Agent;
    await exchange(client, { ...REQUEST, url }, 5_000);
    expect(Object.values(agent.freeSockets).flat()).toHaveLength(1);
    closeConnections(client);
    expect(
      Object.values(agent.freeSockets)
        .flat()
        .every((socket) => socket?.destroyed),
    ).toBe(true);
  });

  it('has an agent for either scheme, which keeps connections for four seconds', () => {
    const { httpAgent, httpsAgent } = httpOptions() as Readonly<Record<string, unknown>>;
    expect(httpsAgent).toBeInstanceOf(https.Agent);
    for (const agent of [httpAgent, httpsAgent] as Agent[]) {
      expect(agent).toMatchObject({ keepAlive: true, maxSockets: 256, options: { timeout: 4_000 } });
    }
  });

  it('follows nothing, asks no proxy, and takes no answer over 5 MiB', () => {
    expect(httpOptions()).toMatchObject({ maxRedirects: 0, proxy: false, maxContentLength: 5_242_880 });
  });

  it('names what went wrong', async () => {
    const client = axios.create(httpOptions());
    expect(await exchange(client, { ...REQUEST, url: 'http://127.0.0.1:9/' }, 5_000)).toEqual({
      kind: 'failure',
      reason: 'unreachable',
    });
    const dropping = createServer((request) => request.socket.destroy());
    await new Promise<void>((resolve) => dropping.listen(0, '127.0.0.1', resolve));
    const gone = `http://127.0.0.1:${(dropping.address() as AddressInfo).port}/`;
    expect(await exchange(client, { ...REQUEST, url: gone }, 5_000)).toEqual({
      kind: 'failure',
      reason: 'connection_lost',
    });
    dropping.close();
  });

  it('lets a bug be seen as one', async () => {
    const client = axios.create(httpOptions());
    client.interceptors.request.use(() => {
      throw new TypeError('a bug');
    });
    await expect(exchange(client, { ...REQUEST, url }, 5_000)).rejects.toThrow('a bug');
  });

  it('leaves no timer behind', async () => {
    const cleared = jest.spyOn(global, 'clearTimeout');
    const set = jest.spyOn(global, 'setTimeout');
    await exchange(
      axios.create({ ...httpOptions(), adapter: () => Promise.reject(new axios.AxiosError('no')) }),
      { ...REQUEST, url },
      4_321,
    );
    const index = set.mock.calls.findIndex(([, ms]) => ms === 4_321);
    expect(index).toBeGreaterThanOrEqual(0);
    expect(cleared).toHaveBeenCalledWith(set.mock.results[index]?.value);
  });
});
