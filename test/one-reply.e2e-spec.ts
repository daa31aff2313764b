import { eventually, inboundText, LOCATION, startTestApp } from './support/test-app';
import type { ConversationJson, TestApp } from './support/test-app';

const WINDOW_MS = 400;
/** Than what the CRM reports of the service's own tags. */
const LATER = '2026-11-23T16:02:00.000Z';
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ REPLY_DEBOUNCE_MS: String(WINDOW_MS) });
});
afterAll(() => app.close());

function replies(contactId: string): string[] {
  return app.crm.messages(contactId).map((message) => message.body);
}

/** Posts a text and does not wait for anything. @returns its event id. */
async function post(contactId: string, text: string, service = app): Promise<string> {
  const response = await service.postWebhook(inboundText(contactId, text));
  return ((await response.json()) as { readonly webhook_id: string }).webhook_id;
}

async function turns(contactId: string, count: number): Promise<ConversationJson> {
  return app.conversation(
    contactId,
    ({ conversation_history: history }) =>
      history.length === count && history.at(-1)?.sent !== undefined && history.at(-1)?.reason !== '',
  );
}

describe('webhook: texts in a row', () => {
  it('get one reply, which answers all of them', async () => {
    const ids = [await post('row1', 'are you a bot?'), await post('row1', 'I want to buy in Plano')];
    ids.push(await post('row1', 'up to 450k'));
    for (const id of ids) await app.finished(id);
    const file = await turns('row1', 3);
    expect(replies('row1')).toHaveLength(1);
    expect(replies('row1')[0]).toMatch(/Yes, I am an automated assistant.*cash or getting a loan/s);
    expect(file.conversation_history.map((turn) => turn.sent)).toEqual([null, null, true]);
    expect(file).toMatchObject({ lead_preferences: { areas: ['Plano'], budget_max: 450_000 } });
  });

  it('get their own replies when there is a pause between them', async () => {
    await app.say('row2', 'I want to buy in Plano');
    await app.say('row2', 'up to 450k');
    expect(replies('row2')).toHaveLength(2);
  });

  it('that come while a reply is being made stop that reply', async () => {
    app.crm.addContact({ id: 'row3', phone: '+12145550103' });
    app.crm.injectFault({ method: 'GET', path: /\/contacts\/row3$/, kind: 'delay', delayMs: 1_500, times: 1 });
    const first = await post('row3', 'I want to sell my house');
    await new Promise((resolve) => setTimeout(resolve, 2 * WINDOW_MS));
    const second = await post('row3', 'we got divorced');
    await app.finished(first);
    await app.finished(second);
    expect(replies('row3')).toHaveLength(1);
    expect(replies('row3')[0]).toMatch(/30 to 45 days/);
  });

  it('are answered together after a restart too', async () => {
    const before = await startTestApp({ REPLY_DEBOUNCE_MS: '3000' });
    const ids = [
      await post('row4', 'I want to sell', before),
      await post('row4', 'we are relocating for work', before),
    ];
    await before.close();
    const after = await startTestApp({ REPLY_DEBOUNCE_MS: '0', DATA_DIR: before.dataDir });
    for (const id of ids) await after.finished(id);
    const sent = [...before.crm.messages('row4'), ...after.crm.messages('row4')];
    expect(sent.map(({ body }) => body)).toEqual([expect.stringMatching(/30 to 45 days/)]);
    await after.close();
  });
});

/** What can happen between a text and its reply, and forbids the reply. */
const MEANWHILE: readonly (readonly [
  title: string,
  happen: (contactId: string) => Promise<unknown>,
  replies: number,
])[] = [
  ['a person writes', (contactId) => app.crm.sendAsPerson(contactId, 'Jorge here', 'user1'), 1],
  [
    'somebody sets the pause tag',
    (id) =>
      app.postWebhook({ type: 'ContactTagUpdate', locationId: LOCATION, id, tags: ['jorge-active'], timestamp: LATER }),
    0,
  ],
  [
    'the CRM sets do-not-disturb',
    (id) =>
      app.postWebhook({
        type: 'ContactDndUpdate',
        locationId: LOCATION,
        id,
        timestamp: LATER,
        dnd: false,
        dndSettings: { SMS: { status: 'active' } },
      }),
    0,
  ],
];

describe('webhook: just before sending', () => {
  it.each(MEANWHILE)('stays silent when %s meanwhile', async (title, happen, sentByOthers) => {
    const contactId = `meanwhile${MEANWHILE.findIndex(([other]) => other === title)}`;
    app.crm.addContact({ id: contactId, phone: '+12145550104' });
    await app.say(contactId, 'I want to buy in Plano');
    const before = replies(contactId).length;
    const id = await post(contactId, 'up to 450k');
    await happen(contactId);
    await app.finished(id);
    const file = await turns(contactId, 2);
    expect(file.conversation_history.at(-1)).toMatchObject({ ai_response: '', sent: null });
    expect(replies(contactId)).toHaveLength(before + sentByOthers);
    expect(file).toMatchObject({ lead_preferences: { budget_max: 450_000 } });
  });

  it('obeys STOP at once, also for the texts before it', async () => {
    const ids = [await post('stop1', 'I want to buy in Plano'), await post('stop1', 'STOP')];
    for (const id of ids) await app.finished(id);
    expect(replies('stop1')).toEqual([expect.stringMatching(/unsubscribed/)]);
    await app.say('stop1', 'are you there?');
    expect(replies('stop1')).toHaveLength(1);
  });
});

describe('webhook: running in circles', () => {
  it('stops and calls a person when the same text comes again and again', async () => {
    const text = 'Thanks for your message, our team will look at it';
    const files: ConversationJson[] = [];
    for (let times = 0; times < 4; times++) files.push(await app.say('circle1', text));
    expect(replies('circle1').length).toBeLessThanOrEqual(2);
    expect(files.at(-1)).toMatchObject({ paused_until: expect.any(String) as string });
    await eventually(() =>
      app.crm.tasks('circle1').some(({ title }) => title.startsWith('Bot stopped')) ? true : null,
    );
    expect(app.crm.contact('circle1').tags).toContain('needs-manual-review');
  });

  it('never sends the same text twice in a row, and no more than ten an hour', async () => {
    const texts = ['hello', 'hm', 'well', 'so', 'eh', 'mhm', 'uh', 'aha', 'oh', 'er', 'tja', 'na'];
    for (const text of texts) await app.say('circle2', text);
    const sent = replies('circle2');
    expect(sent.length).toBeLessThanOrEqual(10);
    for (const [index, text] of sent.entries()) expect(text).not.toBe(sent[index - 1]);
  });
});
