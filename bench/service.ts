import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Child, workFolder } from './child';
import { closedLoop } from './load';
import { LOCATION, SECRET, textWebhook } from './webhooks';

const ROOT = resolve(__dirname, '../..');
const BOOT_PATIENCE_MS = 30_000;

/** The built service as an operator runs it: live mode, everything on, logs to a file. */
export class Service {
  private constructor(
    readonly child: Child,
    readonly port: number,
    readonly dataDir: string,
    /** From the start of the process to the first good answer of `/health`. */
    readonly bootMs: number,
  ) {}

  /** `dataDir` may hold files already and is created if need be; `script` lies in `dist`. */
  static async start(
    name: string,
    ghlPort: number,
    { dataDir = join(workFolder, name), script = 'main.js' } = {},
  ): Promise<Service> {
    const port = await freePort();
    const startedAt = performance.now();
    const settings = { ...liveSettings(ghlPort), PORT: String(port), DATA_DIR: dataDir };
    const child = Child.start(name, join(ROOT, 'dist', script), settings, [...START_FLAGS, ...profileFlags(name)]);
    await untilHealthy(child, port);
    return new Service(child, port, dataDir, performance.now() - startedAt);
  }

  /** The bots know the contacts from one text each, so that later events find their conversation in memory. */
  async introduce(contactIds: readonly string[]): Promise<void> {
    const texts = contactIds.map((contactId) => textWebhook(contactId, 'We are looking to buy a house'));
    const requests = texts.map(({ bytes }) => bytes);
    await closedLoop(this.port, requests, 10_000);
    await this.untilProcessed(texts.map(({ eventId }) => eventId));
  }

  /** Waits until `webhook_idempotency.json` says of all these events that they are finished. */
  async untilProcessed(eventIds: readonly string[], patienceMs = 20_000): Promise<void> {
    const deadline = performance.now() + patienceMs;
    const path = join(this.dataDir, 'webhook_idempotency.json');
    for (;;) {
      const text = await readFile(path, 'utf8').catch(() => '{}');
      const records = JSON.parse(text) as Readonly<Record<string, { readonly status: string } | undefined>>;
      if (eventIds.every((id) => records[id]?.status === 'processed')) return;
      if (performance.now() > deadline) throw new Error('events were accepted and not processed in time');
      await pause(50);
    }
  }
}

/** Creates in the stand-in the fields and tags that the service writes, as an operator does. */
export async function setUpLocation(ghlPort: number): Promise<void> {
  const code = await Child.start('setup', join(ROOT, 'dist/commands/setup-ghl.js'), liveSettings(ghlPort)).ended();
  if (code !== 0) throw new Error('setup:ghl failed against the stand-in');
}

function liveSettings(ghlPort: number): Readonly<Record<string, string>> {
  return {
    HOST: '127.0.0.1',
    GHL_ACCESS_TOKEN: 'token-of-the-benchmark',
    GHL_LOCATION_ID: LOCATION,
    GHL_API_BASE_URL: `http://127.0.0.1:${ghlPort}`,
    GHL_WEBHOOK_SECRET: SECRET,
    ADMIN_TOKEN: 'admin-token-of-the-benchmark',
    BUSINESS_PROFILE: join(ROOT, 'config/business.json'),
    REPLY_DEBOUNCE_MS: '0',
  };
}

/** As `npm start` has them. */
const START_FLAGS = ['--max-old-space-size=300'];

/** `BENCH_PROFILE=<folder>` writes a CPU profile of every service there. */
function profileFlags(name: string): string[] {
  const folder = process.env.BENCH_PROFILE;
  return folder ? ['--cpu-prof', `--cpu-prof-dir=${resolve(folder)}`, `--cpu-prof-name=${name}.cpuprofile`] : [];
}

async function untilHealthy(child: Child, port: number): Promise<void> {
  const deadline = performance.now() + BOOT_PATIENCE_MS;
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${port}/health`).catch(() => null);
    await response?.arrayBuffer();
    if (response?.ok) return;
    if (child.process.exitCode !== null) throw new Error('the service ended while it started');
    if (performance.now() > deadline) throw new Error('the service did not become healthy');
    await pause(10);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
