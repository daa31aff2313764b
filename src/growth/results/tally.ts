import { medianOf } from './durations';
import type { Participation } from './participation';
import type { Share } from './proportions';

const DAY_MS = 86_400_000;

/** What is counted of a group of contacts. */
export interface Tally {
  readonly contacts: number;
  readonly replies: number;
  readonly appointments_booked: number;
  readonly opt_outs: number;
  /** Hot leads for whom a person was asked. */
  readonly hot_handoffs: number;
  /** Of these, nobody has written yet. */
  readonly hot_handoffs_unanswered: number;
  readonly median_response_to_handoff_seconds: number | null;
}

const KIND_BY_RATE = { reply_rate: 'replied', appointment_booked_rate: 'booked', opt_out_rate: 'opted_out' } as const;

/** The shares of contacts that are compared. */
export type RateName = keyof typeof KIND_BY_RATE;

/** How many of the group replied, booked or opted out. */
export function shareOf(group: readonly Participation[], rate: RateName): Share {
  const hits = group.filter(({ firstAtMs }) => firstAtMs[KIND_BY_RATE[rate]] !== null).length;
  return { hits, total: group.length };
}

/**
 * How long hot leads waited from the request for a person to what the person wrote, seconds, at least 1. Beyond a day a
 * wait counts as a day, answered or not: left out, the leads who were forgotten would make an arm look quick.
 */
export function handoffSeconds(group: readonly Participation[], nowMs: number): readonly number[] {
  return group.flatMap(({ isHotHandoff, firstAtMs: { handoff_asked: askedAtMs, person_wrote: wroteAtMs } }) => {
    if (!isHotHandoff || askedAtMs === null) return [];
    if (wroteAtMs === null && nowMs - askedAtMs < DAY_MS) return [];
    const waitedMs = Math.min((wroteAtMs ?? Infinity) - askedAtMs, DAY_MS);
    return [Math.max(1, waitedMs / 1_000)];
  });
}

export function tallyOf(group: readonly Participation[], nowMs: number): Tally {
  const hot = group.filter(({ isHotHandoff }) => isHotHandoff);
  return {
    contacts: group.length,
    replies: shareOf(group, 'reply_rate').hits,
    appointments_booked: shareOf(group, 'appointment_booked_rate').hits,
    opt_outs: shareOf(group, 'opt_out_rate').hits,
    hot_handoffs: hot.length,
    hot_handoffs_unanswered: hot.filter(({ firstAtMs }) => firstAtMs.person_wrote === null).length,
    median_response_to_handoff_seconds: medianOf(handoffSeconds(group, nowMs)),
  };
}
