import { Injectable } from '@nestjs/common';
import { Clock } from '../../config';
import { GrowthFlags, OutcomeLog } from '../../growth';
import type { Evaluation, EvaluationReason, Feature } from '../../growth';
import type { Conversation } from '../state';
import { subjectOf } from './lead-source';

/** The feature is on, but not for this contact: those are whom the others are compared with. */
const KEPT_OUT: readonly EvaluationReason[] = [
  'canary_source_missing',
  'canary_source_mismatch',
  'outside_canary_percentage',
];

/** Which form of a feature a contact meets. */
interface Form {
  readonly variant: string | null;
  readonly segment: string | null;
}

/** Whether a feature is on for a contact, and who has met it. */
@Injectable()
export class Exposures {
  constructor(
    private readonly flags: GrowthFlags,
    private readonly outcomes: OutcomeLog,
    private readonly clock: Clock,
  ) {}

  evaluate(feature: Feature, conversation: Conversation): Promise<Evaluation> {
    return this.flags.evaluate(feature, subjectOf(conversation));
  }

  /** The contact has met the feature, or has been kept from it; counts once. */
  note(feature: Feature, { enabled, reason }: Evaluation, conversation: Conversation, form?: Form): void {
    if (!enabled && !KEPT_OUT.includes(reason)) return;
    const { contactId, source } = subjectOf(conversation);
    const { variant, segment } = form ?? { variant: null, segment: null };
    const arm = enabled ? 'treatment' : 'control';
    this.outcomes.exposed({ contactId, feature, arm, variant, segment, source, atMs: this.clock.now() });
  }
}
