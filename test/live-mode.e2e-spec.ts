import { request as httpRequest } from 'node:http';
import { SandboxCrm } from '../src/ghl/sandbox';
import { eventually, inboundText, signBody, startTestApp } from './support/test-app';
import type { TestApp } from './support/test-app';

/** The service as it runs with a real GHL: the stand-in is another server, and knows only its own contacts. */
describe('ghl: live mode', () => {
  const crm = new SandboxCrm({ accessToken: 'pit-live', locationId: 'loc1', adoptUnknownContacts: false });
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp({
      GHL_ACCESS_TOKEN: 'pit-live',
      GHL_LOCATION_ID: 'loc1',
      GHL_API_BASE_URL: await crm.start(),
      HOST: '127.0.0.1',
    });
  });
  afterAll(async () => {
    await app.close();
    await crm.stop();
  });

  it('answers a contact of its location, without a calendar by promising a call', async () => {
    crm.addContact({ id: 'ann1', locationId: 'loc1', firstName: 'Ann', phone: '+12145550111' });
    const text = 'Looking to buy in Allen, budget 500k, paying cash, need to move asap';
    await app.postWebhook(inboundText('ann1', text, { locationId: 'loc1' }));
    const file = await app.conversation('ann1', (ready) => (ready.conversation_history[0]?.crm.length ?? 0) > 0);
    expect(crm.messages('ann1')[0]?.body).toMatch(/^Hi Ann, .*will call you within the hour/);
    expect(file.conversation_history[0]?.crm.every((action) => action.ok)).toBe(true);
    expect(crm.tasks('ann1')).toHaveLength(1);
  });

  it('goes on with what the event tells when the CRM does not know the contact', async () => {
    await app.postWebhook(inboundText('nobody1', 'I want to buy', { locationId: 'loc1' }));
    const file = await app.conversation('nobody1', (ready) => ready.conversation_history.length === 1);
    expect(file.conversation_history[0]).toMatchObject({ sent: false });
    await eventually(
      () => app.logs.find((line) => line.fallback_used === true && line.contact_id === 'nobody1') ?? null,
    );
  });

  it('acknowledges an event of another location and does nothing', async () => {
    const response = await app.postWebhook(inboundText('other1', 'I want to buy', { locationId: 'loc2' }));
    expect(await response.json()).toMatchObject({ status: 'acknowledged' });
    expect((await app.asAdmin('/conversations/other1')).status).toBe(404);
  });

  it.each(['/analyze-lead', '/agent/process-lead'])('refuses another location on %s', async (path) => {
    const response = await app.asAdmin(path, { contact_id: 'other2', location_id: 'loc2', message: 'I want to buy' });
    expect([response.status, await response.json()]).toEqual([
      400,
      expect.objectContaining({ code: 'wrong_location' }),
    ]);
    expect(crm.requests.filter((made) => made.path.includes('other2'))).toEqual([]);
  });

  it('refuses a signature header that comes twice, each of them valid', async () => {
    const body = JSON.stringify(inboundText('double1', 'hello', { locationId: 'loc1' }));
    const signature = signBody(body);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { 'Content-Type': 'application/json', 'X-GHL-Signature': [signature, signature] };
      const sent = httpRequest(`${app.url}/webhook/ghl`, { method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.once('error', reject);
      sent.end(body);
    });
    expect(status).toBe(403);
  });
});
