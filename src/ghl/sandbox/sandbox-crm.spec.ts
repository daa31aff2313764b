import { SandboxCrm } from '.';
import type { Fault, SandboxOptions } from '.';

const TOKEN = 'pit-test';
const HEADERS = { Authorization: `Bearer ${TOKEN}`, Version: '2021-07-28', 'Content-Type': 'application/json' };
const CONTACT = 'AbCdEfGhIjKlMnOpQrSt';

let crm: SandboxCrm;
let base: string;

async function open(options: Partial<SandboxOptions> = {}): Promise<void> {
  crm = new SandboxCrm({ accessToken: TOKEN, ...options });
  base = await crm.start();
}

const getContact = (init: RequestInit = {}) => fetch(`${base}/contacts/${CONTACT}`, { headers: HEADERS, ...init });
const addTag = (tag: string, init: RequestInit = {}) =>
  fetch(`${base}/contacts/${CONTACT}/tags`, {
    method: 'POST',
    headers: HEADERS,
    body: JSON.stringify({ tags: [tag] }),
    ...init,
  });

afterEach(() => crm.stop());

describe('the gateway of the sandbox', () => {
  beforeEach(() => open());

  it.each([
    ['no token', 401, 'Invalid JWT', { Version: '2021-07-28' }],
    ['a wrong token', 401, 'Invalid JWT', { ...HEADERS, Authorization: 'Bearer wrong' }],
    ['no version', 401, 'version header was not found.', { Authorization: HEADERS.Authorization }],
    ['an unpublished version', 401, 'version header is invalid', { ...HEADERS, Version: '2020-01-01' }],
    [
      'the version of another API',
      401,
      'version header is invalid (this call is described for 2021-07-28)',
      { ...HEADERS, Version: '2021-04-15' },
    ],
  ])('refuses %s', async (_case, status, message, headers) => {
    const response = await getContact({ headers });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ statusCode: 401, message, error: 'Unauthorized' });
  });

  it.each([
    ['GET', '/locations'],
    ['POST', '/calendars/events'],
    ['PATCH', `/contacts/${CONTACT}`],
    ['GET', '/'],
  ])('has no %s %s', async (method, path) => {
    const response = await fetch(base + path, { method, headers: HEADERS });
    expect(response.status).toBe(404);
  });

  it('refuses a body that is not JSON, and does not read one that is not declared to be', async () => {
    expect((await addTag('x', { body: '{' })).status).toBe(400);
    const headers = { ...HEADERS, 'Content-Type': 'text/plain' };
    expect((await addTag('x', { headers })).status).toBe(422);
    expect((await addTag('x', { body: JSON.stringify({ tags: ['y'.repeat(1_100_000)] }) })).status).toBe(413);
    expect(crm.contact(CONTACT).tags).toEqual([]);
  });

  it('records what was asked and answered', async () => {
    await addTag('Hot-Lead');
    expect(crm.requests).toEqual([
      {
        method: 'POST',
        path: `/contacts/${CONTACT}/tags`,
        query: '',
        body: { tags: ['Hot-Lead'] },
        status: 201,
        atMs: expect.any(Number) as number,
      },
    ]);
  });

  it('keeps what it knows over a stop and start', async () => {
    await addTag('Hot-Lead');
    await crm.stop();
    await expect(getContact()).rejects.toThrow();
    base = await crm.start();
    expect((await getContact()).status).toBe(200);
    expect(crm.contact(CONTACT).tags).toEqual(['hot-lead']);
  });
});

describe('the rate limit of the sandbox', () => {
  it('answers 429 to one request too many in any interval, and says how many are left', async () => {
    let nowMs = Date.parse('2026-03-06T12:00:00Z');
    await open({ rateLimit: { max: 2, intervalMs: 10_000, daily: 3 }, now: () => nowMs });
    const first = await getContact();
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'x-ratelimit-max': '2',
      'x-ratelimit-remaining': '1',
      'x-ratelimit-interval-milliseconds': '10000',
      'x-ratelimit-limit-daily': '3',
      'x-ratelimit-daily-remaining': '2',
    });
    nowMs += 9_000;
    expect((await getContact()).status).toBe(200);
    expect((await getContact()).status).toBe(429);
    nowMs += 1_000;
    expect((await getContact()).status).toBe(200);
    nowMs += 60_000;
    expect((await getContact()).status).toBe(429);
    nowMs += 86_400_000;
    expect((await getContact()).status).toBe(200);
  });
});

describe('a fault', () => {
  beforeEach(() => open());

  it.each<[boolean, Omit<Fault, 'path'>]>([
    [false, { kind: 'status', status: 503 } as Fault],
    [true, { kind: 'status', status: 500, executes: true } as Fault],
    [true, { kind: 'garbage' }],
  ])('that executes (%s) and answers something else: %j', async (executes, fault) => {
    crm.injectFault({ ...fault, path: /\/tags$/ } as Fault);
    const response = await addTag('x');
    expect(response.status).toBe('status' in fault ? fault.status : 200);
    expect(await response.text()).not.toContain('"tags"');
    await getContact();
    expect(crm.contact(CONTACT).tags).toEqual(executes ? ['x'] : []);
  });

  it.each([
    ['reset_before', []],
    ['reset_after', ['x']],
  ] as const)('%s cuts the connection', async (kind, tags) => {
    crm.injectFault({ kind, path: /tags/, times: 1 });
    await expect(addTag('x')).rejects.toThrow();
    await getContact();
    expect(crm.contact(CONTACT).tags).toEqual(tags);
    expect(crm.requests[0]?.status).toBe(0);
    expect((await addTag('y')).status).toBe(201);
  });

  it('hang never answers, until the stop', async () => {
    crm.injectFault({ kind: 'hang', path: /./ });
    const hanging = getContact();
    await expect(Promise.race([hanging, untilRecorded()])).resolves.toBe('recorded');
    await Promise.all([expect(hanging).rejects.toThrow(), crm.stop()]);
    base = await crm.start();
  });

  it('delay executes at once and answers late', async () => {
    crm.injectFault({ kind: 'delay', delayMs: 30, path: /./ });
    const pending = addTag('x');
    await untilRecorded();
    expect(crm.contact(CONTACT).tags).toEqual(['x']);
    expect((await pending).status).toBe(201);
  });

  it('meets only its method, its path and its number of requests, and can be taken back', async () => {
    crm.injectFault({ kind: 'status', status: 429, retryAfterSeconds: 7, method: 'POST', path: /tags/g, times: 2 });
    const remove = crm.injectFault({ kind: 'status', status: 500, method: 'GET', path: /contacts/ });
    expect((await addTag('x')).headers.get('retry-after')).toBe('7');
    expect((await addTag('x')).status).toBe(429);
    expect((await addTag('x')).status).toBe(201);
    expect((await getContact()).status).toBe(500);
    remove();
    expect((await getContact()).status).toBe(200);
    crm.injectFault({ kind: 'status', status: 500, path: /./ });
    crm.clearFaults();
    expect((await getContact()).status).toBe(200);
  });

  async function untilRecorded(): Promise<string> {
    while (crm.requests.length === 0) await new Promise(setImmediate);
    return 'recorded';
  }
});
