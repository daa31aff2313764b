import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from './journal';

let temporaryFiles = 0;

/**
 * Replaces a file so that a reader, or a crash at any instant, finds either the old content or the new one, whole:
 * temporary file, sync, rename, sync of the folder.
 * @param content in one piece, or in chunks where one piece would hold up the event loop.
 */
export async function writeFileDurably(path: string, content: string | AsyncIterable<string>): Promise<void> {
  temporaryFiles += 1;
  const temporary = `${path}.${process.pid}-${temporaryFiles}.tmp`;
  try {
    await writeFile(temporary, content, { flush: true });
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw cause;
  }
  await syncFolder(dirname(path));
}

/** What became of reading a JSON file; a damaged one has been set aside as `<name>.corrupt-<time>`. */
export type ReadResult =
  | { readonly kind: 'read'; readonly content: unknown }
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged'; readonly setAsideAs: string };

/**
 * Reads a JSON file and sets it aside if it cannot be understood, so that nothing is overwritten.
 */
export async function readJsonFile(path: string, nowMs: number): Promise<ReadResult> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if (isErrorCode(cause, 'ENOENT')) return { kind: 'missing' };
    throw cause;
  }
  try {
    return { kind: 'read', content: JSON.parse(text) as unknown };
  } catch {
    return { kind: 'damaged', setAsideAs: await setAside(path, nowMs) };
  }
}

/** Renames a file that cannot be used to `<name>.corrupt-<time>`, and says what it is called now. */
export async function setAside(path: string, nowMs: number): Promise<string> {
  const name = `${path}.corrupt-${new Date(nowMs).toISOString().replaceAll(':', '-')}`;
  await rename(path, name);
  return name;
}

/** True for a file system error of that code, such as `ENOENT`. */
export function isErrorCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
