import { Inject, Injectable } from '@nestjs/common';
import { BUSINESS_PROFILE } from '../config';
import type { BusinessProfile } from '../config';
import { Exposures, standingOf } from '../conversation';
import type { Conversation } from '../conversation';
import { followUpTiming, GrowthEvents } from '../growth';
import type { FollowUpTiming } from '../growth';
import type { FollowUp } from './follow-up';

const FEATURE = 'adaptive_followup_timing';

/** The experiment that follows up the sooner the more engaged a lead is; quiet hours and caps hold all the same. */
@Injectable()
export class AdaptiveTiming {
  constructor(
    private readonly exposures: Exposures,
    private readonly events: GrowthEvents,
    @Inject(BUSINESS_PROFILE) private readonly profile: BusinessProfile,
  ) {}

  /** @returns the follow-up at its adapted time; as it was where the experiment has no say in it. */
  async adapt(followUp: FollowUp, conversation: Conversation): Promise<FollowUp> {
    const evaluation = await this.exposures.evaluate(FEATURE, conversation);
    if (!followUp.isFirstNudge) {
      this.events.count(FEATURE, evaluation.enabled ? 'no_follow_up_payload' : `bypassed_${evaluation.reason}`);
      return followUp;
    }
    this.exposures.note(FEATURE, evaluation, conversation);
    if (!evaluation.enabled) {
      this.events.count(FEATURE, `bypassed_${evaluation.reason}`);
      return followUp;
    }
    const timing = followUpTiming(standingOf(conversation, this.profile));
    this.events.count(FEATURE, timing === null ? 'invalid_payload' : `applied_${timing.bucket}`);
    return timing === null ? followUp : moved(followUp, timing);
  }

  /** The same for a follow-up that is only talked about: nobody takes part by it. */
  async preview(followUp: FollowUp, conversation: Conversation): Promise<FollowUp> {
    const { enabled } = await this.exposures.evaluate(FEATURE, conversation);
    const timing = enabled && followUp.isFirstNudge ? followUpTiming(standingOf(conversation, this.profile)) : null;
    return timing === null ? followUp : moved(followUp, timing);
  }
}

function moved(followUp: FollowUp, { delayMs }: FollowUpTiming): FollowUp {
  return { ...followUp, dueAtMs: followUp.anchorMs + delayMs };
}
