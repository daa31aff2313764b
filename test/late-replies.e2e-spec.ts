import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { KillableService } from './support/killable-service';
import { eventually } from './support/test-app';

const SEND = { method: 'POST', path: /\/conversations\/messages$/ } as const;
const HOUR_MS = 3_600_000;
/** From 10 a.m. on a Monday in Dallas, when the tests' clock starts. */
const UNTIL_EVENING_MS = 10.5 * HOUR_MS;

let service: KillableService;
beforeEach(async () => {
  service = new KillableService();
  await service.start();
});
afterEach(() => service.end());

describe('bots: a reply that comes late', () => {
  it('waits through the night, when nobody may be texted unasked, and a person is told', async () => {
    service.turnClock(UNTIL_EVENING_MS);
    service.crm.addContact({ id: 'late1', phone: '+12145550101', timezone: 'America/Chicago' });
    const remove = service.crm.injectFault({ ...SEND, kind: 'status', status: 503 });
    await service.crm.receiveText('late1', 'I want to sell my house');
    await service.app.conversation('late1', (file) => file.conversation_history[0]?.sent === false);
    service.turnClock(3 * HOUR_MS);
    remove();
    // The service starts again at 11:30 p.m.: what waits is tried at once, and nothing goes out.
    await service.restart();
    const paged = await service.app.conversation('late1', () => service.crm.tasks('late1').length > 0);
    expect(paged.conversation_history[0]?.sent).toBe(false);
    expect(service.sentTo('late1')).toHaveLength(0);
    service.turnClock(9.5 * HOUR_MS);
    await service.restart();
    await service.app.conversation('late1', (file) => file.conversation_history[0]?.sent === true);
    expect(service.sentTo('late1')).toHaveLength(1);
    expect(service.crm.tasks('late1')).toHaveLength(1);
  });

  it('waits through the night too when the text was found only then', async () => {
    // From its first look at the CRM on, the service answers for what comes.
    await eventually(() => existsSync(join(service.dataDir, 'catch-up.json')) || null);
    await service.stop();
    service.turnClock(UNTIL_EVENING_MS);
    service.crm.addContact({ id: 'late1', phone: '+12145550101', timezone: 'America/Chicago' });
    await service.crm.receiveText('late1', 'I want to sell my house');
    service.turnClock(3 * HOUR_MS);
    await service.start();
    await service.app.conversation('late1', () => service.crm.tasks('late1').length > 0);
    expect(service.sentTo('late1')).toHaveLength(0);
    service.turnClock(9.5 * HOUR_MS);
    await service.restart();
    await service.app.conversation('late1', (file) => file.conversation_history[0]?.sent === true);
    expect(service.sentTo('late1')).toHaveLength(1);
  });

  it('goes out at any hour to a text that has just come', async () => {
    service.turnClock(UNTIL_EVENING_MS + 3 * HOUR_MS);
    await service.crm.receiveText('night1', 'I want to sell my house');
    await service.app.conversation('night1', (file) => file.conversation_history[0]?.sent === true);
    expect(service.sentTo('night1')).toHaveLength(1);
  });
});
