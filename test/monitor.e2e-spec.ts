import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { loadMonitorSettings } from '../src/config';
import { CANARY_TYPE } from '../src/webhook';
import { readOptions } from '../src/commands/monitor/options';
import { monitor } from '../src/commands/monitor/run';
import { ADMIN_TOKEN, eventually, SECRET, startTestApp } from './support/test-app';
import type { TestApp } from './support/test-app';

interface Result {
  readonly severity: string;
  readonly lines: readonly string[];
}

/** Runs the monitor as its command does. */
async function run(url: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Result> {
  const lines: string[] = [];
  const settings = loadMonitorSettings({ GHL_WEBHOOK_SECRET: SECRET, ADMIN_TOKEN, ...env });
  const options = readOptions(['--url', url, ...args], settings);
  const severity = await monitor(options, (line) => lines.push(line), new AbortController().signal);
  return { severity, lines };
}

const FINE = { five_minute_compliance: { rate: 1, violations_24h: 0 }, p95_response_ms: 20, ghl_success_rate: 1 };
const HEALTHY = { status: 'ok', services: { inbox: { status: 'up', unfinished: 0, failed: 0 } } };

/** Something that answers in the place of the service, and takes alerts as Slack does. */
class OtherServer {
  readonly answers = new Map<string, { status: number; body: unknown } | 'hangs up'>([
    ['/health', { status: 200, body: HEALTHY }],
    ['/performance', { status: 200, body: FINE }],
  ]);
  readonly alerts: unknown[] = [];
  readonly requests: { readonly path: string; readonly authorization: string | undefined }[] = [];
  private readonly server = createServer((request, response) => {
    const path = request.url ?? '';
    this.requests.push({ path, authorization: request.headers.authorization });
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const answer = this.answers.get(path) ?? { status: 404, body: null };
      if (answer === 'hangs up') {
        request.socket.destroy();
        return;
      }
      if (path === '/alerts' && answer.status === 200) this.alerts.push(JSON.parse(body));
      response.writeHead(answer.status).end(JSON.stringify(answer.body));
    });
  });

  async start(): Promise<string> {
    this.answers.set('/alerts', { status: 200, body: 'ok' });
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }
}

describe('observability: the monitor in front of the service', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startTestApp({}, 0);
  });
  afterEach(() => app.close());

  it('finds everything that it looks for, and nothing wrong', async () => {
    // The first answers of a busy machine may take their time.
    const { severity, lines } = await run(app.url, ['--once', '--canary', '--max-p95-ms', '60000']);
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(/does not tell/);
    expect(severity).toBe('ok');
  });

  it('sends a canary that is verified, taken once and never becomes a conversation', async () => {
    const { lines } = await run(app.url, ['--once', '--canary']);
    expect(lines[0]).toContain(' canary=ok');
    const audits = app.logs.filter(({ type }) => type === CANARY_TYPE);
    expect(audits.slice(-2)).toMatchObject([
      { signature_valid: true, duplicate: false, outcome: 'acknowledged' },
      { signature_valid: true, duplicate: true, outcome: 'duplicate_ignored' },
    ]);
    const { total } = (await (await app.asAdmin('/events?status=processing')).json()) as { readonly total: number };
    expect(total).toBe(0);
    expect(await (await app.asAdmin('/conversations')).json()).toMatchObject({ total: 0 });
  });

  it('finds that the service does not verify with the same secret', async () => {
    const { severity, lines } = await run(app.url, ['--once', '--canary'], { GHL_WEBHOOK_SECRET: 'another' });
    expect(severity).toBe('critical');
    expect(lines[0]).toMatch(/ CRITICAL .*canary=failed .*canary: answered 403 invalid_signature/);
  });

  it('finds a clock that is wrong', async () => {
    app.clock.shiftMs = 3 * 3_600_000;
    const { lines } = await run(app.url, ['--once', '--canary']);
    expect(lines[0]).toMatch(/canary: answered 403 stale_event/);
  });

  it('finds that the CRM does not answer', async () => {
    await app.crm.stop();
    const { severity, lines } = await run(app.url, ['--once']);
    expect(severity).not.toBe('ok');
    expect(lines[0]).toMatch(/ghl is down/);
  });

  it('takes a data folder that cannot be written for worse than a CRM that is waited for', async () => {
    await app.crm.stop();
    // A folder where the probe's file belongs: nobody can write it, root included.
    await mkdir(join(app.dataDir, '.write-probe', 'x'), { recursive: true });
    const { severity, lines } = await run(app.url, ['--once', '--min-ghl-success-rate', '0']);
    expect(lines[0]).toMatch(/storage is down/);
    expect(severity).toBe('critical');
  });
});

describe('observability: the monitor in front of something else', () => {
  let server: OtherServer;
  let url: string;
  beforeEach(async () => {
    server = new OtherServer();
    url = await server.start();
  });
  afterEach(() => server.stop());

  it('is satisfied with good answers, and shows its token to /performance only', async () => {
    const { severity, lines } = await run(url, ['--once', '--token', 'scraper']);
    expect(severity).toBe('ok');
    expect(lines[0]).toMatch(/^\S+Z OK health=\d+ms performance=\d+ms .*inbox\.failed=0$/);
    expect(server.requests.filter(({ authorization }) => authorization === 'Bearer scraper')).toHaveLength(1);
    expect(server.requests.find(({ path }) => path === '/health')?.authorization).toBeUndefined();
  });

  it.each([
    ['/health', { status: 503, body: {} }, 'critical', '/health answers 503'],
    ['/health', 'hangs up', 'critical', 'no answer from /health: UND_ERR_SOCKET'],
    ['/health', { status: 302, body: {} }, 'critical', 'no answer from /health: unexpected redirect'],
    ['/performance', { status: 401, body: {} }, 'warning', '/performance answers 401; give --token'],
    ['/performance', { status: 200, body: { ...FINE, ghl_success_rate: 0.2 } }, 'warning', 'ghl_success_rate is 0.2'],
  ] as const)('tells of %s with %j', async (path, answer, severity, text) => {
    server.answers.set(path, answer);
    const result = await run(url, ['--once']);
    expect(result.severity).toBe(severity);
    expect(result.lines[0]).toContain(text);
  });

  it.each([
    [{ status: 'accepted' }, 'answered "accepted"'],
    [{ status: 'acknowledged', webhook_id: 'another' }, 'answered for another event'],
  ])('does not take %j for the answer to its canary', async (body, problem) => {
    server.answers.set('/webhook/ghl', { status: 200, body });
    const { severity, lines } = await run(url, ['--once', '--canary']);
    expect(severity).toBe('critical');
    expect(lines[0]).toContain(`canary: ${problem}`);
  });

  it('tells of a service that is gone', async () => {
    await server.stop();
    const { severity, lines } = await run(url, ['--once', '--canary']);
    expect(severity).toBe('critical');
    expect(lines[0]).toMatch(/no answer from \/health: ECONNREFUSED; .*canary: no answer: ECONNREFUSED/);
    url = await server.start();
  });

  it('tells a failed look to the alert webhook, and goes on when that fails too', async () => {
    server.answers.set('/health', { status: 503, body: {} });
    const args = ['--once', '--alert-webhook', `${url}/alerts`];
    await run(url, args);
    expect(server.alerts).toEqual([{ text: `Jorge Bots at ${url}: CRITICAL /health answers 503` }]);
    server.answers.set('/alerts', { status: 500, body: 'no' });
    const { severity, lines } = await run(url, args);
    expect(severity).toBe('critical');
    expect(lines[1]).toMatch(/Z the alert was not taken: answered 500$/);
    expect(server.alerts).toHaveLength(1);
  });

  it('tells changes once while it goes on looking, and ends when it is stopped', async () => {
    server.answers.set('/health', { status: 503, body: {} });
    server.answers.set('/alerts', { status: 500, body: 'not yet' });
    const stop = new AbortController();
    const lines: string[] = [];
    const options = {
      ...readOptions(['--url', url, '--alert-webhook', `${url}/alerts`], loadMonitorSettings({})),
      intervalMs: 5,
    };
    const running = monitor(options, (line) => lines.push(line), stop.signal);
    const looked = (times: number) => eventually(() => (lines.length >= times ? true : null));
    await looked(4);
    server.answers.set('/alerts', { status: 200, body: 'ok' });
    await eventually(() => (server.alerts.length > 0 ? true : null));
    await looked(lines.length + 4);
    server.answers.set('/health', { status: 200, body: HEALTHY });
    await looked(lines.length + 4);
    stop.abort();
    expect(await running).toBe('ok');
    expect(server.alerts).toEqual([
      { text: `Jorge Bots at ${url}: CRITICAL /health answers 503` },
      { text: `Jorge Bots at ${url}: OK` },
    ]);
  });
});
