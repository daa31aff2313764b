import { mkdir, mkdtemp, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PinoLogger } from 'nestjs-pino';
import { STILL_ISO, StillClock } from '../../../test/support/still-clock';
import { DataFolder } from '../../storage';
import { newConversation } from './conversation';
import type { Conversation } from './conversation';
import { ConversationFiles, conversationFileName } from './conversation-files';

const logger = new PinoLogger({ pinoHttp: { level: 'silent' } });
let path: string;
let folder: DataFolder;
let files: ConversationFiles;

beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'files-'));
  folder = await DataFolder.open(path, STILL_ISO, () => undefined);
  files = new ConversationFiles(folder, new StillClock(), logger);
});
afterEach(() => folder.onApplicationShutdown());

function conversation(contactId: string, revision: number): Conversation {
  return { ...newConversation(contactId, 'loc1', STILL_ISO), revision };
}

const nameOf = (contactId: string) => `${contactId}_loc1.json`;

/** Hands a state over. */
function write(contactId: string, revision: number): Promise<void> {
  return files.write(nameOf(contactId), conversation(contactId, revision));
}

async function revisionOnDisk(contactId: string): Promise<number> {
  const text = await readFile(join(path, 'conversations', nameOf(contactId)), 'utf8');
  return (JSON.parse(text) as { readonly revision: number }).revision;
}

async function isPending(promise: Promise<unknown>): Promise<boolean> {
  const later = Symbol('later');
  return (await Promise.race([promise, new Promise((resolve) => setImmediate(resolve, later))])) === later;
}

describe('context: conversation files', () => {
  it('have what was handed over once that is told', async () => {
    await write('ann1', 1);
    expect(await revisionOnDisk('ann1')).toBe(1);
    expect(await new ConversationFiles(folder, new StillClock(), logger).read(nameOf('ann1'))).toEqual({
      kind: 'found',
      conversation: conversation('ann1', 1),
    });
  });

  it('end with the newest state of many, and everybody who waits is told', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, index) => write('ann1', index + 1)));
    expect(await revisionOnDisk('ann1')).toBe(50);
  });

  it('have at least the state whose writing is told, whenever it was handed over', async () => {
    await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        for (let turns = 0; turns < index; turns++) await new Promise((resolve) => setImmediate(resolve));
        await write('ann1', index + 1);
        expect(await revisionOnDisk('ann1')).toBeGreaterThanOrEqual(index + 1);
      }),
    );
    expect(await revisionOnDisk('ann1')).toBe(30);
  });

  it('are all written, also more than fit into one batch', async () => {
    const contacts = Array.from({ length: 200 }, (_, index) => `c${index}`);
    await Promise.all(contacts.map((contact) => write(contact, 1)));
    expect((await readdir(join(path, 'conversations'))).sort()).toEqual(contacts.map(nameOf).sort());
  });

  it('are read as they will be while they wait to be written', async () => {
    const written = [write('ann1', 1), write('ann1', 2)];
    expect(await files.read(nameOf('ann1'))).toMatchObject({ kind: 'found', conversation: { revision: 2 } });
    await Promise.all(written);
    expect(await files.read(nameOf('ann1'))).toMatchObject({ kind: 'found', conversation: { revision: 2 } });
  });

  it('tell when they have the newest state; at once when nothing is to be written', async () => {
    await files.whenWritten(nameOf('ann1'));
    void write('ann1', 1);
    void write('ann1', 2);
    await files.whenWritten(nameOf('ann1'));
    expect(await revisionOnDisk('ann1')).toBe(2);
  });

  it('are settled once all that was handed over is on disk', async () => {
    for (const contact of ['ann1', 'bob1', 'cleo1']) void write(contact, 7);
    await files.settled();
    for (const contact of ['ann1', 'bob1', 'cleo1']) expect(await revisionOnDisk(contact)).toBe(7);
    await files.settled();
  });

  it('are settled when somebody has deleted one of them', async () => {
    await write('ann1', 1);
    await rename(join(path, 'conversations', nameOf('ann1')), join(path, 'elsewhere.json'));
    await expect(files.settled()).resolves.toBeUndefined();
  });
});

describe('context: conversation files that cannot be made to last', () => {
  const inTheWay = () => join(path, 'conversations', nameOf('ann1'));

  it('are not settled until they can, and then only once', async () => {
    await write('ann1', 1);
    await write('bob1', 1);
    await rename(inTheWay(), join(path, 'ann1'));
    await symlink(nameOf('ann1'), inTheWay());
    for (let times = 0; times < 2; times++) await expect(files.settled()).rejects.toThrow('ELOOP');
    await rename(join(path, 'ann1'), inTheWay());
    await files.settled();
    await rename(join(path, 'conversations'), join(path, 'moved'));
    await expect(files.settled()).resolves.toBeUndefined();
  });

  it('are not settled while their folder is away: their names are not safe', async () => {
    await write('ann1', 1);
    await rename(join(path, 'conversations'), join(path, 'moved'));
    await expect(files.settled()).rejects.toThrow('ENOENT');
    await rename(join(path, 'moved'), join(path, 'conversations'));
    await expect(files.settled()).resolves.toBeUndefined();
  });
});

describe('context: conversation files that cannot be written', () => {
  it('are tried again until the folder is there again, with the newest state', async () => {
    await write('ann1', 1);
    await rename(join(path, 'conversations'), join(path, 'moved'));
    const told = jest.spyOn(logger, 'error').mockClear();
    const waiting = [write('ann1', 2), write('bob1', 1)];
    waiting.push(write('ann1', 3));
    const settled = files.settled();
    expect(await isPending(Promise.race([...waiting, settled]))).toBe(true);
    while (told.mock.calls.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(await files.read(nameOf('ann1'))).toMatchObject({ conversation: { revision: 3 } });
    await rename(join(path, 'moved'), join(path, 'conversations'));
    await Promise.all([...waiting, settled]);
    expect([await revisionOnDisk('ann1'), await revisionOnDisk('bob1')]).toEqual([3, 1]);
    expect(told.mock.calls).toEqual([
      [
        { err: expect.objectContaining({ code: 'ENOENT' }) as Error },
        'conversation files cannot be written; kept in the journal',
      ],
    ]);
    expect((await readdir(join(path, 'conversations'))).sort()).toEqual([nameOf('ann1'), nameOf('bob1')]);
  });

  it('do not hold up the others', async () => {
    await write('ann1', 1);
    const blocked = join(path, 'conversations', nameOf('bob1'));
    await mkdir(blocked);
    const bob = write('bob1', 1);
    await write('ann1', 2);
    expect(await isPending(bob)).toBe(true);
    await rename(blocked, join(path, 'was-in-the-way'));
    await bob;
    expect([await revisionOnDisk('ann1'), await revisionOnDisk('bob1')]).toEqual([2, 1]);
  });
});

describe('context: conversation files that cannot be used', () => {
  it.each([
    ['cut off', '{"contact_id":"ann1"'],
    ['of another shape', '{"contact_id":"ann1"}'],
    ['empty', ''],
  ])('are set aside: %s', async (_title, content) => {
    await write('ann1', 1);
    await writeFile(join(path, 'conversations', nameOf('ann1')), content);
    const read = await files.read(nameOf('ann1'));
    expect(read).toMatchObject({ kind: 'damaged' });
    const aside = `${nameOf('ann1')}.corrupt-2026-11-23T16-00-00.000Z`;
    expect(await readdir(join(path, 'conversations'))).toEqual([aside]);
    expect(await readFile(join(path, 'conversations', aside), 'utf8')).toBe(content);
    expect(await files.read(nameOf('ann1'))).toEqual({ kind: 'missing' });
  });

  it.each(['../ann1', 'a/b', '', 'ann 1'])('have no name: %p', (contactId) => {
    expect(() => conversationFileName({ contactId, locationId: 'loc1' })).toThrow('contactId');
    expect(() => conversationFileName({ contactId: 'ann1', locationId: contactId })).toThrow('locationId');
  });
});
