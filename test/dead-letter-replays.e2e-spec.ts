import { ConversationManager, ConversationService } from '../src/conversation';
import { deferred } from './support/deferred';
import { eventually } from './support/test-app';
import { BOOK, BUSY, HOT, HOUR_MS, TurnService } from './support/turn-service';

let service: TurnService;
afterEach(() => service.end());

describe('webhook: a dead letter that is replayed', () => {
  it('has everything follow from it that follows from a reply', async () => {
    service = await TurnService.begin();
    await service.talk('c1', ...HOT.slice(0, 2));
    const id = await service.park('cash');
    await service.replay(id);
    await service.app.finished(id);
    expect(service.texts().at(-1)).toMatch(/Which one works/);
    await service.talk('c1', 'the second one');
    expect(service.crm.appointments('c1')).toHaveLength(1);
    expect(service.tasks()).toContainEqual(expect.stringMatching(/^Hot lead/));
  });

  it('goes out in the morning when that is at night, also after more than a day', async () => {
    service = await TurnService.begin();
    const id = await service.park('I want to sell my house');
    service.turnClock(36 * HOUR_MS);
    await service.replay(id);
    await service.isWaiting();
    expect(service.texts()).toEqual([]);
    service.turnClock(11 * HOUR_MS);
    await service.restart();
    await service.app.finished(id);
    expect(service.texts()).toHaveLength(1);
  });

  it('is tried again when the CRM is busy, also after more than a day', async () => {
    service = await TurnService.begin();
    const id = await service.park('I want to sell my house');
    service.turnClock(25 * HOUR_MS);
    service.crm.injectFault({ ...BUSY, times: 1 });
    await service.replay(id);
    await service.app.finished(id);
    expect(service.texts()).toHaveLength(1);
  });

  it('goes out once, although a kill comes before the conversation knows', async () => {
    service = await TurnService.begin();
    const id = await service.park('I want to sell my house');
    const gate = deferred<undefined>();
    const { value } = Object.getOwnPropertyDescriptor(ConversationManager.prototype, 'change') ?? {};
    const change = jest.spyOn(ConversationManager.prototype, 'change').mockImplementation(async function (
      this: ConversationManager,
      ...given
    ) {
      if (service.texts().length > 0) await gate.promise;
      return (value as ConversationManager['change']).apply(this, given);
    });
    await service.replay(id);
    await eventually(() => service.journal().includes('"kind":"sent"') || null);
    await service.kill();
    change.mockRestore();
    gate.resolve(undefined);
    await service.start();
    await service.app.finished(id);
    expect(service.texts()).toHaveLength(1);
    expect((await service.lastTurn('c1'))?.sent).toBe(true);
  });

  it('books nothing again of which nobody can tell', async () => {
    service = await TurnService.begin();
    await service.talk('c1', ...HOT);
    service.crm.injectFault({ ...BOOK, kind: 'reset_after', times: 1 });
    const remove = service.crm.injectFault({ method: 'GET', path: /\/appointments$/, kind: 'status', status: 503 });
    const id = await service.park('the first one');
    remove();
    await service.replay(id);
    await service.app.finished(id);
    expect(service.crm.appointments('c1')).toHaveLength(1);
    expect(service.texts().at(-1)).toMatch(/You are booked/);
  });

  it('keeps its wish when all are replayed in a row', async () => {
    service = await TurnService.begin();
    const texts = ['Can a real person please call me?', 'I want to buy in Frisco up to 450k'];
    const ids = [await service.park(texts[0] ?? ''), await service.park(texts[1] ?? '')];
    for (const id of ids) {
      await service.replay(id);
      await service.app.finished(id);
    }
    expect(service.tasks()).toContainEqual(expect.stringMatching(/^Asked for a call/));
    expect(service.texts()).toHaveLength(2);
  });

  it('does not bring back what the contact has said before it said otherwise', async () => {
    service = await TurnService.begin();
    await service.talk('c1', HOT[0]);
    const id = await service.park('up to 400k');
    await service.crm.sendAsPerson('c1', 'Jorge here', 'user1');
    await service.talk('c1', 'my budget is up to 550k now');
    service.turnClock(25 * HOUR_MS);
    await service.replay(id);
    await service.app.finished(id);
    expect(await service.file('c1')).toMatchObject({ lead_preferences: { budget_max: 550_000 } });
  });

  it('is not answered when the contact has opted out meanwhile, and no webhook has told of it', async () => {
    service = await TurnService.begin();
    const id = await service.park('I want to sell my house');
    service.crm.deliverWebhooksTo(null);
    service.crm.setTags('c1', ['Opted-Out']);
    await service.replay(id);
    await service.app.finished(id);
    expect(service.texts()).toEqual([]);
  });

  it('does not bring back the tags of its time', async () => {
    service = await TurnService.begin({}, { tags: ['web'] });
    await service.talk('c1', 'I want to sell my house');
    const handle = jest.spyOn(ConversationService.prototype, 'handle').mockRejectedValue(new Error('a bug'));
    const id = await service.workflowText('new job in Denver', { tags: 'web' });
    await service.app.finished(id);
    handle.mockRestore();
    service.turnClock(HOUR_MS);
    service.crm.setTags('c1', ['web', 'Opted-Out']);
    await eventually(async () => JSON.stringify(await service.file('c1')).includes('opted-out') || null);
    await service.replay(id);
    await service.app.finished(id);
    expect(service.texts()).toHaveLength(1);
  });
});
