import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KillableService } from './support/killable-service';
import { eventually } from './support/test-app';

/** What the version before the growth experiments sent to contacts and to the CRM, in this very script. */
const GOLDEN = join(__dirname, 'golden', 'without-growth.json');

const CONVERSATIONS: Readonly<Record<string, readonly string[]>> = {
  buyer: ['I want to buy a house', 'Frisco', 'up to 550k', "yes, I'm pre-approved", 'asap', 'the second one', 'thanks'],
  seller: [
    'I want to sell my house',
    'we are moving to Austin',
    'that works',
    'move in ready',
    '450k',
    'the first one',
  ],
  asker: ['are you a bot?', 'who is this?', 'buying', 'call me please'],
  leaver: ['selling', 'STOP', 'START', 'it needs a new roof'],
  stranger: ['wrong number'],
  angry: ['this is ridiculous, I want to talk to a human'],
};

const FLAGS_OFF = { GHL_CALENDAR_ID: 'calendar1', HOT_SELLER_WORKFLOW_ID: 'flow1' };
const BLOCKED = {
  ...FLAGS_OFF,
  FF_GROWTH_LEAD_SOURCE_ATTRIBUTION_ENABLED: 'true',
  FF_GROWTH_ADAPTIVE_FOLLOWUP_TIMING_ENABLED: 'true',
  FF_GROWTH_AB_RESPONSE_STYLE_TESTING_ENABLED: 'true',
  FF_GROWTH_SLA_HANDOFF_THRESHOLDS_ENABLED: 'true',
  FF_GROWTH_LEAD_SOURCE_WRITEBACK_ENABLED: 'true',
  FF_GROWTH_CONVERSION_FEEDBACK_WRITEBACK_ENABLED: 'true',
  FF_GROWTH_CANARY_MODE_ENABLED: 'true',
  FF_GROWTH_CANARY_SOURCE: 'nobody_has_this_source',
};

interface Trace {
  readonly texts: Readonly<Record<string, readonly string[]>>;
  readonly requests: Readonly<Record<string, readonly string[]>>;
  readonly schedule: readonly string[];
}

/** Plays all conversations and writes down everything that left the service, without the instants. */
async function play(environment: Readonly<Record<string, string>>): Promise<Trace> {
  const service = new KillableService(environment);
  await service.start();
  try {
    for (const [id, texts] of Object.entries(CONVERSATIONS)) {
      service.crm.addContact({ id, firstName: 'Sam', phone: '+13125550101', timezone: 'America/Chicago' });
      for (const text of texts) await talk(service, id, text);
    }
    const ids = Object.keys(CONVERSATIONS);
    return {
      texts: Object.fromEntries(ids.map((id) => [id, service.sentTo(id).map(({ body }) => body)])),
      requests: Object.fromEntries(ids.map((id) => [id, requestsOf(service, id)])),
      schedule: await scheduleOf(service),
    };
  } finally {
    await service.end();
  }
}

async function talk(service: KillableService, contactId: string, text: string): Promise<void> {
  const answer = await service.crm.receiveText(contactId, text);
  expect(answer).toMatchObject({ status: 200 });
  // What GHL tells late of one text could change what the next one gets.
  await eventually(async () => {
    const toldBefore = service.crm.hasToldAll;
    const events = await service.app.asAdmin('/events?status=processing');
    const { total } = (await events.json()) as { total: number };
    return [toldBefore, total === 0, service.crm.hasToldAll].every(Boolean) || null;
  });
}

function requestsOf(service: KillableService, contactId: string): readonly string[] {
  const writes = service.crm.requests.filter(({ method }) => method !== 'GET');
  const lines = writes
    .map(({ method, path, body }) => `${method} ${path} ${JSON.stringify(body)}`)
    .filter((line) => line.includes(contactId));
  return withoutDrawnIds(lines).map(withoutInstants);
}

async function scheduleOf(service: KillableService): Promise<readonly string[]> {
  const answer = await service.app.asAdmin('/follow-ups');
  if (!answer.ok) return [];
  const { items } = (await answer.json()) as { items: readonly { contact_id: string; due_at: string; step: string }[] };
  return items.map(({ contact_id: id, due_at: dueAt, step }) => `${id} ${step} ${dueAt.slice(0, 15)}`);
}

/** Ids that the stand-in CRM draws for its fields, by the order in which they are first written. */
function withoutDrawnIds(lines: readonly string[]): readonly string[] {
  const names = new Map<string, string>();
  const nameOf = (id: string) => names.get(id) ?? names.set(id, `field${names.size + 1}`).get(id) ?? id;
  return lines.map((line) => line.replaceAll(/"id":"([^"]+)"/g, (_, id: string) => `"id":"${nameOf(id)}"`));
}

function withoutInstants(line: string): string {
  return line.replaceAll(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g, '<instant>');
}

it('growth: with all flags off, texts and CRM writes are those of the version before', async () => {
  const off = await play(FLAGS_OFF);
  if (process.env.WRITE_GOLDEN === 'true') writeFileSync(GOLDEN, `${JSON.stringify(off, null, 2)}\n`);
  expect(existsSync(GOLDEN)).toBe(true);
  const golden = JSON.parse(readFileSync(GOLDEN, 'utf8')) as Trace;
  expect(off.texts).toEqual(golden.texts);
  expect(off.requests).toEqual(golden.requests);
  expect(Object.values(off.texts).flat().length).toBeGreaterThan(15);
}, 60_000);

it('growth: whom the canary keeps out gets what everybody gets with all flags off, and the same follow-ups', async () => {
  const [off, blocked] = await Promise.all([play(FLAGS_OFF), play(BLOCKED)]);
  expect(blocked).toEqual(off);
  expect(off.schedule.length).toBeGreaterThan(1);
}, 60_000);
