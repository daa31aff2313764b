import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SandboxCrm } from '../../src/ghl/sandbox';
import { problemOf, stopCleanly } from './cycle';
import { FuzzClient } from './fuzz-client';
import type { FuzzOutcome } from './fuzz-client';
import { drawRequest } from './fuzz-request';
import { MemoryWatch } from './memory';
import type { MemoryGrowth } from './memory';
import { readOptions } from './options';
import { Random } from './random';
import { freePort, Service } from './service';
import { print, printTable } from './table';

const TARGET = { secret: 'fuzz-webhook-secret', locationId: 'fuzzLocation' };
const ACCESS_TOKEN = 'fuzz-access-token';
const IN_PARALLEL = 16;
const MAX_GROWTH_MB = 80;
const ALARMING = /unhandled|uncaught|MaxListenersExceeded|out of memory/i;

interface Fuzzed {
  readonly outcomes: ReadonlyMap<FuzzOutcome, number>;
  readonly letInUnsigned: number;
  readonly memory: MemoryGrowth;
  /** Why the process did not live until its stop, or how that stop went wrong. */
  readonly problem: string | null;
  readonly alarms: readonly string[];
  readonly seconds: number;
}

/** Sends hostile requests to the webhook of the built service. Options: `--requests`, `--seed` (the same requests). */
async function main(): Promise<void> {
  const { requests, seed } = readOptions({ requests: 20_000 });
  const folder = mkdtempSync(join(tmpdir(), 'jorge-fuzz-'));
  mkdirSync(join(folder, 'data'));
  print(`fuzz test: ${requests} requests, seed ${seed}, in ${folder}`);
  const isClean = report(await fuzz(folder, requests, seed), requests, seed);
  if (isClean) rmSync(folder, { recursive: true });
  else print(`\nkept for a look: ${folder} (data, service.log); again: --requests ${requests} --seed ${seed}`);
  process.exitCode = isClean ? 0 : 1;
}

async function fuzz(folder: string, requests: number, seed: number): Promise<Fuzzed> {
  const crm = new SandboxCrm({ accessToken: ACCESS_TOKEN, locationId: TARGET.locationId });
  const port = await freePort();
  const service = new Service(settings(folder, await crm.start()), port, folder, join(folder, 'service.log'));
  const client = new FuzzClient(new Random(seed, 1), port);
  const startedMs = Date.now();
  try {
    service.start();
    if (!(await service.waitUntilReady())) throw new Error('the service ended by itself while it started; see its log');
    const sent = await sendAll(service, client, requests, new Random(seed));
    const problem = service.isRunning ? problemOf(await stopCleanly(service)) : 'the process died';
    const alarms = readFileSync(join(folder, 'service.log'), 'utf8')
      .split('\n')
      .filter((line) => ALARMING.test(line));
    return { ...sent, problem, alarms, seconds: (Date.now() - startedMs) / 1_000 };
  } finally {
    client.close();
    await service.end('SIGKILL');
    await crm.stop();
  }
}

async function sendAll(service: Service, client: FuzzClient, requests: number, random: Random) {
  const outcomes = new Map<FuzzOutcome, number>();
  let letInUnsigned = 0;
  let sent = 0;
  const watch = new MemoryWatch(service.pid, () => sent / requests);
  const work = async (): Promise<void> => {
    while (sent < requests && service.isRunning) {
      sent += 1;
      const request = drawRequest(random, TARGET);
      const outcome = await client.send(request);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (outcome === 200 && !request.isSigned) letInUnsigned += 1;
    }
  };
  await Promise.all(Array.from({ length: IN_PARALLEL }, work));
  return { outcomes, letInUnsigned, memory: watch.stop() };
}

function settings(folder: string, ghlUrl: string): Readonly<Record<string, string>> {
  return {
    DATA_DIR: join(folder, 'data'),
    GHL_ACCESS_TOKEN: ACCESS_TOKEN,
    GHL_LOCATION_ID: TARGET.locationId,
    GHL_API_BASE_URL: ghlUrl,
    GHL_WEBHOOK_SECRET: TARGET.secret,
    GHL_WEBHOOK_TOKEN: 'fuzz-webhook-token',
    REPLY_DEBOUNCE_MS: '0',
    LOG_LEVEL: 'warn',
  };
}

/** Prints the counts. @returns whether nothing is wrong. */
function report({ outcomes, letInUnsigned, memory, problem, alarms, seconds }: Fuzzed, requests: number, seed: number) {
  const { afterWarmUp, atEnd, peak } = memory;
  const inOrder = [...outcomes].sort(([a], [b]) => String(a).localeCompare(String(b)));
  const growthMb = Math.round(atEnd - afterWarmUp);
  printTable('What was answered', [
    ['seed', seed],
    ['requests', requests, `in ${seconds.toFixed(0)} s`],
    ...inOrder.map(([outcome, count]) => [String(outcome), count] as const),
    [
      'memory, MB',
      `${afterWarmUp.toFixed(0)} → ${atEnd.toFixed(0)}`,
      `after warm-up → at the end; peak ${peak.toFixed(0)}`,
    ],
  ]);
  const serverErrors = inOrder.filter(([outcome]) => typeof outcome === 'number' && outcome >= 500);
  const violations = [
    ['answers of 500 and above', serverErrors.reduce((sum, [, count]) => sum + count, 0)],
    ['let in without a valid signature', letInUnsigned],
    ['alarming lines in the log', alarms.length, alarms[0]?.slice(0, 200)],
    ['process died or did not stop cleanly', problem === null ? 0 : 1, problem ?? ''],
    [`memory growth over ${MAX_GROWTH_MB} MB`, growthMb > MAX_GROWTH_MB ? growthMb : 0],
  ] as const;
  printTable('What must be 0', violations);
  return violations.every(([, count]) => count === 0);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
