import { meansAllAreas, standingAround } from './area-cues';
import type { Standing } from './area-cues';
import type { ServiceArea } from './facts';
import { isNearWord } from './near-word';
import { wordsOf } from './plain-text';

/** How far from a name, in characters, words still say what it is; keeps long texts linear. */
const REACH = 60;
/** Shorter words have too many neighbours for a slip to be told from another word. */
const SHORTEST_WITH_SLIP = 5;
/** Everyday words one letter from a town's name. */
const OTHER_WORDS = new Set(
  'plan plans plane planes plant plants piano alien aliens alley alleys dollar dollars frisky montana island inland planed'.split(
    ' ',
  ),
);

const LISTED = /^ ?(?:,|,? ?(?:or|and|nor|&|\/)) ?(?:in |the )?$/;
interface AreaMention {
  readonly name: string;
  readonly standing: Standing;
}

/** What else the text and the question say. */
interface AreaContext {
  /** "Anywhere" answers "which area?"; it then means all of them. */
  readonly isAsked: boolean;
  /** Where they live is then where the home is that they sell. */
  readonly isSelling: boolean;
}

/** The service areas a text asks for, by name or alias, with a slip of one letter in longer names. */
export function readAreas(plain: string, areas: readonly ServiceArea[], context: AreaContext): readonly string[] {
  const mentions = findMentions(plain, areas);
  const refused = new Set(mentions.filter(({ standing }) => standing === 'not wanted').map(({ name }) => name));
  const named = (standing: Standing) =>
    [...new Set(mentions.filter((m) => m.standing === standing).map((m) => m.name))].filter(
      (name) => !refused.has(name),
    );
  const wanted = named('wanted');
  if (wanted.length > 0) return wanted;
  if (context.isAsked && meansAllAreas(plain))
    return areas.map(({ name }) => name).filter((name) => !refused.has(name));
  return context.isSelling ? named('home') : [];
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
  const nameAt = start + (/^(?:north|south|east|west|downtown) /.exec(plain.slice(start, end))?.[0].length ?? 0);
  const before = plain.slice(Math.max(0, nameAt - REACH), nameAt).trimEnd();
  const standing = standingAround(before.slice(before.search(/[^.?!;\n]*$/)), plain.slice(end, end + REACH));
  if (standing !== undefined) return standing;
  const isListed = previous?.standing === 'not wanted' && isSameList(plain.slice(previous.end, start), plain);
  return isListed ? 'not wanted' : 'wanted';
}

/** "not Plano or Allen", "anywhere but Plano, Allen"; in "not Plano, Frisco" the comma turns it round. */
function isSameList(between: string, plain: string): boolean {
  if (!LISTED.test(between)) return false;
  return !between.trim().startsWith(',') || between.trim().length > 1 || /\b(?:but|except|besides)\b/.test(plain);
}
