import { setTimeout as pause } from 'node:timers/promises';
import type { FlakyGhl } from './flaky-ghl';
import type { KillPlan } from './kill-plan';
import type { Ledger } from './ledger';
import type { Load } from './load';
import type { Exit, Service } from './service';

/** What takes part in a cycle. */
export interface Stage {
  readonly service: Service;
  readonly ghl: FlakyGhl;
  readonly ledger: Ledger;
  readonly load: Load;
}

/** How a cycle's process ended. */
export interface CycleEnd {
  /** By our SIGKILL; `false` for a clean stop. */
  readonly wasKilled: boolean;
  /** What went wrong, if anything did. */
  readonly problem: string | null;
}

/** A stop under load may take as long as orchestrators give it. */
const STOP_PATIENCE_MS = 30_000;
/** When what the plan waits for does not come, the kill comes anyway. */
const TRIGGER_PATIENCE_MS = 3_000;
const UNDER_WAY_MS = 300;

/** Starts the service, puts it under load and ends it as the plan says; some texts also go out while it is down. */
export async function runCycle(stage: Stage, plan: KillPlan): Promise<CycleEnd> {
  const { service, load } = stage;
  let isOver = false;
  service.start();
  const whileDown = load.sendOne();
  const underLoad = service.waitUntilReady().then((isReady) => (isReady ? load.run(plan.texts, () => isOver) : null));
  try {
    if (plan.kind !== 'boot') await readyOrDead(service);
    return await endAsPlanned(stage, plan);
  } finally {
    isOver = true;
    await Promise.all([underLoad, whileDown]);
  }
}

async function readyOrDead(service: Service): Promise<void> {
  if (!(await service.waitUntilReady())) throw new Error('the service ended by itself while it started; see its log');
}

async function endAsPlanned({ service, ghl, ledger }: Stage, { kind, delayMs, count }: KillPlan): Promise<CycleEnd> {
  switch (kind) {
    case 'boot':
    case 'recovery':
    case 'load':
      await pause(delayMs);
      break;
    case 'send':
      await occurrences(count, (listener) => (ghl.onSend = listener));
      await pause(delayMs);
      break;
    case 'ack':
      await occurrences(count, (listener) => (ledger.onAcknowledged = listener));
      await pause(delayMs);
      break;
    case 'stopping':
      await pause(UNDER_WAY_MS);
      service.signal('SIGTERM');
      await pause(delayMs);
      break;
    case 'clean_stop':
      await pause(UNDER_WAY_MS);
      return { wasKilled: false, problem: problemOf(await stopCleanly(service)) };
  }
  return judgeKill(await service.end('SIGKILL'));
}

/** A process that a stop under way has ended before the kill must have exited with 0. */
function judgeKill(exit: Exit): CycleEnd {
  if (exit.signal === 'SIGKILL') return { wasKilled: true, problem: null };
  return { wasKilled: false, problem: problemOf(exit) };
}

/** Stops with SIGTERM; what takes longer than 30 s is killed, and told by its signal. */
export async function stopCleanly(service: Service): Promise<Exit> {
  const timer = setTimeout(() => {
    service.signal('SIGKILL');
  }, STOP_PATIENCE_MS);
  const exit = await service.end('SIGTERM');
  clearTimeout(timer);
  return exit;
}

/** @returns `null` for exit code 0. */
export function problemOf({ code, signal }: Exit): string | null {
  return code === 0 ? null : `ended with ${signal ?? `exit code ${String(code)}`} instead of exit code 0`;
}

async function occurrences(count: number, listen: (listener: () => void) => void): Promise<void> {
  let left = count;
  const reached = new Promise<void>((done) => {
    listen(() => {
      left -= 1;
      if (left <= 0) done();
    });
  });
  await Promise.race([reached, pause(TRIGGER_PATIENCE_MS)]);
  listen(() => undefined);
}
