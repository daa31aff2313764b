import express from 'express';
import { PinoLogger } from 'nestjs-pino';
import { serveToTests } from '../../test/support/spec-server';
import { RequestLogMiddleware } from './request-log.middleware';

const lines: Readonly<Record<string, unknown>>[] = [];
const stream = { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) };
const logger = new PinoLogger({ pinoHttp: { level: 'info', stream } });
Object.assign(PinoLogger, { root: logger.logger });

const middleware = new RequestLogMiddleware();
const app = express()
  .use((request, response, next) => {
    middleware.use(request, response, next);
  })
  .get('/never', () => undefined)
  .use((request, response) => {
    logger.info('a line of the work');
    response.status(202).json({ id: request.id });
  });
const { urlOf, giveUp } = serveToTests(app);
beforeEach(() => {
  lines.length = 0;
});

async function ask(path: string, requestId?: string) {
  const response = await fetch(urlOf(path), requestId === undefined ? {} : { headers: { 'X-Request-Id': requestId } });
  const { id } = (await response.json()) as { readonly id: string };
  expect(response.headers.get('X-Request-Id')).toBe(id);
  return id;
}

async function lineOf(msg: string) {
  for (;;) {
    const found = lines.find((line) => line.msg === msg);
    if (found) return found;
    await new Promise(setImmediate);
  }
}

describe('observability: the log line of a request', () => {
  it('tells method, path without its query, status and duration, under the id of the request', async () => {
    const id = await ask('/conversations/ann1?secret=1');
    expect(await lineOf('request completed')).toMatchObject({
      level: 30,
      request_id: id,
      method: 'GET',
      path: '/conversations/ann1',
      status_code: 202,
      duration_ms: expect.any(Number) as number,
    });
    expect(await lineOf('a line of the work')).toMatchObject({ request_id: id });
    expect(JSON.stringify(lines)).not.toContain('secret');
  });

  it('tells that the caller did not wait', async () => {
    await giveUp('/never');
    expect(await lineOf('request aborted')).toMatchObject({ path: '/never' });
  });

  it.each(['/health', '/health/ready', '/health/deps', '/metrics?format=prometheus', '/performance', '/webhook/ghl'])(
    'is not written for %s',
    async (path) => {
      await ask(path);
      await ask('/other');
      await lineOf('request completed');
      expect(lines.filter(({ msg }) => msg === 'request completed')).toMatchObject([{ path: '/other' }]);
    },
  );

  it.each(['mine-1', 'A.b_c-9', 'x'.repeat(64)])('has the id that the caller gives: %s', async (id) => {
    expect(await ask('/other', id)).toBe(id);
  });

  it.each(['', 'a b', 'x'.repeat(65), 'a\\n', '{"a":1}'])('has an id of its own in place of %p', async (id) => {
    expect(await ask('/other', id)).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
  });
});
