import { eventually, inboundText, startTestApp } from './support/test-app';
import type { ConversationJson, TestApp } from './support/test-app';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

/** Texts one after the other, each after the answer to the one before, in full: CRM included. */
async function talk(contactId: string, texts: readonly string[], service = app): Promise<ConversationJson> {
  const file = (await (await service.asAdmin(`/conversations/${contactId}`)).json()) as Partial<ConversationJson>;
  let count = file.conversation_history?.length ?? 0;
  let last: ConversationJson | undefined;
  for (const text of texts) {
    await service.postWebhook(inboundText(contactId, text));
    count += 1;
    last = await service.conversation(contactId, (ready) => ready.conversation_history.length === count);
    await eventually(async () => ((await health(service)).services.inbox.unfinished === 0 ? true : null));
  }
  if (!last) throw new Error('nothing was said');
  return (await (await service.asAdmin(`/conversations/${contactId}`)).json()) as ConversationJson;
}

async function health(service: TestApp) {
  return (await (await fetch(`${service.url}/health`)).json()) as { services: { inbox: { unfinished: number } } };
}

function replies(contactId: string): string[] {
  return app.crm.messages(contactId).map((message) => message.body);
}

describe('bots: a buyer', () => {
  it('becomes hot in five texts, with the CRM kept current and a person called', async () => {
    app.crm.addContact({ id: 'buyer1', phone: '+12145550101', firstName: 'Maria', timezone: 'America/Chicago' });
    const file = await talk('buyer1', [
      'Hi, I am looking to buy a house',
      'Frisco',
      'up to 550k',
      "yes, I'm pre-approved",
      'next month',
    ]);
    expect(file).toMatchObject({
      bot_type: 'lead',
      lead_temperature: 'hot',
      lead_preferences: { budget_max: 550_000, areas: ['Frisco'], timeline: '1_month', financing: 'pre_approved' },
    });
    expect(file.lead_score).toBeGreaterThanOrEqual(80);
    expect(app.crm.contact('buyer1').tags).toEqual(
      expect.arrayContaining(['hot-lead', 'priority-high', 'jorge-qualified', 'urgent-buyer', 'pre-approved']),
    );
    expect(app.crm.contact('buyer1').tags).not.toContain('cold-lead');
    expect(app.crm.fields('buyer1')).toMatchObject({
      lead_temperature: 'hot',
      jorge_priority: 'high',
      estimated_commission: '33000',
      location_preference: 'Frisco',
      financing_status: 'pre_approved',
      bot_type: 'lead',
    });
    expect(app.crm.tasks('buyer1')).toEqual([
      expect.objectContaining({ title: expect.stringMatching(/^Hot lead: Maria/) as string }),
    ]);
  });

  it('is asked one thing at a time, never what is known, and told who writes in the first text only', async () => {
    const file = await talk('buyer2', ['I want to buy in Plano for up to 400k', 'cash', 'no rush']);
    const said = file.conversation_history.map((turn) => turn.ai_response);
    expect(said[0]).toMatch(/Reply STOP/);
    expect(said.slice(1).join()).not.toMatch(/Reply STOP/);
    for (const text of said) expect(text.split('?').length).toBeLessThanOrEqual(3);
    expect(said.join(' ')).not.toMatch(/which area|price range/i);
    expect(file.conversation_history.every((turn) => turn.reason !== '' && turn.sent === true)).toBe(true);
  });

  it('who is hot is offered two times and gets what they choose booked', async () => {
    await talk('buyer3', ['Looking to buy in Allen, budget 500k, paying cash, need to move asap']);
    expect(replies('buyer3').at(-1)).toMatch(/ or .+\?/);
    const file = await talk('buyer3', ['the second one please']);
    expect(app.crm.appointments('buyer3')).toHaveLength(1);
    expect(replies('buyer3').at(-1)).toMatch(/booked/i);
    expect(file.bot_state).toMatchObject({
      booked_slot: app.crm.appointments('buyer3')[0]?.startTime,
      pending_question: null,
    });
    expect(app.crm.contact('buyer3').tags).toContain('appointment-booked');
  });

  it('never hears "booked" when the CRM refused', async () => {
    await talk('buyer4', ['Looking to buy in Allen, budget 500k, paying cash, need to move asap']);
    const offered = (await talkState('buyer4')).offered_slots[0] ?? '';
    app.crm.takeSlot('sandboxCalendar', offered);
    await talk('buyer4', ['the first one']);
    expect(app.crm.appointments('buyer4')).toHaveLength(0);
    expect(replies('buyer4').at(-1)).not.toMatch(/booked/i);
    expect((await talkState('buyer4')).offered_slots).not.toContain(offered);
  });

  describe('offered the end of tomorrow or the day after', () => {
    let busy: TestApp;
    beforeAll(async () => {
      busy = await startTestApp();
      const open = Date.parse('2026-11-23T09:00:00-06:00');
      const free = Date.parse('2026-11-24T16:30:00-06:00');
      for (let ms = open; ms < free; ms += 30 * 60_000)
        busy.crm.takeSlot('sandboxCalendar', new Date(ms).toISOString());
    });
    afterAll(() => busy.close());

    it.each([
      ['the day after tomorrow works', '2026-11-25T'],
      ['any time the day after tomorrow', '2026-11-25T'],
      ['call me wednesday', '2026-11-25T'],
      ['either is fine but wednesday is better', '2026-11-25T'],
      ['whichever is later', '2026-11-25T'],
      ['anything but tomorrow', null],
      ['tomorrow works, but not after 4', null],
    ])('%p books %p', async (text, day) => {
      const contactId = text.replaceAll(/\W+/g, '-');
      await talk(contactId, ['Looking to buy in Allen, budget 500k, paying cash, need to move asap'], busy);
      expect(busy.crm.messages(contactId).at(-1)?.body).toMatch(/tomorrow at 4:30 PM or Wednesday at/);
      await talk(contactId, [text], busy);
      const booked = busy.crm.appointments(contactId).map(({ startTime }) => startTime.slice(0, 11));
      expect(booked).toEqual(day === null ? [] : [day]);
      expect(/booked/i.test(busy.crm.messages(contactId).at(-1)?.body ?? '')).toBe(day !== null);
    });
  });

  async function talkState(contactId: string) {
    const file = (await (await app.asAdmin(`/conversations/${contactId}`)).json()) as ConversationJson;
    return file.bot_state as { offered_slots: string[] };
  }
});

describe('bots: a seller', () => {
  const answers = [
    ['We are relocating to Denver for work', 1],
    ['no, that would be fine', 2],
    ['it is move in ready', 3],
    ['450k', 4],
  ] as const;

  it('answers the four questions one by one and ends with a task for a person', async () => {
    app.crm.addContact({ id: 'seller1', phone: '+12145550102', firstName: 'David' });
    expect(await talk('seller1', ['I want to sell my house'])).toMatchObject({
      bot_type: 'seller',
      seller_questions_answered: 0,
    });
    for (const [text, count] of answers) {
      expect(await talk('seller1', [text])).toMatchObject({ seller_questions_answered: count });
    }
    const file = await talk('seller1', ['thanks']);
    expect(file).toMatchObject({
      seller_temperature: 'hot',
      seller_preferences: {
        motivation: 'relocation',
        timeline_acceptable: true,
        property_condition: 'move_in_ready',
        price_expectation: 450_000,
      },
    });
    const [task] = app.crm.tasks('seller1');
    expect(app.crm.tasks('seller1')).toHaveLength(1);
    expect(task?.title).toMatch(/^Hot seller: David/);
    expect(task?.body).toMatch(/\$450,000/);
    expect(app.crm.contact('seller1').tags).toEqual(expect.arrayContaining(['hot-seller', 'motivation-relocation']));
  });

  it('goes on where it was after a restart', async () => {
    const first = await startTestApp();
    await talk('seller2', ['I want to sell my house', answers[0][0]], first);
    await first.close();
    const second = await startTestApp({ DATA_DIR: first.dataDir });
    const file = await talk('seller2', [answers[1][0]], second);
    expect(file).toMatchObject({ bot_type: 'seller', seller_questions_answered: 2 });
    expect(file.conversation_history).toHaveLength(3);
    expect(file.conversation_history[2]?.ai_response).not.toMatch(/Reply STOP/);
    await second.close();
  });

  it.each([
    ['a workflow', { customData: { bot_type: 'seller' } }],
    ['a tag', { tags: ['Seller-Intent'] }],
  ])('is known by %s before the text says so', async (_title, more) => {
    const contactId = `seller-by-${Object.keys(more)[0] ?? ''}`;
    await app.postWebhook(inboundText(contactId, 'hello', more));
    expect(await app.conversation(contactId, (file) => file.conversation_history.length === 1)).toMatchObject({
      bot_type: 'seller',
    });
  });
});

describe('bots: which bot, and when to be silent', () => {
  it('asks whether it is about buying or selling when that is not clear, and follows the answer', async () => {
    expect(await talk('unclear1', ['hello'])).toMatchObject({ bot_type: null });
    expect(replies('unclear1')[0]).toMatch(/buy.*sell/i);
    expect(await talk('unclear1', ['selling'])).toMatchObject({ bot_type: 'seller' });
  });

  it('stops at once and for good when told to, and resumes on START', async () => {
    await talk('stop1', ['I want to buy a house']);
    expect(await talk('stop1', ['STOP'])).toMatchObject({ opted_out: true });
    expect(replies('stop1')).toHaveLength(2);
    expect(app.crm.contact('stop1').dndSettings.SMS?.status).toBe('active');
    expect(app.crm.contact('stop1').tags).toContain('opted-out');
    await talk('stop1', ['are you there?']);
    expect(replies('stop1')).toHaveLength(2);
    expect(await talk('stop1', ['START'])).toMatchObject({ opted_out: false });
    expect(replies('stop1')).toHaveLength(3);
    expect(app.crm.contact('stop1').tags).not.toContain('opted-out');
    await talk('stop1', ['in Frisco']);
    expect(replies('stop1')).toHaveLength(4);
  });

  it('is silent while a person writes, and does not take its own text for a person', async () => {
    app.crm.addContact({ id: 'person1', phone: '+12145550103' });
    await talk('person1', ['I want to buy a house']);
    expect(replies('person1')).toHaveLength(1);
    await talk('person1', ['in Frisco']);
    expect(replies('person1')).toHaveLength(2);
    await app.crm.sendAsPerson('person1', 'Hi, Jorge here', 'user1');
    await app.conversation('person1', (file) => file.paused_until !== null);
    const file = await talk('person1', ['great, thanks']);
    expect(file.conversation_history.at(-1)).toMatchObject({ ai_response: '', sent: null });
    expect(replies('person1')).toHaveLength(3);
  });

  it('is silent for a contact with a pause tag', async () => {
    app.crm.addContact({ id: 'tagged1', phone: '+12145550104', tags: ['jorge-active'] });
    const file = await talk('tagged1', ['I want to buy a house']);
    expect(file.conversation_history[0]).toMatchObject({
      ai_response: '',
      reason: expect.stringContaining('Jorge-Active') as string,
    });
    expect(replies('tagged1')).toHaveLength(0);
  });

  it('calls a person for who asks for one', async () => {
    await talk('human1', ['can I talk to a real person please']);
    expect(app.crm.tasks('human1')[0]?.title).toMatch(/^Asked for a person/);
  });
});

describe('bots: load', () => {
  it('handles 50 concurrent texts of one contact in order, none lost', async () => {
    const texts = Array.from({ length: 50 }, (_, index) => `text number ${index}`);
    const answers = await Promise.all(texts.map((text) => app.postWebhook(inboundText('crowd1', text))));
    expect(answers.every((answer) => answer.status === 200)).toBe(true);
    const file = await app.conversation('crowd1', (ready) => ready.conversation_history.length === 50);
    const handled = file.conversation_history.map((turn) => turn.user_message);
    expect([...handled].sort()).toEqual([...texts].sort());
    expect(new Set(file.conversation_history.map((turn) => turn.event_id)).size).toBe(50);
  });

  it('does not let one contact wait for another', async () => {
    const release = app.crm.injectFault({ method: 'GET', path: /\/contacts\/slow1$/, kind: 'hang' });
    await app.postWebhook(inboundText('slow1', 'hello'));
    const contacts = Array.from({ length: 100 }, (_, index) => `many${index}`);
    await Promise.all(contacts.map((contactId) => app.postWebhook(inboundText(contactId, 'I want to buy'))));
    await eventually(() => (contacts.every((contactId) => replies(contactId).length === 1) ? true : null));
    expect(replies('slow1')).toHaveLength(0);
    release();
  }, 60_000);
});
