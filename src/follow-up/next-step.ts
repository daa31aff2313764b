import { Inject, Injectable } from '@nestjs/common';
import { BUSINESS_PROFILE, Clock } from '../config';
import type { BusinessProfile } from '../config';
import type { Conversation } from '../conversation';
import type { FollowUp } from './follow-up';
import { planFollowUp } from './plan-follow-up';

/** What is next for a contact, as of now. */
@Injectable()
export class NextStep {
  constructor(
    private readonly clock: Clock,
    @Inject(BUSINESS_PROFILE) private readonly profile: BusinessProfile,
  ) {}

  /** @returns `null` when the contact is to be left alone. */
  of(conversation: Conversation): FollowUp | null {
    return planFollowUp(conversation, this.profile, this.clock.now());
  }
}
