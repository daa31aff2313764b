import { lstatSync } from 'node:fs';
import { stat, statfs, unlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { holderOf, writeFileDurably } from '../../storage';
import { findingsOf } from './finding';
import type { Finding } from './finding';

/** What the service itself takes for nearly full. */
const LOW_MEGABYTES = 100;
const BYTES_PER_MEGABYTE = 1_024 * 1_024;
const OTHER_FOLDER = 'give the user that runs the service write access, or set DATA_DIR to another folder';

const { ok, fail } = findingsOf('data folder');

/** Whether conversations can be kept: a real write with its sync, the room that is left, and who works there now. */
export async function checkDataFolder(dataDir: string): Promise<readonly Finding[]> {
  const folder = resolve(dataDir);
  const place = nearestExisting(folder);
  const kind = await kindOf(place);
  if (kind !== 'a folder') return [fail(`DATA_DIR: ${place} is ${kind}`, 'set DATA_DIR to a folder')];
  const problem = await writeProblem(place);
  if (problem !== null) return [fail(`DATA_DIR: ${place} takes no write (${problem})`, fixOf(problem))];
  const state = place === folder ? 'takes writes' : 'is not there yet and can be created';
  return [ok(`${folder} ${state}`), await checkRoom(place), ...(place === folder ? [await checkHolder(folder)] : [])];
}

async function checkRoom(place: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(place);
  const megabytes = Math.floor((bavail * bsize) / BYTES_PER_MEGABYTE);
  const text = `${megabytes} MB free`;
  return megabytes < LOW_MEGABYTES ? fail(text, `make room: ${LOW_MEGABYTES} MB and more`) : ok(text);
}

async function checkHolder(folder: string): Promise<Finding> {
  const holder = await holderOf(folder);
  if (holder === null) return ok('no service runs on it now');
  return ok(`a service runs on it, process ${holder.pid} on ${holder.host}: fine, and a second one would not start`);
}

/** @returns the file system's code for what is wrong; `null` for nothing. Leaves nothing behind. */
async function writeProblem(folder: string): Promise<string | null> {
  const path = join(folder, `.doctor-probe-${process.pid}`);
  try {
    await writeFileDurably(path, 'Written by npm run doctor.\n');
    await unlink(path);
    return null;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code ?? 'unknown';
  }
}

function fixOf(code: string): string {
  return code === 'ENOSPC' || code === 'EDQUOT' ? 'make room on the disk' : OTHER_FOLDER;
}

async function kindOf(path: string): Promise<'a folder' | 'a file' | 'a link that leads nowhere'> {
  try {
    return (await stat(path)).isDirectory() ? 'a folder' : 'a file';
  } catch {
    return 'a link that leads nowhere';
  }
}

/** The path, or the nearest one above it that is there. */
function nearestExisting(path: string): string {
  return isThere(path) ? path : nearestExisting(dirname(path));
}

/** A link is there wherever it leads. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // Behind a file, or in a folder that this user may not look into.
    return false;
  }
}
