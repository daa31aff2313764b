import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DateTime } from 'luxon';
import { SandboxCrm } from '../../src/ghl/sandbox';
import { readOptions } from './options';
import { Random } from './random';
import { freePort, Service } from './service';
import { print } from './table';

const SECRET = 'crash-test-webhook-secret';
const ADMIN_TOKEN = 'crash-test-admin-token';
const ACCESS_TOKEN = 'crash-test-access-token';
const LOCATION = 'crashLocation';

/** Somewhere it is afternoon, and somewhere it is night. */
const ZONES = ['Pacific/Auckland', 'Asia/Tokyo', 'Asia/Dubai', 'Europe/Berlin', 'America/New_York', 'Pacific/Honolulu'];
const AFTERNOON = { from: 12, to: 18 };
const NIGHT = { from: 22, to: 30 };
/** Until the first follow-up is due: long enough for most contacts to have been answered. */
const DUE_AFTER_SECONDS = 20;

type Kind = 'awake' | 'asleep' | 'opted_out';

/** What a contact has to have got in the end: the reply, and the follow-up or the confirmation of STOP. */
const EXPECTED: Readonly<Record<Kind, number>> = { awake: 2, asleep: 1, opted_out: 2 };

/**
 * Kills the built service again and again while follow-ups are due, then counts who got how many texts.
 * Options: `--contacts`, `--seed`, `--patience` (seconds).
 */
async function main(): Promise<void> {
  const options = readOptions({ contacts: 100, patience: 900 });
  const folder = mkdtempSync(join(tmpdir(), 'jorge-follow-ups-'));
  mkdirSync(join(folder, 'data'));
  print(`follow-ups under kill -9: ${options.contacts} contacts, seed ${options.seed}, in ${folder}`);
  const crm = new SandboxCrm({ accessToken: ACCESS_TOKEN, locationId: LOCATION });
  const settings = serviceSettings(folder, await crm.start());
  const service = new Service(settings, await freePort(), folder, join(folder, 'service.log'));
  crm.deliverWebhooksTo({ url: `${service.url}/webhook/ghl`, secret: SECRET });
  service.start();
  if (!(await service.waitUntilReady())) throw new Error('the service did not start; see its log');
  const contacts = await seed(crm, options.contacts);
  const kills = await killUntilDone(service, crm, contacts, options);
  await pause(15_000);
  await service.end('SIGTERM');
  process.exit(report(crm, contacts, kills, folder) ? 0 : 1);
}

/** Everybody texts once; some of them say STOP after the reply. */
async function seed(crm: SandboxCrm, count: number): Promise<ReadonlyMap<string, Kind>> {
  const contacts = new Map<string, Kind>();
  for (let index = 0; index < count; index += 1) {
    const kind: Kind = index % 10 === 0 ? 'asleep' : index % 10 === 1 ? 'opted_out' : 'awake';
    const id = `contact${index}`;
    crm.addContact({
      id,
      phone: `+4930${1_000_000 + index}`,
      timezone: zoneWhere(kind === 'asleep' ? NIGHT : AFTERNOON),
    });
    contacts.set(id, kind);
    await crm.receiveText(id, 'I want to buy a house');
    if (kind === 'opted_out') {
      while (sentTo(crm, id) === 0) await pause(50);
      await crm.receiveText(id, 'STOP');
    }
  }
  return contacts;
}

function zoneWhere({ from, to }: { readonly from: number; readonly to: number }): string {
  const zone = ZONES.find((name) => {
    const { hour } = DateTime.now().setZone(name);
    return (hour >= from && hour < to) || hour + 24 < to;
  });
  if (zone === undefined) throw new Error('no zone has the hour that is looked for');
  return zone;
}

async function killUntilDone(
  service: Service,
  crm: SandboxCrm,
  contacts: ReadonlyMap<string, Kind>,
  { seed: seedOf, patience }: { readonly seed: number; readonly patience: number },
): Promise<number> {
  const random = new Random(seedOf, 2);
  const deadline = Date.now() + patience * 1_000;
  let kills = 0;
  while (Date.now() < deadline && [...contacts].some(([id, kind]) => sentTo(crm, id) < EXPECTED[kind])) {
    await pause(random.between(500, 4_000));
    await service.end('SIGKILL');
    kills += 1;
    service.start();
    if (!(await service.waitUntilReady())) throw new Error('the service did not start again; see its log');
  }
  return kills;
}

function report(crm: SandboxCrm, contacts: ReadonlyMap<string, Kind>, kills: number, folder: string): boolean {
  const wrong = [...contacts].filter(([id, kind]) => sentTo(crm, id) !== EXPECTED[kind]);
  for (const kind of Object.keys(EXPECTED) as Kind[]) {
    const of = [...contacts].filter(([, other]) => other === kind);
    const right = of.filter(([id]) => sentTo(crm, id) === EXPECTED[kind]).length;
    print(`  ${kind}: ${right} of ${of.length} got ${EXPECTED[kind]} texts`);
  }
  print(`  kills: ${kills}; contacts with too many or too few texts: ${wrong.length}`);
  for (const [id, kind] of wrong.slice(0, 10)) print(`    ${id} (${kind}): ${sentTo(crm, id)}`);
  if (wrong.length === 0) rmSync(folder, { recursive: true });
  else print(`kept for a look: ${folder}`);
  return wrong.length === 0;
}

function sentTo(crm: SandboxCrm, contactId: string): number {
  return crm.messages(contactId).filter(({ direction }) => direction === 'outbound').length;
}

function serviceSettings(folder: string, ghlUrl: string): Readonly<Record<string, string>> {
  const profile = JSON.parse(readFileSync(resolve('config/business.json'), 'utf8')) as { followUp: object };
  const soon = { firstAfterHours: DUE_AFTER_SECONDS / 3_600, thenAfterDays: [30] };
  const path = join(folder, 'business.json');
  writeFileSync(path, JSON.stringify({ ...profile, followUp: { ...profile.followUp, ...soon } }));
  return {
    DATA_DIR: join(folder, 'data'),
    BUSINESS_PROFILE: path,
    GHL_ACCESS_TOKEN: ACCESS_TOKEN,
    GHL_LOCATION_ID: LOCATION,
    GHL_API_BASE_URL: ghlUrl,
    GHL_TIMEOUT_MS: '2000',
    GHL_WEBHOOK_SECRET: SECRET,
    ADMIN_TOKEN,
    REPLY_DEBOUNCE_MS: '0',
    LOG_LEVEL: 'warn',
  };
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
