import { SettingsError } from '../config';

const NO_ROOM: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);

/**
 * Turns what the file system says at the start into a problem of `DATA_DIR`; any other error stays what it is.
 * @param path that was worked on, in case the error does not name one.
 */
export function toFolderProblem(path: string, cause: unknown): unknown {
  if (typeof cause !== 'object' || cause === null || !('syscall' in cause)) return cause;
  const { code = 'unknown', path: named = path } = cause as NodeJS.ErrnoException;
  const fix = NO_ROOM.has(code) ? 'make room on the disk' : 'give this process access to it, or set another';
  return new SettingsError([`DATA_DIR: ${named} cannot be used (${code}); ${fix}`]);
}
