/** A person is warned of an answer that is not out by then. */
export const WARNING_MS = 240_000;
/** The five-minute rule: a lead answered later is far less likely to qualify (MIT and InsideSales, 2007). */
export const VIOLATION_MS = 300_000;

/** A text on the way to its answer. Times are epoch milliseconds. */
export interface LeadText {
  readonly eventId: string;
  readonly contactId: string;
  readonly locationId: string;
  readonly receivedAtMs: number;
  /** When the CRM got it, by the CRM's clock; `null` where it has not told. */
  readonly addedAtMs: number | null;
  /** When the CRM accepted the SMS that answers it. */
  readonly answeredAtMs: number | null;
  /** When it became clear that no answer is due any more. */
  readonly droppedAtMs: number | null;
}

/** How long the contact has waited, or did wait. Never negative, though clocks differ. */
export function waitedMs({ receivedAtMs, answeredAtMs, droppedAtMs }: LeadText, nowMs: number): number {
  return Math.max(0, (answeredAtMs ?? droppedAtMs ?? nowMs) - receivedAtMs);
}

/** True when the five-minute rule is broken. */
export function isLate(text: LeadText, nowMs: number): boolean {
  return waitedMs(text, nowMs) >= VIOLATION_MS;
}

/** When it was settled whether the rule was kept; `null` while that is open. */
export function judgedAtMs(text: LeadText, nowMs: number): number | null {
  return isLate(text, nowMs) ? text.receivedAtMs + VIOLATION_MS : text.answeredAtMs;
}
