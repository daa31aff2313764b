import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection, ConnectionPool } from './connection';
import type { Reply } from './connection';

const CONNECTIONS = 64;

/** What a closed loop has measured. */
export interface Throughput {
  readonly perSecond: number;
  readonly done: number;
  /** Answers that were not `200 accepted`. */
  readonly refused: number;
  /** How much of the time the client itself was busy, 0 to 1; near 1 it is the client that was measured. */
  readonly clientBusy: number;
}

/** Sends the requests one after another on each of 64 connections, until there are no more or the time is over. */
export async function closedLoop(port: number, requests: readonly Buffer[], maxMs: number): Promise<Throughput> {
  const connections = await Connection.openAll(port, CONNECTIONS);
  const loop = performance.eventLoopUtilization();
  const startedAt = performance.now();
  let next = 0;
  let done = 0;
  let refused = 0;
  const work = async (connection: Connection) => {
    for (let request = requests[next++]; request !== undefined; request = requests[next++]) {
      if (isAccepted(await connection.exchange(request))) done += 1;
      else refused += 1;
      if (performance.now() - startedAt > maxMs) return;
    }
  };
  await Promise.all(connections.map(work));
  const seconds = (performance.now() - startedAt) / 1_000;
  for (const connection of connections) connection.close();
  const clientBusy = performance.eventLoopUtilization(loop).utilization;
  return { perSecond: done / seconds, done, refused, clientBusy };
}

/**
 * Sends requests at a fixed rate whatever the answers do, and measures each from the instant at which it was due: a
 * server that stalls makes all requests of that time slow, not one (no coordinated omission).
 * @returns latencies in milliseconds.
 */
export async function openLoop(port: number, requests: readonly Buffer[], perSecond: number): Promise<number[]> {
  const pool = await ConnectionPool.open(port, CONNECTIONS);
  const latencies: number[] = [];
  const send = async (request: Buffer, dueAt: number) => {
    if (!isAccepted(await pool.exchange(request))) throw new Error('refused under open loop');
    latencies.push(performance.now() - dueAt);
  };
  await atRate(requests, perSecond, send);
  pool.close();
  return latencies;
}

/** Starts `send` for each item at the instant it is due; resolves once all have ended. */
export async function atRate<T>(
  items: readonly T[],
  perSecond: number,
  send: (item: T, dueAt: number) => Promise<void>,
): Promise<void> {
  const startedAt = performance.now();
  const sent: Promise<void>[] = [];
  for (const [index, item] of items.entries()) {
    const dueAt = startedAt + (index * 1_000) / perSecond;
    const early = dueAt - performance.now();
    if (early > 0) await pause(early);
    sent.push(send(item, dueAt));
  }
  await Promise.all(sent);
}

function isAccepted({ status, text }: Reply): boolean {
  return status === 200 && text.includes('"accepted"');
}
