import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFiles } from './document';

/** What a reader's terminal has: the way to npm's registry, and no setting of the service. */
const TERMINAL =
  /^(?:path|home|user|lang|tmpdir|node_extra_ca_certs|(?:https?|no)_proxy|npm_config_(?:registry|cache|userconfig|globalconfig|cafile))$/i;

/** With these a mistake does not go unseen: a step that fails ends the block, and an answer of 4xx is a failure. */
const STRICT_SHELL = ['-euo', 'pipefail', '-c'];
const HONEST_CURL = 'curl() { command curl --fail-with-body "$@"; }\n';

const LISTENS = /^Jorge Bots listens on /m;
const SECRETS = { SECRET: /GHL_WEBHOOK_SECRET +(\S+)/, ADMIN_TOKEN: /ADMIN_TOKEN +(\S+)/ };

interface Shell {
  readonly process: ChildProcess;
  /** So far. */
  readonly printed: () => string;
  /** The exit code. */
  readonly ended: Promise<number | null>;
}

/** Does what the documents say, in a folder with what a fresh clone would have, changes not yet committed included. */
export class Reader {
  private readonly folder = mkdtempSync(join(tmpdir(), 'jorge-docs-'));
  private service: Shell | null = null;

  constructor() {
    for (const file of projectFiles()) cpSync(file, join(this.folder, file), { recursive: true });
  }

  /**
   * @returns what was printed.
   * @throws with everything that was printed, when it ends with another exit code than 0.
   */
  async run(script: string): Promise<string> {
    const shell = this.shell(script);
    const code = await shell.ended;
    if (code !== 0) throw new Error(`exit code ${code ?? 'none'}\n${shell.printed()}`);
    return shell.printed();
  }

  /**
   * Starts what stays until the end, in place of what stayed before.
   * @throws with everything that was printed, when it ends before it can be used.
   */
  async serve(script: string): Promise<void> {
    await this.stopService();
    const service = this.shell(script);
    this.service = service;
    const isUp = new Promise<true>((resolve) => {
      service.process.stdout?.on('data', () => {
        if (LISTENS.test(service.printed())) resolve(true);
      });
    });
    if (!(await Promise.race([isUp, service.ended.then(() => false)])))
      throw new Error(`it ended\n${service.printed()}`);
  }

  async close(): Promise<void> {
    await this.stopService();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async stopService(): Promise<void> {
    const pid = this.service?.process.pid;
    if (pid !== undefined && this.service?.process.exitCode === null) process.kill(-pid, 'SIGTERM');
    await this.service?.ended;
    this.service = null;
  }

  private shell(script: string): Shell {
    const terminal = Object.entries(process.env).filter(([name]) => TERMINAL.test(name));
    const shell = spawn('bash', [...STRICT_SHELL, HONEST_CURL + this.filledIn(script)], {
      cwd: this.folder,
      env: Object.fromEntries([...terminal, ...Object.entries(this.secrets())]),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const chunks: string[] = [];
    for (const stream of [shell.stdout, shell.stderr]) stream.on('data', (chunk) => chunks.push(String(chunk)));
    return {
      process: shell,
      printed: () => chunks.join(''),
      ended: once(shell, 'close').then(([code]) => code as number | null),
    };
  }

  /** `NAME=...` stands for what the service has printed. */
  private filledIn(script: string): string {
    const secrets = this.secrets();
    return script.replaceAll(/^(\w+)=\.{3}$/gm, (line, name: string) =>
      name in secrets ? `${name}=${secrets[name] ?? ''}` : line,
    );
  }

  private secrets(): Readonly<Record<string, string>> {
    const printed = this.service?.printed() ?? '';
    const found = Object.entries(SECRETS).map(([name, pattern]) => [name, pattern.exec(printed)?.[1]] as const);
    return Object.fromEntries(found.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  }
}
