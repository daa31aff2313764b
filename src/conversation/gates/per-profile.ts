import type { BusinessProfile } from '../../config';

/** What follows from a profile, worked out once: profiles are read at boot and asked for with every text. */
export function perProfile<Value>(workOut: (profile: BusinessProfile) => Value): (profile: BusinessProfile) => Value {
  const known = new WeakMap<BusinessProfile, Value>();
  return (profile) => {
    const value = known.get(profile) ?? workOut(profile);
    known.set(profile, value);
    return value;
  };
}

/** Every sentence that the profile can say, its placeholders unfilled. */
export const wordingsOf = perProfile(({ wording }) => sentencesIn(wording));

function sentencesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentencesIn) : [];
}
