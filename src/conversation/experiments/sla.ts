import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../config';
import { hasTag, TAGS } from '../../ghl';
import { followUpTiming, GrowthEvents, nextChangeSeconds, slaVerdict } from '../../growth';
import type { FeatureEvent, SlaInput } from '../../growth';
import { callDueMs } from '../bots/business-hours';
import { OFFICE } from '../handoff';
import type { Office } from '../handoff';
import type { Conversation, GrowthRecord, SlaRecord } from '../state';
import { Exposures } from './exposures';
import { standingOf } from './lead-standing';
import { withTag } from './with-tag';

const FEATURE = 'sla_handoff_thresholds';

/** What the rule makes of a contact. */
export interface SlaFinding {
  readonly growth: GrowthRecord;
  /** Why a person has to be asked to come now; `null`: not now. */
  readonly ask: 'lead at risk' | 'still waiting for a person' | null;
  /** Epoch milliseconds. */
  readonly nowMs: number;
}

/**
 * Judges how urgently a person is needed. The clock runs from the contact's first text until a person writes; somebody
 * who is asked for and does not come is asked for once more, when the task is overdue.
 */
@Injectable()
export class SlaRisks {
  constructor(
    private readonly exposures: Exposures,
    private readonly events: GrowthEvents,
    private readonly clock: Clock,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  async judge(conversation: Conversation): Promise<SlaFinding> {
    const nowMs = this.clock.now();
    const { growth } = conversation;
    const evaluation = await this.exposures.evaluate(FEATURE, conversation);
    this.exposures.note(FEATURE, evaluation, conversation);
    const waitingSince = evaluation.enabled ? waitingSinceOf(conversation) : null;
    if (waitingSince === null) {
      this.count(`bypassed_${evaluation.enabled ? 'nobody_waits' : evaluation.reason}`);
      return { growth: withoutSla(growth), ask: null, nowMs };
    }
    const known = growth.sla?.waitingSince === waitingSince ? growth.sla : null;
    const sla = this.judged(conversation, waitingSince, known, nowMs);
    return {
      growth: { ...growth, sla, crmTags: withTag(growth.crmTags, TAGS.needsHandoff, sla.askedAt !== null) },
      ask: askOf(known, sla),
      nowMs,
    };
  }

  /** When {@link judge} would say something else if nothing happens before, epoch milliseconds; `null`: never. */
  nextCheckMs(conversation: Conversation): number | null {
    const { sla } = conversation.growth;
    if (sla === null) return null;
    const nowMs = this.clock.now();
    if (waitingSinceOf(conversation) !== sla.waitingSince) return nowMs;
    if (sla.escalatedAt !== null) return null;
    if (sla.askedAt !== null) return callDueMs(this.office.profile, Date.parse(sla.askedAt));
    const input = this.inputOf(conversation, sla.waitingSince, nowMs);
    // Time may have passed since it was judged: then the change is due, and not to be waited for.
    if (slaVerdict(input).risk_level !== sla.riskLevel) return nowMs;
    const seconds = nextChangeSeconds(input);
    return seconds === null ? null : Date.parse(sla.waitingSince) + seconds * 1_000;
  }

  private judged(conversation: Conversation, waitingSince: string, known: SlaRecord | null, nowMs: number): SlaRecord {
    const verdict = slaVerdict(this.inputOf(conversation, waitingSince, nowMs));
    this.count('observed');
    this.count(`risk_${verdict.risk_level}`);
    this.count(verdict.needs_handoff ? 'handoff_recommended' : 'handoff_not_required');
    const nowIso = new Date(nowMs).toISOString();
    const askedAt = known?.askedAt ?? (verdict.needs_handoff ? nowIso : null);
    const isOverdue = known?.askedAt != null && nowMs >= callDueMs(this.office.profile, Date.parse(known.askedAt));
    return {
      waitingSince,
      riskLevel: verdict.risk_level,
      reasonCode: verdict.reason_code,
      askedAt,
      escalatedAt: known?.escalatedAt ?? (isOverdue ? nowIso : null),
    };
  }

  private inputOf(conversation: Conversation, waitingSince: string, nowMs: number): SlaInput {
    const lead = standingOf(conversation, this.office.profile);
    const elapsedSeconds = (nowMs - Date.parse(waitingSince)) / 1_000;
    return { ...lead, bucket: followUpTiming(lead)?.bucket ?? null, elapsedSeconds };
  }

  private count(event: FeatureEvent<typeof FEATURE>): void {
    this.events.count(FEATURE, event);
  }
}

/** The first text since a person wrote; `null`: nobody waits, or nobody may be written to. */
function waitingSinceOf({ history, personWroteAt, optedOut, contact }: Conversation): string | null {
  if (optedOut || hasTag(contact?.tags ?? [], TAGS.optedOut)) return null;
  const waiting = history.find(({ userMessage, timestamp }) => userMessage !== '' && timestamp > (personWroteAt ?? ''));
  return waiting?.timestamp ?? null;
}

function askOf(known: SlaRecord | null, now: SlaRecord): SlaFinding['ask'] {
  if (now.escalatedAt !== (known?.escalatedAt ?? null)) return 'still waiting for a person';
  return now.askedAt !== (known?.askedAt ?? null) ? 'lead at risk' : null;
}

function withoutSla(growth: GrowthRecord): GrowthRecord {
  return { ...growth, sla: null, crmTags: withTag(growth.crmTags, TAGS.needsHandoff, false) };
}
