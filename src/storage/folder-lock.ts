import { readFileSync } from 'node:fs';
import { readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { check, lock } from 'proper-lockfile';
import { SettingsError } from '../config';
import { isErrorCode } from './atomic-file';

/** A holder on another machine counts as gone after this time without a sign of life. */
const STALE_MS = 30_000;

/** The process that works on a folder. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Start of the process in clock ticks since boot: tells a reused pid from the same process. */
  readonly started: string | null;
  readonly since: string;
}

/**
 * Makes this process the only one on the folder. A holder that died on this machine, even by `kill -9`, is replaced
 * at once; a paused one is not.
 * @param onLost called when the lock was taken away (this process was paused for too long): stop writing.
 * @returns a function that gives the folder back.
 * @throws {SettingsError} naming who holds it.
 */
export async function lockFolder(folder: string, nowIso: string, onLost: () => void): Promise<() => Promise<void>> {
  const lockPath = join(folder, '.lock');
  const holderPath = join(folder, '.lock-holder.json');
  const holder = await readHolder(holderPath);
  if (holder?.host === hostname()) {
    if (isAlive(holder)) throw lockedError(folder, holder);
    await markStale(lockPath);
  }
  const release = await lock(folder, { lockfilePath: lockPath, stale: STALE_MS, onCompromised: onLost }).catch(
    (cause: unknown) => {
      if (isErrorCode(cause, 'ELOCKED')) throw lockedError(folder, holder);
      throw cause;
    },
  );
  const me: Holder = { pid: process.pid, host: hostname(), started: startOf(process.pid), since: nowIso };
  await writeFile(holderPath, JSON.stringify(me));
  return async () => {
    await rm(holderPath, { force: true });
    await release();
  };
}

/** @returns who works on the folder now; `null` for nobody, also where somebody died and left the lock behind. */
export async function holderOf(folder: string): Promise<Holder | null> {
  const holder = await readHolder(join(folder, '.lock-holder.json'));
  if (holder?.host === hostname()) return isAlive(holder) ? holder : null;
  const isLocked = await check(folder, { lockfilePath: join(folder, '.lock'), stale: STALE_MS });
  return isLocked ? holder : null;
}

function lockedError(folder: string, holder: Holder | null): SettingsError {
  const who = holder ? `process ${holder.pid} on ${holder.host}, since ${holder.since}` : 'another process';
  return new SettingsError([`DATA_DIR: ${folder} is in use by ${who}; stop it, or set another folder`]);
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

async function markStale(lockPath: string): Promise<void> {
  try {
    await utimes(lockPath, 0, 0);
  } catch (cause) {
    if (!isErrorCode(cause, 'ENOENT')) throw cause;
  }
}

function isAlive(holder: Holder): boolean {
  if (holder.started !== startOf(holder.pid)) return false;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (cause) {
    return isErrorCode(cause, 'EPERM');
  }
}

/**
 * Fields 3 and 22 of /proc/<pid>/stat (proc(5)).
 * @returns `null` for a process that is gone, also a killed one that nobody has reaped; and where there is no /proc.
 */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}
