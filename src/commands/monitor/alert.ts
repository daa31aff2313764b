import type { Severity } from './measures';

/** What of past looks decides over an alert. */
export interface AlertState {
  /** What was told last. */
  readonly told: Severity;
  /** Looks in a row that were not told of and differ from it. */
  readonly differing: number;
}

export const NOTHING_TOLD: AlertState = { told: 'ok', differing: 0 };

const PATIENCE_MS = 10_000;

/**
 * A change is told once it has lasted: one bad look can be a deployment, one good one a lucky moment.
 * @param after so many looks in a row.
 */
export function nextAlert(
  { told, differing }: AlertState,
  severity: Severity,
  after: number,
): { readonly state: AlertState; readonly isDue: boolean } {
  if (severity === told) return { state: { told, differing: 0 }, isDue: false };
  if (differing + 1 < after) return { state: { told, differing: differing + 1 }, isDue: false };
  return { state: { told: severity, differing: 0 }, isDue: true };
}

/**
 * Posts a text to a webhook of Slack or of anything that takes the same JSON.
 * @returns what went wrong, or `null`; the address is a secret and is not part of it.
 */
export async function sendAlert(url: string, text: string): Promise<string | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return response.ok ? null : `answered ${response.status}`;
  } catch (cause) {
    return (cause as Error).name;
  }
}
