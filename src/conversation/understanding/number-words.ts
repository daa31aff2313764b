import { rewrite } from './rewrite';
import type { Rewrite } from './rewrite';

const SMALL = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'
  .concat(' sixteen seventeen eighteen nineteen')
  .split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const VALUES: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
]);

const WORD = [...VALUES.keys()].join('|');
/** "six hundred and fifty", "four-fifty", "twenty five", "6 hundred". */
const NUMBER = new RegExp(
  String.raw`(?<![\w.])(?:(?:${WORD})(?:s\b|\b)|\d{1,2} hundred\b)(?:[ -](?:(?<=hundred )and )?(?:(?:${WORD})\b|hundred\b))*`,
  'g',
);
/** "one" is a number before a unit; elsewhere ("which one") it is a pronoun. */
const COUNTED = /^[ -](?:hundred|thousand|million|mil|point|and|day|week|month|year|bed|bath|br|ba|or two|to)/;

/** Before the words are read: fractions that contain an article. */
const FRACTIONS: readonly Rewrite[] = [
  [/(?<=\d)(?=hundred\b)/g, ' '],
  [/\bthree[ -]quarters (?:of )?(?:a )?mil(?:lion|l)?\b/g, '750 thousand'],
  [/\bhalf (?:of )?(?:a )?mil(?:lion|l)?\b/g, '500 thousand'],
  [/\b(?:a )?quarter (?:of )?(?:a )?mil(?:lion|l)?\b/g, '250 thousand'],
  [/\ba (?:cool |whole |full )?mil(?:lion|l)?\b/g, '1 million'],
];

/** After them: what follows from digits beside digits. */
const COMBINATIONS: readonly Rewrite[] = [
  // "5 fifty", as prices are said.
  [/(?<![\d.,/$-])\b([2-9]) ([1-9][05])(?= ?(?:$|[.,!?\n]|k\b|firm\b|max\b|tops\b))/g, '$1$2'],
  [/(\d)\.00\b/g, '$1'],
  [/\b(?:an? )?(day|week|month|year) or 2\b/g, '2 $1s'],
  [/\ban? (week|month|year) and (?:a )?half\b/g, '1.5 $1s'],
  [/(\d)(?: and)? 1\/2\b/g, '$1.5'],
  [/(\d) point (\d)/g, '$1.$2'],
  [/\b(\d+) (?:and|&) (?:a )?half\b/g, '$1.5'],
  [/\b(\d) (?:and|&) (?:a |1 )?quarter\b/g, '$1.25'],
  [/\b(\d) (?:and|&) 3[ -]quarters?\b/g, '$1.75'],
  [/\b(\d+) (mil(?:lion|l)?|month|year|week)s? and (?:a )?half\b/g, '$1.5 $2'],
  [/\b(\d+) mil(?:lion|l)? (?:and )?(\d{3})(?: ?k| thousand)?\b/g, '$1.$2 million'],
  // "a million two", as prices are said.
  [/\b(\d+) mil(?:lion|l)? (\d)(?= ?(?:$|[.,!?\n]))/g, '$1.$2 million'],
];

/** Writes number words under a thousand as digits; "thousand" and "million" stay, as units. Linear in the text. */
export function numberWordsToDigits(text: string): string {
  const whole = rewrite(text, FRACTIONS).replace(NUMBER, (match: string, offset: number, all: string) =>
    match === 'one' && !COUNTED.test(all.slice(offset + match.length, offset + match.length + 10))
      ? match
      : digitsOf(match),
  );
  return rewrite(whole, COMBINATIONS);
}

function digitsOf(match: string): string {
  if (match.endsWith('s') && VALUES.has(match.slice(0, -1))) return `${VALUES.get(match.slice(0, -1)) ?? ''}s`;
  const numbers: number[] = [];
  for (const word of match.split(/[ -]/)) {
    if (word !== 'and') append(numbers, word);
  }
  return numbers.join(' ');
}

/** Adds a word to the number before it ("four" + "fifty" is 450, as prices are said) or begins a new one. */
function append(numbers: number[], word: string): void {
  const last = numbers.at(-1);
  if (word === 'hundred') {
    numbers.splice(-1, 1, (last ?? 1) * 100);
    return;
  }
  const value = VALUES.get(word) ?? Number(word);
  const joined = last === undefined ? null : joinNumbers(last, value);
  if (joined === null) numbers.push(value);
  else numbers.splice(-1, 1, joined);
}

function joinNumbers(last: number, value: number): number | null {
  if (last > 0 && last < 10) return value > 9 ? last * 100 + value : null;
  const isRoomLeft = (last >= 100 && last % 100 === 0) || (last >= 20 && last % 10 === 0 && value < 10);
  return isRoomLeft ? last + value : null;
}
