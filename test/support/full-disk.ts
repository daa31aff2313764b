import { execFileSync, spawnSync } from 'node:child_process';
import { runInThisContext } from 'node:vm';

/** Linux can limit a running process (`prlimit` of util-linux); elsewhere the tests with it are skipped. */
export const canFillDisk = spawnSync('prlimit', ['--version']).status === 0;

/** Jest hands its tests a copy, which hears no signals. */
const realProcess = runInThisContext('process') as NodeJS.Process;

/**
 * No file of this process grows beyond so many bytes from now on: writes break off and fail, as on a full disk, though with
 * `EFBIG`; also for the superuser.
 */
export function fillDisk(maxFileBytes = 0): void {
  // Its default is the end of the process.
  realProcess.on('SIGXFSZ', ignore);
  limitFiles(String(maxFileBytes));
}

export function makeRoom(): void {
  limitFiles('unlimited');
  realProcess.off('SIGXFSZ', ignore);
}

function ignore(): void {
  // The write that failed tells of it.
}

/** Only the soft limit: a process may not raise its hard one again. */
function limitFiles(bytes: string): void {
  execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:`]);
}
