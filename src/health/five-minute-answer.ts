import { isLate, judgeCompliance, VIOLATION_MS, waitedMs, WARNING_MS } from '../conversation';
import type { LeadText } from '../conversation';

/** How the five-minute rule was kept, as the outside sees it. */
export function toComplianceAnswer(texts: readonly LeadText[], nowMs: number) {
  const { rate, inTime, violations, warnings, medianMs, p95Ms, waiting, worst } = judgeCompliance(texts, nowMs);
  return {
    limit_seconds: VIOLATION_MS / 1_000,
    warning_seconds: WARNING_MS / 1_000,
    rate,
    in_time_24h: inTime,
    violations_24h: violations,
    warnings_24h: warnings,
    median_seconds: toSeconds(medianMs),
    p95_seconds: toSeconds(p95Ms),
    waiting: { count: waiting.count, late: waiting.late, oldest_seconds: toSeconds(waiting.oldestMs) },
    worst: worst.map((text) => toTextAnswer(text, nowMs)),
  };
}

/** One text with its wait: by our clock from its receipt, and by the CRM's from when the CRM got it. */
export function toTextAnswer(text: LeadText, nowMs: number) {
  const { eventId, contactId, locationId, receivedAtMs, addedAtMs, answeredAtMs, droppedAtMs } = text;
  return {
    contact_id: contactId,
    location_id: locationId,
    event_id: eventId,
    status: answeredAtMs !== null ? 'answered' : droppedAtMs !== null ? 'dropped' : 'waiting',
    late: isLate(text, nowMs),
    received_at: toIso(receivedAtMs),
    answered_at: toIso(answeredAtMs),
    waited_seconds: toSeconds(waitedMs(text, nowMs)),
    ghl_date_added: toIso(addedAtMs),
    waited_since_date_added_seconds:
      addedAtMs === null ? null : toSeconds(waitedMs({ ...text, receivedAtMs: addedAtMs }, nowMs)),
  };
}

function toSeconds(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms) / 1_000;
}

function toIso(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
