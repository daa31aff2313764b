import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const running = new Set<ChildProcess>();
const GRACE_MS = 15_000;
/** `/proc` counts in hundredths of a second on Linux. */
const MS_PER_TICK = 10;

/** Everything the benchmark writes, but for its results; gone when it ends. */
export const workFolder = mkdtempSync(join(tmpdir(), 'jorge-bench-'));

process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(workFolder, { recursive: true, force: true, maxRetries: 3 });
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

/** A program that the benchmark started. */
export class Child {
  /** @param process with an IPC channel where `fork` is set: the benchmark's own servers. */
  private constructor(readonly process: ChildProcess) {}

  /** Starts a Node program whose output goes to a file in the work folder and which sees no other settings. */
  static start(name: string, script: string, environment: Readonly<Record<string, string>>, nodeFlags: string[] = []) {
    const log = openSync(join(workFolder, `${name}.log`), 'a');
    const child = spawn(process.execPath, [...nodeFlags, script], {
      // Not the repository: a developer's `.env` lies there.
      cwd: workFolder,
      env: { PATH: process.env.PATH, NODE_ENV: 'production', ...environment },
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    running.add(child);
    child.once('exit', () => running.delete(child));
    return new Child(child);
  }

  /** The port that one of the benchmark's own servers announces. */
  port(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.process.once('message', (message) => {
        resolve((message as { port: number }).port);
      });
      this.process.once('exit', (code) => {
        reject(new Error(`a server ended before it listened, with code ${String(code)}`));
      });
    });
  }

  /** The exit code of a program that ends by itself. */
  ended(): Promise<number | null> {
    return new Promise((resolve) => this.process.once('exit', resolve));
  }

  async stop(): Promise<void> {
    if (!running.has(this.process)) return;
    const ended = this.ended();
    this.process.kill('SIGTERM');
    const timer = setTimeout(() => this.process.kill('SIGKILL'), GRACE_MS);
    await ended;
    clearTimeout(timer);
  }

  /** Resident memory, in MB of 1,000,000 bytes. */
  rssMb(): number {
    const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(
      readFileSync(`/proc/${String(this.process.pid)}/status`, 'utf8'),
    )?.[1];
    return (Number(kibibytes) * 1_024) / 1_000_000;
  }

  /** Processor time used so far, all threads, in milliseconds. */
  cpuMs(): number {
    const stat = readFileSync(`/proc/${String(this.process.pid)}/stat`, 'utf8');
    // The name in parentheses may hold blanks; user and system time are the 12th and 13th fields after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
  }
}
