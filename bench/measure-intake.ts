import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Child, workFolder } from './child';
import { closedLoop, openLoop } from './load';
import type { Throughput } from './load';
import { median, percentile } from './numbers';
import { Service } from './service';
import { contactWebhooks, SECRET, textWebhook } from './webhooks';

export const SERVERS = ['raw http', 'bare nest', 'service', 'service, 100,000 known'] as const;
export type ServerName = (typeof SERVERS)[number];

const KNOWN_EVENTS = 100_000;
const CONTACTS = Array.from({ length: 200 }, (_, index) => `intake${index}`);
const WARM_UP = { requests: 6_000, maxMs: 2_000 };
const ROUNDS = 3;
/** More than any server here answers in the time of a round. */
const ROUND = { requests: 60_000, maxMs: 2_500 };
const ACKS = { perSecond: 200, count: 1_200 };
const ALL_EVENTS = 100_000;

/** What the rounds of one server came to. */
export interface IntakeResult extends Throughput {
  readonly roundsPerSecond: readonly number[];
  /** Processor time of the server per event, all threads, in microseconds. */
  readonly cpuUs: number;
}

interface Target {
  readonly port: number;
  readonly child: Child;
}

/** The four servers under the same load. */
export class IntakeBench {
  private constructor(
    private readonly targets: Readonly<Record<ServerName, Target>>,
    private readonly service: Service,
    readonly idleRssMb: number,
    private serviceEvents: number,
  ) {}

  static async start(ghlPort: number): Promise<IntakeBench> {
    const raw = await startOwn('raw-http');
    const bare = await startOwn('bare-nest');
    const service = await Service.start('service', ghlPort);
    const seeded = await Service.start('service-known', ghlPort, { dataDir: seededFolder() });
    await pause(1_000);
    const idleRssMb = service.child.rssMb();
    await Promise.all([service.introduce(CONTACTS), seeded.introduce(CONTACTS)]);
    const targets = { 'raw http': raw, 'bare nest': bare, service, 'service, 100,000 known': seeded };
    return new IntakeBench(targets, service, idleRssMb, CONTACTS.length);
  }

  /** Rounds of each server in turn, so that what else the machine does meets all of them. */
  async rounds(): Promise<Readonly<Record<ServerName, IntakeResult>>> {
    for (const name of SERVERS) await this.round(name, WARM_UP);
    const rounds: Record<ServerName, RoundResult[]> = {
      'raw http': [],
      'bare nest': [],
      service: [],
      'service, 100,000 known': [],
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const name of SERVERS) rounds[name].push(await this.round(name, ROUND));
    }
    return {
      'raw http': summarise(rounds['raw http']),
      'bare nest': summarise(rounds['bare nest']),
      service: summarise(rounds.service),
      'service, 100,000 known': summarise(rounds['service, 100,000 known']),
    };
  }

  /** Latency of the answer at a fixed rate, in milliseconds. */
  async acks(name: ServerName): Promise<{ readonly p50: number; readonly p99: number }> {
    const requests = contactWebhooks(CONTACTS, ACKS.count);
    if (name === 'service') this.serviceEvents += requests.length;
    const latencies = await openLoop(this.targets[name].port, requests, ACKS.perSecond);
    return { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
  }

  /** First texts of new contacts as fast as they are taken, while their turns run. */
  async texts(count: number): Promise<Throughput> {
    const webhooks = Array.from({ length: count }, () => textWebhook(randomUUID(), 'We are looking to buy a house'));
    const result = await closedLoop(
      this.service.port,
      webhooks.map(({ bytes }) => bytes),
      5_000,
    );
    this.serviceEvents += result.done;
    await pause(3_000);
    return result;
  }

  /** Brings the service to 100,000 events in all, then reads its memory. */
  async memoryAfterEvents(): Promise<{ readonly events: number; readonly rssMb: number }> {
    const missing = Math.max(0, ALL_EVENTS - this.serviceEvents);
    const { done } = await closedLoop(this.service.port, contactWebhooks(CONTACTS, missing), 45_000);
    this.serviceEvents += done;
    await pause(1_000);
    return { events: this.serviceEvents, rssMb: this.service.child.rssMb() };
  }

  async stop(): Promise<void> {
    await Promise.all(Object.values(this.targets).map(({ child }) => child.stop()));
  }

  private async round(name: ServerName, { requests, maxMs }: typeof ROUND): Promise<RoundResult> {
    const { port, child } = this.targets[name];
    const prepared = contactWebhooks(CONTACTS, requests);
    const cpuBefore = child.cpuMs();
    const result = await closedLoop(port, prepared, maxMs);
    if (name === 'service') this.serviceEvents += result.done;
    return { ...result, cpuUs: ((child.cpuMs() - cpuBefore) * 1_000) / result.done };
  }
}

type RoundResult = Throughput & { readonly cpuUs: number };

function summarise(rounds: readonly RoundResult[]): IntakeResult {
  return {
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    roundsPerSecond: rounds.map(({ perSecond }) => perSecond),
    done: rounds.reduce((sum, { done }) => sum + done, 0),
    refused: rounds.reduce((sum, { refused }) => sum + refused, 0),
    clientBusy: median(rounds.map(({ clientBusy }) => clientBusy)),
    cpuUs: median(rounds.map(({ cpuUs }) => cpuUs)),
  };
}

async function startOwn(name: string): Promise<Target> {
  const environment = { GHL_WEBHOOK_SECRET: SECRET, LINE_LOG: join(workFolder, `${name}.lines`) };
  const child = Child.start(name, join(__dirname, `servers/${name}.js`), environment);
  return { child, port: await child.port() };
}

/** A data folder whose service has seen 100,000 events before. */
function seededFolder(): string {
  const folder = join(workFolder, 'service-known');
  mkdirSync(folder, { recursive: true });
  const seenAt = new Date().toISOString();
  const expiresAt = new Date(Date.now() + 12 * 3_600_000).toISOString();
  const records = Array.from({ length: KNOWN_EVENTS }, () => {
    const id = randomUUID();
    return [id, { event_id: id, seen_at: seenAt, expires_at: expiresAt, status: 'processed' }];
  });
  writeFileSync(join(folder, 'webhook_idempotency.json'), JSON.stringify(Object.fromEntries(records)));
  return folder;
}
