import { chmod, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  isErrorCode,
  isTemporaryFile,
  readJsonFile,
  replaceFile,
  syncFile,
  syncFolder,
  writeFileDurably,
} from './atomic-file';

const NOW_MS = Date.parse('2026-11-23T16:00:00.000Z');

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atomic-'));
  path = join(folder, 'file.json');
});

async function* pieces(...given: readonly string[]) {
  for (const piece of given) yield await Promise.resolve(piece);
}

async function* broken() {
  yield await Promise.resolve('half');
  throw new Error('no more');
}

const isText = (json: unknown) => (typeof json === 'string' ? json : null);
const readText = () => readJsonFile(path, NOW_MS, isText);

describe('context: replacing a file', () => {
  it.each([
    ['in one piece', () => 'new'],
    ['in chunks', () => pieces('n', 'e', 'w')],
  ])('has the new content, and nothing beside it: %s', async (_title, content) => {
    await writeFile(path, 'the old one, which was longer');
    await writeFileDurably(path, content());
    expect(await readFile(path, 'utf8')).toBe('new');
    await replaceFile(path, content(), false);
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['file.json']);
  });

  it('leaves the old content whole when it fails, and nothing beside it', async () => {
    await writeFile(path, 'old');
    for (const sync of [true, false]) await expect(replaceFile(path, broken(), sync)).rejects.toThrow('no more');
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['file.json']);
  });

  it('says so when there is something else in its place', async () => {
    await mkdir(path);
    await expect(writeFileDurably(path, 'new')).rejects.toMatchObject({ code: 'EISDIR' });
    expect(await readdir(folder)).toEqual(['file.json']);
  });

  it('does not mix what is written to it at the same time', async () => {
    const contents = Array.from({ length: 20 }, (_, index) => `${index}`.repeat(1_000));
    await Promise.all(contents.map((content) => replaceFile(path, pieces(content, content), false)));
    expect(contents.map((content) => content + content)).toContain(await readFile(path, 'utf8'));
  });

  it('makes nothing durable that is not there', async () => {
    await expect(syncFile(path)).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(syncFolder(join(folder, 'none'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it.each([
    ['a.json.123-4.tmp', true],
    ['a.json.123-45.tmp', true],
    ['a.json', false],
    ['a.tmp', false],
    ['a.json.123-4.tmp.json', false],
    ['a.json.-4.tmp', false],
    ['a.json.123-.tmp', false],
    ['a.json123-4.tmp', false],
  ])('takes %s for the file of a write that was not finished: %s', (name, expected) => {
    expect(isTemporaryFile(name)).toBe(expected);
  });
});

describe('context: reading a JSON file', () => {
  it('has what it holds', async () => {
    await writeFile(path, '"text"');
    expect(await readText()).toEqual({ kind: 'read', content: 'text' });
  });

  it('tells that there is none', async () => {
    expect(await readText()).toEqual({ kind: 'missing' });
  });

  it.each([
    ['no JSON', '"te'],
    ['something else', '17'],
    ['nothing', ''],
  ])('sets it aside when it holds %s', async (_title, content) => {
    await writeFile(path, content);
    const setAsideAs = `${path}.corrupt-2026-11-23T16-00-00.000Z`;
    expect(await readText()).toEqual({ kind: 'damaged', setAsideAs });
    expect(await readFile(setAsideAs, 'utf8')).toBe(content);
    expect(await readText()).toEqual({ kind: 'missing' });
  });

  it('sets a folder aside that is in its place', async () => {
    await mkdir(path);
    expect(await readText()).toMatchObject({ kind: 'damaged' });
    expect(await readdir(folder)).toEqual(['file.json.corrupt-2026-11-23T16-00-00.000Z']);
  });

  it('does not take for damaged what it may not or cannot read', async () => {
    path = join(folder, 'file.json', 'below');
    await writeFile(join(folder, 'file.json'), '"text"');
    await chmod(join(folder, 'file.json'), 0o600);
    await expect(readText()).rejects.toMatchObject({ code: 'ENOTDIR' });
  });
});

describe('context: the code of an error', () => {
  it.each([
    [Object.assign(new Error('x'), { code: 'ENOENT' }), true],
    [{ code: 'ENOENT' }, true],
    [{ code: 'EACCES' }, false],
    [new Error('ENOENT'), false],
    [Object.assign(() => undefined, { code: 'ENOENT' }), false],
    ['ENOENT', false],
    [null, false],
    [undefined, false],
  ])('of %p is ENOENT: %s', (error, expected) => {
    expect(isErrorCode(error, 'ENOENT')).toBe(expected);
  });
});
