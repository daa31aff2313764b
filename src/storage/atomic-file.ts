import { open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

type Content = string | AsyncIterable<string | Buffer>;

let temporaryFiles = 0;

/**
 * Replaces a file so that a reader, or a crash at any instant, finds either the old content or the new one, whole:
 * temporary file, sync, rename, sync of the folder.
 * @param content in one piece, or in chunks where one piece would hold up the event loop.
 */
export async function writeFileDurably(path: string, content: Content): Promise<void> {
  await replaceFile(path, content, true);
  await syncFolder(dirname(path));
}

/**
 * Replaces a file, whole or not at all as long as the machine keeps running; without a `sync` it is durable only after
 * {@link syncFile} and {@link syncFolder}.
 */
export async function replaceFile(path: string, content: Content, sync: boolean): Promise<void> {
  temporaryFiles += 1;
  const temporary = `${path}.${process.pid}-${temporaryFiles}.tmp`;
  try {
    await writeFile(temporary, content, { flush: sync });
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw cause;
  }
}

/** True for the name of a file that {@link replaceFile} had not finished. */
export function isTemporaryFile(name: string): boolean {
  return /\.\d+-\d+\.tmp$/.test(name);
}

/** Makes a created, renamed or deleted name in the folder durable. */
export function syncFolder(folder: string): Promise<void> {
  return syncFile(folder);
}

/** Makes what a file holds durable. */
export async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What became of reading a JSON file; a damaged one has been set aside as `<name>.corrupt-<time>`. */
export type ReadResult<T> =
  | { readonly kind: 'read'; readonly content: T }
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged'; readonly setAsideAs: string };

/**
 * Reads a JSON file and sets it aside if it cannot be understood, so that nothing is overwritten.
 * @param parse what the file has to hold; `null` when it holds something else.
 */
export async function readJsonFile<T>(
  path: string,
  nowMs: number,
  parse: (json: unknown) => T | null,
): Promise<ReadResult<T>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if (isErrorCode(cause, 'ENOENT')) return { kind: 'missing' };
    if (isErrorCode(cause, 'EISDIR')) return { kind: 'damaged', setAsideAs: await setAside(path, nowMs) };
    throw cause;
  }
  const content = parse(parseJson(text));
  if (content !== null) return { kind: 'read', content };
  return { kind: 'damaged', setAsideAs: await setAside(path, nowMs) };
}

/** @returns `undefined` for what is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Renames a file that cannot be used to `<name>.corrupt-<time>`, and says what it is called now. */
async function setAside(path: string, nowMs: number): Promise<string> {
  const name = `${path}.corrupt-${new Date(nowMs).toISOString().replaceAll(':', '-')}`;
  await rename(path, name);
  return name;
}

/** True for a file system error of that code, such as `ENOENT`. */
export function isErrorCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
