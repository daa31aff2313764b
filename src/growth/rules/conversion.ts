import { isForReview, isHighPriority } from './lead-standing';
import type { LeadStanding } from './lead-standing';

/** How much a lead is worth to whoever buys the next ones. */
export type FeedbackSignal = 'high_intent' | 'nurture' | 'low_intent';

/** What became of a lead. */
export type ConversionState = 'converted' | 'lost' | 'active' | 'unknown';

export function feedbackSignal(lead: LeadStanding): FeedbackSignal {
  const score = lead.score ?? 0;
  if (score >= 85 || isHighPriority(lead) || lead.temperature === 'hot') return 'high_intent';
  return score >= 65 || isForReview(lead) || lead.temperature === 'warm' ? 'nurture' : 'low_intent';
}

/** The CRM's words for the state of an appointment, an opportunity or a contact, without case and separators. */
const STATES: Readonly<Record<Exclude<ConversionState, 'unknown'>, readonly string[]>> = {
  converted: ['showed', 'won', 'closedwon', 'converted', 'customer', 'client', 'pastclient', 'sold', 'completed'],
  lost: [
    ...['cancelled', 'canceled', 'noshow', 'deleted', 'lost', 'closedlost', 'abandoned', 'archived', 'junk'],
    ...['dead', 'disqualified', 'unqualified', 'notqualified', 'notinterested', 'donotcontact', 'wrongnumber'],
  ],
  active: [
    ...['new', 'booked', 'confirmed', 'open', 'active', 'lead', 'newlead', 'prospect', 'contacted', 'attempted'],
    ...['engaged', 'working', 'inprogress', 'followup', 'qualified', 'nurture', 'nurturing', 'hot', 'warm', 'cold'],
    ...['appointmentset', 'appointmentbooked', 'appointmentscheduled', 'pending', 'undercontract'],
  ],
};
const STATE_OF: ReadonlyMap<string, ConversionState> = new Map(
  Object.entries(STATES).flatMap(([state, words]) => words.map((word) => [word, state as ConversionState])),
);

/** What a status says, whatever it is: statuses are typed by people and changed by vendors. */
export function conversionState(status: unknown): ConversionState {
  if (typeof status !== 'string') return 'unknown';
  return STATE_OF.get(status.toLowerCase().replaceAll(/[^a-z0-9]/g, '')) ?? 'unknown';
}

/** What several statuses say together: a sale is a sale, and a lost appointment does not lose a lead that is open. */
const STRONGEST_FIRST: readonly ConversionState[] = ['converted', 'active', 'lost'];

export function overallState(states: readonly ConversionState[]): ConversionState {
  return STRONGEST_FIRST.find((state) => states.includes(state)) ?? 'unknown';
}
