import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';

/** Serves an app to the tests of a file or of a `describe`, from before the first to after the last. */
export function serveToTests(app: Express) {
  const server = app.listen(0, '127.0.0.1');
  beforeAll(() => (server.listening ? undefined : once(server, 'listening')));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const urlOf = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  return {
    urlOf,
    /** Asks, and goes away as soon as the request has come in. */
    giveUp: async (path: string) => {
      const sent = httpRequest(urlOf(path));
      sent.on('error', () => undefined);
      sent.end();
      await once(server, 'request');
      sent.destroy();
    },
  };
}
