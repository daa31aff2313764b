import { Inject, Injectable } from '@nestjs/common';
import { BUSINESS_PROFILE, Clock } from '../../config';
import type { BusinessProfile } from '../../config';
import { GrowthFlags, OutcomeLog, styleSegment } from '../../growth';
import type { Evaluation, EvaluationReason, Feature } from '../../growth';
import type { Conversation } from '../state';
import { subjectOf } from './lead-source';
import { standingOf } from './lead-standing';

/** The feature is on, but not for this contact: those are whom the others are compared with. */
const KEPT_OUT: readonly EvaluationReason[] = [
  'canary_source_missing',
  'canary_source_mismatch',
  'outside_canary_percentage',
];

/** Whether a feature is on for a contact, and who has met it. */
@Injectable()
export class Exposures {
  constructor(
    private readonly flags: GrowthFlags,
    private readonly outcomes: OutcomeLog,
    private readonly clock: Clock,
    @Inject(BUSINESS_PROFILE) private readonly profile: BusinessProfile,
  ) {}

  evaluate(feature: Feature, conversation: Conversation): Promise<Evaluation> {
    return this.flags.evaluate(feature, subjectOf(conversation));
  }

  /** The contact has met the feature, or has been kept from it; counts once. */
  note(feature: Feature, { enabled, reason }: Evaluation, conversation: Conversation): void {
    if (!enabled && !KEPT_OUT.includes(reason)) return;
    const { contactId, source } = subjectOf(conversation);
    const segment = styleSegment(standingOf(conversation, this.profile));
    const arm = enabled ? 'treatment' : 'control';
    this.outcomes.exposed({ contactId, feature, arm, variant: null, segment, source, atMs: this.clock.now() });
  }
}
