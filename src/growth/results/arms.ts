import type { Feature } from '../feature';
import type { Arm, Participation } from './participation';

/** The two groups that are compared. */
export type Arms = Readonly<Record<Arm, readonly Participation[]>>;

/** How a feature's participations fall into two groups. */
export interface Comparing {
  /** In words, for the reader of the report. */
  readonly compares: string;
  /** A fair coin decides for each contact. */
  readonly isByCoin: boolean;
  /** `null`: in neither group. */
  readonly armOf: (participation: Participation) => Arm | null;
}

const ARM_BY_STYLE: Readonly<Record<string, Arm>> = { A: 'control', B: 'treatment' };

const BY_STYLE: Comparing = {
  compares: 'variant B against variant A',
  isByCoin: true,
  armOf: ({ variant }) => ARM_BY_STYLE[variant ?? ''] ?? null,
};

const BY_ARM: Comparing = {
  compares: 'treatment against control',
  isByCoin: false,
  armOf: ({ arm }) => arm,
};

/** Response styles are compared with each other, other features with contacts who did not have them. */
export function comparingOf(feature: Feature): Comparing {
  return feature === 'ab_response_style_testing' ? BY_STYLE : BY_ARM;
}

export function splitArms(participations: readonly Participation[], { armOf }: Comparing): Arms {
  return {
    control: participations.filter((participation) => armOf(participation) === 'control'),
    treatment: participations.filter((participation) => armOf(participation) === 'treatment'),
  };
}

/** Participations by what the key says of them; what says nothing is `unknown`. */
export function groupBy(
  participations: readonly Participation[],
  key: (participation: Participation) => string | null,
): ReadonlyMap<string, readonly Participation[]> {
  const groups = new Map<string, Participation[]>();
  for (const participation of participations) {
    const name = key(participation) ?? 'unknown';
    const group = groups.get(name);
    if (group) group.push(participation);
    else groups.set(name, [participation]);
  }
  return groups;
}
