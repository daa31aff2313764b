import { readdirSync, readFileSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openConversations, SILENT } from '../../../test/support/open-conversations';

const who = { contactId: 'contact1', locationId: 'loc1' };
const FILE = 'contact1_loc1.json';

type State = Awaited<ReturnType<typeof openConversations<null>>>;
let state: State;

function start(crashed?: State): Promise<State> {
  return openConversations(() => null, crashed);
}

beforeEach(async () => {
  state = await start();
});
afterEach(() => state.close());

/** Goes on without anything that was only in memory. */
async function crash(): Promise<void> {
  state = await start(state);
}

async function say(...texts: readonly string[]): Promise<void> {
  for (const userMessage of texts) await state.manager.updateContext({ ...who, userMessage });
}

async function texts(contactId = who.contactId): Promise<readonly string[]> {
  return (await state.manager.getContext(contactId, who.locationId)).history.map(({ userMessage }) => userMessage);
}

const pathOf = (name: string) => join(state.folder.path, 'conversations', name);

async function fileOf(name = FILE): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(pathOf(name), 'utf8')) as Record<string, unknown>;
}

function journalText(): string {
  const folder = join(state.folder.path, 'journal');
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
}

/** One text each of more contacts than are written or read at a time. */
async function sayOfMany(): Promise<readonly string[]> {
  const contactIds = Array.from({ length: 150 }, (_, index) => `c${index}`);
  const say = (contactId: string) => state.manager.updateContext({ ...who, contactId, userMessage: contactId });
  await Promise.all(contactIds.map(say));
  return contactIds;
}

describe('context: what an update has changed', () => {
  it('is on disk when the update returns', async () => {
    await say('hello');
    expect(journalText()).toContain('"userMessage":"hello"');
  });

  it('is in the files when the service has stopped: the journal lets go of it', async () => {
    const contactIds = await sayOfMany();
    await state.journal.beforeApplicationShutdown();
    expect(readdirSync(join(state.folder.path, 'conversations')).sort()).toEqual(
      contactIds.map((contactId) => `${contactId}_loc1.json`).sort(),
    );
  });
});

describe('context: after a crash', () => {
  it('makes the files again that it kept from being written, however many', async () => {
    const contactIds = await sayOfMany();
    await Promise.all(contactIds.map((contactId) => state.manager.written({ ...who, contactId })));
    for (const contactId of contactIds) await rm(pathOf(`${contactId}_loc1.json`));
    await crash();
    for (const contactId of contactIds) {
      expect(await texts(contactId)).toEqual([contactId]);
      await state.manager.written({ ...who, contactId });
      expect(await fileOf(`${contactId}_loc1.json`)).toMatchObject({ revision: 1 });
    }
  });

  it('brings a file up to what the journal says, and applies nothing twice', async () => {
    await say('one', 'two', 'three');
    await state.manager.written(who);
    const file = await fileOf();
    const [first] = file.conversation_history as unknown[];
    await writeFile(pathOf(FILE), JSON.stringify({ ...file, revision: 1, conversation_history: [first] }));
    await crash();
    expect(await texts()).toEqual(['one', 'two', 'three']);
  });

  it('leaves a file alone that has everything', async () => {
    await say('one');
    await state.manager.written(who);
    const edited = JSON.stringify(await fileOf());
    await writeFile(pathOf(FILE), edited);
    await crash();
    await state.manager.written(who);
    expect(await readFile(pathOf(FILE), 'utf8')).toBe(edited);
  });

  it('goes on counting where it was', async () => {
    await say('one', 'two');
    await crash();
    await say('three');
    await crash();
    expect(await texts()).toEqual(['one', 'two', 'three']);
  });
});

describe('context: a file that somebody has deleted', () => {
  it('is not made again once the journal has let go of it', async () => {
    await say('hello');
    await state.journal.beforeApplicationShutdown();
    await rm(pathOf(FILE));
    await crash();
    expect(await state.manager.find(who.contactId, who.locationId)).toBeNull();
    await say('hello again');
    expect(await texts()).toEqual(['hello again']);
  });
});

describe('context: a damaged file', () => {
  it.each([
    ['not JSON', '{"contact_id":'],
    ['not a conversation', '{"contact_id":"contact1"}'],
    ["another contact's", null],
  ])('is set aside and made again from the journal when it is %s', async (_title, content) => {
    const other = { ...who, contactId: 'other' };
    await state.manager.updateContext({ ...who, userMessage: 'hello', extractedData: { areas: ['Plano'] } });
    await state.manager.updateContext({ ...other, userMessage: 'hi' });
    await Promise.all([state.manager.written(who), state.manager.written(other)]);
    await writeFile(pathOf(FILE), content ?? JSON.stringify(await fileOf('other_loc1.json')));
    const told = jest.spyOn(SILENT, 'error').mockClear();
    await crash();
    expect(await state.manager.getContext(who.contactId, who.locationId)).toMatchObject({
      history: [{ userMessage: 'hello' }],
      facts: { areas: ['Plano'] },
      revision: 1,
    });
    await state.manager.written(who);
    expect(await fileOf()).toMatchObject({ contact_id: 'contact1', revision: 1 });
    const names = await readdir(join(state.folder.path, 'conversations'));
    const setAsideAs = expect.stringMatching(/contact1_loc1\.json\.corrupt-\d{4}-/) as string;
    expect(names).toContainEqual(setAsideAs);
    expect(told.mock.calls).toEqual([
      [
        { set_aside_as: setAsideAs, turns_rebuilt: 1, fallback_used: true },
        'a conversation file is damaged; rebuilt from the journal',
      ],
    ]);
  });

  it('is made again for everybody who asks meanwhile', async () => {
    await state.manager.updateContext({ ...who, contactId: 'other', userMessage: 'first' });
    await state.manager.updateContext({ ...who, userMessage: 'STOP', optedOut: true });
    await state.manager.updateContext({ ...who, contactId: 'other', userMessage: 'second' });
    await state.manager.written(who);
    await writeFile(pathOf(FILE), '{');
    // The stop has retired the journal's segments: nothing is caught up on at the start.
    await state.journal.beforeApplicationShutdown();
    await crash();
    const first = state.manager.getContext(who.contactId, who.locationId);
    while (!(await readdir(join(state.folder.path, 'conversations'))).some((name) => name.includes('corrupt')));
    const second = await state.manager.updateContext({ ...who, userMessage: 'hello' });
    expect([(await first).optedOut, second.optedOut, second.history.length]).toEqual([true, true, 2]);
    await say('again');
    expect(await state.manager.getContext(who.contactId, who.locationId)).toMatchObject({ optedOut: true });
  });
});
