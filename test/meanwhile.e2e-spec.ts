import { OWN_LOCATION } from './support/killable-service';
import { eventually, inboundText } from './support/test-app';
import { BUSY, EXPORT, TurnService } from './support/turn-service';

let service: TurnService;
afterEach(() => service.end());

describe('webhook: what is told while a text is on its way to its answer', () => {
  it('is not undone by the tags that the text came with', async () => {
    service = await TurnService.begin({ REPLY_DEBOUNCE_MS: '1500' }, { tags: ['web'] });
    await service.talk('c1', 'I want to sell my house');
    await service.workflowText('new job in Denver', { tags: 'web' });
    service.crm.setTags('c1', ['web', 'Jorge-Active']);
    await service.idle();
    expect(service.texts()).toHaveLength(1);
  });

  it('is not undone by what the CRM answers of the contact', async () => {
    service = await TurnService.begin();
    const read = { method: 'GET', path: /^\/contacts\/c1$/ } as const;
    service.crm.injectFault({ ...read, kind: 'delay', delayMs: 1_000, times: 1 });
    await service.crm.receiveText('c1', 'I want to sell my house');
    await eventually(() => service.crm.requests.some(({ path }) => read.path.test(path)) || null);
    service.crm.setTags('c1', ['Jorge-Active']);
    await service.idle();
    expect(service.texts()).toEqual([]);
  });

  it('is an older text, which is answered too', async () => {
    service = await TurnService.begin({ REPLY_DEBOUNCE_MS: '1500' });
    await service.stop();
    await service.crm.receiveText('c1', 'Can a real person please call me about selling my house?');
    service.turnClock(5 * 60_000);
    service.crm.injectFault({ ...EXPORT, kind: 'delay', delayMs: 500 });
    await service.start();
    await service.crm.receiveText('c1', 'hello? anyone there');
    await service.app.conversation('c1', (file) => file.conversation_history.length === 2);
    await service.idle();
    expect(service.tasks()).toEqual([expect.stringMatching(/^Asked for a call/)]);
    expect(service.texts()).toHaveLength(2);
  });

  it('is a text that gets no answer, which does not take the place of one that waits for its own', async () => {
    // The first is tried again while the second is being waited out.
    service = await TurnService.begin({ REPLY_DEBOUNCE_MS: '3000' });
    const remove = service.crm.injectFault(BUSY);
    await service.crm.receiveText('c1', 'I want to sell my house');
    await service.isUnsent();
    remove();
    await service.crm.receiveText('c1', 'I am driving right now. This is an automatic reply.');
    await service.app.conversation('c1', (file) => file.conversation_history.length === 2);
    await service.idle();
    expect(service.texts()).toHaveLength(1);
  });

  it('is the same text, by a workflow that knows its id', async () => {
    service = await TurnService.begin();
    const told = { locationId: OWN_LOCATION, messageId: 'm1' };
    await service.post(inboundText('c1', 'I want to sell my house', told));
    await service.idle();
    await service.workflowText('I want to sell my house', { customData: { message_id: 'm1' } });
    await service.idle();
    expect(service.texts()).toHaveLength(1);
  });
});
