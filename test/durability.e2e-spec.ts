import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KillableService, OWN_LOCATION } from './support/killable-service';
import { eventually, inboundText } from './support/test-app';

const SEND = { method: 'POST', path: /\/conversations\/messages$/ } as const;
const TEXT = 'I want to sell my house';

let service: KillableService;
beforeEach(async () => {
  service = new KillableService();
  await service.start();
});
afterEach(() => service.end());

function textFrom(contactId: string, text: string, more: object = {}): Record<string, unknown> {
  return inboundText(contactId, text, { locationId: OWN_LOCATION, ...more });
}

/** The contact texts, and the service is done with it. */
async function say(contactId: string, text: string): Promise<void> {
  const { body } = await service.crm.receiveText(contactId, text);
  await service.app.finished((body as { readonly webhook_id: string }).webhook_id);
}

describe('context: a restart', () => {
  it('goes on with the conversation where it was', async () => {
    await say('ann1', TEXT);
    await say('ann1', 'new job, moving to Denver');
    await service.restart();
    await say('ann1', 'no problem');
    const file = await service.app.conversation('ann1', (ready) => ready.conversation_history.length === 3);
    expect(file).toMatchObject({ bot_type: 'seller', seller_questions_answered: 2 });
    expect(file.conversation_history.map(({ sent }) => sent)).toEqual([true, true, true]);
    expect(service.sentTo('ann1')).toHaveLength(3);
  });

  it('ignores an event that was seen before it', async () => {
    const event = textFrom('ann1', TEXT);
    await service.app.postWebhook(event);
    await service.app.finished(String(event.webhookId));
    await service.restart();
    expect(await (await service.app.postWebhook(event)).json()).toMatchObject({ status: 'duplicate_ignored' });
    expect(service.sentTo('ann1')).toHaveLength(1);
  });
});

/** What the service is killed in. `delay`: done by the CRM, and its answer is still outstanding. */
const INSTANTS = [
  ['has read nothing yet', { path: /^\//, kind: 'hang' }, 0],
  ['is sending a reply that the CRM does not take', { ...SEND, kind: 'hang' }, 0],
  ['is sending a reply that the CRM has taken', { ...SEND, kind: 'delay', delayMs: 60_000 }, 1],
  ['has sent the reply and tells the CRM the rest', { method: 'PUT', path: /^\/contacts\//, kind: 'hang' }, 1],
] as const;

describe('context: a service that is killed', () => {
  it.each(INSTANTS)('when it %s: its successor answers every text once', async (_title, fault, sentBefore) => {
    const contacts = ['ann1', 'bob1', 'cleo1'];
    service.crm.setReadBackLag(1_500);
    service.crm.injectFault(fault);
    for (const contact of contacts) expect((await service.crm.receiveText(contact, TEXT)).status).toBe(200);
    await eventually(() => {
      const met = service.crm.requests.filter(({ path }) => path.search(fault.path) >= 0);
      const isSent = contacts.every((contact) => service.sentTo(contact).length === sentBefore);
      return isSent && met.length >= contacts.length ? true : null;
    });
    await service.kill();
    service.crm.clearFaults();
    await service.start();
    for (const contact of contacts) {
      const file = await service.app.conversation(contact, (ready) => {
        return (ready.conversation_history[0]?.crm.length ?? 0) > 0;
      });
      expect(file.conversation_history).toMatchObject([{ user_message: TEXT, sent: true }]);
      expect(service.sentTo(contact)).toHaveLength(1);
      expect(service.crm.fields(contact)).toMatchObject({ bot_type: 'seller' });
    }
  });

  it('also when the CRM had cut the connection after taking the reply', async () => {
    service.crm.setReadBackLag(1_500);
    service.crm.injectFault({ ...SEND, kind: 'reset_after', times: 1 });
    await service.crm.receiveText('ann1', TEXT);
    await eventually(() => (service.sentTo('ann1').length === 1 ? true : null));
    await service.kill();
    await service.start();
    const file = await service.app.conversation('ann1', (ready) => ready.conversation_history[0]?.sent === true);
    expect(file.conversation_history).toHaveLength(1);
    expect(service.sentTo('ann1')).toHaveLength(1);
  });

  it('twice in a row, and works on texts of one contact in their order', async () => {
    const texts = [TEXT, 'new job, moving to Denver', 'no problem'];
    service.crm.injectFault({ ...SEND, kind: 'hang' });
    for (const text of texts) expect((await service.crm.receiveText('ann1', text)).status).toBe(200);
    for (let kills = 0; kills < 2; kills++) {
      const before = service.crm.requests.length;
      await eventually(() => (service.crm.requests.length > before || kills === 0 ? true : null));
      await service.kill();
      await service.start();
    }
    service.crm.clearFaults();
    await service.kill();
    await service.start();
    const file = await service.app.conversation('ann1', (ready) => {
      return ready.conversation_history.length === 3 && ready.conversation_history.every(({ sent }) => sent !== false);
    });
    expect(file.conversation_history.map((turn) => turn.user_message)).toEqual(texts);
    expect(service.sentTo('ann1').length).toBeLessThanOrEqual(3);
    const bodies = service.sentTo('ann1').map(({ body }) => body);
    expect(new Set(bodies).size).toBe(bodies.length);
  });
});

describe('context: damaged files', () => {
  it.each([
    [
      'cut off',
      (path: string) => {
        truncateSync(path, 40);
      },
    ],
    [
      'JSON of another shape',
      (path: string) => {
        writeFileSync(path, '{"ann1":{"status":"processed"}}');
      },
    ],
    [
      'empty',
      (path: string) => {
        writeFileSync(path, '');
      },
    ],
  ])('webhook_idempotency.json, %s, is set aside, reported and made again', async (_title, damage) => {
    const events = [textFrom('ann1', TEXT), textFrom('bob1', TEXT)];
    for (const event of events) {
      await service.app.postWebhook(event);
      await service.app.finished(String(event.webhookId));
    }
    await service.stop();
    const path = join(service.dataDir, 'webhook_idempotency.json');
    damage(path);
    await service.start();
    for (const event of events) {
      expect(await (await service.app.postWebhook(event)).json()).toMatchObject({ status: 'duplicate_ignored' });
    }
    await service.stop();
    const made = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, object>>;
    for (const { webhookId } of events) {
      expect(made[String(webhookId)]).toMatchObject({ event_id: webhookId, status: 'processed' });
    }
    const [aside] = readdirSync(service.dataDir).filter((name) => name.includes('.corrupt-'));
    expect(aside).toMatch(/^webhook_idempotency\.json\.corrupt-2026-/);
    await service.start();
    expect(service.app.logs).toContainEqual(
      expect.objectContaining({ set_aside_as: join(service.dataDir, aside ?? '') }),
    );
    expect(service.sentTo('ann1')).toHaveLength(1);
  });

  it.each([
    [
      'cut off',
      (path: string) => {
        truncateSync(path, 40);
      },
    ],
    [
      'JSON of another shape',
      (path: string) => {
        writeFileSync(path, '[]');
      },
    ],
  ])("a contact's file, %s, is set aside and made again; who said stop is left alone", async (_title, damage) => {
    await say('ann1', TEXT);
    await say('ann1', 'STOP');
    const sentBefore = service.sentTo('ann1').length;
    await service.stop();
    damage(join(service.dataDir, 'conversations', `ann1_${OWN_LOCATION}.json`));
    await service.start();
    await say('ann1', 'in Frisco, 480k');
    const file = await service.app.conversation('ann1', (ready) => ready.conversation_history.length === 3);
    expect(file).toMatchObject({ opted_out: true });
    expect(file.conversation_history.map((turn) => turn.user_message)).toEqual([TEXT, 'STOP', 'in Frisco, 480k']);
    expect(service.sentTo('ann1')).toHaveLength(sentBefore);
    const names = readdirSync(join(service.dataDir, 'conversations'));
    expect(names).toContainEqual(expect.stringMatching(/^ann1_loc1\.json\.corrupt-2026-/));
    expect(names).toContain(`ann1_${OWN_LOCATION}.json`);
  });
});

describe('context: a service that is stopping', () => {
  it('has what comes now sent again, and finishes what it has taken', async () => {
    service.crm.injectFault({ ...SEND, kind: 'delay', delayMs: 2_000 });
    await service.app.postWebhook(textFrom('ann1', TEXT));
    await eventually(() => (service.crm.requests.some(({ path }) => SEND.path.test(path)) ? true : null));
    const stopped = service.stop();
    let tries = 0;
    const { late, answer } = await eventually(async () => {
      const text = textFrom(`late${(tries += 1)}`, TEXT);
      const given = await service.app.postWebhook(text);
      return given.status === 429 ? { late: text, answer: given } : null;
    });
    expect(answer.headers.get('retry-after')).toBe('30');
    expect(await answer.json()).toMatchObject({ code: 'stopping' });
    await stopped;
    const sent = () => [service.sentTo('ann1').length, service.sentTo(String(late.contactId)).length];
    expect(sent()).toEqual([1, 0]);

    service.crm.clearFaults();
    await service.start();
    expect(await (await service.app.postWebhook(late)).json()).toMatchObject({ status: 'accepted' });
    await service.app.finished(String(late.webhookId));
    expect(sent()).toEqual([1, 1]);
  });
});
