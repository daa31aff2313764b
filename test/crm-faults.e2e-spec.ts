import { eventually, inboundText, startTestApp } from './support/test-app';
import type { TestApp } from './support/test-app';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ GHL_TIMEOUT_MS: '300', GHL_MAX_RETRIES: '1' });
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

describe('ghl: when the CRM fails', () => {
  it.each(FAULTS)(
    '%s to everything: the turn ends with an explicit false, and the next one works',
    async (title, fault) => {
      const contactId = `all-${title.replaceAll(' ', '-')}`;
      app.crm.injectFault({ path: /^\//, ...fault });
      await app.postWebhook(inboundText(contactId, 'I want to buy a house'));
      const failed = await app.conversation(contactId, (file) => (file.conversation_history[0]?.crm.length ?? 0) > 0);
      expect(failed.conversation_history[0]).toMatchObject({ sent: false, crm: [{ type: 'create_task', ok: false }] });
      await eventually(() => app.logs.find((line) => line.contact_id === contactId && line.sent === false) ?? null);
      app.crm.clearFaults();
      await app.postWebhook(inboundText(contactId, 'in Frisco'));
      const next = await app.conversation(contactId, (file) => (file.conversation_history[1]?.crm.length ?? 0) > 0);
      expect(next.conversation_history[1]).toMatchObject({ sent: true });
      expect(next.conversation_history[1]?.crm).toContainEqual({ type: 'create_task', ok: true });
      expect(next.conversation_history[1]?.crm.every((action) => action.ok)).toBe(true);
      expect(app.crm.messages(contactId)).toHaveLength(1);
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

  it('garbage for an answer to the send: a person is called, and no second text is risked', async () => {
    app.crm.injectFault({ method: 'POST', path: /\/conversations\/messages$/, kind: 'garbage' });
    await app.postWebhook(inboundText('garbage1', 'I want to buy a house'));
    const file = await app.conversation('garbage1', (ready) => ready.conversation_history.length === 1);
    expect(file.conversation_history[0]?.sent === true || file.conversation_history[0]?.sent === false).toBe(true);
    expect(app.crm.messages('garbage1').length).toBeLessThanOrEqual(1);
  });

  it('a send that is cut off after GHL took it is found again and not repeated', async () => {
    app.crm.injectFault({ method: 'POST', path: /\/conversations\/messages$/, kind: 'reset_after', times: 1 });
    await app.postWebhook(inboundText('cut1', 'I want to buy a house'));
    const file = await app.conversation('cut1', (ready) => ready.conversation_history.length === 1);
    expect(app.crm.messages('cut1')).toHaveLength(1);
    expect(file.conversation_history[0]?.sent).toBe(true);
  });
});
