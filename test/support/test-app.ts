import { createHmac } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { AppModule } from '../../src/app.module';
import { Clock, MonotonicClock, SETTINGS } from '../../src/config';
import type { Settings } from '../../src/config';
import { CALL_POLICY, callPolicy, SandboxHost } from '../../src/ghl';
import type { SandboxCrm } from '../../src/ghl/sandbox';
import { listen, setUpApp } from '../../src/start-app';
import { LOG_DESTINATION } from '../../src/telemetry';
import { ManualClock } from './manual-clock';

export const ADMIN_TOKEN = 'admin-token-of-the-tests';
export const SECRET = 'webhook-secret-of-the-tests';
export const LOCATION = 'sandboxLocation';

/** Starts at a fixed instant in business hours (a Monday, 10 a.m. in Dallas) and moves on with real time. */
class TestClock extends Clock {
  private readonly startedMs = Date.now();
  shiftMs = Date.parse('2026-11-23T16:00:00.000Z') - this.startedMs;

  override now(): number {
    return Date.now() + this.shiftMs;
  }
}

/** Log lines of all apps of the test file: nestjs-pino keeps one root logger per process. */
const logLines: Readonly<Record<string, unknown>>[] = [];
const logDestination = new Writable({
  write(chunk: Buffer, _encoding, done) {
    logLines.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
    done();
  },
});

/** The real service on a free port with real files in a folder of its own, and the stand-in CRM behind it. */
export interface TestApp {
  readonly url: string;
  readonly dataDir: string;
  readonly crm: SandboxCrm;
  readonly clock: { shiftMs: number };
  /** What durations and rolling windows are taken from; stands still. */
  readonly monotonic: ManualClock;
  readonly logs: readonly Readonly<Record<string, unknown>>[];
  /** Posts a webhook signed with the tests' secret. */
  postWebhook(payload: object, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** A request with the admin token. */
  asAdmin(path: string, body?: object): Promise<Response>;
  /** The conversation once `isReady` holds. */
  conversation(contactId: string, isReady: (file: ConversationJson) => boolean): Promise<ConversationJson>;
  /** Posts a text and waits until it is done with. */
  say(contactId: string, text: string): Promise<ConversationJson>;
  /** Resolves once the event is neither being worked on nor waiting. */
  finished(eventId: string): Promise<void>;
  close(): Promise<void>;
}

export interface ConversationJson {
  readonly conversation_history: readonly {
    readonly user_message: string;
    readonly ai_response: string;
    readonly event_id: string;
    readonly reason: string;
    readonly sent: boolean | null;
    readonly crm: readonly { readonly type: string; readonly ok: boolean }[];
  }[];
  readonly [field: string]: unknown;
}

/** @param shiftMs between the real time and the service's, if it is not to start at the usual instant. */
export async function startTestApp(
  environment: Readonly<Record<string, string>> = {},
  shiftMs?: number,
): Promise<TestApp> {
  const dataDir = environment.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'jorge-'));
  const clock = new TestClock();
  const monotonic = new ManualClock();
  if (shiftMs !== undefined) clock.shiftMs = shiftMs;
  const testing = await Test.createTestingModule({
    imports: [
      AppModule.forRoot({ PORT: '0', DATA_DIR: dataDir, ADMIN_TOKEN, GHL_WEBHOOK_SECRET: SECRET, ...environment }),
    ],
  })
    .overrideProvider(Clock)
    .useValue(clock)
    .overrideProvider(MonotonicClock)
    .useValue(monotonic)
    .overrideProvider(LOG_DESTINATION)
    .useValue(logDestination)
    .overrideProvider(CALL_POLICY)
    .useFactory({
      inject: [SETTINGS],
      // The stand-in shows its messages at once: what is not there soon will not be.
      factory: (settings: Settings) => ({ ...callPolicy(settings), settleMs: 200 }),
    })
    .compile();
  const app = testing.createNestApplication<NestExpressApplication>({ bodyParser: false, bufferLogs: true });
  const url = await listen(await setUpApp(app));
  const { crm } = app.get(SandboxHost, { strict: false });
  return new RunningApp(app, url, dataDir, crm as SandboxCrm, clock, monotonic);
}

class RunningApp implements TestApp {
  readonly logs = logLines;

  constructor(
    private readonly app: NestExpressApplication,
    readonly url: string,
    readonly dataDir: string,
    readonly crm: SandboxCrm,
    readonly clock: TestClock,
    readonly monotonic: ManualClock,
  ) {}

  postWebhook(payload: object, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const body = JSON.stringify(payload);
    return fetch(`${this.url}/webhook/ghl`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-GHL-Signature': signBody(body), ...headers },
      body,
    });
  }

  asAdmin(path: string, body?: object): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { Authorization: `Bearer ${ADMIN_TOKEN}`, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  conversation(contactId: string, isReady: (file: ConversationJson) => boolean): Promise<ConversationJson> {
    return eventually(async () => {
      const response = await this.asAdmin(`/conversations/${contactId}`);
      const file = response.ok ? ((await response.json()) as ConversationJson) : null;
      return file && isReady(file) ? file : null;
    });
  }

  async say(contactId: string, text: string): Promise<ConversationJson> {
    const response = await this.postWebhook(inboundText(contactId, text));
    const { webhook_id: id } = (await response.json()) as { readonly webhook_id: string };
    await this.finished(id);
    return (await (await this.asAdmin(`/conversations/${contactId}`)).json()) as ConversationJson;
  }

  async finished(eventId: string): Promise<void> {
    await eventually(async () => {
      const response = await this.asAdmin('/events?status=processing&limit=1000');
      const { items } = (await response.json()) as { readonly items: readonly { readonly id: string }[] };
      return items.some(({ id }) => id === eventId) ? null : true;
    });
  }

  close(): Promise<void> {
    return this.app.close();
  }
}

export function signBody(body: string, secret = SECRET): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

/** A text as GHL reports it. */
export function inboundText(contactId: string, body: string, more: object = {}): Record<string, unknown> {
  return {
    type: 'InboundMessage',
    locationId: LOCATION,
    contactId,
    webhookId: `hook-${contactId}-${(texts += 1)}`,
    body,
    messageType: 'SMS',
    direction: 'inbound',
    ...more,
  };
}
let texts = 0;

/** Runs over mutants shorten it: most of them are waited for in vain. */
const PATIENCE_MS = Number(process.env.PATIENCE_MS ?? 60_000);

/** Asks again until there is an answer; fails after a minute. */
export async function eventually<T>(ask: () => Promise<T | null> | T | null): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > deadline) throw new Error(`waited in vain for: ${ask.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
