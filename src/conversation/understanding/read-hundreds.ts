import { mentionOf, surroundings } from './money-mention';
import type { MoneyMention } from './money-mention';

const THOUSAND = 1_000;
/** Thousands above the hundred that each part of it spans. */
const SPAN: Readonly<Record<string, readonly [lowThousands: number, highThousands: number]>> = {
  low: [0, 30],
  lower: [0, 30],
  mid: [50, 50],
  middle: [50, 50],
  high: [70, 100],
  higher: [70, 100],
  upper: [70, 100],
};
const WHOLE = [0, 100] as const;
const PART = Object.keys(SPAN).join('|');
const TO = '(?:[- ]to[- ]| ?[-/] ?| (?:or|and) )';
/** Five groups: the part, a second part, the article, the hundreds, the zeros. */
const ONE = String.raw`(?:(${PART})(?:${TO}(${PART}))?[- ])?(the )?\$?(1(?=00)|[2-9])(00)?k?'?s\b`;
/** "mid 400s", "low 5s", "in the 400s", "low to mid 400s", "high 300s to low 400s", "high 3s low 4s". */
const HUNDREDS = new RegExp(String.raw`\b${ONE}(?:(?:${TO}|,? )${ONE})?`, 'g');
const GROUPS = 5;

/** The hundreds of thousands in a plain text, such as "mid 400s". */
export function readHundreds(text: string, isMoneyAsked: boolean): readonly MoneyMention[] {
  return [...text.matchAll(HUNDREDS)].flatMap((match) => {
    const ends = [match.slice(1, 1 + GROUPS), match.slice(1 + GROUPS)];
    const usd = ends.flatMap((groups) => spanOf(groups, isMoneyAsked)).sort((a, b) => a - b);
    const [lowUsd, highUsd] = [usd.at(0), usd.at(-1)];
    return lowUsd === undefined || highUsd === undefined ? [] : [mentionOf(lowUsd, highUsd, surroundings(match, text))];
  });
}

/** The lowest and highest USD; empty for what may count something else ("5s", nothing asked). */
function spanOf(groups: readonly (string | undefined)[], isMoneyAsked: boolean): readonly number[] {
  const [part, secondPart, article, hundreds, zeros] = groups;
  const isMoney = isMoneyAsked || part !== undefined || (zeros !== undefined && article !== undefined);
  if (hundreds === undefined || !isMoney) return [];
  const spans = [part, secondPart].flatMap((name) => (name === undefined ? [] : (SPAN[name] ?? [])));
  return (spans.length > 0 ? spans : WHOLE).map((above) => (Number(hundreds) * 100 + above) * THOUSAND);
}
