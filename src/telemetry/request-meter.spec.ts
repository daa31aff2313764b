import express from 'express';
import { ManualClock } from '../../test/support/manual-clock';
import { serveToTests } from '../../test/support/spec-server';
import { Registry } from './registry';
import { meterRequests, tellProcessTime } from './request-meter';

const clock = new ManualClock();
const registry = new Registry(clock);
const recorded = jest.spyOn(registry, 'recordRequest');

const app = express();
tellProcessTime(app.response, clock);
app.get('/before', (_request, response) => {
  response.json({});
});
app
  .use(meterRequests(registry, clock))
  .get('/conversations/:contactId', (_request, response) => {
    clock.advance(1_234);
    response.status(201).write('half');
    clock.advance(766);
    response.end('whole');
  })
  .get('/twice', (_request, response) => {
    response.flushHeaders();
    clock.advance(5);
    response.end();
  })
  .get('/never', () => undefined);
const { urlOf, giveUp } = serveToTests(app);
beforeEach(() => recorded.mockClear());

async function requests() {
  while (recorded.mock.calls.length === 0) await new Promise(setImmediate);
  return recorded.mock.calls.map(([request]) => request);
}

describe('observability: the meter of requests', () => {
  it('records the pattern of the route, the status and the whole duration, once', async () => {
    const response = await fetch(urlOf('/conversations/ann1?secret=1'));
    expect(response.headers.get('X-Process-Time')).toBe('1.234000');
    await response.text();
    expect(await requests()).toEqual([{ handler: 'GET /conversations/:contactId', status: 201, durationMs: 2_000 }]);
  });

  it('records what comes to no handler, and tells its time too', async () => {
    const response = await fetch(urlOf('/some/path'), { method: 'POST' });
    expect(response.headers.get('X-Process-Time')).toBe('0.000000');
    expect(await requests()).toEqual([{ handler: 'none', status: 404, durationMs: 0 }]);
  });

  it('tells the time until the answer began, however it began', async () => {
    const response = await fetch(urlOf('/twice'));
    expect(response.headers.get('X-Process-Time')).toBe('0.000000');
    expect(await requests()).toMatchObject([{ durationMs: 5 }]);
  });

  it('tells no time of what it has not metered', async () => {
    expect((await fetch(urlOf('/before'))).headers.get('X-Process-Time')).toBeNull();
  });

  it('records that the caller did not wait', async () => {
    await giveUp('/never');
    expect(await requests()).toEqual([{ handler: 'GET /never', status: 'aborted', durationMs: 0 }]);
  });
});
