import { toPlainText } from '../understanding';
import type { BusinessProfile } from '../../config';
import type { JudgedText, OutgoingText } from './gate';
import { perProfile } from './per-profile';

/** The form in which the gates read a draft: whatever the profile calls an area is one, its agent is the agent. */
export function judgedText(draft: OutgoingText, profile: BusinessProfile): JudgedText {
  const { areas, team, agent } = namesOf(profile);
  const plain = toPlainText(draft.text).replace(areas, 'area').replace(team, 'the team').replace(agent, 'agent');
  return { ...draft, plain };
}

const namesOf = perProfile(({ market, serviceAreas, team, agent }) => ({
  areas: anyOf([market, ...serviceAreas.flatMap(({ name, aliases }) => [name, ...aliases])]),
  team: anyOf([team]),
  agent: anyOf([agent]),
}));

/** Whole words only, the longest name first: the alias "RC" is not in "march". */
function anyOf(names: readonly string[]): RegExp {
  const sources = names
    .map((name) => toPlainText(name).replaceAll(/[^\w ]/g, String.raw`\$&`))
    .filter((name) => name !== '')
    .toSorted((a, b) => b.length - a.length);
  return new RegExp(String.raw`(?<!\w)(?:${sources.join('|') || '(?!)'})(?!\w)`, 'g');
}
