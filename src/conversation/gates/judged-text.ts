import type { BusinessProfile } from '../../config';
import { toPlainText } from '../understanding';
import type { JudgedText, OutgoingText } from './gate';

interface Names {
  readonly areas: RegExp;
  readonly agent: RegExp;
}

/** A profile is read once at boot and asked for with every text. */
const namesOfProfile = new WeakMap<BusinessProfile, Names>();

/** The form in which the gates read a draft: whatever the profile calls an area is one, and its agent is the agent. */
export function judgedText(draft: OutgoingText, profile: BusinessProfile): JudgedText {
  const { areas, agent } = namesOf(profile);
  return { ...draft, plain: toPlainText(draft.text).replace(areas, 'area').replace(agent, 'agent') };
}

function namesOf(profile: BusinessProfile): Names {
  const known = namesOfProfile.get(profile);
  if (known) return known;
  const areas = [profile.market, ...profile.serviceAreas.flatMap(({ name, aliases }) => [name, ...aliases])];
  const names = { areas: anyOf(areas), agent: anyOf([profile.agent]) };
  namesOfProfile.set(profile, names);
  return names;
}

/** Whole words only, the longest name first: the alias "RC" is not in "march". */
function anyOf(names: readonly string[]): RegExp {
  const sources = names
    .map((name) => toPlainText(name).replaceAll(/[^\w ]/g, String.raw`\$&`))
    .filter((name) => name !== '')
    .toSorted((a, b) => b.length - a.length);
  return new RegExp(String.raw`(?<!\w)(?:${sources.join('|') || '(?!)'})(?!\w)`, 'g');
}
