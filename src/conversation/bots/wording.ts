import type { BusinessProfile } from '../../config';

/** The values that a wording can name in braces. */
export type WordingValues = Readonly<Record<string, string>>;

/**
 * Picks and fills a wording of the business profile.
 * @param wordings of one step, in order of preference.
 * @param timesUsed how often this step has been said to the contact.
 * @param lastReply a reply never repeats it.
 */
export function sayInWords(
  wordings: readonly string[],
  timesUsed: number,
  values: WordingValues,
  lastReply = '',
): string {
  const rotated = wordings.map((_, index) => wordings[(timesUsed + index) % wordings.length] ?? '');
  const filled = rotated.map((wording) => fill(wording, values));
  return filled.find((sentence) => !lastReply.endsWith(sentence)) ?? filled[0] ?? '';
}

/** What every wording can name. */
export function commonValues(profile: BusinessProfile, firstName: string | null): WordingValues {
  return {
    agent: profile.agent,
    team: profile.team,
    market: profile.market,
    name: firstName ? ` ${firstName}` : '',
  };
}

function fill(wording: string, values: WordingValues): string {
  return wording.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}
