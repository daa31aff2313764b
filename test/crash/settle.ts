import { setTimeout as pause } from 'node:timers/promises';
import { isFinal, readStatuses } from './data-folder';
import type { Ledger } from './ledger';

const POLL_MS = 700;
/** The file may be one second behind, so it is believed when it has said the same for longer. */
const STEADY_POLLS = 3;

/** Waits until every acknowledged text and everything else is finished. @returns how many are not when time is up. */
export async function waitUntilSettled(ledger: Ledger, dataDir: string, patienceMs: number): Promise<number> {
  const deadline = Date.now() + patienceMs;
  let steady = 0;
  for (;;) {
    const open = countOpen(ledger, dataDir);
    steady = open === 0 ? steady + 1 : 0;
    if (steady >= STEADY_POLLS || Date.now() > deadline) return open;
    await pause(POLL_MS);
  }
}

function countOpen(ledger: Ledger, dataDir: string): number {
  const statuses = readStatuses(dataDir);
  const unfinished = [...statuses.values()].filter((status) => !isFinal(status)).length;
  return unfinished + ledger.acknowledged().filter(({ webhookId }) => !statuses.has(webhookId)).length;
}

/** Ids that `GET /events?status=failed` lists, whatever else it says; `null` when there is no such route. */
export async function fetchFailedIds(url: string, adminToken: string): Promise<ReadonlySet<string> | null> {
  const response = await fetch(`${url}/events?status=failed&page_size=100`, {
    headers: { Authorization: `Bearer ${adminToken}` },
  });
  if (response.status === 404) return null;
  const ids = new Set<string>();
  JSON.parse(await response.text(), (key, value: unknown) => {
    if ((key === 'event_id' || key === 'id') && typeof value === 'string') ids.add(value);
    return value;
  });
  return ids;
}
