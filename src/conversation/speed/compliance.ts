import { isLate, judgedAtMs, waitedMs, WARNING_MS } from './lead-text';
import type { LeadText } from './lead-text';

export const DAY_MS = 86_400_000;
const WORST_LISTED = 10;

/** How the five-minute rule was kept in the last 24 hours. */
export interface Compliance {
  /** Of the texts on which it is settled, the share answered in time; `null` while there are none. */
  readonly rate: number | null;
  readonly inTime: number;
  /** Texts that waited five minutes or longer, answered or not. */
  readonly violations: number;
  /** Texts that waited at least four minutes, but not five. */
  readonly warnings: number;
  /** Of the answered ones, in milliseconds; `null` while there are none. */
  readonly medianMs: number | null;
  readonly p95Ms: number | null;
  /** Texts that have no answer yet, however old. */
  readonly waiting: { readonly count: number; readonly late: number; readonly oldestMs: number };
  /** The longest waits of four minutes and more, the longest first. */
  readonly worst: readonly LeadText[];
}

/** @param texts answered, dropped and waiting; those judged earlier than a day ago do not count. */
export function judgeCompliance(texts: readonly LeadText[], nowMs: number): Compliance {
  const judged = texts.filter((text) => (judgedAtMs(text, nowMs) ?? -Infinity) > nowMs - DAY_MS);
  const violations = judged.filter((text) => isLate(text, nowMs)).length;
  const inTime = judged.length - violations;
  const waiting = texts.filter(isWaiting);
  const long = [...new Set([...judged, ...waiting])].filter((text) => waitedMs(text, nowMs) >= WARNING_MS);
  const waits = judged.filter(isAnswered).map((text) => waitedMs(text, nowMs));
  return {
    rate: judged.length === 0 ? null : inTime / judged.length,
    inTime,
    violations,
    warnings: long.filter((text) => !isLate(text, nowMs)).length,
    medianMs: percentile(waits, 0.5),
    p95Ms: percentile(waits, 0.95),
    waiting: {
      count: waiting.length,
      late: waiting.filter((text) => isLate(text, nowMs)).length,
      oldestMs: Math.max(0, ...waiting.map((text) => waitedMs(text, nowMs))),
    },
    worst: long.toSorted((a, b) => waitedMs(b, nowMs) - waitedMs(a, nowMs)).slice(0, WORST_LISTED),
  };
}

function isAnswered({ answeredAtMs }: LeadText): boolean {
  return answeredAtMs !== null;
}

function isWaiting({ answeredAtMs, droppedAtMs }: LeadText): boolean {
  return answeredAtMs === null && droppedAtMs === null;
}

/** By nearest rank. */
function percentile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(1, Math.ceil(sorted.length * share)) - 1] ?? null;
}
