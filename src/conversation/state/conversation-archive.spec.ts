import { mkdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openConversations } from '../../../test/support/open-conversations';
import { ConversationArchive } from './conversation-archive';

const open = () => openConversations(() => null);
let state: Awaited<ReturnType<typeof open>>;
let archive: ConversationArchive;

beforeEach(async () => {
  state = await open();
  archive = new ConversationArchive(state.folder, state.manager);
});
afterEach(() => state.close());

const pathOf = (name: string) => join(state.folder.path, 'conversations', name);

/** A conversation whose file was written that long after the others'. */
async function begin(contactId: string, locationId = 'loc1', changedSeconds = 1_000): Promise<void> {
  const contact = { contactId, locationId };
  await state.manager.updateContext({ ...contact, userMessage: 'hi' });
  await state.manager.written(contact);
  await utimes(pathOf(`${contactId}_${locationId}.json`), changedSeconds, changedSeconds);
}

async function listed(page = 1, pageSize = 100): Promise<readonly string[]> {
  return (await archive.list(page, pageSize)).conversations.map(({ contactId }) => contactId);
}

describe('context: all conversations', () => {
  it('are listed page by page, the most recently changed first, then by name', async () => {
    await begin('bob', 'loc1', 1_000);
    await begin('dan', 'loc1', 3_000);
    await begin('ann', 'loc1', 1_000);
    await begin('cleo', 'loc1', 2_000);
    expect(await listed()).toEqual(['dan', 'cleo', 'ann', 'bob']);
    expect(await archive.list(2, 3)).toMatchObject({ total: 4, conversations: [{ contactId: 'bob' }] });
    expect(await archive.list(3, 3)).toEqual({ total: 4, conversations: [] });
  });

  it('are all listed, also more than are looked at at a time', async () => {
    const contacts = Array.from({ length: 130 }, (_, index) => `c${String(index).padStart(3, '0')}`);
    await Promise.all(contacts.map((contact) => begin(contact)));
    expect(await listed(1, 200)).toEqual(contacts);
  });

  it('are those that are conversations: nothing else in the folder is touched', async () => {
    await begin('ann');
    await writeFile(pathOf('notes.json'), 'my notes');
    await writeFile(pathOf('ann loc1_x.json'), '{}');
    await writeFile(pathOf('bob_loc1.json.corrupt-2026'), '{}');
    await mkdir(pathOf('backup'));
    expect(await archive.list(1, 10)).toMatchObject({ total: 1, conversations: [{ contactId: 'ann' }] });
  });

  it('leave out one that is damaged beyond repair', async () => {
    await begin('ann');
    await writeFile(pathOf('bob_loc1.json'), '{');
    expect(await listed()).toEqual(['ann']);
  });

  it('say so when one cannot be read', async () => {
    await begin('ann');
    await symlink('bob_loc1.json', pathOf('bob_loc1.json'));
    await expect(archive.list(1, 10)).rejects.toThrow('ELOOP');
    await expect(archive.ofContact('bob')).rejects.toThrow('ELOOP');
    expect(await archive.ofContact('ann')).toHaveLength(1);
  });
});

describe('context: the conversations of a contact', () => {
  it('are one per location, whatever the ids look like', async () => {
    await begin('ann');
    await begin('ann', 'loc_2');
    await begin('ann_b', 'c');
    await begin('annabel');
    expect((await archive.ofContact('ann')).map(({ locationId }) => locationId).sort()).toEqual(['loc1', 'loc_2']);
    expect(await archive.ofContact('ann_b')).toMatchObject([{ contactId: 'ann_b', locationId: 'c' }]);
    expect(await archive.ofContact('nobody')).toEqual([]);
  });
});
