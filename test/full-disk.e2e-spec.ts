import { canFillDisk, fillDisk, makeRoom } from './support/full-disk';
import { KillableService, OWN_LOCATION } from './support/killable-service';
import { eventually, inboundText } from './support/test-app';

const TEXT = 'I want to sell my house';
const whenDisk = canFillDisk ? describe : describe.skip;

let service: KillableService;
beforeEach(async () => {
  service = new KillableService();
  await service.start();
});
afterEach(async () => {
  makeRoom();
  await service.end();
});

function textFrom(contactId: string, text = TEXT): Record<string, unknown> {
  return inboundText(contactId, text, { locationId: OWN_LOCATION });
}

/** The disk is full, and the service has failed to write something. */
async function onceNoticed(): Promise<void> {
  const failures = () => service.app.logs.filter(({ msg }) => String(msg).startsWith('the journal cannot be written'));
  const before = failures().length;
  fillDisk();
  await eventually(() => (failures().length > before ? true : null));
}

whenDisk('context: a full disk', () => {
  it('has webhooks sent again, and says so; with room again the same webhook is answered once', async () => {
    const text = textFrom('ann1');
    fillDisk();
    const refused = await service.app.postWebhook(text);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('30');
    expect(await refused.json()).toMatchObject({ code: 'not_durable' });
    expect(await service.request('GET', '/health/ready')).toMatchObject({ status: 503 });
    expect(await service.request('GET', '/health')).toMatchObject({ status: 200 });
    expect(await (await service.request('GET', '/events?status=processing')).json()).toMatchObject({ items: [] });
    expect(service.sentTo('ann1')).toEqual([]);

    makeRoom();
    expect(await (await service.app.postWebhook(text)).json()).toMatchObject({ status: 'accepted' });
    await service.app.finished(String(text.webhookId));
    expect(service.sentTo('ann1')).toHaveLength(1);
    await service.restart();
    expect(await (await service.app.postWebhook(text)).json()).toMatchObject({ status: 'duplicate_ignored' });
  });

  it('that comes while a text is being answered keeps its reply back until there is room, and no longer', async () => {
    service.crm.injectFault({ method: 'GET', path: /^\/contacts\//, kind: 'delay', delayMs: 1_500, times: 1 });
    const text = textFrom('bob1');
    await service.app.postWebhook(text);
    await eventually(() => (service.crm.requests.some(({ path }) => path.startsWith('/contacts/')) ? true : null));
    await onceNoticed();
    expect(service.sentTo('bob1')).toEqual([]);

    makeRoom();
    await eventually(() => (service.sentTo('bob1').length > 0 ? true : null));
    await service.app.finished(String(text.webhookId));
    await service.restart();
    expect(service.sentTo('bob1')).toHaveLength(1);
    const file = await service.app.conversation('bob1', ({ conversation_history: turns }) => turns.length === 1);
    expect(file.conversation_history).toMatchObject([{ user_message: TEXT, sent: true }]);
  });

  it('that comes while the CRM has a reply does not make it go out twice', async () => {
    service.crm.injectFault({ method: 'POST', path: /\/conversations\/messages$/, kind: 'delay', delayMs: 1_500 });
    const text = textFrom('cleo1');
    await service.app.postWebhook(text);
    await eventually(() => (service.sentTo('cleo1').length > 0 ? true : null));
    await onceNoticed();
    service.crm.clearFaults();
    makeRoom();
    await service.app.finished(String(text.webhookId));
    await service.app.conversation('cleo1', ({ conversation_history: [turn] }) => turn?.sent === true);
    await service.kill();
    await service.start();
    await service.app.finished(String(text.webhookId));
    expect(service.sentTo('cleo1')).toHaveLength(1);
  });
});
