import { eventually } from './support/test-app';
import { BOOK, EXPORT, HOT, HOUR_MS, SEARCH, SEND, TurnService } from './support/turn-service';

const until = (isSo: () => boolean) => eventually(() => isSo() || null);

let service: TurnService;
afterEach(() => service.end());

describe('context: a turn that a stop or a kill cuts short', () => {
  it('has booked, and says so after the start', async () => {
    service = await TurnService.begin();
    await service.talk('c1', ...HOT);
    service.crm.injectFault({ ...SEND, kind: 'hang' });
    const before = service.sends();
    await service.crm.receiveText('c1', 'the second one');
    await until(() => service.sends() > before);
    await service.kill();
    service.crm.clearFaults();
    await service.start();
    await service.idle();
    expect(service.crm.appointments('c1')).toHaveLength(1);
    expect(service.texts().at(-1)).toMatch(/You are booked/);
  });

  it('has booked the time that "today" meant then, and says that', async () => {
    service = await TurnService.begin();
    service.turnClock(4.25 * HOUR_MS);
    await service.talk('c1', ...HOT);
    service.crm.injectFault({ ...SEND, kind: 'hang' });
    const before = service.sends();
    await service.crm.receiveText('c1', 'today works');
    await until(() => service.sends() > before);
    await service.kill();
    service.crm.clearFaults();
    service.turnClockTo('2026-11-24T14:05:00.000Z');
    await service.start();
    await service.idle();
    expect(service.crm.appointments('c1')).toHaveLength(1);
    expect(service.texts().at(-1)).not.toMatch(/booked for (?:today|tomorrow)/);
  });

  it('has booked what people cancel before the start: a person looks', async () => {
    service = await TurnService.begin();
    await service.talk('c1', ...HOT);
    service.crm.injectFault({ ...BOOK, kind: 'delay', delayMs: 60_000 });
    await service.crm.receiveText('c1', 'the first one');
    await until(() => service.crm.appointments('c1').length > 0);
    await service.kill();
    service.crm.clearFaults();
    await service.crm.changeAppointment('c1', { appointmentStatus: 'cancelled' });
    await service.start();
    await service.idle();
    expect(service.crm.appointments('c1')).toHaveLength(1);
    expect(service.tasks()).toContainEqual(expect.stringMatching(/book/i));
  });

  it('has sent what the CRM took and answered unreadably, and sends it once', async () => {
    service = await TurnService.begin();
    service.crm.setReadBackLag(8_000);
    service.crm.injectFault({ ...SEND, kind: 'garbage', times: 1 });
    const remove = service.crm.injectFault({ ...SEARCH, kind: 'status', status: 503 });
    await service.crm.receiveText('c1', 'I want to sell my house');
    await service.isWaiting();
    await service.stop();
    remove();
    await service.start();
    await service.idle();
    expect(service.texts()).toHaveLength(1);
  });
});

describe('context: after a start', () => {
  it('a text is not answered over a person who wrote while the service was down', async () => {
    service = await TurnService.begin({ REPLY_DEBOUNCE_MS: '1500' });
    await service.crm.receiveText('c1', 'I want to sell my house');
    await service.kill();
    service.turnClock(HOUR_MS / 2);
    await service.crm.sendAsPerson('c1', 'Jorge here, I will call you in five minutes', 'user1');
    service.crm.injectFault({ ...EXPORT, kind: 'delay', delayMs: 1_500 });
    await service.start();
    await service.idle();
    expect(service.texts()).toHaveLength(1);
  });

  it('a follow-up that is due does not talk over a person either', async () => {
    service = await TurnService.begin();
    await service.talk('c1', 'I want to sell my house');
    const due = (await service.plannedFor('c1'))?.due_at;
    await service.stop();
    service.turnClock(3 * HOUR_MS);
    await service.crm.sendAsPerson('c1', 'Jorge here, I will call you in five minutes', 'user1');
    service.turnClock(2 * HOUR_MS);
    service.crm.injectFault({ ...EXPORT, kind: 'delay', delayMs: 2_000 });
    await service.start();
    await eventually(async () => ((await service.plannedFor('c1'))?.due_at === due ? null : true));
    expect(service.texts()).toHaveLength(2);
  });
});
