import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection, ConnectionPool } from './connection';
import type { InstantGhl } from './ghl-calls';
import { atRate } from './load';
import { percentile } from './numbers';
import type { Service } from './service';
import { TurnWatch } from './turn-watch';
import { textWebhook } from './webhooks';
import type { Webhook } from './webhooks';

const FIRST_TEXT = 'Hi, saw your sign. We are looking to buy a house';
const CONTACTS_AT_ONCE = 64;
const WARM_UP_MS = 1_500;
const CLOSED_MS = 6_000;
const OPEN = { perSecond: 100, count: 600 };
/** Turns that are not whole so long after the last text was sent are counted as unfinished. */
const PATIENCE_MS = 5_000;

/** What whole turns have come to. */
export interface TurnResult {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly unfinished: number;
}

/**
 * Whole turns of new contacts, the most expensive kind: contact read, SMS, fields, tags, conversation on disk. First as
 * many as go with 64 contacts at once, then their latency at 100 a second, from the instant at which each was due.
 */
export async function measureTurns(service: Service, ghl: InstantGhl): Promise<TurnResult> {
  const first = newContact();
  await post(service, first);
  await service.untilProcessed([first.eventId]);
  const turns = new TurnWatch(service.dataDir, ghl);
  try {
    await closedTurns(service, turns, WARM_UP_MS);
    const perSecond = await closedTurns(service, turns, CLOSED_MS);
    const latencies = await openTurns(service, turns);
    return {
      perSecond,
      p50: percentile(latencies, 0.5),
      p95: percentile(latencies, 0.95),
      unfinished: turns.unfinished,
    };
  } finally {
    turns.close();
  }
}

async function closedTurns(service: Service, turns: TurnWatch, forMs: number): Promise<number> {
  const startedAt = performance.now();
  let whole = 0;
  const work = async (connection: Connection) => {
    while (performance.now() - startedAt < forMs) {
      await runTurn(connection, turns);
      whole += 1;
    }
  };
  const connections = await Connection.openAll(service.port, CONTACTS_AT_ONCE);
  await withPatience(Promise.all(connections.map(work)), forMs + PATIENCE_MS);
  const seconds = (performance.now() - startedAt) / 1_000;
  for (const connection of connections) connection.close();
  return whole / seconds;
}

async function openTurns(service: Service, turns: TurnWatch): Promise<number[]> {
  const pool = await ConnectionPool.open(service.port, CONTACTS_AT_ONCE);
  const latencies: number[] = [];
  const send = async (text: Webhook, dueAt: number) => {
    const whole = turns.whole(text);
    await pool.exchange(text.bytes);
    await whole;
    latencies.push(performance.now() - dueAt);
  };
  const texts = Array.from({ length: OPEN.count }, newContact);
  await withPatience(atRate(texts, OPEN.perSecond, send), (OPEN.count / OPEN.perSecond) * 1_000 + PATIENCE_MS);
  pool.close();
  // What never became whole is slower than all that did.
  return [...latencies, ...Array.from({ length: OPEN.count - latencies.length }, () => Infinity)];
}

async function runTurn(connection: Connection, turns: TurnWatch): Promise<void> {
  const text = newContact();
  const whole = turns.whole(text);
  const { status } = await connection.exchange(text.bytes);
  if (status !== 200) throw new Error(`a text was refused with ${status}`);
  await whole;
}

function newContact(): Webhook {
  return textWebhook(randomUUID(), FIRST_TEXT);
}

/** Sends one webhook. */
export async function post(service: Service, { bytes }: Webhook): Promise<void> {
  const connection = await Connection.open(service.port);
  await connection.exchange(bytes);
  connection.close();
}

async function withPatience(work: Promise<unknown>, maxMs: number): Promise<void> {
  const over = new AbortController();
  await Promise.race([work, pause(maxMs, undefined, { signal: over.signal })]);
  over.abort();
}
