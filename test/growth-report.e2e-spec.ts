import { once } from 'node:events';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchReport } from '../src/commands/growth/fetch-report';
import { describeReport } from '../src/commands/growth/report-table';
import { loadAdminToken } from '../src/config';
import type { Report } from '../src/growth';
import { ADMIN_TOKEN, startTestApp } from './support/test-app';
import type { TestApp } from './support/test-app';

const AT = '2026-11-23T16:00:00.000Z';

/** A hundred contacts in the response styles; those of B book twice as often. */
function outcomes(): readonly object[] {
  const lines = Array.from({ length: 100 }, (_, index) => {
    const [contact_id, variant] = [`contact${index}`, index % 2 === 0 ? 'A' : 'B'];
    const isBooked = [0, 1, 3].includes(index % 10);
    return [
      {
        contact_id,
        at: AT,
        type: 'exposed',
        feature: 'ab_response_style_testing',
        arm: 'treatment',
        variant,
        segment: 'standard',
        source: 'zillow',
      },
      ...(isBooked ? [{ contact_id, at: AT, type: 'happened', kind: 'booked', is_hot: false }] : []),
    ];
  });
  return lines.flat().map((line, index) => ({ number: index + 1, ...line }));
}

async function folderWith(lines: readonly object[]): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'growth-'));
  await mkdir(join(dataDir, 'growth'));
  await writeFile(join(dataDir, 'growth', 'outcomes.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return dataDir;
}

describe('growth flags: the report of a running service', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ DATA_DIR: await folderWith(outcomes()) });
  });
  afterAll(() => app.close());

  it('is about everybody whose outcomes are on disk', async () => {
    const response = await app.asAdmin('/growth/report');
    expect(response.status).toBe(200);
    const { features, auto_stop } = (await response.json()) as Report;
    expect(auto_stop).toBeNull();
    expect(features.ab_response_style_testing).toMatchObject({
      contacts: 100,
      randomised: true,
      variants: { A: { contacts: 50, appointments_booked: 10 }, B: { contacts: 50, appointments_booked: 20 } },
    });
    const effect = features.ab_response_style_testing.sources.zillow?.comparison.appointment_booked_rate;
    expect(effect).toMatchObject({ relative_lift: 1, p_value: expect.closeTo(0.0291, 4) });
    expect(effect?.confidence_interval?.lower).toBeCloseTo(0.0436, 3);
  });

  it('is for the administrator alone', async () => {
    const [none, wrong] = await Promise.all(
      ['', 'Bearer wrong'].map((Authorization) => fetch(`${app.url}/growth/report`, { headers: { Authorization } })),
    );
    expect([none?.status, wrong?.status]).toEqual([401, 401]);
  });

  it('is printed by its command', async () => {
    const report = await fetchReport(`${app.url}/`, loadAdminToken({ ADMIN_TOKEN }));
    const lines = describeReport(report).join('\n');
    expect(lines).toContain('Nothing was stopped.');
    expect(lines).toContain('ab_response_style_testing: variant B against variant A, randomised');
    expect(lines).toMatch(
      /appointment booked +50 \/ 50 +20\.0% +40\.0% +\+100\.0% +\+4\.4% to \+283\.\d% +0\.0291 +met/,
    );
    expect(lines).toContain('source zillow: opted out');
    expect(lines).toContain('6510 per arm are needed');
    expect(lines).toContain('lead_source_attribution: no contacts yet');
  });
});

describe('growth flags: the report that cannot be had', () => {
  const servers: Server[] = [];
  const closeAll = () => {
    for (const server of servers.splice(0)) server.close();
  };
  afterEach(closeAll);

  async function answering(status: number, body: string): Promise<string> {
    const server = createServer((_request, response) => response.writeHead(status).end(body)).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it.each([
    [401, '{}', 'answers 401: ADMIN_TOKEN is not the one'],
    [403, '{}', 'answers 403: the service has no ADMIN_TOKEN'],
    [404, '', 'answers 404: this is not Jorge Bots'],
    [500, '', 'answers 500: see its log'],
    [200, '<html>', 'something else than a growth report'],
    [200, '{"status":"ok"}', 'something else than a growth report'],
  ])('says why: %d %s', async (status, body, problem) => {
    await expect(fetchReport(await answering(status, body), 'token')).rejects.toThrow(problem);
  });

  it('says that nobody answers', async () => {
    const url = await answering(200, '');
    closeAll();
    await expect(fetchReport(url, 'token')).rejects.toThrow('ECONNREFUSED; does the service run?');
    await expect(fetchReport('localhost', 'token')).rejects.toThrow('--url must be the address');
    await expect(fetchReport('ftp://localhost', 'token')).rejects.toThrow('--url must be the address');
  });

  it('needs ADMIN_TOKEN', () => {
    expect(() => loadAdminToken({ ADMIN_TOKEN: ' ' })).toThrow('ADMIN_TOKEN');
    expect(loadAdminToken({ ADMIN_TOKEN: ' token ' })).toBe('token');
  });
});
