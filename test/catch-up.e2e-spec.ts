import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KillableService, OWN_LOCATION } from './support/killable-service';
import { eventually, inboundText } from './support/test-app';

const TEXT = 'I want to sell my house';
const MINUTE_MS = 60_000;

let service: KillableService;
beforeEach(() => {
  service = new KillableService();
});
afterEach(() => service.end());

/** Resolves once the service has compared with the CRM since it was started. */
async function caughtUp(): Promise<void> {
  const path = join(service.dataDir, 'catch-up.json');
  const startedMs = Date.parse(new Date(service.nowMs()).toISOString());
  await eventually(() => {
    if (!existsSync(path)) return null;
    const { seen_until } = JSON.parse(readFileSync(path, 'utf8')) as { readonly seen_until: string };
    return Date.parse(seen_until) >= startedMs - MINUTE_MS ? true : null;
  });
}

async function start(): Promise<void> {
  await service.start();
  await caughtUp();
}

/** Time enough for the next look to be told from the last one. */
async function stopFor(ms: number, meanwhile: () => Promise<unknown>): Promise<void> {
  await service.stop();
  service.turnClock(ms);
  await meanwhile();
  await start();
}

async function idle(): Promise<void> {
  await eventually(async () => {
    const response = await service.app.asAdmin('/events?status=processing&limit=1');
    return ((await response.json()) as { readonly total: number }).total === 0 ? true : null;
  });
}

describe('context: texts that no webhook told of', () => {
  it('are answered after the start, once, also when the webhook comes later', async () => {
    await start();
    await stopFor(30 * MINUTE_MS, () => service.crm.receiveText('ann1', TEXT));
    const file = await service.app.conversation('ann1', (ready) => ready.conversation_history[0]?.sent === true);
    expect(file.conversation_history).toMatchObject([{ user_message: TEXT }]);
    const [text] = service.crm.messages('ann1');
    const late = inboundText('ann1', TEXT, { locationId: OWN_LOCATION, messageId: text?.id });
    expect(await (await service.app.postWebhook(late)).json()).toMatchObject({ status: 'accepted' });
    await idle();
    await stopFor(2 * MINUTE_MS, () => Promise.resolve());
    await idle();
    const after = await service.app.conversation('ann1', () => true);
    expect(after.conversation_history).toHaveLength(1);
    expect(service.sentTo('ann1')).toHaveLength(1);
  });

  it('are not answered when a person has answered meanwhile', async () => {
    await start();
    await stopFor(30 * MINUTE_MS, async () => {
      await service.crm.receiveText('ann1', TEXT);
      await service.crm.sendAsPerson('ann1', 'I will call you', 'user1');
    });
    await idle();
    const file = await service.app.conversation('ann1', (ready) => ready.conversation_history.length === 1);
    expect(file.conversation_history).toMatchObject([{ user_message: TEXT, sent: null }]);
    expect(service.sentTo('ann1').map(({ body }) => body)).toEqual(['I will call you']);
  });

  it('are left to others when they are from before the first start', async () => {
    await service.crm.receiveText('ann1', TEXT);
    service.turnClock(5 * MINUTE_MS);
    await start();
    await stopFor(2 * MINUTE_MS, () => service.crm.receiveText('bob1', TEXT));
    await service.app.conversation('bob1', (ready) => ready.conversation_history[0]?.sent === true);
    await idle();
    expect(service.sentTo('ann1')).toHaveLength(0);
  });

  it('are left to a person when they are more than a day old', async () => {
    await start();
    await service.stop();
    await service.crm.receiveText('ann1', TEXT);
    service.turnClock(25 * 60 * MINUTE_MS);
    await service.crm.receiveText('bob1', TEXT);
    await start();
    await service.app.conversation('bob1', (ready) => ready.conversation_history[0]?.sent === true);
    await idle();
    expect(service.sentTo('ann1')).toHaveLength(0);
  });

  it('are looked for again with the next start when the CRM could not be asked', async () => {
    await start();
    const ask = { path: /\/conversations\/messages\/export$/, kind: 'status', status: 503 } as const;
    const remove = service.crm.injectFault(ask);
    await service.stop();
    await service.crm.receiveText('ann1', TEXT);
    service.turnClock(30 * MINUTE_MS);
    await service.start();
    await eventually(() => service.crm.requests.find(({ path }) => path.search(ask.path) >= 0) ?? null);
    remove();
    await stopFor(60 * MINUTE_MS, () => Promise.resolve());
    await service.app.conversation('ann1', (ready) => ready.conversation_history[0]?.sent === true);
    expect(service.sentTo('ann1')).toHaveLength(1);
  });

  it.each(['{"seen_until": "2026', '{"seen_until": "yesterday"}'])(
    'are looked for a day back when the note of the last look is damaged: %s',
    async (damaged) => {
      await start();
      await service.stop();
      service.turnClock(30 * MINUTE_MS);
      await service.crm.receiveText('ann1', TEXT);
      writeFileSync(join(service.dataDir, 'catch-up.json'), damaged);
      await service.start();
      await service.app.conversation('ann1', (ready) => ready.conversation_history[0]?.sent === true);
      expect(readdirSync(service.dataDir)).toContainEqual(expect.stringMatching(/^catch-up\.json\.corrupt-/));
      expect(service.app.logs).toContainEqual(
        expect.objectContaining({
          level: 50,
          fallback_used: true,
          msg: expect.stringMatching(/^catch-up\.json is damaged/),
        }),
      );
    },
  );
});

describe('context: texts that a workflow told of, without their ids', () => {
  function workflow(text: string): object {
    return { contact_id: 'ann1', location: { id: OWN_LOCATION }, message: { body: text, type: 2 } };
  }

  it('are not answered again when the list tells of them', async () => {
    await start();
    service.crm.deliverWebhooksTo(null);
    await service.crm.receiveText('ann1', TEXT);
    await service.app.postWebhook(workflow(TEXT));
    await service.app.conversation('ann1', (ready) => ready.conversation_history[0]?.sent === true);
    await idle();
    await stopFor(5 * MINUTE_MS, () => service.crm.receiveText('bob1', TEXT));
    await service.app.conversation('bob1', (ready) => ready.conversation_history[0]?.sent === true);
    await idle();
    expect(service.sentTo('ann1')).toHaveLength(1);
  });

  it('are not answered again when the workflow is later than the list', async () => {
    await start();
    await stopFor(20 * MINUTE_MS, () => service.crm.receiveText('ann1', TEXT));
    await service.app.conversation('ann1', (ready) => ready.conversation_history[0]?.sent === true);
    await service.app.postWebhook(workflow(TEXT));
    await idle();
    expect(service.sentTo('ann1')).toHaveLength(1);
  });
});
