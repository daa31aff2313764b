import { FollowUpService } from './support/follow-up-service';
import { CHICAGO } from './support/growth-service';
import { eventually } from './support/test-app';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The tests' clock starts at 10 a.m. on a Monday in Dallas. */
let service: FollowUpService;
beforeEach(async () => {
  service = new FollowUpService();
  await service.start();
});
afterEach(() => service.end());

describe('follow-ups: appointments', () => {
  it('are reminded of a day and two hours before, in the contact’s time', async () => {
    service.crm.addContact({ id: 'booked1', firstName: 'Ben', ...CHICAGO });
    service.crm.addContact({ id: 'other1', ...CHICAGO });
    await service.book('booked1');
    const [appointment] = service.crm.appointments('booked1');
    const startsAtMs = Date.parse(String(appointment?.startTime));
    const next = await service.plannedFor('booked1');
    expect(next?.step).toMatch(/^appointment_reminder_/);
    expect(Date.parse(next?.due_at ?? '')).toBeLessThan(startsAtMs);
    const before = service.sentTo('booked1').length;
    service.turnClock(Date.parse(next?.due_at ?? '') - service.nowMs() + 1_000);
    expect(await service.lastOf('booked1', before + 1)).toMatch(/appointment with Jorge is/);
  });
});

describe('follow-ups: what people do with an appointment', () => {
  it('moves the reminder with it, and cancels it', async () => {
    service.crm.addContact({ id: 'moved1', ...CHICAGO });
    await service.book('moved1');
    const startTime = new Date(service.nowMs() + 5 * DAY_MS).toISOString();
    await service.crm.changeAppointment('moved1', { startTime });
    const moved = await eventually(async () => {
      const item = await service.plannedFor('moved1');
      return item?.step === 'appointment_reminder_24h' ? item : null;
    });
    expect(Date.parse(moved.due_at)).toBe(Date.parse(startTime) - DAY_MS);
    await service.crm.changeAppointment('moved1', { appointmentStatus: 'cancelled' });
    await eventually(async () => {
      const item = await service.plannedFor('moved1');
      return item?.step.startsWith('appointment') ? null : true;
    });
    const file = await service.app.conversation('moved1', () => true);
    expect((file.bot_state as { booked_slot: string | null }).booked_slot).toBeNull();
  });

  it('is known as moved, also where a reply was on its way when it was', async () => {
    await service.book('racing1');
    const startTime = new Date(service.nowMs() + 5 * DAY_MS).toISOString();
    service.crm.injectFault({ method: 'POST', path: /\/conversations\/messages$/, kind: 'delay', delayMs: 1_500 });
    const before = service.sentTo('racing1').length;
    await service.crm.receiveText('racing1', 'great, how long does it take?');
    await eventually(() => (service.sentTo('racing1').length > before ? true : null));
    await service.crm.changeAppointment('racing1', { startTime });
    await service.idle();
    const file = await service.file('racing1');
    expect(file.conversation_history.at(-1)).toMatchObject({ sent: true });
    expect(Date.parse(String((file.bot_state as { booked_slot: string | null }).booked_slot))).toBe(
      Date.parse(startTime),
    );
    expect(await service.plannedFor('racing1')).toMatchObject({
      step: 'appointment_reminder_24h',
      due_at: new Date(Date.parse(startTime) - DAY_MS).toISOString(),
    });
  });

  it('is not forgotten in a turn in which the bot is silent', async () => {
    await service.book('silent1');
    await service.crm.sendAsPerson('silent1', 'See you then.', 'user1');
    await service.idle();
    const file = await service.talk('silent1', 'great');
    expect(file.conversation_history.at(-1)).toMatchObject({ ai_response: '', sent: null });
    expect((file.bot_state as { booked_slot: string | null }).booked_slot).not.toBeNull();
  });

  it('gives whoever has not come a word, once', async () => {
    service.crm.addContact({ id: 'noshow1', ...CHICAGO });
    await service.book('noshow1');
    const before = service.sentTo('noshow1').length;
    service.turnClock(3 * HOUR_MS);
    await service.crm.changeAppointment('noshow1', { appointmentStatus: 'noshow' });
    expect(await service.lastOf('noshow1', before + 1)).toMatch(/missed/);
    await service.crm.changeAppointment('noshow1', { appointmentStatus: 'noshow' });
    await service.idle();
    await service.looks();
    expect(service.sentTo('noshow1')).toHaveLength(before + 1);
  });
});
