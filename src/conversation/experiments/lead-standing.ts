import type { BusinessProfile } from '../../config';
import type { LeadStanding } from '../../growth';
import { judgeLead } from '../lead-criteria';
import type { Conversation } from '../state';

/** How a lead stands by all that is known: a seller is judged by the seller's temperature. */
export function standingOf(conversation: Conversation, profile: BusinessProfile): LeadStanding {
  const { botType, leadScore, leadTemperature, sellerTemperature } = conversation;
  return {
    score: leadScore,
    priority: leadScore === null ? null : judgeLead(conversation, profile).priority,
    temperature: botType === 'seller' ? sellerTemperature : leadTemperature,
  };
}
