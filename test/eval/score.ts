import { FACTS, judge } from './judge';
import type { Judgement, Reading } from './judge';
import { isLabelled, isUnsaid, mayBeUnsaid } from './labels';
import type { LabelledText } from './labels';

/** How often a thing was right; a wrong value counts as missed and as invented. */
export interface Tally {
  readonly right: number;
  readonly missed: number;
  readonly invented: number;
}

/** So many of so many. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

export interface Score {
  readonly tallies: ReadonlyMap<string, Tally>;
  /** One line per mistake. */
  readonly mistakes: readonly string[];
  /** Texts in which no fact was invented. */
  readonly clean: Share;
  /** Texts that say buying, selling, both or neither, and were so read. */
  readonly route: Share;
}

export const NO_TALLY: Tally = { right: 0, missed: 0, invented: 0 };
const FACT_NAMES: ReadonlySet<string> = new Set(FACTS);

/** Has every text read and compares with its label. */
export function scoreTexts(texts: readonly LabelledText[], read: (label: LabelledText) => Reading): Score {
  const judged = texts.map((label) => ({ label, judgements: judge(label, read(label)) }));
  const all = judged.flatMap(({ judgements }) => judgements);
  return {
    tallies: tallyByName(all),
    mistakes: judged.flatMap(({ label, judgements }) => judgements.filter(isWrong).map((it) => describe(label, it))),
    clean: shareOf(judged, ({ judgements }) => !judgements.some(isInventedFact)),
    route: shareOf(
      all.filter(({ name }) => name === 'route'),
      (judgement) => !isWrong(judgement),
    ),
  };
}

export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { right, missed, invented }) => ({
      right: sum.right + right,
      missed: sum.missed + missed,
      invented: sum.invented + invented,
    }),
    NO_TALLY,
  );
}

/** Of what there was to read, what was read right. */
export function recallOf({ right, missed }: Tally): Share {
  return { part: right, whole: right + missed };
}

/** Of what was read, what was right. */
export function precisionOf({ right, invented }: Tally): Share {
  return { part: right, whole: right + invented };
}

function tallyByName(judgements: readonly Judgement[]): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const judgement of judgements.filter(saysSomething)) {
    const { name } = judgement;
    tallies.set(name, addTallies([tallies.get(name) ?? NO_TALLY, tallyOf(judgement)]));
  }
  return tallies;
}

/** Nothing read where nothing had to be is no merit. */
function saysSomething({ expected, value }: Judgement): boolean {
  return !isUnsaid(value) || !mayBeUnsaid(expected);
}

function tallyOf(judgement: Judgement): Tally {
  const { expected, value } = judgement;
  if (!isWrong(judgement)) return { ...NO_TALLY, right: 1 };
  return { right: 0, missed: mayBeUnsaid(expected) ? 0 : 1, invented: isUnsaid(value) ? 0 : 1 };
}

function isWrong({ expected, value }: Judgement): boolean {
  return !isLabelled(expected, value);
}

function isInventedFact(judgement: Judgement): boolean {
  return FACT_NAMES.has(judgement.name) && isWrong(judgement) && !isUnsaid(judgement.value);
}

function shareOf<Item>(items: readonly Item[], isPart: (item: Item) => boolean): Share {
  return { part: items.filter(isPart).length, whole: items.length };
}

function describe({ id, text, asked }: LabelledText, { name, expected, value }: Judgement): string {
  const question = asked === null ? '' : ` (asked: ${asked})`;
  return `${id} ${name}: expected ${JSON.stringify(expected)}, read ${JSON.stringify(value)} in "${text}"${question}`;
}
