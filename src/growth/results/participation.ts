import type { Feature } from '../feature';

export const ARMS = ['control', 'treatment'] as const;
export type Arm = (typeof ARMS)[number];

/** What is counted of a contact who takes part in an experiment. */
export const OUTCOME_KINDS = ['replied', 'booked', 'opted_out', 'handoff_asked', 'person_wrote'] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** A contact meets a feature for the first time, or is kept from it as one of the control. */
export interface Exposure {
  readonly contactId: string;
  readonly feature: Feature;
  readonly arm: Arm;
  /** Which of the feature's forms; the response style has `A` and `B`. */
  readonly variant: string | null;
  readonly segment: string | null;
  /** Where the lead came from, as a slug. */
  readonly source: string | null;
  /** Epoch milliseconds. */
  readonly atMs: number;
}

/** Something that is counted has happened to a contact. */
export interface Happening {
  readonly contactId: string;
  readonly kind: OutcomeKind;
  /** Whether the lead was hot when it happened; matters for `handoff_asked`. */
  readonly isHot: boolean;
  readonly atMs: number;
}

/** One contact in one experiment. */
export interface Participation extends Exposure {
  /** When each kind happened for the first time since the exposure, epoch milliseconds; `null`: not yet. */
  readonly firstAtMs: Readonly<Record<OutcomeKind, number | null>>;
  /** The lead was hot when a person was asked for. */
  readonly isHotHandoff: boolean;
}

/** What is recorded, in the order of recording. */
export type Outcome = ({ readonly type: 'exposed' } & Exposure) | ({ readonly type: 'happened' } & Happening);
