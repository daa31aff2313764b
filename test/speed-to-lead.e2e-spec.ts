import { KillableService, OWN_LOCATION } from './support/killable-service';
import { getJson } from './support/monitoring-answers';
import type { ComplianceJson, MetricsJson, PerformanceJson, TextJson } from './support/monitoring-answers';
import { ADMIN_TOKEN, eventually, inboundText } from './support/test-app';

const SECOND_MS = 1_000;
const SENDS = { method: 'POST', path: /\/conversations\/messages$/ } as const;
const DOWN = { ...SENDS, kind: 'status', status: 503 } as const;

let service: KillableService;
beforeEach(async () => {
  service = new KillableService();
  await service.start();
});
afterEach(() => service.end());

function performance(query = ''): Promise<PerformanceJson> {
  return getJson(`${service.app.url}/performance${query}`, ADMIN_TOKEN);
}

async function compliance(): Promise<ComplianceJson> {
  return (await performance()).five_minute_compliance;
}

async function textsOf(contactId: string): Promise<readonly TextJson[]> {
  return (await performance(`?contact_id=${contactId}`)).texts ?? [];
}

/** Since this process was started. */
async function counted(): Promise<object> {
  const { runtime_metrics } = await getJson<MetricsJson>(`${service.app.url}/metrics`, ADMIN_TOKEN);
  const { five_minute_warnings: warnings, five_minute_violations: violations } = runtime_metrics.counters;
  return { warnings, violations };
}

async function textIn(contactId: string, text: string, more: object = {}): Promise<void> {
  const response = await service.app.postWebhook(inboundText(contactId, text, { locationId: OWN_LOCATION, ...more }));
  expect(await response.json()).toMatchObject({ status: 'accepted' });
}

/** Events that are being worked on or wait. */
async function unfinished(): Promise<number> {
  const url = `${service.app.url}/events?status=processing`;
  return (await getJson<{ readonly total: number }>(url, ADMIN_TOKEN)).total;
}

/** Waits until so many texts are settled, in time or not. */
async function settled(count: number): Promise<ComplianceJson> {
  return eventually(async () => {
    const found = await compliance();
    return found.in_time_24h + found.violations_24h >= count && found.waiting.count === 0 ? found : null;
  });
}

/** A text whose reply the CRM does not take. */
async function textInVain(contactId: string): Promise<void> {
  service.crm.injectFault(DOWN);
  await textIn(contactId, 'I want to sell my house');
  await service.app.conversation(contactId, (file) => file.conversation_history[0]?.sent === false);
}

describe('observability: speed to lead', () => {
  it.each([1e300, 8_640_000_000_000_001])('takes no date that is none from the CRM: %p', async (dateAdded) => {
    await textIn('odd1', 'I want to sell my house', { dateAdded });
    await settled(1);
    expect(await textsOf('odd1')).toEqual([expect.objectContaining({ status: 'answered', ghl_date_added: null })]);
  });

  it('is measured from the receipt of a text to its accepted SMS, and from when GHL got it', async () => {
    const dateAdded = new Date(service.nowMs() - 20 * SECOND_MS).toISOString();
    await textIn('fast1', 'I want to sell my house', { dateAdded });
    expect(await settled(1)).toMatchObject({ rate: 1, in_time_24h: 1, violations_24h: 0, worst: [] });
    const texts = await textsOf('fast1');
    expect(texts).toEqual([
      expect.objectContaining({ contact_id: 'fast1', status: 'answered', late: false, ghl_date_added: dateAdded }),
    ]);
    expect(texts[0]?.waited_seconds).toBeLessThan(20);
    expect(texts[0]?.waited_since_date_added_seconds).toBeCloseTo((texts[0]?.waited_seconds ?? 0) + 20, 0);
    expect(await textsOf('somebody_else')).toEqual([]);
  });

  it('counts a text while it is open: a warning after four minutes, a violation after five, each once', async () => {
    await textInVain('open1');
    expect(await compliance()).toMatchObject({ rate: null, waiting: { count: 1, late: 0 } });
    service.turnClock(239 * SECOND_MS);
    expect(await compliance()).toMatchObject({ warnings_24h: 0, violations_24h: 0 });
    service.turnClock(10 * SECOND_MS);
    expect(await compliance()).toMatchObject({ warnings_24h: 1, violations_24h: 0, rate: null });
    service.turnClock(60 * SECOND_MS);
    expect(await compliance()).toMatchObject({ warnings_24h: 0, violations_24h: 1, rate: 0, waiting: { late: 1 } });
    expect(await counted()).toEqual({ warnings: 1, violations: 1 });
    service.crm.clearFaults();
    expect(await settled(1)).toMatchObject({ rate: 0, violations_24h: 1 });
    const [worst] = (await compliance()).worst;
    expect(worst).toMatchObject({ contact_id: 'open1', status: 'answered', late: true });
    expect(worst?.waited_seconds).toBeGreaterThan(300);
    expect(await counted()).toEqual({ warnings: 1, violations: 1 });
    const told = service.app.logs.filter(
      ({ contact_id, waited_ms }) => contact_id === 'open1' && waited_ms !== undefined,
    );
    expect(told.map(({ level }) => level)).toEqual([40, 50]);
  });

  it('goes on over a stop and over a kill, and is counted by the process that saw it happen', async () => {
    await textInVain('restart1');
    service.turnClock(200 * SECOND_MS);
    await service.restart();
    service.turnClock(200 * SECOND_MS);
    expect(await compliance()).toMatchObject({ violations_24h: 1, waiting: { count: 1, late: 1 } });
    expect(await counted()).toEqual({ warnings: 1, violations: 1 });
    await service.kill();
    await service.start();
    expect(await compliance()).toMatchObject({ violations_24h: 1, waiting: { count: 1, late: 1 } });
    service.crm.clearFaults();
    expect((await settled(1)).worst[0]).toMatchObject({ contact_id: 'restart1', status: 'answered', late: true });
    expect(await counted()).toEqual({ warnings: 0, violations: 0 });
    await service.restart();
    expect((await compliance()).worst[0]).toMatchObject({ contact_id: 'restart1', status: 'answered', late: true });
    service.turnClock(24 * 3_600 * SECOND_MS);
    expect(await compliance()).toMatchObject({ rate: null, violations_24h: 0, worst: [] });
  });

  it('ends when the SMS was accepted, not when a service that was down for ten minutes learns of it', async () => {
    // The text goes out, its answer does not come back.
    service.crm.injectFault({ ...SENDS, kind: 'delay', delayMs: 60_000 });
    await textIn('lost1', 'I want to sell my house');
    await eventually(() => (service.sentTo('lost1').length === 1 ? true : null));
    await service.kill();
    service.turnClock(600 * SECOND_MS);
    service.crm.clearFaults();
    await service.start();
    expect(await settled(1)).toMatchObject({ rate: 1, in_time_24h: 1, violations_24h: 0 });
    expect(service.sentTo('lost1')).toHaveLength(1);
    expect(await counted()).toMatchObject({ violations: 0 });
  });

  it('counts texts that are answered together from the receipt of each', async () => {
    await service.end();
    service = new KillableService({ REPLY_DEBOUNCE_MS: '1000' });
    await service.start();
    await textIn('burst1', 'I want to sell my house');
    service.turnClock(20 * SECOND_MS);
    await textIn('burst1', 'it needs some work');
    expect(await settled(2)).toMatchObject({ in_time_24h: 2 });
    expect(service.sentTo('burst1')).toHaveLength(1);
    const [first, second] = await textsOf('burst1');
    expect(first?.answered_at).toBe(second?.answered_at);
    expect((first?.waited_seconds ?? 0) - (second?.waited_seconds ?? 0)).toBeGreaterThanOrEqual(20);
  });

  it('does not count a text that rightly gets no answer', async () => {
    await textIn('stop1', 'STOP');
    await settled(1);
    await textIn('stop1', 'thanks, bye');
    await service.app.conversation('stop1', (file) => file.conversation_history.length === 2);
    await eventually(async () => ((await compliance()).waiting.count === 0 ? true : null));
    service.turnClock(600 * SECOND_MS);
    expect(await compliance()).toMatchObject({ in_time_24h: 1, violations_24h: 0 });
  });

  it('does not count it either when it comes again after a restart, since GHL does not take what it changes', async () => {
    const ids = { locationId: OWN_LOCATION, contactId: 'human1' };
    await service.app.postWebhook({ type: 'OutboundMessage', ...ids, webhookId: 'human-1', userId: 'u1', body: 'hi' });
    service.crm.injectFault({ method: 'PUT', path: /^\/contacts\/human1/, kind: 'status', status: 503 });
    await textIn('human1', 'we want to buy in Frisco, up to 550k');
    await service.app.conversation('human1', (file) => (file.conversation_history[0]?.crm.length ?? 0) > 0);
    await service.stop();
    service.turnClock(1_800 * SECOND_MS);
    await service.start();
    expect(await unfinished()).toBe(1);
    await eventually(async () => ((await compliance()).waiting.count === 0 ? true : null));
    expect(await compliance()).toMatchObject({ rate: null, in_time_24h: 0, violations_24h: 0, worst: [] });
    expect(await counted()).toEqual({ warnings: 0, violations: 0 });
    expect(service.sentTo('human1')).toEqual([]);
  });

  it('counts a text whose reply GHL has refused for good, until it is answered', async () => {
    service.crm.injectFault({ ...SENDS, kind: 'status', status: 422 });
    const text = inboundText('refused1', 'I want to sell my house', { locationId: OWN_LOCATION });
    await service.app.postWebhook(text);
    await service.app.finished(String(text.webhookId));
    service.turnClock(301 * SECOND_MS);
    expect(await compliance()).toMatchObject({ violations_24h: 1, waiting: { count: 1, late: 1 } });
    await service.restart();
    expect(await compliance()).toMatchObject({ violations_24h: 1, waiting: { count: 1, late: 1 } });
    service.crm.clearFaults();
    await service.app.asAdmin(`/events/${String(text.webhookId)}/replay`, {});
    expect(await settled(1)).toMatchObject({ violations_24h: 1, waiting: { count: 0 } });
    expect((await compliance()).worst).toEqual([
      expect.objectContaining({ contact_id: 'refused1', status: 'answered' }),
    ]);
  });
});
