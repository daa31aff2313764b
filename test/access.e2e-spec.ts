import request from 'supertest';
import { ADMIN_TOKEN, startTestApp } from './support/test-app';
import type { TestApp } from './support/test-app';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

describe('webhook: access to the other routes', () => {
  /** What needs no admin token: who asks is told apart otherwise, or need not be. */
  const OPEN = ['/webhook/ghl', '/health', '/health/ready', '/health/deps', '/metrics', '/performance'];

  /** The answer of every other route, by method and path. */
  async function answersOf(service: TestApp, authorization?: string) {
    const { body } = await request(service.url).get('/docs-json');
    const paths = Object.entries(body.paths as Record<string, object>).filter(([path]) => !OPEN.includes(path));
    const routes = paths.flatMap(([path, methods]) => Object.keys(methods).map((method) => ({ method, path })));
    const answers = routes.map(async ({ method, path }) => {
      const url = `${service.url}${path.replaceAll(/\{\w+\}/g, 'c')}`;
      const headers = new Headers(authorization === undefined ? {} : { Authorization: authorization });
      const response = await fetch(url, { method: method.toUpperCase(), headers });
      return `${method} ${path}: ${response.status} ${((await response.json()) as { code: string }).code}`;
    });
    return Promise.all(answers);
  }

  it.each([undefined, 'Bearer guess', ADMIN_TOKEN, `Bearer ${ADMIN_TOKEN}x`])('is refused to %s', async (given) => {
    const answers = await answersOf(app, given);
    expect(answers.length).toBeGreaterThanOrEqual(14);
    expect(answers.filter((answer) => !answer.endsWith(': 401 unauthorized'))).toEqual([]);
  });

  it('is closed to everybody in live mode without ADMIN_TOKEN', async () => {
    const live = await startTestApp({
      GHL_ACCESS_TOKEN: 'pit-1',
      GHL_LOCATION_ID: 'loc1',
      GHL_API_BASE_URL: 'http://127.0.0.1:9',
      HOST: '127.0.0.1',
      ADMIN_TOKEN: '',
    });
    const answers = await answersOf(live, 'Bearer undefined');
    expect(answers.filter((answer) => !answer.endsWith(': 403 admin_token_not_set'))).toEqual([]);
    await live.close();
  });

  it('answers unknown routes, odd paths and ids in the one form of error, with security headers', async () => {
    const { body, headers } = await request(app.url).get('/nowhere').set('X-Request-Id', 'mine-1').expect(404);
    expect(body).toEqual({
      statusCode: 404,
      code: 'not_found',
      message: expect.any(String) as string,
      requestId: 'mine-1',
    });
    expect(headers).toMatchObject({ 'x-request-id': 'mine-1', 'x-content-type-options': 'nosniff' });
    expect(headers).not.toHaveProperty('x-powered-by');
    await request(app.url).get('/%E0%A4%A').expect(400);
    const forged = await request(app.url).get('/nowhere').set('X-Request-Id', 'a b');
    expect(forged.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('shows the API page and its document to people', async () => {
    await request(app.url).get('/docs').expect(200).expect('Content-Type', /html/);
    const { body } = await request(app.url).get('/docs-json').expect(200);
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(['/webhook/ghl', '/analyze-lead', '/agent/process-lead', '/conversations', '/health']),
    );
  });
});
