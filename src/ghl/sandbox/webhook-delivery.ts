import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { Recent } from './recent';
import type { Timers } from './timers';
import type { WebhookPayload } from './webhook-payloads';

export interface WebhookTarget {
  /** Plain HTTP. */
  readonly url: string;
  /** Signs the raw body: HMAC-SHA256, hex, in `X-GHL-Signature`. */
  readonly secret: string;
}

/** What the receiver answered. `status: 0`: nobody did (no target, gone, or too slow). */
export interface DeliveryAnswer {
  readonly status: number;
  /** Parsed JSON, else the text; `null` when there is none. */
  readonly body: unknown;
}

/** One attempt, as remembered for tests. */
export interface Delivery {
  readonly payload: WebhookPayload;
  /** From 1. */
  readonly attempt: number;
  readonly status: number;
}

export interface DeliveryOptions {
  /** Between an API call's answer and the webhook that tells of it. */
  readonly delayMs: number;
  /** Between the attempts of a delivery that is answered 429. */
  readonly retryDelayMs: number;
}

/** GHL: "up to 6 times", after the first attempt. */
const MAX_ATTEMPTS = 7;
const TIMEOUT_MS = 15_000;
/** Shorter than Node keeps an idle connection (5 s), so that no delivery runs into a closed one. */
const IDLE_CONNECTION_MS = 4_000;
/** A burst to a slow receiver waits here instead of using up file descriptors. */
const MAX_CONNECTIONS = 256;
const REMEMBERED = 10_000;
const NOBODY: DeliveryAnswer = { status: 0, body: null };

/** Delivers webhooks as GHL does: repeats on 429 only, every other answer is final. Never rejects. */
export class WebhookDelivery {
  readonly deliveries = new Recent<Delivery>(REMEMBERED);
  private readonly due = new Set<WebhookPayload>();
  private readonly agent = new Agent({ keepAlive: true, timeout: IDLE_CONNECTION_MS, maxSockets: MAX_CONNECTIONS });
  private target: WebhookTarget | null = null;

  constructor(
    private readonly options: DeliveryOptions,
    private readonly timers: Timers,
  ) {}

  deliverTo(target: WebhookTarget | null): void {
    this.target = target;
  }

  /** Delivers at once. @returns the answer to the first attempt; later ones are made on their own. */
  async deliver(payload: WebhookPayload, attempt = 1): Promise<DeliveryAnswer> {
    const { target } = this;
    if (target === null) return NOBODY;
    const answer = await this.post(target, JSON.stringify(payload));
    this.deliveries.add({ payload, attempt, status: answer.status });
    if (answer.status === 429 && attempt < MAX_ATTEMPTS) {
      this.timers.schedule(this.options.retryDelayMs, () => void this.deliver(payload, attempt + 1));
    }
    return answer;
  }

  /** Delivers a little later, as GHL does for what an API call has caused. */
  deliverSoon(payload: WebhookPayload): void {
    if (this.target === null) return;
    this.due.add(payload);
    this.timers.schedule(this.options.delayMs, () => {
      void this.deliver(payload).finally(() => this.due.delete(payload));
    });
  }

  /** True when what was to be delivered soon has been, or could not be. */
  get isDone(): boolean {
    return this.due.size === 0;
  }

  /** Cuts what is under way. */
  stop(): void {
    this.due.clear();
    this.agent.destroy();
  }

  private post({ url, secret }: WebhookTarget, body: string): Promise<DeliveryAnswer> {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'x-ghl-signature': createHmac('sha256', secret).update(body).digest('hex'),
    };
    return new Promise((resolve) => {
      const outgoing = request(url, { method: 'POST', agent: this.agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, body: readBody(Buffer.concat(chunks).toString()) });
        });
      });
      const timer = setTimeout(() => outgoing.destroy(), TIMEOUT_MS);
      outgoing.on('error', () => undefined);
      outgoing.on('close', () => {
        clearTimeout(timer);
        // After an answer this comes too late to change anything.
        resolve(NOBODY);
      });
      outgoing.end(body);
    });
  }
}

function readBody(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
