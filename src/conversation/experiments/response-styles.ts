import { Inject, Injectable } from '@nestjs/common';
import { BUSINESS_PROFILE, styledProfile } from '../../config';
import type { BusinessProfile } from '../../config';
import { assignVariant, GrowthEvents, styleSegment } from '../../growth';
import type { Conversation, StyleRecord } from '../state';
import { Exposures } from './exposures';
import { standingOf } from './lead-standing';
import { subjectOf } from './lead-source';

const FEATURE = 'ab_response_style_testing';

/** How a bot talks to a contact. */
export interface ResponseStyle {
  /** The profile with the wordings of the style. */
  readonly profile: BusinessProfile;
  /** For Claude; left out where it is to write as ever. */
  readonly instruction?: string;
  /** `null`: the contact takes no part. */
  readonly record: StyleRecord | null;
}

/**
 * The experiment with two styles. A contact keeps the style that it was first talked to in; while the experiment is off
 * everybody is talked to as ever. What is said, asked and owed by law is the same in both.
 */
@Injectable()
export class ResponseStyles {
  constructor(
    private readonly exposures: Exposures,
    private readonly events: GrowthEvents,
    @Inject(BUSINESS_PROFILE) readonly profile: BusinessProfile,
  ) {}

  /** The style for the next text to this contact. */
  async of(conversation: Conversation): Promise<ResponseStyle> {
    const asEver = { profile: this.profile, record: null };
    const { enabled, reason } = await this.exposures.evaluate(FEATURE, conversation);
    if (!enabled || this.profile.styleB === undefined) {
      this.events.count(FEATURE, `bypassed_${enabled ? 'no_second_style' : reason}`);
      return asEver;
    }
    const record = conversation.growth.style ?? this.assign(conversation);
    const { instruction } = this.profile.styleB;
    return {
      profile: styledProfile(this.profile, record.variant),
      record,
      ...(record.variant === 'B' && { instruction }),
    };
  }

  /** A reply in this style has gone out. */
  applied({ record }: ResponseStyle): void {
    if (record === null) return;
    const { variant, segment } = record;
    this.events.count(FEATURE, variant === 'A' ? 'variant_a' : 'variant_b');
    this.events.count(FEATURE, `segment_${segment}`);
    this.events.count(FEATURE, 'applied');
  }

  private assign(conversation: Conversation): StyleRecord {
    const { contactId, source } = subjectOf(conversation);
    this.events.count(FEATURE, 'assignment_observed');
    const segment = styleSegment(standingOf(conversation, this.profile));
    return { ...assignVariant(contactId, source ?? ''), segment, source };
  }
}
