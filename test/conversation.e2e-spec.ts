import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestApp } from './support/test-app';
import type { ConversationJson, TestApp } from './support/test-app';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

function replies(contactId: string): string[] {
  return app.crm.messages(contactId).map((message) => message.body);
}

/** Texts one after the other. @returns what the bot said to each; empty where it stayed silent. */
async function talk(contactId: string, texts: readonly string[]): Promise<string[]> {
  let file: ConversationJson | undefined;
  for (const text of texts) file = await app.say(contactId, text);
  return (file?.conversation_history ?? []).slice(-texts.length).map((turn) => turn.ai_response);
}

interface ContextJson extends ConversationJson {
  readonly known_from: Readonly<Record<string, { readonly text: string; readonly confidence: number }>>;
  readonly conversation_history: readonly (ConversationJson['conversation_history'][number] & {
    readonly gates: readonly object[];
  })[];
}

async function contextOf(contactId: string): Promise<ContextJson> {
  return (await (await app.asAdmin(`/conversations/${contactId}`)).json()) as ContextJson;
}

function taskTitles(contactId: string): string[] {
  return app.crm.tasks(contactId).map(({ title }) => title);
}

describe('bots: a question is answered before the bot asks its own', () => {
  it.each<[string, RegExp]>([
    ['are you a bot?', /^Yes, I am .*automated assistant.*person/],
    ['who is this?', /assistant.*homes.*Dallas/],
    ['why do you need to know?', /help|point you/],
    ['is it a safe area, good schools?', /public sources/i],
    ['do you have any 3 bed homes in Plano?', /asked Jorge|passed .* to Jorge/],
    ['what is your commission?', /fees|costs/],
    ['should i refinance first?', /lender|cannot advise/],
  ])('%p', async (text, answer) => {
    const contactId = `asks${text.replaceAll(/\W/g, '')}`.slice(0, 40);
    const [, reply] = await talk(contactId, ['I want to buy a house', text]);
    expect(reply).toMatch(answer);
    expect(reply?.endsWith('?')).toBe(true);
  });

  it('hands over what only a person can answer, with the question', async () => {
    await talk('asksfees', ['I want to sell', 'what is your commission?']);
    expect(taskTitles('asksfees')).toEqual([expect.stringMatching(/^Question to answer/)]);
    expect(app.crm.tasks('asksfees')[0]?.body).toContain('what is your commission?');
    expect(app.crm.contact('asksfees').tags).toContain('needs-manual-review');
  });
});

describe('bots: what a person is needed for', () => {
  it.each<[string, string, RegExp]>([
    ['this is ridiculous, stop wasting my time', 'Upset contact', /sorry/i],
    ['just call me please', 'Asked for a call', /asked Jorge to call|asked to call/],
    ['can i speak to a human', 'Asked for a person', /Jorge/],
    ['i need to reschedule our call', 'Appointment to change', /appointment/],
  ])('%p: a task, and a true promise without another question', async (text, title, promise) => {
    const contactId = `person${title.replaceAll(' ', '')}`;
    const [, reply] = await talk(contactId, ['I want to buy a house', text]);
    expect(reply).toMatch(promise);
    expect(reply).not.toMatch(/\?/);
    const [task] = app.crm.tasks(contactId);
    expect(task?.title.startsWith(title)).toBe(true);
    expect(task?.body).toContain(reply);
  });

  it('asks for the same only once an hour', async () => {
    const [, first, second] = await talk('twice1', ['I want to buy', 'can i speak to a human', 'get me a real person']);
    expect(taskTitles('twice1')).toHaveLength(1);
    expect(first).not.toBe(second);
  });

  it('never texts a wrong number again', async () => {
    await talk('wrong1', ['wrong number', 'hello?', 'who is this']);
    expect(replies('wrong1')).toHaveLength(1);
    expect(await contextOf('wrong1')).toMatchObject({ opted_out: true });
  });
});

describe('bots: how a conversation ends', () => {
  it('says goodbye once, then leaves it at that, and is there again for something new', async () => {
    const said = await talk('ends1', [
      'I want to sell my house, new job in Ohio',
      'no problem',
      'move in ready',
      'not sure',
      'hm',
      'no idea',
      'thanks',
      'ok',
      'I would take 400k',
    ]);
    expect(said.slice(-4)).toEqual([
      expect.stringMatching(/anytime|ready/i),
      expect.stringMatching(/^(?:You are welcome|Anytime)/),
      '',
      expect.stringMatching(/\w/),
    ]);
  });
});

describe('bots: why', () => {
  it('keeps what each fact was read from, and what the gates said', async () => {
    await talk('why1', ['hey, looking to buy in plano', 'maybe around 450k']);
    const file = await contextOf('why1');
    expect(file.known_from).toMatchObject({
      areas: { text: expect.stringContaining('plano') as string, turn: 1 },
      budget_max: { text: 'maybe around 450k', turn: 2 },
    });
    expect(file.known_from.budget_max?.confidence).toBeLessThan(file.known_from.areas?.confidence ?? 0);
    expect(file.conversation_history[1]?.gates).toContainEqual({
      gate: 'text',
      verdict: 'pass',
      reason: expect.stringContaining('wording') as string,
    });
  });

  it('shows which gate kept the bot silent', async () => {
    await talk('why2', ['STOP', 'hello']);
    const file = await contextOf('why2');
    expect(file.conversation_history[1]?.gates).toContainEqual({
      gate: 'consent',
      verdict: 'refuse',
      reason: 'the contact has opted out',
    });
  });
});

describe('bots: limits of the profile', () => {
  it('stops at the daily cap and calls a person', async () => {
    const profile = JSON.parse(readFileSync('config/business.json', 'utf8')) as object;
    const path = join(mkdtempSync(join(tmpdir(), 'jorge-')), 'business.json');
    writeFileSync(path, JSON.stringify({ ...profile, dailyMessageCap: 2 }));
    const capped = await startTestApp({ BUSINESS_PROFILE: path });
    for (const text of ['I want to buy', 'in Plano', 'up to 400k', 'cash']) await capped.say('cap1', text);
    expect(capped.crm.messages('cap1')).toHaveLength(2);
    expect(capped.crm.tasks('cap1').map(({ title }) => title)).toEqual([expect.stringMatching(/^Bot stopped/)]);
    await capped.close();
  });
});
