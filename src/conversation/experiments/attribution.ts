import { Inject, Injectable } from '@nestjs/common';
import { BUSINESS_PROFILE, Clock } from '../../config';
import type { BusinessProfile } from '../../config';
import { TAGS } from '../../ghl';
import { conversionState, feedbackSignal, GrowthEvents, GrowthFlags, overallState } from '../../growth';
import type { Evaluation, FeatureEvent } from '../../growth';
import type { Conversation, GrowthRecord } from '../state';
import { Exposures } from './exposures';
import { attributionOf } from './lead-source';
import { standingOf } from './lead-standing';
import { withTag } from './with-tag';

const FEATURE = 'lead_source_attribution';

/** Learns where leads come from and what becomes of them, and tells the CRM as far as the toggles allow. */
@Injectable()
export class LeadSourceAttribution {
  constructor(
    private readonly flags: GrowthFlags,
    private readonly exposures: Exposures,
    private readonly events: GrowthEvents,
    private readonly clock: Clock,
    @Inject(BUSINESS_PROFILE) private readonly profile: BusinessProfile,
  ) {}

  /** @returns what is to be remembered and written; what was written stays when a toggle is turned off. */
  async observe(conversation: Conversation): Promise<GrowthRecord> {
    const { growth } = conversation;
    const evaluation = await this.exposures.evaluate(FEATURE, conversation);
    this.exposures.note(FEATURE, evaluation, conversation);
    if (!evaluation.enabled) {
      this.bypass(evaluation);
      return growth;
    }
    const learned = this.learn(conversation);
    const written = this.toWrite(learned);
    this.count('applied');
    return { ...learned, ...written };
  }

  private learn(conversation: Conversation): GrowthRecord {
    const attribution = attributionOf(conversation);
    const signal = feedbackSignal(standingOf(conversation, this.profile));
    const state = stateOf(conversation);
    this.count(`source_observed_${this.events.sourceLabel(attribution?.source ?? null)}`);
    this.count(`feedback_signal_observed_${signal}`);
    this.count(attribution === null ? 'follow_up_missing' : 'follow_up_enriched');
    this.count(`conversion_feedback_observed_${state}`);
    this.count(`conversion_feedback_loop_${state}`);
    const { feedback: known } = conversation.growth;
    const isKnown = known?.state === state && known.signal === signal;
    return {
      ...conversation.growth,
      attribution,
      feedback: isKnown ? known : { state, signal, updatedAt: new Date(this.clock.now()).toISOString() },
    };
  }

  private toWrite({ attribution, feedback, crmFields, crmTags }: GrowthRecord) {
    const { lead_source: isSource, conversion_feedback: isFeedback } = this.flags.state().writeback_toggles;
    this.count(`writeback_attribution_${isSource ? 'enabled' : 'disabled'}`);
    this.count(`writeback_feedback_${isFeedback ? 'enabled' : 'disabled'}`);
    this.count(isSource || isFeedback ? 'writeback_ready' : 'telemetry_only_mode');
    if (!isFeedback) this.count('conversion_feedback_telemetry_only');
    const source = isSource && attribution;
    const told = isFeedback && feedback;
    return {
      crmFields: {
        ...crmFields,
        ...(source && { lead_source_attribution: source.source, lead_source_model: source.model }),
        ...(told && {
          conversion_feedback_state: told.state,
          conversion_feedback_signal: told.signal,
          conversion_feedback_updated_at: told.updatedAt,
        }),
      },
      crmTags: told ? withTag(crmTags, TAGS.highIntentSignal, told.signal === 'high_intent') : crmTags,
    };
  }

  private bypass({ reason }: Evaluation): void {
    this.count(`bypassed_${reason}`);
    this.count(`conversion_feedback_bypassed_${reason}`);
  }

  private count(event: FeatureEvent<typeof FEATURE>): void {
    this.events.count(FEATURE, event);
  }
}

function stateOf({ appointments, opportunity, contact }: Conversation) {
  const statuses = [...appointments.map(({ status }) => status), opportunity?.status, contact?.status];
  return overallState(statuses.map(conversionState));
}
