import { FollowUpService } from './support/follow-up-service';
import { CHICAGO } from './support/growth-service';
import { OWN_LOCATION } from './support/killable-service';
import { ADMIN_TOKEN, eventually } from './support/test-app';

const SEND = { method: 'POST', path: /\/conversations\/messages$/ } as const;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The tests' clock starts at 10 a.m. on a Monday in Dallas. */
let service: FollowUpService;
beforeEach(async () => {
  service = new FollowUpService();
  await service.start();
});
afterEach(() => service.end());

describe('follow-ups: somebody who does not answer', () => {
  it('hears again after four hours, two days, three days and then every two weeks, five times and never the same', async () => {
    service.crm.addContact({ id: 'quiet1', firstName: 'Ann', ...CHICAGO });
    await service.talk('quiet1', 'I want to buy a house');
    const steps: string[] = [];
    const texts = new Set<string>();
    for (const [hours, count] of [
      [4, 2],
      [48, 3],
      [72, 4],
      [336, 5],
      [336, 6],
    ] as const) {
      const next = await eventually(async () => (await service.plannedFor('quiet1')) ?? null);
      steps.push(next.step);
      const dueInMs = Date.parse(next.due_at) - service.nowMs();
      expect(Math.abs(dueInMs - hours * HOUR_MS)).toBeLessThan(60_000);
      service.turnClock(dueInMs - 60_000);
      expect(service.sentTo('quiet1')).toHaveLength(count - 1);
      service.turnClock(60_000);
      texts.add(await service.lastOf('quiet1', count));
      await eventually(async () => ((await service.plannedFor('quiet1'))?.step === next.step ? null : true));
    }
    expect(steps).toEqual(['follow_up_1', 'follow_up_2', 'follow_up_3', 'long_term_4', 'long_term_5']);
    expect(texts.size).toBe(5);
    expect(await service.planned()).toEqual([]);
    const turn = await service.lastTurn('quiet1');
    expect(turn).toMatchObject({ user_message: '', sent: true });
  });

  it('is planned anew by a reply, and left alone after STOP', async () => {
    await service.talk('quiet2', 'I want to sell my house');
    const first = await service.plannedFor('quiet2');
    service.turnClock(HOUR_MS);
    await service.talk('quiet2', 'we are moving to Austin for a job');
    const second = await service.plannedFor('quiet2');
    expect(Date.parse(second?.due_at ?? '') - Date.parse(first?.due_at ?? '')).toBeGreaterThan(0.9 * HOUR_MS);
    await service.talk('quiet2', 'STOP');
    expect(await service.plannedFor('quiet2')).toBeUndefined();
    const before = service.sentTo('quiet2').length;
    service.turnClock(30 * DAY_MS);
    await service.looks();
    expect(service.sentTo('quiet2')).toHaveLength(before);
  });

  it('is left alone when a person takes over, by text or by tag, and when the CRM blocks it', async () => {
    for (const id of ['taken1', 'taken2', 'taken3']) await service.talk(id, 'I want to buy a house');
    // The CRM reports the tags that the bots have set, which would lift the block again.
    await eventually(() => (service.crm.deliveries.some(({ payload }) => payload.id === 'taken3') ? true : null));
    await service.idle();
    await service.crm.sendAsPerson('taken1', 'Hi, this is the agent.', 'user1');
    const changed = { locationId: OWN_LOCATION };
    await service.crm.deliverWebhook({ ...changed, type: 'ContactTagUpdate', id: 'taken2', tags: ['jorge-active'] });
    await service.crm.deliverWebhook({ ...changed, type: 'ContactDndUpdate', id: 'taken3', dnd: true });
    await eventually(async () => ((await service.planned()).length === 0 ? true : null));
  });

  it('is asked of the CRM once more before a bot speaks: a webhook may have been missed', async () => {
    await service.talk('missed1', 'I want to buy a house');
    service.crm.deliverWebhooksTo(null);
    service.crm.setTags('missed1', ['Opted-Out']);
    service.turnClock(4 * HOUR_MS + 1_000);
    await eventually(async () => ((await service.plannedFor('missed1')) === undefined ? true : null));
    expect(service.sentTo('missed1')).toHaveLength(1);
  });

  it('waits for the morning where the contact is', async () => {
    service.crm.addContact({ id: 'night1', ...CHICAGO });
    service.turnClock(9 * HOUR_MS);
    await service.talk('night1', 'I want to buy a house');
    service.turnClock(4 * HOUR_MS + 1_000);
    const held = await eventually(async () => {
      const item = await service.plannedFor('night1');
      return item?.held_by ? item : null;
    });
    expect(held).toMatchObject({ held_by: 'quiet_hours', due_at: '2026-11-24T14:00:00.000Z' });
    expect(service.sentTo('night1')).toHaveLength(1);
    service.turnClock(Date.parse(held.due_at) - service.nowMs());
    await service.lastOf('night1', 2);
  });

  it('hears no more than a state allows in a day', async () => {
    service.crm.addContact({ id: 'miami1', phone: '+13055550101', timezone: 'America/New_York' });
    await service.talk('miami1', 'I want to buy a house');
    const run = async () => {
      const answer = await service.request('POST', '/follow-ups/miami1/run');
      return (await answer.json()) as { status: string; held_by: string | null };
    };
    for (let texts = 1; texts <= 3; texts += 1) expect(await run()).toMatchObject({ status: 'sent' });
    expect(await run()).toMatchObject({ status: 'held', held_by: 'state_cap' });
    expect(service.sentTo('miami1')).toHaveLength(4);
    expect((await service.plannedFor('miami1'))?.held_by).toBe('state_cap');
  });
});

describe('follow-ups: the operator', () => {
  it('cancels one, which stays cancelled until something happens', async () => {
    await service.talk('hand1', 'I want to buy a house');
    expect((await service.request('DELETE', '/follow-ups/hand1')).status).toBe(200);
    expect(await service.planned()).toEqual([]);
    await service.restart();
    await service.crm.deliverWebhook({
      type: 'ContactUpdate',
      id: 'hand1',
      locationId: OWN_LOCATION,
      webhookId: 'update-hand1',
      firstName: 'Zoe',
    });
    await service.idle();
    expect(await service.planned()).toEqual([]);
    expect((await service.request('DELETE', '/follow-ups/hand1')).status).toBe(404);
    await service.talk('hand1', 'Frisco');
    expect(await service.plannedFor('hand1')).toMatchObject({ step: 'follow_up_1' });
  });

  it('cancels one that is just being tried, which is then not sent', async () => {
    await service.talk('hand2', 'I want to buy a house');
    service.crm.injectFault({ method: 'GET', path: /\/contacts\//, kind: 'delay', delayMs: 1_000, times: 1 });
    service.turnClock(4 * HOUR_MS + 1_000);
    const asked = service.crm.requests.length;
    await eventually(() => (service.crm.requests.length > asked ? true : null));
    expect((await service.request('DELETE', '/follow-ups/hand2')).status).toBe(200);
    await service.looks();
    expect(service.sentTo('hand2')).toHaveLength(1);
    expect(await service.planned()).toEqual([]);
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
    await service.talk('kill1', 'I want to buy a house');
    const before = await service.plannedFor('kill1');
    await service.kill();
    await service.start();
    expect(await service.plannedFor('kill1')).toEqual(before);
  });

  it('are sent once when the CRM carries out the send and its answer is lost', async () => {
    await service.talk('lost1', 'I want to buy a house');
    service.crm.injectFault({ ...SEND, kind: 'reset_after', times: 1 });
    service.turnClock(4 * HOUR_MS + 1_000);
    await eventually(async () => {
      const item = await service.plannedFor('lost1');
      return item?.held_by === 'crm' || item?.step === 'follow_up_2' ? true : null;
    });
    service.turnClock(2 * 60_000);
    await eventually(async () => ((await service.lastTurn('lost1'))?.user_message === '' ? true : null));
    expect(service.sentTo('lost1')).toHaveLength(2);
    expect(await service.plannedFor('lost1')).toMatchObject({ step: 'follow_up_2' });
  });

  it('are noted once it is known that they were sent, although a text has changed the plan meanwhile', async () => {
    await service.talk('lost2', 'I want to sell my house');
    service.crm.injectFault({ ...SEND, kind: 'reset_after', times: 1 });
    const blind = service.crm.injectFault({ path: /^\/conversations\/search$/, kind: 'status', status: 503 });
    service.turnClock(4 * HOUR_MS);
    await eventually(async () => ((await service.plannedFor('lost2'))?.held_by === 'crm' ? true : null));
    await service.talk('lost2', 'new job in Denver');
    blind();
    service.turnClock(10 * 60_000);
    const sent = async () => (await service.file('lost2')).conversation_history.filter((turn) => turn.sent);
    await eventually(async () => ((await sent()).length === 3 ? true : null));
    expect(service.sentTo('lost2')).toHaveLength(3);
  });

  it('are not sent again when the CRM has taken one and does not show it', async () => {
    await service.talk('hidden1', 'I want to buy a house');
    service.crm.injectFault({ ...SEND, kind: 'garbage', times: 1 });
    const nothing = JSON.stringify({ conversations: [], total: 0, traceId: 'trace1' });
    const remove = service.crm.injectFault({ path: /\/conversations\/search$/, kind: 'garbage', body: nothing });
    service.turnClock(4 * HOUR_MS + 1_000);
    await eventually(async () => ((await service.plannedFor('hidden1'))?.held_by === 'crm' ? true : null));
    service.turnClock(2 * 60_000);
    await eventually(async () => ((await service.plannedFor('hidden1')) === undefined ? true : null));
    remove();
    expect(service.sentTo('hidden1')).toHaveLength(2);
  });

  it('wait for a CRM that does not answer', async () => {
    await service.talk('down1', 'I want to buy a house');
    const remove = service.crm.injectFault({ path: /^\//, kind: 'status', status: 503 });
    service.turnClock(4 * HOUR_MS + 1_000);
    await eventually(async () => ((await service.plannedFor('down1'))?.held_by === 'crm' ? true : null));
    remove();
    service.turnClock(2 * 60_000);
    await service.lastOf('down1', 2);
  });

  it('a hot lead who is promised a call, as the calendar cannot be read, is left to the person who calls', async () => {
    service.crm.addContact({ id: 'promised1', ...CHICAGO });
    service.crm.injectFault({ method: 'GET', path: /\/free-slots/, kind: 'status', status: 503 });
    const file = await service.talk('promised1', 'I want to buy a house in Frisco', 'up to 550k', 'cash');
    expect(file.bot_state).toMatchObject({ pending_question: null, offered_slots: [] });
    expect(service.crm.tasks('promised1')).toHaveLength(1);
    expect(await service.plannedFor('promised1')).toBeUndefined();
  });

  it('gives way to a text that comes at the same time', async () => {
    await service.talk('race1', 'I want to buy a house');
    service.crm.injectFault({ method: 'GET', path: /\/contacts\//, kind: 'delay', delayMs: 1_500, times: 1 });
    service.turnClock(4 * HOUR_MS + 1_000);
    await eventually(() => (service.crm.requests.at(-1)?.path.includes('/contacts/') ? true : null));
    await service.talk('race1', 'Frisco, up to 500k');
    await service.idle();
    const texts = service.sentTo('race1');
    expect(texts).toHaveLength(2);
    expect(await service.plannedFor('race1')).toMatchObject({ step: 'follow_up_1' });
  });
});
