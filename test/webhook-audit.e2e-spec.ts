import { eventually, inboundText, SECRET, startTestApp } from './support/test-app';
import type { TestApp } from './support/test-app';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

describe('webhook: audit', () => {
  it('writes one line per webhook, without text, phone or signature', async () => {
    const phone = '+12145550123';
    await app.postWebhook(
      inboundText('audit1', 'my secret words', { webhookId: 'audit-1', phone, timestamp: undefined }),
    );
    await app.conversation('audit1', (file) => file.conversation_history.length === 1);
    const lines = await eventually(() => {
      const found = app.logs.filter((line) => line.webhook_id === 'audit-1' && 'outcome' in line);
      return found.length > 0 ? found : null;
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      webhook_id: 'audit-1',
      signature_valid: true,
      signature_scheme: 'hmac',
      duplicate: false,
      type: 'InboundMessage',
      contact_id: 'audit1',
      outcome: 'accepted',
      request_id: expect.any(String) as string,
    });
    const everything = JSON.stringify(app.logs);
    expect(everything).not.toContain('my secret words');
    expect(everything).not.toContain(phone);
    expect(everything).not.toContain(SECRET);
  });

  it.each([
    ['a wrong secret', { 'X-GHL-Signature': '0'.repeat(64) }, {}, 'invalid_signature', 'the HMAC does not match'],
    ['no signature', {}, {}, 'invalid_signature', 'no signature header'],
    ['an old event', null, { timestamp: '2020-01-01T00:00:00.000Z' }, 'stale_event', undefined],
    ['no ids', null, { contactId: '../x' }, 'invalid_contact_id', undefined],
  ])('says why it refused %s', async (title, signature, change, code, problem) => {
    const requestId = title.replaceAll(' ', '-');
    const payload = inboundText('audit2', 'hello', change);
    const headers = { 'Content-Type': 'application/json', 'X-Request-Id': requestId };
    const answer =
      signature === null
        ? await app.postWebhook(payload, { 'X-Request-Id': requestId })
        : await fetch(`${app.url}/webhook/ghl`, {
            method: 'POST',
            headers: { ...headers, ...signature },
            body: JSON.stringify(payload),
          });
    expect(await answer.json()).toMatchObject({ code });
    const line = await eventually(
      () => app.logs.find(({ msg, request_id }) => msg === 'webhook audit' && request_id === requestId) ?? null,
    );
    expect(line).toMatchObject({ outcome: `refused_${answer.status}`, error_code: code });
    expect(line.signature_problem).toBe(problem);
    expect(line).toMatchObject({ signature_valid: problem === undefined, duplicate: false });
  });

  it('tells a duplicate, and what nobody has looked at', async () => {
    const auditOf = (requestId: string) =>
      eventually(() => app.logs.find((line) => line.msg === 'webhook audit' && line.request_id === requestId) ?? null);
    const event = inboundText('audit3', 'hello');
    await app.postWebhook(event);
    await app.postWebhook(event, { 'X-Request-Id': 'audit-twice' });
    expect(await auditOf('audit-twice')).toMatchObject({ outcome: 'duplicate_ignored', duplicate: true });
    const headers = { 'Content-Type': 'text/plain', 'X-Request-Id': 'audit-form' };
    await fetch(`${app.url}/webhook/ghl`, { method: 'POST', headers, body: 'a=b' });
    expect(await auditOf('audit-form')).toMatchObject({
      webhook_id: null,
      signature_valid: false,
      signature_scheme: 'none',
      type: null,
      contact_id: null,
      outcome: 'refused_415',
    });
  });

  it('ties the work done after the answer to the request that brought it', async () => {
    await app.postWebhook(inboundText('traced1', 'hello'), { 'X-Request-Id': 'trace-me-1' });
    await app.conversation('traced1', (file) => file.conversation_history.length === 1);
    app.crm.injectFault({ method: 'POST', path: /\/messages$/, kind: 'status', status: 422, times: 1 });
    await app.postWebhook(inboundText('traced1', 'hello?'), { 'X-Request-Id': 'trace-me-2' });
    await eventually(
      () => app.logs.find((line) => line.request_id === 'trace-me-2' && line.operation === 'sendMessage') ?? null,
    );
  });
});
