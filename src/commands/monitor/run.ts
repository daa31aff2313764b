import { setTimeout as pause } from 'node:timers/promises';
import { NOTHING_TOLD, nextAlert, sendAlert } from './alert';
import type { AlertState } from './alert';
import { judge, severityOf, summarise } from './judge';
import type { Finding } from './judge';
import { lookAt } from './look';
import type { Severity } from './measures';
import type { MonitorOptions } from './options';

/**
 * Looks at the service again and again, prints a line for each look, and tells changes.
 * @param stop ends it between two looks.
 * @returns how bad the last look was.
 */
export async function monitor(
  options: MonitorOptions,
  print: (line: string) => void,
  stop: AbortSignal,
): Promise<Severity> {
  let state = NOTHING_TOLD;
  for (;;) {
    const startedMs = performance.now();
    const look = await lookAt(options.target);
    const findings = judge(look, options.limits);
    const severity = severityOf(findings);
    print([new Date().toISOString(), severity.toUpperCase(), summarise(look), describe(findings)].join(' ').trimEnd());
    state = await tell(state, findings, options, print);
    if (options.isOnce) return severity;
    const restMs = Math.max(0, options.intervalMs - (performance.now() - startedMs));
    const isStopped = await pause(restMs, false, { signal: stop }).catch(() => true);
    if (isStopped) return severity;
  }
}

async function tell(
  before: AlertState,
  findings: readonly Finding[],
  { alertAfter, alertWebhookUrl, target }: MonitorOptions,
  print: (line: string) => void,
): Promise<AlertState> {
  const severity = severityOf(findings);
  const { state, isDue } = nextAlert(before, severity, alertAfter);
  if (!isDue || alertWebhookUrl === undefined) return state;
  const text = `Jorge Bots at ${target.url}: ${severity.toUpperCase()} ${describe(findings)}`.trimEnd();
  const problem = await sendAlert(alertWebhookUrl, text);
  if (problem === null) return state;
  print(`${new Date().toISOString()} the alert was not taken: ${problem}`);
  return before;
}

function describe(findings: readonly Finding[]): string {
  return findings.map(({ text }) => text).join('; ');
}
