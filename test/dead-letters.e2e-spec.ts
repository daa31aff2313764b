import { ConversationService } from '../src/conversation';
import type { EventOutcome } from '../src/conversation';
import { deferred } from './support/deferred';
import { KillableService, OWN_LOCATION } from './support/killable-service';
import { eventually, inboundText } from './support/test-app';

const SEND = { method: 'POST', path: /\/conversations\/messages$/ } as const;
const TEXT = 'I want to sell my house';

let service: KillableService;
beforeEach(async () => {
  service = new KillableService({ GHL_TIMEOUT_MS: '60000' });
  await service.start();
});
afterEach(() => service.end());

function textFrom(contactId: string, text: string): Record<string, unknown> {
  return inboundText(contactId, text, { locationId: OWN_LOCATION });
}

async function failedEvents(): Promise<readonly Record<string, unknown>[]> {
  const response = await service.app.asAdmin('/events?status=failed');
  return ((await response.json()) as { readonly items: readonly Record<string, unknown>[] }).items;
}

describe('webhook: dead letters', () => {
  async function park(contactId: string): Promise<string> {
    const remove = service.crm.injectFault({ ...SEND, kind: 'status', status: 422 });
    const event = textFrom(contactId, TEXT);
    await service.app.postWebhook(event);
    await service.app.finished(String(event.webhookId));
    remove();
    return String(event.webhookId);
  }

  it('are listed with what has to be known of them', async () => {
    const id = await park('ann1');
    expect(await failedEvents()).toEqual([
      expect.objectContaining({
        id,
        kind: 'text',
        contact_id: 'ann1',
        text: TEXT,
        status: 'failed',
        reason: 'the CRM refused the reply',
        failed_at: expect.stringMatching(/^2026-11-23T16:/) as string,
      }),
    ]);
    expect(service.crm.tasks('ann1')).toHaveLength(1);
  });

  it('are answered once when they are replayed, and then gone', async () => {
    const id = await park('ann1');
    expect((await service.request('POST', `/events/${id}/replay`)).status).toBe(202);
    await service.app.finished(id);
    expect(service.sentTo('ann1')).toHaveLength(1);
    expect(await failedEvents()).toEqual([]);
    const again = await service.request('POST', `/events/${id}/replay`);
    expect([again.status, await again.json()]).toEqual([404, expect.objectContaining({ code: 'event_not_failed' })]);
    expect(service.sentTo('ann1')).toHaveLength(1);
  });

  it('are parked again when the CRM still refuses', async () => {
    const id = await park('ann1');
    service.crm.injectFault({ ...SEND, kind: 'status', status: 422 });
    await service.request('POST', `/events/${id}/replay`);
    await service.app.finished(id);
    expect(await failedEvents()).toEqual([expect.objectContaining({ id })]);
    expect(service.crm.tasks('ann1')).toHaveLength(1);
  });

  it.each([
    ['stopped', () => service.restart()],
    [
      'killed',
      async () => {
        await service.kill();
        await service.start();
      },
    ],
  ])('are still there, and can be replayed, after the service was %s', async (_title, restart) => {
    const id = await park('ann1');
    const [before] = await failedEvents();
    await restart();
    expect(await failedEvents()).toEqual([before]);
    expect(service.sentTo('ann1')).toHaveLength(0);
    await service.request('POST', `/events/${id}/replay`);
    await service.app.finished(id);
    expect(service.sentTo('ann1')).toHaveLength(1);
    await service.restart();
    expect(await failedEvents()).toEqual([]);
    expect(service.sentTo('ann1')).toHaveLength(1);
  });

  it('are answered after a kill too, once their replay was promised', async () => {
    const id = await park('ann1');
    const { promise, resolve } = deferred<EventOutcome>();
    const handle = jest.spyOn(ConversationService.prototype, 'handle').mockReturnValue(promise);
    expect((await service.request('POST', `/events/${id}/replay`)).status).toBe(202);
    await service.kill();
    handle.mockRestore();
    resolve({ kind: 'done' });
    await service.start();
    await service.app.finished(id);
    expect(service.sentTo('ann1')).toHaveLength(1);
    expect(await failedEvents()).toEqual([]);
  });

  it('are made of what the service itself fails at, after three attempts, and can be replayed', async () => {
    const handle = jest.spyOn(ConversationService.prototype, 'handle');
    handle.mockRejectedValue(new Error('a bug'));
    const event = textFrom('ann1', TEXT);
    await service.app.postWebhook(event);
    const id = String(event.webhookId);
    await service.app.finished(id);
    expect(handle).toHaveBeenCalledTimes(3);
    handle.mockRestore();
    expect(await failedEvents()).toMatchObject([{ id, reason: 'it made the service fail; see the log' }]);
    await service.request('POST', `/events/${id}/replay`);
    await service.app.finished(id);
    expect(service.sentTo('ann1')).toHaveLength(1);
  });

  it('are not replayed while they are being worked on', async () => {
    const id = await park('ann1');
    const sends = () => service.crm.requests.filter(({ path }) => path.search(SEND.path) >= 0).length;
    const before = sends();
    service.crm.injectFault({ ...SEND, kind: 'hang', times: 1 });
    const replay = () => service.request('POST', `/events/${id}/replay`);
    expect((await replay()).status).toBe(202);
    expect((await replay()).status).toBe(404);
    const underWay = textFrom('bob1', TEXT);
    service.crm.injectFault({ ...SEND, kind: 'hang', times: 1 });
    await service.app.postWebhook(underWay);
    expect((await service.request('POST', `/events/${String(underWay.webhookId)}/replay`)).status).toBe(404);
    // A call that hangs only after the cut would take its whole timeout.
    await eventually(() => (sends() >= before + 2 ? true : null));
    service.cutCalls();
    for (const eventId of [id, String(underWay.webhookId)]) await service.app.finished(eventId);
    expect([service.sentTo('ann1').length, service.sentTo('bob1').length]).toEqual([1, 1]);
  });

  it('stay listed through a refused replay of unknown ids, and only an admin sees them', async () => {
    const id = await park('ann1');
    expect((await service.request('POST', '/events/unknown/replay')).status).toBe(404);
    for (const token of ['', 'wrong']) {
      expect((await service.request('GET', '/events?status=failed', token)).status).toBe(401);
      expect((await service.request('POST', `/events/${id}/replay`, token)).status).toBe(401);
    }
    expect(await failedEvents()).toHaveLength(1);
    expect(service.sentTo('ann1')).toHaveLength(0);
  });
});

describe('webhook: a reply that does not get through', () => {
  it('has a person paged after four minutes, once, and still goes out later', async () => {
    const attempts = () => service.crm.requests.filter(({ path }) => path.search(SEND.path) >= 0).length;
    const remove = service.crm.injectFault({ ...SEND, kind: 'status', status: 429 });
    await service.crm.receiveText('ann1', TEXT);
    await service.app.conversation('ann1', (file) => file.conversation_history[0]?.sent === false);
    service.turnClock(230_000);
    const before = attempts();
    await eventually(() => (attempts() > before ? true : null));
    expect(service.crm.tasks('ann1')).toHaveLength(0);
    service.turnClock(10_000);
    await eventually(() => (service.crm.tasks('ann1').length > 0 ? true : null));
    await service.restart();
    const paged = attempts();
    await eventually(() => (attempts() > paged ? true : null));
    remove();
    await service.app.conversation('ann1', (file) => file.conversation_history[0]?.sent === true);
    expect(service.sentTo('ann1')).toHaveLength(1);
    expect(service.crm.tasks('ann1')).toHaveLength(1);
  });
});

describe('webhook: what the CRM does not take for too long', () => {
  const HOUR_MS = 3_600_000;

  /** The event of a text once it waits, and how often it has been tried. */
  async function waiting(): Promise<{ readonly id: string; readonly attempts: number }> {
    return eventually(async () => {
      const response = await service.app.asAdmin('/events?status=processing');
      const { items } = (await response.json()) as { readonly items: readonly { id: string; attempts: number }[] };
      return items.find(({ attempts }) => attempts > 0) ?? null;
    });
  }

  it('is parked with the reason when it is a reply that is a day late, and not before', async () => {
    service.crm.injectFault({ ...SEND, kind: 'status', status: 429 });
    await service.crm.receiveText('ann1', TEXT);
    const { id, attempts } = await waiting();
    service.turnClock(23 * HOUR_MS);
    await eventually(async () => ((await waiting()).attempts > attempts ? true : null));
    expect(await failedEvents()).toEqual([]);
    service.turnClock(1 * HOUR_MS);
    await service.app.finished(id);
    expect(await failedEvents()).toMatchObject([{ id, reason: 'the CRM does not take the reply' }]);
  });

  it('is left to the next turn when it is a change of the CRM that is two hours late', async () => {
    service.crm.injectFault({ method: 'PUT', path: /^\/contacts\//, kind: 'status', status: 503 });
    await service.crm.receiveText('ann1', TEXT);
    const { id } = await waiting();
    service.turnClock(2 * HOUR_MS);
    await service.app.finished(id);
    expect(await failedEvents()).toEqual([]);
    expect(service.sentTo('ann1')).toHaveLength(1);
  });
});
