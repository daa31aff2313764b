import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const MAIN = resolve('dist/main.js');
const PROFILE = resolve('config/business.json');
const READY_PATIENCE_MS = 30_000;
const POLL_MS = 15;

/** How a process ended: one of the two is not `null`. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The built service as a process of its own, on 127.0.0.1; started and ended as often as wanted. */
export class Service {
  private child: ChildProcess | null = null;
  private exited: Promise<Exit> = Promise.resolve({ code: 0, signal: null });

  /**
   * @param settings what the service gets as its environment; nothing else but `PATH`.
   * @param folder the working directory, so that no `.env` of the project is read.
   * @param logPath where its output goes, all runs in one file.
   */
  constructor(
    private readonly settings: Readonly<Record<string, string>>,
    private readonly port: number,
    private readonly folder: string,
    private readonly logPath: string,
  ) {
    process.once('exit', () => this.child?.kill('SIGKILL'));
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  get isRunning(): boolean {
    return this.child !== null;
  }

  /** Starts the process and returns at once. @throws Error when it runs already. */
  start(): void {
    if (this.child) throw new Error('the service runs already');
    const log = openSync(this.logPath, 'a');
    const own = { PATH: process.env.PATH ?? '', HOST: '127.0.0.1', PORT: String(this.port), BUSINESS_PROFILE: PROFILE };
    const child = spawn(process.execPath, [MAIN], {
      cwd: this.folder,
      env: { ...own, ...this.settings },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.child = child;
    this.exited = new Promise((done) => {
      child.once('exit', (code, signal) => {
        if (this.child === child) this.child = null;
        done({ code, signal });
      });
    });
  }

  /** @returns whether it takes requests; `false` when it ended before. @throws Error when neither comes in 30 s. */
  async waitUntilReady(): Promise<boolean> {
    const deadline = Date.now() + READY_PATIENCE_MS;
    while (Date.now() < deadline) {
      if (!this.child) return false;
      if (await this.isReady()) return true;
      await pause(POLL_MS);
    }
    throw new Error(`the service was not ready within ${READY_PATIENCE_MS} ms; see ${this.logPath}`);
  }

  /** Sends a signal, if there is a process, and resolves when it has ended. */
  async end(signal: NodeJS.Signals): Promise<Exit> {
    this.child?.kill(signal);
    return this.exited;
  }

  /** Sends a signal and returns at once. */
  signal(signal: NodeJS.Signals): void {
    this.child?.kill(signal);
  }

  /** A version without `/health/ready` (404) listens only after its recovery. */
  private async isReady(): Promise<boolean> {
    try {
      const { status } = await fetch(`${this.url}/health/ready`, { signal: AbortSignal.timeout(2_000) });
      return status === 200 || status === 404;
    } catch {
      return false;
    }
  }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
