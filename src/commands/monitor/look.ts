import { createHmac, randomUUID } from 'node:crypto';
import { CANARY_TYPE } from '../../webhook';
import type { Look, Reading } from './judge';

/** Per request; a look is over in three times this, well within its minute. */
const TIMEOUT_MS = 10_000;
/** The service to look at, and what opens it. */
export interface Target {
  /** Without a path and without a slash at the end. */
  readonly url: string;
  readonly token: string | undefined;
  /** Signs the canary; without it none is sent. */
  readonly canarySecret: string | undefined;
}

/** Asks the service how it is. Never throws for what the service does. */
export async function lookAt({ url, token, canarySecret }: Target): Promise<Look> {
  const authorized = token === undefined ? {} : { headers: { Authorization: `Bearer ${token}` } };
  const [health, performance] = await Promise.all([ask(`${url}/health`, {}), ask(`${url}/performance`, authorized)]);
  const canary = canarySecret === undefined ? null : { problem: await sendCanary(url, canarySecret) };
  return { health, performance, canary };
}

/** Sends a signed webhook, and the same again: it has to be taken once. */
async function sendCanary(url: string, secret: string): Promise<string | null> {
  const webhookId = `canary-${randomUUID()}`;
  const body = JSON.stringify({ type: CANARY_TYPE, webhookId, timestamp: new Date().toISOString() });
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const headers = { 'Content-Type': 'application/json', 'X-GHL-Signature': signature };
  for (const expected of ['acknowledged', 'duplicate_ignored']) {
    const reading = await ask(`${url}/webhook/ghl`, { method: 'POST', headers, body });
    const problem = problemOf(reading, expected, webhookId);
    if (problem !== null) return problem;
  }
  return null;
}

function problemOf(reading: Reading, expected: string, webhookId: string): string | null {
  if (reading.kind === 'silence') return `no answer: ${reading.reason}`;
  const { code, status, webhook_id: id } = (reading.body ?? {}) as Readonly<Record<string, unknown>>;
  if (reading.httpStatus !== 200) return `answered ${reading.httpStatus} ${wordOf(code)}`.trimEnd();
  if (status !== expected) return `answered "${wordOf(status)}" in place of "${expected}"`;
  return id === webhookId ? null : 'answered for another event';
}

async function ask(url: string, request: RequestInit): Promise<Reading> {
  const startedMs = performance.now();
  try {
    const response = await fetch(url, { ...request, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    const body = parse(await response.text());
    return { kind: 'answer', httpStatus: response.status, body, durationMs: performance.now() - startedMs };
  } catch (cause) {
    return { kind: 'silence', reason: reasonOf(cause) };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** fetch says "fetch failed"; what failed is in the cause. */
function reasonOf(error: unknown): string {
  const { name, message, cause } = error as Error;
  if (name === 'TimeoutError') return `timeout after ${TIMEOUT_MS / 1_000} s`;
  const { code, message: deeper } = (cause ?? {}) as Partial<NodeJS.ErrnoException>;
  return code ?? deeper ?? message;
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
