import type { ServiceArea } from './facts';
import { isNearWord } from './near-word';
import { wording } from './phrases';
import { wordsOf } from './plain-text';

/** Shorter words have too many neighbours for a slip to be told from another word. */
const SHORTEST_WITH_SLIP = 5;
/** Everyday words one letter from a town's name. */
const OTHER_WORDS = new Set(
  'plan plans plane planes plant plants piano alien aliens alley alleys dollar dollars frisky montana island inland planed'.split(
    ' ',
  ),
);

const NEGATION =
  /\b(?:not|no|except|but not|never|avoid|avoiding|hate|without|besides|other than|rather than|instead of|anything but|anywhere but|everywhere but|out of|leaving|nothing|(?:anywhere|everywhere|all)[a-z ]{0,12} (?:but|except|besides))(?: (?:in|the|want|like|into|interested|looking|at|a|fan|of|really|for|live|living|to|be|city|area|for|going|too|on|moving|north|south|east|west|downtown))*$/;
/** "from Dallas": where they come from, unless it says how far away they want to be. */
const ORIGIN =
  /(?<!\b(?:minutes?|mins?|miles?|hours?|far|away|hr|drive|commute) )\bfrom(?: (?:the|north|south|east|west|downtown))*$/;
/** Where they are now; it counts only when no other area is named. */
const PRESENT =
  /\b(?:live|lives|living|rent|renting|reside|stay|staying|based|work|works|working|job|job's|office|currently|am|are)(?: (?:here|currently|right|now|still|an|a|apartment|over|out))* (?:in|at|near)(?: (?:the|north|south|east|west|downtown))*$/;
/** A person or a street of the same name. */
const PERSON =
  /\b(?:this is|my name is|name is|hi|hey|hello|thanks|thank you|mr|mrs|ms|dear|call me|my (?:husband|wife|brother|agent|name))$/;
const STREET =
  /^(?: [a-z]+)? ?(?:st|street|rd|road|dr|drive|ln|lane|ave|avenue|blvd|parkway|pkwy|way|cowboys|mavericks|stars|mavs)\b/;
const LISTED = /^ ?(?:,|,? ?(?:or|and|nor|&|\/)) ?(?:in |the )?$/;
const ANYWHERE = wording(
  '(?:anywhere|any area|any of (?:them|those|these)|all of (?:them|those|these|the above)|any city|no preference|(?:do not|does not) (?:care|matter)|open to (?:any|all)[a-z ]*|wherever|either|any)',
);

type Standing = 'wanted' | 'present' | 'not wanted';
interface AreaMention {
  readonly name: string;
  readonly standing: Standing;
}

/**
 * The service areas a text asks for, by name or alias, with a slip of one letter in longer names.
 * @param isAsked whether "anywhere" answers "which area?"; it then means all of them.
 */
export function readAreas(plain: string, areas: readonly ServiceArea[], isAsked: boolean): readonly string[] {
  const mentions = findMentions(plain, areas);
  const refused = new Set(mentions.filter(({ standing }) => standing === 'not wanted').map(({ name }) => name));
  const named = (standing: Standing) => [
    ...new Set(mentions.filter((m) => m.standing === standing).map((m) => m.name)),
  ];
  const wanted = named('wanted').filter((name) => !refused.has(name));
  if (wanted.length > 0) return wanted;
  if (isAsked && ANYWHERE.test(plain)) return areas.map(({ name }) => name).filter((name) => !refused.has(name));
  return named('present').filter((name) => !refused.has(name));
}

function findMentions(plain: string, areas: readonly ServiceArea[]): readonly AreaMention[] {
  const words = [...plain.matchAll(/[a-z0-9']+/g)];
  const names = spellingsOf(areas);
  const mentions: (AreaMention & { readonly end: number })[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const found = names.find((spelling) => isWrittenAt(spelling.words, words, index));
    if (!found) continue;
    const last = words[index + found.words.length - 1];
    const end = last === undefined ? plain.length : last.index + last[0].length;
    const start = words[index]?.index ?? 0;
    const standing = standingOf(plain, start, end, mentions.at(-1));
    if (standing !== null) mentions.push({ name: found.name, standing, end });
    index += found.words.length - 1;
  }
  return mentions;
}

/** Longest first: "Rancho Cucamonga" before "Rancho". */
function spellingsOf(areas: readonly ServiceArea[]) {
  return areas
    .flatMap(({ name, aliases }) =>
      [name, ...aliases].map((spelling) => ({ name, words: wordsOf(spelling.toLowerCase()) })),
    )
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length);
}

function isWrittenAt(spelling: readonly string[], words: readonly RegExpExecArray[], index: number): boolean {
  return spelling.every((meant, offset) => isMeant(words[index + offset]?.[0] ?? '', meant));
}

function isMeant(written: string, meant: string): boolean {
  if (written === meant || written === `${meant}'s`) return true;
  const mayHaveSlip = meant.length >= SHORTEST_WITH_SLIP && written.length >= SHORTEST_WITH_SLIP - 1;
  // The first letter is rarely the wrong one, and without it "fallen" is Allen.
  return mayHaveSlip && written[0] === meant[0] && !OTHER_WORDS.has(written) && isNearWord(written, meant);
}

/** `null`: not the place. */
function standingOf(
  plain: string,
  start: number,
  end: number,
  previous: { readonly standing: Standing; readonly end: number } | undefined,
): Standing | null {
  const before = plain.slice(Math.max(0, start - 60), start).trimEnd();
  const after = plain.slice(end, end + 30);
  if (PERSON.test(before) || STREET.test(after)) return null;
  if (NEGATION.test(before) || ORIGIN.test(before)) return 'not wanted';
  if (previous?.standing === 'not wanted' && isSameList(plain.slice(previous.end, start), plain)) return 'not wanted';
  return PRESENT.test(before) ? 'present' : 'wanted';
}

/** "not Plano or Allen", "anywhere but Plano, Allen"; in "not Plano, Frisco" the comma turns it round. */
function isSameList(between: string, plain: string): boolean {
  if (!LISTED.test(between)) return false;
  return !between.trim().startsWith(',') || between.trim().length > 1 || /\b(?:but|except|besides)\b/.test(plain);
}
