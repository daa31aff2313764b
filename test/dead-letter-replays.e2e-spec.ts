import { ConversationService } from '../src/conversation';
import { eventually } from './support/test-app';
import { BUSY, HOT, HOUR_MS, TurnService } from './support/turn-service';

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
