import type { Feature } from '../feature';
import type { Exposure, Happening, Outcome, OutcomeKind, Participation } from './participation';

interface OpenParticipation extends Participation {
  readonly firstAtMs: Partial<Record<OutcomeKind, number>>;
  isHotHandoff: boolean;
}

/**
 * Who takes part in which experiment, and what became of it: one small record per contact and feature. The same outcomes
 * in the same order always give the same records.
 */
export class Outcomes {
  private readonly byContact = new Map<string, Map<Feature, OpenParticipation>>();

  /** @returns whether it counts: the first exposure of a contact to a feature, the first of a kind after it. */
  add(outcome: Outcome): boolean {
    return outcome.type === 'exposed' ? this.expose(outcome) : this.happen(outcome);
  }

  all(): readonly Participation[] {
    return [...this.byContact.values()].flatMap((features) => [...features.values()]);
  }

  private expose({ contactId, feature, arm, variant, segment, source, atMs }: Exposure): boolean {
    const features = this.byContact.get(contactId) ?? new Map<Feature, OpenParticipation>();
    if (features.has(feature)) return false;
    const exposure = { contactId, feature, arm, variant, segment, source, atMs };
    features.set(feature, { ...exposure, firstAtMs: {}, isHotHandoff: false });
    this.byContact.set(contactId, features);
    return true;
  }

  private happen(happening: Happening): boolean {
    const counted = [...(this.byContact.get(happening.contactId)?.values() ?? [])].filter((participation) =>
      isFirst(participation, happening),
    );
    for (const participation of counted) {
      participation.firstAtMs[happening.kind] = happening.atMs;
      if (happening.kind === 'handoff_asked') participation.isHotHandoff = happening.isHot;
    }
    return counted.length > 0;
  }
}

/** What a person writes counts as the answer to a handoff, so before one was asked for it does not. */
function isFirst(participation: Participation, { kind, atMs }: Happening): boolean {
  const { firstAtMs } = participation;
  if (firstAtMs[kind] !== undefined) return false;
  const sinceMs = kind === 'person_wrote' ? firstAtMs.handoff_asked : participation.atMs;
  return sinceMs !== undefined && atMs >= sinceMs;
}
