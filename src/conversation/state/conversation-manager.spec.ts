import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PinoLogger } from 'nestjs-pino';
import { StillClock } from '../../../test/support/still-clock';
import { DataFolder, Journal } from '../../storage';
import { MalformedUpdateError } from './context-update';
import { newConversation } from './conversation';
import type { BotState } from './conversation';
import { ConversationFiles } from './conversation-files';
import { ConversationManager } from './conversation-manager';

const logger = new PinoLogger({ pinoHttp: { level: 'silent' } });
const who = { contactId: 'contact1', locationId: 'loc1' };
let path: string;
let folder: DataFolder;
/** Resolves once the manager made last has written its file. */
let settled: () => Promise<void>;

beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'manager-'));
  folder = await DataFolder.open(path, '2026-11-23', () => undefined);
});
afterEach(() => folder.onApplicationShutdown());

/** As after a crash: nobody closes the one before. */
async function manager(): Promise<ConversationManager> {
  const clock = new StillClock();
  const journal = new Journal(await folder.folder('journal'), { retentionMs: 86_400_000 }, clock, logger);
  const opened = new ConversationManager(new ConversationFiles(folder, clock, logger), journal, clock, logger);
  await journal.onModuleInit();
  settled = () => opened.written(who);
  return opened;
}

async function fileOf(name = 'contact1_loc1.json') {
  return JSON.parse(await readFile(join(path, 'conversations', name), 'utf8')) as Record<string, unknown>;
}

describe('context: conversation state', () => {
  it('begins empty and leaves no file until something is known', async () => {
    const conversation = await (await manager()).getContext('contact1', 'loc1');
    expect(conversation).toMatchObject({
      contactId: 'contact1',
      history: [],
      botType: null,
      sellerQuestionsAnswered: 0,
    });
    await expect(readdir(join(path, 'conversations'))).resolves.toEqual([]);
  });

  it("takes the bot's state from a version that did not know all of it", async () => {
    const earlier = { pendingQuestion: 'price', isIntroduced: true } as BotState;
    const { botState } = await (await manager()).updateContext({ ...who, botState: earlier });
    expect(botState).toMatchObject({ pendingQuestion: 'price', isIntroduced: true, hasEnded: false, handoffs: {} });
  });

  it('changes what is known when its turn comes, and nothing when there is nothing to change', async () => {
    const opened = await manager();
    const pausedUntil = '2026-11-24T16:00:00.000Z';
    const [, second] = await Promise.all([
      opened.updateContext({ ...who, pausedUntil }),
      opened.change(who, (current) => (current.pausedUntil === pausedUntil ? null : { pausedUntil: null })),
    ]);
    expect(second).toMatchObject({ pausedUntil, revision: 1 });
    expect(opened.isCurrent(second)).toBe(true);
    await opened.updateContext({ ...who, optedOut: true });
    expect(opened.isCurrent(second)).toBe(false);
    expect(opened.latest(second)).toMatchObject({ optedOut: true, revision: 2 });
  });

  it('keeps a seller update across turns and processes, under the names of the contract', async () => {
    await (
      await manager()
    ).updateContext({
      ...who,
      userMessage: 'We are moving',
      aiResponse: 'When?',
      extractedData: { motivation: 'relocation' },
      botType: 'seller',
      sellerQuestionsAnswered: 1,
      sellerTemperature: 'cold',
    });
    await (await manager()).updateContext({ ...who, userMessage: 'soon', aiResponse: 'Good' });
    expect(await (await manager()).getContext('contact1', 'loc1')).toMatchObject({
      botType: 'seller',
      sellerQuestionsAnswered: 1,
      sellerTemperature: 'cold',
      facts: { motivation: 'relocation' },
      history: [{ userMessage: 'We are moving' }, { userMessage: 'soon' }],
    });
    await settled();
    expect(await fileOf()).toMatchObject({
      contact_id: 'contact1',
      location_id: 'loc1',
      created_at: '2026-11-23T16:00:00.000Z',
      bot_type: 'seller',
      bot_state: {},
      lead_preferences: {},
      seller_preferences: { motivation: 'relocation' },
      lead_score: null,
      lead_temperature: null,
      seller_temperature: 'cold',
      seller_questions_answered: 1,
      opted_out: false,
      paused_until: null,
      conversation_history: [
        { timestamp: '2026-11-23T16:00:00.000Z', user_message: 'We are moving', ai_response: 'When?', event_id: null },
        { user_message: 'soon' },
      ],
    });
  });

  it('keeps a lead update, and lets a later fact replace an earlier one', async () => {
    const state = await manager();
    await state.updateContext({
      ...who,
      extractedData: { budget_max: 400_000, areas: ['Plano'] },
      leadTemperature: 'warm',
    });
    await state.updateContext({ ...who, extractedData: { budget_max: 500_000 }, leadScore: 70 });
    expect(await state.getContext('contact1', 'loc1')).toMatchObject({
      facts: { budgetMaxUsd: 500_000, areas: ['Plano'] },
      leadTemperature: 'warm',
      leadScore: 70,
      history: [],
    });
  });

  it('takes the compact form of older callers', async () => {
    await (await manager()).updateContextCompact('contact1', 'loc1', { seller_questions_answered: 2 }, 'hi', 'hello');
    await settled();
    expect(await fileOf()).toMatchObject({
      seller_questions_answered: 2,
      conversation_history: [{ user_message: 'hi', ai_response: 'hello' }],
    });
    await (await manager()).updateContextCompact('contact1', 'loc1', { lead_temperature: 'hot' });
    await settled();
    expect((await fileOf()).conversation_history).toHaveLength(1);
  });

  it.each([
    ['hi', ''],
    ['', 'hello'],
  ])('takes %p and %p as a turn in the compact form', async (userMessage, aiResponse) => {
    const { history } = await (await manager()).updateContextCompact('contact1', 'loc1', {}, userMessage, aiResponse);
    expect(history).toMatchObject([{ userMessage, aiResponse }]);
  });

  it('applies concurrent updates one after the other', async () => {
    const state = await manager();
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => state.updateContext({ ...who, userMessage: `text ${index}` })),
    );
    const { history } = await state.getContext('contact1', 'loc1');
    expect(history.map((turn) => turn.userMessage)).toEqual(Array.from({ length: 20 }, (_, index) => `text ${index}`));
  });

  it.each<[string, object]>([
    ['a field that is not known', { ...who, colour: 'blue' }],
    ['an id that is not an id', { ...who, contactId: '../../etc/passwd' }],
    ['a missing id', { contactId: 'contact1' }],
    ['a text that is not text', { ...who, userMessage: 5 }],
    ['a score above 100', { ...who, leadScore: 101 }],
    ['a fifth seller question', { ...who, sellerQuestionsAnswered: 5 }],
    ['a temperature that does not exist', { ...who, leadTemperature: 'boiling' }],
    ['a fact that is not known', { ...who, extractedData: { shoe_size: 44 } }],
    ['a pause that is not a time', { ...who, pausedUntil: 'tomorrow' }],
  ])('refuses %s loudly and changes nothing', async (_title, update) => {
    await expect((await manager()).updateContext(update as never)).rejects.toThrow(MalformedUpdateError);
    await expect(fileOf()).rejects.toThrow('ENOENT');
  });

  it.each([
    ['null', null],
    ['a list', []],
    ['a text', 'lead_score'],
    ['a number', 5],
    ['an unknown name', { colour: 'blue' }],
    ['a prototype', JSON.parse('{"__proto__":1}') as object],
  ])('refuses %s in the compact form', async (_title, update) => {
    await expect((await manager()).updateContextCompact('contact1', 'loc1', update as never)).rejects.toThrow(
      MalformedUpdateError,
    );
  });

  it.each(['..', 'a/b', '', 'a'.repeat(65)])('never lets %p into a file name', async (id) => {
    await expect((await manager()).getContext(id, 'loc1')).rejects.toThrow(MalformedUpdateError);
    await expect((await manager()).getContext('contact1', id)).rejects.toThrow(MalformedUpdateError);
  });

  it('does not mix up two contacts whose ids make the same file name', async () => {
    await (await manager()).updateContext({ contactId: 'a', locationId: 'b_c', userMessage: 'hello' });
    await expect((await manager()).getContext('a_b', 'c')).rejects.toThrow(/belongs to another contact/);
    expect((await (await manager()).getContext('a', 'b_c')).history).toHaveLength(1);
  });

  it('does not keep in memory what is only looked at', async () => {
    await (await manager()).updateContext({ ...who, userMessage: 'hi' });
    await settled();
    const restarted = await manager();
    expect(await restarted.look('contact1_loc1.json')).toMatchObject({ revision: 1 });
    const edited = JSON.stringify({ ...(await fileOf()), lead_score: 40 });
    await writeFile(join(path, 'conversations', 'contact1_loc1.json'), edited);
    expect(await restarted.look('contact1_loc1.json')).toMatchObject({ leadScore: 40 });
    const stale = newConversation('contact1', 'loc1', '');
    expect(restarted.latest(stale)).toBe(stale);
    await restarted.find('contact1', 'loc1');
    expect(restarted.latest(stale).revision).toBe(1);
  });
});
