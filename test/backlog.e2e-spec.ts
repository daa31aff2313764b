import { KillableService, OWN_LOCATION } from './support/killable-service';
import { eventually, inboundText } from './support/test-app';

const TEXT = 'I want to sell my house';

describe('webhook: ten thousand open events', () => {
  const FULL = 10_000;
  const service = new KillableService({ REPLY_DEBOUNCE_MS: '60000' });
  beforeAll(() => service.start());
  // Ten thousand texts under way use up the patience of a stop.
  afterAll(() => service.end(), 180_000);

  it('are the limit: the next one is told to come again later, and is taken when there is room', async () => {
    service.crm.injectFault({ path: /^\//, kind: 'hang' });
    const post = (contactId: string, text: string) =>
      service.app.postWebhook(inboundText(contactId, text, { locationId: OWN_LOCATION }));
    await post('ann1', 'STOP');
    for (let texts = 1; texts < FULL; texts += 99) {
      const names = Array.from({ length: Math.min(99, FULL - texts) }, (_, index) => `contact${texts + index}`);
      const answers = await Promise.all(names.map((name) => post(name, TEXT)));
      expect(answers.every(({ status }) => status === 200)).toBe(true);
    }
    const late = inboundText('bob1', TEXT, { locationId: OWN_LOCATION });
    const refused = await service.app.postWebhook(late);
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '30']);
    expect(await refused.json()).toMatchObject({ code: 'backlog_full' });
    const list = await service.app.asAdmin('/events?status=processing&limit=1');
    expect(await list.json()).toMatchObject({ total: FULL });
    service.crm.clearFaults();
    service.cutCalls();
    await eventually(async () => ((await service.app.postWebhook(late)).status === 200 ? true : null));
  }, 240_000);
});
