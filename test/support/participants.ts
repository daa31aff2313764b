import type { Exposure, Happening, OutcomeKind, Participation } from '../../src/growth/results/participation';

export const EXPOSED_MS = Date.parse('2026-11-23T16:00:00.000Z');

const NOTHING_YET = { replied: null, booked: null, opted_out: null, handoff_asked: null, person_wrote: null };

/** What matters of a participant; happenings that took no time are named alone. */
export interface Like extends Partial<Exposure> {
  readonly did?: readonly OutcomeKind[];
  /** From a hot lead's handoff to the person's text, seconds; `null`: nobody wrote. */
  readonly waitedSeconds?: number | null;
}

/** So many contacts of one kind, all exposed at the same time. */
export function participants(count: number, like: Like = {}): readonly Participation[] {
  return Array.from({ length: count }, () => participant(like));
}

let contacts = 0;

function participant({ did = [], waitedSeconds, ...exposure }: Like): Participation {
  const atMs = exposure.atMs ?? EXPOSED_MS;
  const waited = waitedSeconds === undefined ? {} : handoff(atMs, waitedSeconds);
  return {
    contactId: `contact${(contacts += 1)}`,
    feature: 'ab_response_style_testing',
    arm: 'treatment',
    variant: null,
    segment: null,
    source: null,
    atMs,
    ...exposure,
    firstAtMs: { ...NOTHING_YET, ...Object.fromEntries(did.map((kind) => [kind, atMs])), ...waited },
    isHotHandoff: waitedSeconds !== undefined,
  };
}

function handoff(atMs: number, waitedSeconds: number | null): Partial<Participation['firstAtMs']> {
  return { handoff_asked: atMs, person_wrote: waitedSeconds === null ? null : atMs + waitedSeconds * 1_000 };
}

/** A contact meets the response style. */
export function exposure(contactId: string, change: Partial<Exposure> = {}): Exposure {
  return {
    contactId,
    feature: 'ab_response_style_testing',
    arm: 'treatment',
    variant: 'B',
    segment: 'hot_priority',
    source: 'zillow',
    atMs: EXPOSED_MS,
    ...change,
  };
}

/** A second after that exposure. */
export function happening(contactId: string, kind: Happening['kind'], change: Partial<Happening> = {}): Happening {
  return { contactId, kind, isHot: false, atMs: EXPOSED_MS + 1_000, ...change };
}
