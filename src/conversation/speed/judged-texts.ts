import type { Clock } from '../../config';
import { DAY_MS } from './compliance';
import { judgedAtMs } from './lead-text';
import type { LeadText } from './lead-text';

/** More than an agent gets in a day; beyond it the oldest go first. */
const MAX_TEXTS = 10_000;

/** The texts of the last day of which it is settled whether they were answered in time. */
export class JudgedTexts {
  private readonly texts = new Map<string, LeadText>();

  constructor(private readonly clock: Clock) {}

  /** Adds a text or what is newly known of it. */
  add(text: LeadText): void {
    this.texts.delete(text.eventId);
    this.texts.set(text.eventId, text);
    this.purge();
  }

  find(eventId: string): LeadText | null {
    return this.texts.get(eventId) ?? null;
  }

  /** Of the last day. */
  all(): readonly LeadText[] {
    const nowMs = this.clock.now();
    return [...this.texts.values()].filter((text) => !isOld(text, nowMs));
  }

  /** They lie roughly in the order in which they were judged, so the old ones lie in front: amortised O(1). */
  private purge(): void {
    const nowMs = this.clock.now();
    for (const text of this.texts.values()) {
      if (this.texts.size <= MAX_TEXTS && !isOld(text, nowMs)) return;
      this.texts.delete(text.eventId);
    }
  }
}

function isOld(text: LeadText, nowMs: number): boolean {
  return (judgedAtMs(text, nowMs) ?? nowMs) <= nowMs - DAY_MS;
}
