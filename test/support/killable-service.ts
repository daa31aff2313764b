import { cpSync, mkdtempSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { SandboxCrm } from '../../src/ghl/sandbox';
import type { SandboxMessage } from '../../src/ghl/sandbox';
import { ADMIN_TOKEN, SECRET, startTestApp } from './test-app';
import type { TestApp } from './test-app';

export const OWN_LOCATION = 'loc1';

/**
 * One CRM that outlives the service in front of it, on one clock with it: the service can be stopped, killed and started
 * again. What has been killed may go on computing, but neither reaches the CRM nor the folder of its successor.
 */
export class KillableService {
  private shiftMs = Date.parse('2026-11-23T16:00:00.000Z') - Date.now();
  readonly crm = new SandboxCrm({
    accessToken: 'pit-live',
    locationId: OWN_LOCATION,
    now: () => this.nowMs(),
  });
  dataDir = mkdtempSync(join(tmpdir(), 'jorge-'));
  private crmUrl = '';
  private wire: Wire | null = null;
  private running: TestApp | null = null;
  private readonly killed: TestApp[] = [];

  constructor(private readonly environment: Readonly<Record<string, string>> = {}) {}

  /** The time for the CRM and the service, epoch milliseconds. */
  nowMs(): number {
    return Date.now() + this.shiftMs;
  }

  get app(): TestApp {
    if (this.running === null) throw new Error('the service is not running');
    return this.running;
  }

  async start(): Promise<void> {
    if (this.crmUrl === '') this.crmUrl = await this.crm.start();
    this.wire = await Wire.to(this.crmUrl);
    const environment = {
      GHL_ACCESS_TOKEN: 'pit-live',
      GHL_LOCATION_ID: OWN_LOCATION,
      GHL_API_BASE_URL: this.wire.url,
      GHL_MAX_RETRIES: '0',
      HOST: '127.0.0.1',
      REPLY_DEBOUNCE_MS: '0',
      DATA_DIR: this.dataDir,
      ...this.environment,
    };
    this.running = await startTestApp(environment, this.shiftMs);
    this.listenToCrm();
  }

  /** The CRM's webhooks arrive. */
  listenToCrm(): void {
    this.crm.deliverWebhooksTo({ url: `${this.app.url}/webhook/ghl`, secret: SECRET });
  }

  /** As SIGTERM does. The CRM's webhooks are lost from now on. */
  async stop(): Promise<void> {
    this.crm.deliverWebhooksTo(null);
    await this.app.close();
    this.running = null;
    await this.wire?.cut();
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** As `kill -9` does: what is on disk at this instant is all that its successor has. */
  async kill(): Promise<void> {
    const copy = mkdtempSync(join(tmpdir(), 'jorge-'));
    // The lock would name this process, which lives on.
    cpSync(this.dataDir, copy, { recursive: true, filter: (path) => !basename(path).startsWith('.lock') });
    const cut = this.wire?.cut();
    this.crm.deliverWebhooksTo(null);
    this.killed.push(this.app);
    this.running = null;
    this.dataDir = copy;
    await cut;
  }

  /** Cuts the calls under way; later ones get through. */
  cutCalls(): void {
    this.wire?.cutCalls();
  }

  /** Time passes for the CRM and the service. */
  turnClock(ms: number): void {
    this.shiftMs += ms;
    if (this.running) this.running.clock.shiftMs = this.shiftMs;
  }

  /** What the contact has been sent, by whomever. */
  sentTo(contactId: string): readonly SandboxMessage[] {
    return this.crm.messages(contactId).filter(({ direction }) => direction === 'outbound');
  }

  /** A request without a body, as admin unless another token is given; an empty one is not sent. */
  request(method: string, path: string, token = ADMIN_TOKEN): Promise<Response> {
    return fetch(`${this.app.url}${path}`, {
      method,
      headers: token === '' ? {} : { Authorization: `Bearer ${token}` },
    });
  }

  async end(): Promise<void> {
    this.crm.clearFaults();
    await this.wire?.cut();
    await this.crm.stop();
    for (const app of [...this.killed, ...(this.running ? [this.running] : [])]) await app.close();
  }
}

/** The way to the CRM, which ends with the service. */
class Wire {
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((socket) => {
    this.join(socket);
  });

  private constructor(private readonly port: number) {}

  static async to(url: string): Promise<Wire> {
    const wire = new Wire(Number(new URL(url).port));
    await new Promise<void>((resolve) => wire.server.listen(0, '127.0.0.1', resolve));
    return wire;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.cutCalls();
    await closed;
  }

  cutCalls(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  private join(socket: Socket): void {
    const far = connect(this.port, '127.0.0.1');
    for (const [from, to] of [
      [socket, far],
      [far, socket],
    ] as const) {
      this.sockets.add(from);
      from.on('error', () => undefined);
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  }
}
