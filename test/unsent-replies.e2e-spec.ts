import { OWN_LOCATION } from './support/killable-service';
import { eventually, inboundText } from './support/test-app';
import { BUSY, HOT, HOUR_MS, SEARCH, SEND, TurnService } from './support/turn-service';

const NEXT_MORNING = '2026-11-24T14:30:01.000Z';

let service: TurnService;
afterEach(() => service.end());

describe('bots: a reply that goes out late', () => {
  it('names the times that it offers by the right day', async () => {
    service = await TurnService.begin();
    await service.talk('c1', ...HOT.slice(0, 2));
    await service.stop();
    service.turnClock(10.5 * HOUR_MS);
    await service.crm.receiveText('c1', 'cash');
    service.turnClock(2 * HOUR_MS);
    await service.start();
    await service.isUnsent();
    service.turnClockTo(NEXT_MORNING);
    await service.restart();
    await service.idle();
    expect(service.texts().at(-1)).toMatch(/Which one works/);
    expect(service.texts().at(-1)).not.toMatch(/tomorrow/);
    const { conversation_history: turns } = await service.file('c1');
    expect(turns.map((turn) => turn.user_message)).toEqual(HOT);
  });

  it('names the time that it has booked by the right day', async () => {
    service = await TurnService.begin();
    service.turnClock(10.2 * HOUR_MS);
    await service.talk('c1', ...HOT);
    const remove = service.crm.injectFault(BUSY);
    await service.crm.receiveText('c1', 'the second one');
    await service.isUnsent();
    await service.stop();
    remove();
    service.turnClockTo(NEXT_MORNING);
    await service.start();
    await service.idle();
    expect(service.texts().at(-1)).toMatch(/You are booked for today/);
    expect(service.crm.appointments('c1')).toHaveLength(1);
  });

  it('does not confirm what has been cancelled meanwhile', async () => {
    service = await TurnService.begin();
    await service.talk('c1', ...HOT);
    const remove = service.crm.injectFault(BUSY);
    await service.crm.receiveText('c1', 'the first one');
    await service.isUnsent();
    await service.crm.changeAppointment('c1', { appointmentStatus: 'cancelled' });
    await eventually(async () => JSON.stringify(await service.file('c1')).includes('"cancelled"') || null);
    remove();
    await service.idle();
    expect(service.texts()).toHaveLength(HOT.length);
    expect((await service.lastTurn('c1'))?.sent).toBeNull();
  });

  it('waits through the night when its webhook was repeated until then', async () => {
    service = await TurnService.begin();
    service.turnClock(12.5 * HOUR_MS);
    const at = new Date(service.nowMs() - 70 * 60_000).toISOString();
    const told = { locationId: OWN_LOCATION, messageId: 'm1', dateAdded: at, timestamp: at };
    await service.post(inboundText('c1', 'I want to sell my house', told));
    await service.isWaiting();
    expect(service.texts()).toEqual([]);
  });
});

describe('bots: a wish whose reply does not get through', () => {
  it('reaches a person with the reply to a newer text', async () => {
    service = await TurnService.begin();
    await service.talk('c1', HOT[0]);
    const remove = service.crm.injectFault(BUSY);
    await service.crm.receiveText('c1', 'Can I talk to a real person please?');
    await service.isUnsent();
    remove();
    await service.talk('c1', 'up to 450k');
    expect(service.tasks()).toEqual([expect.stringMatching(/^Asked for a person/)]);
    expect(service.texts()).toHaveLength(2);
  });

  it('is said in the same words with the reply to a newer text: nobody has read them', async () => {
    service = await TurnService.begin();
    const remove = service.crm.injectFault(BUSY);
    await service.crm.receiveText('c1', HOT[0]);
    await service.isUnsent();
    const unsent = (await service.lastTurn('c1'))?.ai_response;
    remove();
    await service.talk('c1', 'hello?');
    expect(service.texts()).toEqual([unsent]);
    expect(service.tasks()).toEqual([]);
  });

  it('reaches a person when the number is wrong, and the answer found only at night', async () => {
    service = await TurnService.begin();
    await service.stop();
    service.turnClock(11 * HOUR_MS);
    await service.crm.receiveText('c1', 'You have the wrong number');
    service.turnClock(2 * HOUR_MS);
    await service.start();
    await service.app.conversation('c1', (file) => file.conversation_history.length === 1);
    await service.idle();
    expect(service.tasks()).toEqual([expect.stringMatching(/^Wrong number/)]);
    expect(service.texts()).toEqual([]);
  });

  it('reaches a person when the number is wrong, and the confirmation fails', async () => {
    service = await TurnService.begin();
    service.crm.injectFault({ ...SEND, kind: 'status', status: 500, times: 1 });
    await service.talk('c1', 'You have the wrong number');
    expect(service.tasks()).toEqual([expect.stringMatching(/^Wrong number/)]);
  });

  it('reaches a person although the CRM failed when its task was made', async () => {
    service = await TurnService.begin();
    service.crm.injectFault({ method: 'POST', path: /\/tasks$/, kind: 'status', status: 503, times: 1 });
    await service.talk('c1', 'Can I talk to a real person please?');
    expect(service.tasks()).toHaveLength(1);
  });
});

describe('bots: a text whose reply is not out', () => {
  it('is not acted on again when it was given up, and a person has answered it', async () => {
    service = await TurnService.begin();
    await service.talk('c1', HOT[0]);
    await service.park('Can a real person please call me?');
    await service.crm.sendAsPerson('c1', 'Just called you, talk soon. Jorge', 'user1');
    service.turnClock(49 * HOUR_MS);
    await service.talk('c1', 'thank you');
    expect(service.tasks()).not.toContainEqual(expect.stringMatching(/^Asked for a call/));
  });

  it('is not acted on again when it may be out', async () => {
    service = await TurnService.begin();
    await service.talk('c1', HOT[0]);
    service.crm.injectFault({ ...SEND, kind: 'reset_after', times: 1 });
    const remove = service.crm.injectFault({ ...SEARCH, kind: 'status', status: 503 });
    await service.crm.receiveText('c1', 'Can I talk to a real person please?');
    await service.isWaiting();
    await service.crm.receiveText('c1', 'up to 450k');
    await eventually(() => service.texts().length > 2 || null);
    remove();
    await service.idle();
    expect(service.tasks()).toHaveLength(1);
  });

  it('is not acted on again when it has booked, and is told of that', async () => {
    service = await TurnService.begin();
    await service.talk('c1', ...HOT);
    const remove = service.crm.injectFault(BUSY);
    await service.crm.receiveText('c1', 'call me at the first one');
    await service.isUnsent();
    remove();
    await service.talk('c1', 'great');
    expect(service.tasks()).not.toContainEqual(expect.stringMatching(/^Asked for a call/));
    expect(service.texts()).toContainEqual(expect.stringMatching(/You are booked/));
    expect(service.crm.appointments('c1')).toHaveLength(1);
  });
});

describe('bots: what stands in for a reply', () => {
  it('is not a reminder', async () => {
    service = await TurnService.begin();
    await service.talk('c1', ...HOT, 'the first one');
    await service.crm.changeAppointment('c1', { startTime: '2026-11-24T22:00:00.000Z' });
    await service.idle();
    const before = service.texts().length;
    const remove = service.crm.injectFault(BUSY);
    await service.crm.receiveText('c1', 'Can I bring my wife to the meeting? How long does it take?');
    await service.isUnsent();
    remove();
    expect((await service.request('POST', '/follow-ups/c1/run')).status).toBe(200);
    await service.idle();
    expect(service.texts()).toHaveLength(before + 2);
  });
});

describe('bots: START', () => {
  it('is confirmed although the first attempt fails', async () => {
    service = await TurnService.begin();
    await service.talk('c1', 'I want to sell my house', 'STOP');
    service.crm.injectFault({ ...SEND, kind: 'status', status: 503, times: 1 });
    await service.talk('c1', 'START');
    expect(service.texts()).toHaveLength(3);
  });

  it('is confirmed hours later too', async () => {
    service = await TurnService.begin();
    await service.talk('c1', 'I want to sell my house', 'STOP');
    const remove = service.crm.injectFault(BUSY);
    await service.crm.receiveText('c1', 'START');
    await service.isUnsent();
    await service.stop();
    remove();
    service.turnClock(2 * HOUR_MS);
    await service.start();
    await service.idle();
    expect(service.texts().at(-1)).toMatch(/You are back/);
  });

  it('of before brings nobody back who has been blocked since', async () => {
    service = await TurnService.begin();
    await service.talk('c1', 'I want to sell my house', 'STOP');
    await service.park('START');
    service.crm.setTags('c1', ['Opted-Out']);
    await eventually(() => service.crm.hasToldAll || null);
    await service.talk('c1', 'who is this');
    expect(service.texts()).toHaveLength(2);
  });

  it('brings back whom the CRM had blocked, also where no webhook tells of that', async () => {
    service = await TurnService.begin({}, { dndSettings: { SMS: { status: 'active' } } });
    service.crm.deliverWebhooksTo(null);
    for (const text of ['START', 'I want to sell my house']) {
      await service.post(inboundText('c1', text, { locationId: OWN_LOCATION }));
      await service.idle();
    }
    expect(service.texts()).toHaveLength(2);
  });
});
