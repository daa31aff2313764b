import { join } from 'node:path';
import { SandboxCrm } from '../../src/ghl/sandbox';
import { problemOf, runCycle, stopCleanly } from './cycle';
import type { Stage } from './cycle';
import { collectEvidence } from './evidence';
import { FlakyGhl } from './flaky-ghl';
import { drawKillPlan } from './kill-plan';
import type { KillKind } from './kill-plan';
import { Ledger } from './ledger';
import { Load } from './load';
import { Random } from './random';
import { Relay } from './relay';
import { freePort, Service } from './service';
import { fetchFailedIds, waitUntilSettled } from './settle';
import { print } from './table';
import { judge } from './verdict';
import type { Verdict } from './verdict';

export interface RunOptions {
  readonly cycles: number;
  readonly seed: number;
  /** Milliseconds. */
  readonly lag: number;
  /** Seconds. */
  readonly settle: number;
}

/** Everything there is to tell of a run. */
export interface Run {
  readonly ledger: Ledger;
  readonly ghl: FlakyGhl;
  readonly kills: ReadonlyMap<KillKind, number>;
  /** Ends of the process that should have been clean and were not. */
  readonly badEnds: readonly string[];
  /** Events that were not finished when the patience was over. */
  readonly unsettled: number;
  readonly hasFailedRoute: boolean;
  readonly verdict: Verdict;
  readonly seconds: number;
}

const SECRET = 'crash-test-webhook-secret';
const ADMIN_TOKEN = 'crash-test-admin-token';
const ACCESS_TOKEN = 'crash-test-access-token';
const LOCATION = 'crashLocation';
const CALENDAR = 'crashCalendar';
const PROGRESS_EVERY = 10;

/** Runs all cycles on one data folder under `folder`, lets the service settle, stops it and counts. */
export async function runCrashTest(folder: string, options: RunOptions): Promise<Run> {
  const startedMs = Date.now();
  const { seed, cycles } = options;
  const dataDir = join(folder, 'data');
  const ledger = new Ledger();
  const crm = new SandboxCrm({ accessToken: ACCESS_TOKEN, locationId: LOCATION, calendarId: CALENDAR });
  const ghl = new FlakyGhl(new Random(seed, 1), await crm.start(), options.lag);
  const settings = serviceSettings(dataDir, await ghl.start());
  const service = new Service(settings, await freePort(), folder, join(folder, 'service.log'));
  const relay = new Relay(ledger, new Random(seed, 2), service.url);
  crm.deliverWebhooksTo({ url: await relay.start(), secret: SECRET });
  const stage = { service, ghl, ledger, load: new Load(crm, ledger, new Random(seed, 3)) };
  try {
    const { kills, badEnds } = await runCycles(stage, cycles, new Random(seed));
    const end = await settleAndStop(stage, dataDir, options.settle * 1_000);
    const verdict = judge(collectEvidence(ledger, crm, dataDir, end.failedIds ?? new Set()));
    const allBadEnds = [...badEnds, ...(end.problem === null ? [] : [`final stop: ${end.problem}`])];
    const seconds = (Date.now() - startedMs) / 1_000;
    const { unsettled, failedIds } = end;
    return { ledger, ghl, kills, badEnds: allBadEnds, unsettled, hasFailedRoute: failedIds !== null, verdict, seconds };
  } finally {
    await service.end('SIGKILL');
    await Promise.all([crm.stop(), ghl.stop(), relay.stop()]);
  }
}

async function runCycles(stage: Stage, cycles: number, random: Random) {
  const kills = new Map<KillKind, number>();
  const badEnds: string[] = [];
  for (let cycle = 1; cycle <= cycles; cycle++) {
    const plan = drawKillPlan(random);
    const { wasKilled, problem } = await runCycle(stage, plan);
    if (wasKilled) kills.set(plan.kind, (kills.get(plan.kind) ?? 0) + 1);
    if (problem !== null) badEnds.push(`cycle ${cycle} (${plan.kind}): ${problem}`);
    if (cycle % PROGRESS_EVERY === 0)
      print(`  cycle ${cycle}: ${stage.ledger.texts.size} texts, ${stage.ghl.sends} sends`);
  }
  return { kills, badEnds };
}

/** The last start meets no faults and no new texts: what is open must come to an end. */
async function settleAndStop({ service, ghl, ledger }: Stage, dataDir: string, patienceMs: number) {
  ghl.calmDown();
  service.start();
  if (!(await service.waitUntilReady())) throw new Error('the service ended by itself in its last start; see its log');
  print('  settling');
  const unsettled = await waitUntilSettled(ledger, dataDir, patienceMs);
  const failedIds = await fetchFailedIds(service.url, ADMIN_TOKEN);
  return { unsettled, failedIds, problem: problemOf(await stopCleanly(service)) };
}

/** The service in live mode, as little patient as makes lost answers show up soon. */
function serviceSettings(dataDir: string, ghlUrl: string): Readonly<Record<string, string>> {
  return {
    DATA_DIR: dataDir,
    GHL_ACCESS_TOKEN: ACCESS_TOKEN,
    GHL_LOCATION_ID: LOCATION,
    GHL_API_BASE_URL: ghlUrl,
    GHL_CALENDAR_ID: CALENDAR,
    GHL_TIMEOUT_MS: '2000',
    GHL_WEBHOOK_SECRET: SECRET,
    ADMIN_TOKEN,
    REPLY_DEBOUNCE_MS: '100',
    LOG_LEVEL: 'warn',
  };
}
