import { ADMIN_TOKEN, eventually } from './support/test-app';
import { KillableService, OWN_LOCATION } from './support/killable-service';

const SEND = { method: 'POST', path: /\/conversations\/messages$/ } as const;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const CHICAGO = { phone: '+13125550101', timezone: 'America/Chicago' };

interface Item {
  readonly contact_id: string;
  readonly location_id: string;
  readonly due_at: string;
  readonly step: string;
  readonly reason: string;
  readonly held_by: string | null;
}

/** The tests' clock starts at 10 a.m. on a Monday in Dallas. */
let service: KillableService;
beforeEach(async () => {
  service = new KillableService({ GHL_CALENDAR_ID: 'calendar1' });
  await service.start();
});
afterEach(() => service.end());

async function planned(): Promise<readonly Item[]> {
  const answer = await service.app.asAdmin('/follow-ups');
  return ((await answer.json()) as { items: readonly Item[] }).items;
}

async function plannedFor(contactId: string): Promise<Item | undefined> {
  return (await planned()).find((item) => item.contact_id === contactId);
}

/** Texts and waits until the bot has answered, and the event is done with. */
async function talk(contactId: string, text: string): Promise<void> {
  const before = service.sentTo(contactId).length;
  await service.crm.receiveText(contactId, text);
  await eventually(() => (service.sentTo(contactId).length > before ? true : null));
  await idle();
}

async function idle(): Promise<void> {
  await eventually(async () => {
    const events = await service.app.asAdmin('/events?status=processing');
    return ((await events.json()) as { total: number }).total === 0 ? true : null;
  });
}

async function sent(contactId: string, count: number): Promise<string> {
  await eventually(() => (service.sentTo(contactId).length >= count ? true : null));
  await eventually(async () => ((await lastTurn(contactId))?.sent === true ? true : null));
  return service.sentTo(contactId).at(-1)?.body ?? '';
}

async function lastTurn(contactId: string) {
  const file = await service.app.conversation(contactId, () => true);
  return file.conversation_history.at(-1);
}

/** A hot lead chooses the second time that is offered. */
async function book(contactId: string): Promise<void> {
  for (const text of ['I want to buy a house in Frisco', 'up to 550k', 'cash', 'asap']) await talk(contactId, text);
  await talk(contactId, 'the second one');
  expect(service.crm.appointments(contactId)).toHaveLength(1);
}

/** Long enough for the schedule to be looked at a few times. */
async function looks(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 2_500));
}

describe('follow-ups: somebody who does not answer', () => {
  it('hears again after four hours, two days, three days and then every two weeks, five times and never the same', async () => {
    service.crm.addContact({ id: 'quiet1', firstName: 'Ann', ...CHICAGO });
    await talk('quiet1', 'I want to buy a house');
    const steps: string[] = [];
    const texts = new Set<string>();
    for (const [hours, count] of [
      [4, 2],
      [48, 3],
      [72, 4],
      [336, 5],
      [336, 6],
    ] as const) {
      const next = await eventually(async () => (await plannedFor('quiet1')) ?? null);
      steps.push(next.step);
      const dueInMs = Date.parse(next.due_at) - service.nowMs();
      expect(Math.abs(dueInMs - hours * HOUR_MS)).toBeLessThan(60_000);
      service.turnClock(dueInMs - 60_000);
      expect(service.sentTo('quiet1')).toHaveLength(count - 1);
      service.turnClock(60_000);
      texts.add(await sent('quiet1', count));
      await eventually(async () => ((await plannedFor('quiet1'))?.step === next.step ? null : true));
    }
    expect(steps).toEqual(['follow_up_1', 'follow_up_2', 'follow_up_3', 'long_term_4', 'long_term_5']);
    expect(texts.size).toBe(5);
    expect(await planned()).toEqual([]);
    const turn = await lastTurn('quiet1');
    expect(turn).toMatchObject({ user_message: '', sent: true });
  });

  it('is planned anew by a reply, and left alone after STOP', async () => {
    await talk('quiet2', 'I want to sell my house');
    const first = await plannedFor('quiet2');
    service.turnClock(HOUR_MS);
    await talk('quiet2', 'we are moving to Austin for a job');
    const second = await plannedFor('quiet2');
    expect(Date.parse(second?.due_at ?? '') - Date.parse(first?.due_at ?? '')).toBeGreaterThan(0.9 * HOUR_MS);
    await talk('quiet2', 'STOP');
    expect(await plannedFor('quiet2')).toBeUndefined();
    const before = service.sentTo('quiet2').length;
    service.turnClock(30 * DAY_MS);
    await looks();
    expect(service.sentTo('quiet2')).toHaveLength(before);
  });

  it('is left alone when a person takes over, by text or by tag, and when the CRM blocks it', async () => {
    for (const id of ['taken1', 'taken2', 'taken3']) await talk(id, 'I want to buy a house');
    // The CRM reports the tags that the bots have set, which would lift the block again.
    await eventually(() => (service.crm.deliveries.some(({ payload }) => payload.id === 'taken3') ? true : null));
    await idle();
    await service.crm.sendAsPerson('taken1', 'Hi, this is the agent.', 'user1');
    const changed = { locationId: OWN_LOCATION };
    await service.crm.deliverWebhook({ ...changed, type: 'ContactTagUpdate', id: 'taken2', tags: ['jorge-active'] });
    await service.crm.deliverWebhook({ ...changed, type: 'ContactDndUpdate', id: 'taken3', dnd: true });
    await eventually(async () => ((await planned()).length === 0 ? true : null));
  });

  it('is asked of the CRM once more before a bot speaks: a webhook may have been missed', async () => {
    await talk('missed1', 'I want to buy a house');
    service.crm.deliverWebhooksTo(null);
    service.crm.setTags('missed1', ['Opted-Out']);
    service.turnClock(4 * HOUR_MS + 1_000);
    await eventually(async () => ((await plannedFor('missed1')) === undefined ? true : null));
    expect(service.sentTo('missed1')).toHaveLength(1);
  });

  it('waits for the morning where the contact is', async () => {
    service.crm.addContact({ id: 'night1', ...CHICAGO });
    service.turnClock(9 * HOUR_MS);
    await talk('night1', 'I want to buy a house');
    service.turnClock(4 * HOUR_MS + 1_000);
    const held = await eventually(async () => {
      const item = await plannedFor('night1');
      return item?.held_by ? item : null;
    });
    expect(held).toMatchObject({ held_by: 'quiet_hours', due_at: '2026-11-24T14:00:00.000Z' });
    expect(service.sentTo('night1')).toHaveLength(1);
    service.turnClock(Date.parse(held.due_at) - service.nowMs());
    await sent('night1', 2);
  });

  it('hears no more than a state allows in a day', async () => {
    service.crm.addContact({ id: 'miami1', phone: '+13055550101', timezone: 'America/New_York' });
    await talk('miami1', 'I want to buy a house');
    const run = async () => {
      const answer = await service.request('POST', '/follow-ups/miami1/run');
      return (await answer.json()) as { status: string; held_by: string | null };
    };
    for (let texts = 1; texts <= 3; texts += 1) expect(await run()).toMatchObject({ status: 'sent' });
    expect(await run()).toMatchObject({ status: 'held', held_by: 'state_cap' });
    expect(service.sentTo('miami1')).toHaveLength(4);
    expect((await plannedFor('miami1'))?.held_by).toBe('state_cap');
  });
});

describe('follow-ups: appointments', () => {
  it('are reminded of a day and two hours before, in the contact’s time', async () => {
    service.crm.addContact({ id: 'booked1', firstName: 'Ben', ...CHICAGO });
    service.crm.addContact({ id: 'other1', ...CHICAGO });
    await book('booked1');
    const [appointment] = service.crm.appointments('booked1');
    const startsAtMs = Date.parse(String(appointment?.startTime));
    const next = await plannedFor('booked1');
    expect(next?.step).toMatch(/^appointment_reminder_/);
    expect(Date.parse(next?.due_at ?? '')).toBeLessThan(startsAtMs);
    const before = service.sentTo('booked1').length;
    service.turnClock(Date.parse(next?.due_at ?? '') - service.nowMs() + 1_000);
    expect(await sent('booked1', before + 1)).toMatch(/appointment with Jorge is/);
  });
});

describe('follow-ups: what people do with an appointment', () => {
  it('moves the reminder with it, and cancels it', async () => {
    service.crm.addContact({ id: 'moved1', ...CHICAGO });
    await book('moved1');
    const startTime = new Date(service.nowMs() + 5 * DAY_MS).toISOString();
    await service.crm.changeAppointment('moved1', { startTime });
    const moved = await eventually(async () => {
      const item = await plannedFor('moved1');
      return item?.step === 'appointment_reminder_24h' ? item : null;
    });
    expect(Date.parse(moved.due_at)).toBe(Date.parse(startTime) - DAY_MS);
    await service.crm.changeAppointment('moved1', { appointmentStatus: 'cancelled' });
    await eventually(async () => {
      const item = await plannedFor('moved1');
      return item?.step.startsWith('appointment') ? null : true;
    });
    const file = await service.app.conversation('moved1', () => true);
    expect((file.bot_state as { booked_slot: string | null }).booked_slot).toBeNull();
  });

  it('gives whoever has not come a word, once', async () => {
    service.crm.addContact({ id: 'noshow1', ...CHICAGO });
    await book('noshow1');
    const before = service.sentTo('noshow1').length;
    service.turnClock(3 * HOUR_MS);
    await service.crm.changeAppointment('noshow1', { appointmentStatus: 'noshow' });
    expect(await sent('noshow1', before + 1)).toMatch(/missed/);
    await service.crm.changeAppointment('noshow1', { appointmentStatus: 'noshow' });
    await idle();
    await looks();
    expect(service.sentTo('noshow1')).toHaveLength(before + 1);
  });
});

describe('follow-ups: the operator', () => {
  it('cancels one, which stays cancelled until something happens', async () => {
    await talk('hand1', 'I want to buy a house');
    expect((await service.request('DELETE', '/follow-ups/hand1')).status).toBe(200);
    expect(await planned()).toEqual([]);
    await service.restart();
    await service.crm.deliverWebhook({
      type: 'ContactUpdate',
      id: 'hand1',
      locationId: OWN_LOCATION,
      webhookId: 'update-hand1',
      firstName: 'Zoe',
    });
    await idle();
    expect(await planned()).toEqual([]);
    expect((await service.request('DELETE', '/follow-ups/hand1')).status).toBe(404);
    await talk('hand1', 'Frisco');
    expect(await plannedFor('hand1')).toMatchObject({ step: 'follow_up_1' });
  });

  it('is the only one who sees and changes them', async () => {
    for (const [method, path] of [
      ['GET', '/follow-ups'],
      ['DELETE', '/follow-ups/hand1'],
      ['POST', '/follow-ups/hand1/run'],
    ] as const) {
      expect((await service.request(method, path, '')).status).toBe(401);
      expect((await service.request(method, path, `${ADMIN_TOKEN}x`)).status).toBe(401);
    }
  });
});

describe('follow-ups: whatever fails', () => {
  it('are still planned after a kill', async () => {
    await talk('kill1', 'I want to buy a house');
    const before = await plannedFor('kill1');
    await service.kill();
    await service.start();
    expect(await plannedFor('kill1')).toEqual(before);
  });

  it('are sent once when the CRM carries out the send and its answer is lost', async () => {
    await talk('lost1', 'I want to buy a house');
    service.crm.injectFault({ ...SEND, kind: 'reset_after', times: 1 });
    service.turnClock(4 * HOUR_MS + 1_000);
    await eventually(() => (service.sentTo('lost1').length === 2 ? true : null));
    service.turnClock(2 * 60_000);
    await eventually(async () => ((await lastTurn('lost1'))?.user_message === '' ? true : null));
    expect(service.sentTo('lost1')).toHaveLength(2);
    expect(await plannedFor('lost1')).toMatchObject({ step: 'follow_up_2' });
  });

  it('wait for a CRM that does not answer', async () => {
    await talk('down1', 'I want to buy a house');
    const remove = service.crm.injectFault({ path: /^\//, kind: 'status', status: 503 });
    service.turnClock(4 * HOUR_MS + 1_000);
    await eventually(async () => ((await plannedFor('down1'))?.held_by === 'crm' ? true : null));
    remove();
    service.turnClock(2 * 60_000);
    await sent('down1', 2);
  });

  it('gives way to a text that comes at the same time', async () => {
    await talk('race1', 'I want to buy a house');
    service.crm.injectFault({ method: 'GET', path: /\/contacts\//, kind: 'delay', delayMs: 1_500, times: 1 });
    service.turnClock(4 * HOUR_MS + 1_000);
    await eventually(() => (service.crm.requests.at(-1)?.path.includes('/contacts/') ? true : null));
    await talk('race1', 'Frisco, up to 500k');
    await idle();
    const texts = service.sentTo('race1');
    expect(texts).toHaveLength(2);
    expect(await plannedFor('race1')).toMatchObject({ step: 'follow_up_1' });
  });
});
