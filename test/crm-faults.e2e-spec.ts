import { eventually, inboundText, startTestApp } from './support/test-app';
import type { ConversationJson, TestApp } from './support/test-app';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ GHL_TIMEOUT_MS: '700', GHL_MAX_RETRIES: '1', HOT_SELLER_WORKFLOW_ID: 'flow' });
});
afterAll(() => app.close());
afterEach(() => {
  app.crm.clearFaults();
});

const FAULTS = [
  ['401', { kind: 'status', status: 401 }],
  ['404', { kind: 'status', status: 404 }],
  ['422', { kind: 'status', status: 422 }],
  ['429', { kind: 'status', status: 429, retryAfterSeconds: 0 }],
  ['500', { kind: 'status', status: 500 }],
  ['a reset', { kind: 'reset_before' }],
  ['a hang', { kind: 'hang' }],
] as const;

const REFUSALS = new Set(['404', '422']);

describe('ghl: when the CRM fails', () => {
  it.each(FAULTS)(
    '%s to everything: the turn ends with an explicit false, and the next one works',
    async (title, fault) => {
      const contactId = `all-${title.replaceAll(' ', '-')}`;
      app.crm.injectFault({ path: /^\//, ...fault });
      await app.postWebhook(inboundText(contactId, 'I want to buy a house'));
      const failed = await app.conversation(contactId, (file) => file.conversation_history.length === 1);
      expect(failed.conversation_history[0]).toMatchObject({ sent: false });
      await eventually(() => app.logs.find((line) => line.contact_id === contactId && line.sent === false) ?? null);
      app.crm.clearFaults();
      await app.postWebhook(inboundText(contactId, 'in Frisco'));
      const next = await app.conversation(contactId, (file) => (file.conversation_history[1]?.crm.length ?? 0) > 0);
      expect(next.conversation_history[1]).toMatchObject({ sent: true });
      expect(next.conversation_history[1]?.crm.every((action) => action.ok)).toBe(true);
      expect(app.crm.messages(contactId)).toHaveLength(1);
      // What may work later is waited for; a person has to know at once only of what never will.
      expect(app.crm.tasks(contactId)).toHaveLength(REFUSALS.has(title) ? 1 : 0);
    },
  );

  it.each(FAULTS)(
    '%s to the CRM update after the reply: told in the conversation, made up for with the next turn',
    async (title, fault) => {
      const contactId = `put-${title.replaceAll(' ', '-')}`;
      app.crm.injectFault({ method: 'PUT', path: /^\/contacts\//, ...fault });
      await app.postWebhook(inboundText(contactId, 'I want to buy a house'));
      const failed = await app.conversation(contactId, (file) => (file.conversation_history[0]?.crm.length ?? 0) > 0);
      expect(failed.conversation_history[0]).toMatchObject({ sent: true });
      expect(failed.conversation_history[0]?.crm).toContainEqual({ type: 'update_fields', ok: false });
      app.crm.clearFaults();
      await app.postWebhook(inboundText(contactId, 'thanks'));
      await app.conversation(contactId, (file) => (file.conversation_history[1]?.crm.length ?? 0) > 0);
      expect(app.crm.fields(contactId)).toMatchObject({ bot_type: 'lead' });
    },
  );

  it('is waited for: the reply goes out by itself when the CRM is back, once', async () => {
    const remove = app.crm.injectFault({
      method: 'POST',
      path: /\/conversations\/messages$/,
      kind: 'status',
      status: 503,
    });
    await app.postWebhook(inboundText('patient1', 'I want to buy a house'));
    await app.conversation('patient1', (file) => file.conversation_history[0]?.sent === false);
    remove();
    const file = await app.conversation('patient1', (ready) => ready.conversation_history[0]?.sent === true);
    expect(file.conversation_history).toHaveLength(1);
    expect(app.crm.messages('patient1')).toHaveLength(1);
    await eventually(() => (app.crm.contact('patient1').tags.includes('cold-lead') ? true : null));
  });

  it('does not say twice what a newer reply has said', async () => {
    const remove = app.crm.injectFault({
      method: 'POST',
      path: /\/conversations\/messages$/,
      kind: 'status',
      status: 429,
    });
    const event = inboundText('newer1', 'I want to buy a house');
    await app.postWebhook(event);
    await app.conversation('newer1', (file) => file.conversation_history[0]?.sent === false);
    remove();
    await app.postWebhook(inboundText('newer1', 'in Frisco'));
    await app.conversation('newer1', (file) => file.conversation_history[1]?.sent === true);
    await app.finished(String(event.webhookId));
    expect(app.crm.messages('newer1')).toHaveLength(1);
    const { conversation_history: turns } = await app.conversation('newer1', () => true);
    expect(turns[0]).toMatchObject({ ai_response: '', sent: null });
    expect(turns[0]?.reason).toMatch(/not sent: a newer reply stands in for it$/);
  });

  it('drops a reply that waits when the contact says stop', async () => {
    const remove = app.crm.injectFault({
      method: 'POST',
      path: /\/conversations\/messages$/,
      kind: 'status',
      status: 429,
    });
    const event = inboundText('stopped1', 'I want to buy a house');
    await app.postWebhook(event);
    await app.conversation('stopped1', (file) => file.conversation_history[0]?.sent === false);
    await app.postWebhook(inboundText('stopped1', 'STOP'));
    await app.conversation('stopped1', (file) => file.opted_out === true);
    remove();
    await app.finished(String(event.webhookId));
    expect(app.crm.messages('stopped1')).toHaveLength(0);
    expect(app.crm.contact('stopped1').dndSettings.SMS?.status).toBe('active');
    expect(app.crm.tasks('stopped1')).toHaveLength(0);
  });

  it('garbage for an answer to the send: it is not repeated, and the text is found again', async () => {
    app.crm.injectFault({ method: 'POST', path: /\/conversations\/messages$/, kind: 'garbage' });
    await app.postWebhook(inboundText('garbage1', 'I want to buy a house'));
    const file = await app.conversation('garbage1', (ready) => ready.conversation_history[0]?.sent === true);
    expect(file.conversation_history).toHaveLength(1);
    expect(app.crm.messages('garbage1')).toHaveLength(1);
  });

  it('a send that is cut off after GHL took it is found again and not repeated, also when it shows late', async () => {
    app.crm.setReadBackLag(2_000);
    app.crm.injectFault({ method: 'POST', path: /\/conversations\/messages$/, kind: 'reset_after', times: 1 });
    await app.postWebhook(inboundText('cut1', 'I want to buy a house'));
    const file = await app.conversation('cut1', (ready) => ready.conversation_history[0]?.sent === true);
    app.crm.setReadBackLag(0);
    expect(file.conversation_history).toHaveLength(1);
    expect(app.crm.messages('cut1')).toHaveLength(1);
  });

  it('a booking that is cut off after GHL made it is found again, and no other time is offered', async () => {
    const texts = ['I want to buy in Frisco up to 500k', 'pre-approved, moving in 2 weeks'];
    for (const text of texts) await app.say('booked1', text);
    app.crm.injectFault({ method: 'POST', path: /\/appointments$/, kind: 'reset_after', times: 1 });
    const file = await app.say('booked1', 'the first one works');
    expect(file.conversation_history.at(-1)).toMatchObject({
      reason: 'the CRM has booked the chosen time',
      sent: true,
    });
    expect(app.crm.appointments('booked1')).toHaveLength(1);
  });

  describe('when a time has been chosen', () => {
    const HOT = ['I want to buy in Frisco up to 500k', 'pre-approved, moving in 2 weeks'];
    const BOOKING = { method: 'POST', path: /\/appointments$/ };
    const FREE_SLOTS = { method: 'GET', path: /\/free-slots/ };
    const state = (file: ConversationJson) =>
      file.bot_state as { pending_question: string | null; offered_slots: string[]; booked_slot: string | null };

    async function choose(contactId: string): Promise<ConversationJson> {
      const file = await app.say(contactId, 'the first one works');
      expect(app.crm.appointments(contactId)).toHaveLength(0);
      expect(app.crm.messages(contactId).at(-1)?.body).not.toMatch(/booked/i);
      return file;
    }

    it.each([
      ['is down', [{ ...BOOKING, kind: 'status', status: 503 }], 'the CRM did not book the chosen time'],
      [
        'refuses the time and tells no other',
        [
          { ...BOOKING, kind: 'status', status: 400 },
          { ...FREE_SLOTS, kind: 'status', status: 503 },
        ],
        'the chosen time is gone and others cannot be read',
      ],
      [
        'refuses the time and answers with something else',
        [
          { ...BOOKING, kind: 'status', status: 400 },
          { ...FREE_SLOTS, kind: 'garbage' },
        ],
        'the chosen time is gone and others cannot be read',
      ],
      [
        'takes it and tells neither then nor afterwards',
        [
          { ...BOOKING, kind: 'reset_before' },
          { method: 'GET', path: /\/appointments$/, kind: 'status', status: 503 },
        ],
        'nobody can tell whether the chosen time is booked',
      ],
    ] as const)(
      'a calendar that %s: a person is called, nothing is said to be booked',
      async (title, faults, reason) => {
        const contactId = `calendar-${title.replaceAll(' ', '-')}`;
        for (const text of HOT) await app.say(contactId, text);
        for (const fault of faults) app.crm.injectFault(fault);
        const file = await choose(contactId);
        expect(file.conversation_history.at(-1)).toMatchObject({ reason, sent: true });
        expect(state(file)).toMatchObject({ pending_question: null, offered_slots: [], booked_slot: null });
        expect(app.crm.tasks(contactId).map((task) => task.title)).toContainEqual(
          expect.stringMatching(/^Booking failed/),
        );
        app.crm.clearFaults();
        await app.say(contactId, 'the first one works');
        expect(app.crm.appointments(contactId)).toHaveLength(0);
      },
    );

    it('a time that has gone by is not booked: new ones are offered, and a person called when there are none', async () => {
      for (const text of HOT) await app.say('late1', text);
      const before = state(await app.conversation('late1', () => true)).offered_slots;
      app.clock.shiftMs += 3 * 86_400_000;
      try {
        const renewed = state(await choose('late1'));
        expect(renewed.pending_question).toBe('booking');
        expect(renewed.offered_slots).toHaveLength(2);
        for (const slot of before) expect(renewed.offered_slots).not.toContain(slot);
        app.clock.shiftMs += 7 * 86_400_000;
        app.crm.injectFault({ ...FREE_SLOTS, kind: 'status', status: 503 });
        const file = await choose('late1');
        expect(file.conversation_history.at(-1)).toMatchObject({
          reason: 'the offered time has gone by and others cannot be read',
        });
        expect(state(file)).toMatchObject({ pending_question: null, offered_slots: [] });
        expect(app.crm.tasks('late1').map((task) => task.title)).toContainEqual(
          expect.stringMatching(/^Booking failed/),
        );
      } finally {
        app.clock.shiftMs -= 10 * 86_400_000;
      }
    });
  });

  it('a workflow that may have been started is not started again', async () => {
    app.crm.injectFault({ method: 'POST', path: /\/workflow\//, kind: 'reset_after', times: 1 });
    const texts = ['I want to sell my house', 'new job, moving to Denver', 'no problem', 'move in ready', '480k'];
    for (const text of texts) await app.say('flow1', text);
    await app.say('flow1', 'thanks');
    const started = app.crm.requests.filter(({ path }) => path.includes('/workflow/'));
    expect(started).toHaveLength(1);
  });
});
