import type { Facts, Intent, Question } from './facts';
import { RULED_OUT } from './intent-wording';
import type { MoneyMention } from './money-mention';
import { without } from './phrases';

const DEALS =
  '(?:i|we) (?:would|will|could|might)(?: [a-z]+)? (?:sell|sign|do it|take it|list|listen|consider|talk|be gone|go|move)';
/** Words near a sum that make it what a seller wants to get. */
const PRICE_BEFORE =
  /\b(?:sell(?:s|ing)?|take|accept|asking(?: price)?|list(?:ed|ing)?(?: it| mine| ours| (?:my|our) [a-z]+)? (?:at|for|around)|net|walk(?:ing)? away|clear|let (?:(?:it|her|mine|my [a-z]+) )?go|get(?= (?:about |around |at least |maybe |like |close to |over |more than |up to |near |back |a |even |only |me |us |for (?:it|mine|my [a-z]+|our [a-z]+) )*\$? ?$)|if (?:i|we) got|not go (?:below|under|lower than)|gets me|(?<!\b(?:bank|lender|union)\b[^.?!]{0,20})give (?:me|us)|offer me|offers? me|pay me|hoping for)\b/g;
const PRICE_AFTER = new RegExp(
  String.raw`^[^.?!;\n]{0,16}\b(?:for (?:it|mine|my [a-z]+|our [a-z]+)|(?:and|then|&) (?:it is|its) (?:yours|sold)|(?:and )?${DEALS}|(?:would|will) (?:make me|get me|do it)|asking)\b`,
);
/** What alone makes a sum a price in the answer to "what is your budget?"; "we have to sell first, 500" is a budget. */
const PRICE_DIRECTLY_BEFORE =
  /\b(?:sell(?:s|ing)?|list(?:ing)?|asking|let)(?: [a-z']+){0,4} (?:for|at)(?: (?:about|around|like|maybe))? ?\$?$/;
/** Unless a budget was asked for. */
const PERHAPS_PRICE_AFTER =
  /^ ?(?:to walk away|to (?:sell|let it go|get me out)|net\b|or (?:i|we) (?:stay|keep)|obo\b|firm\b|takes it)/;
const PERHAPS_PRICE_BEFORE = /\bwant \$? ?$/;
/** Words near a sum that make it what a buyer can spend. */
const BUDGET_BEFORE =
  /\b(?:buy(?:ing)?|budget|spend(?:ing)?|afford|purchas(?:e|ing)|price range|approv(?:ed|al)|qualif(?:y|ied)|look(?:ing)? to buy|find(?:ing)? (?:me |us )?(?:a|an|another|something|one)|(?:bank|lender|credit union)|(?:new|next|another|bigger|smaller) (?:one|house|home|place))\b/g;
/** What follows takes back the sums before it: "budget 400, wait no 440". */
const CORRECTION =
  /\b(?:actually|wait|i mean|meant|make (?:it|that)|scratch that|correction|more like|no(?! (?:more|less|lower|higher)))[ ,.]*(?:[a-z]+ ){0,2}\$?$/;
const BUDGET_AFTER = /^ ?(?:budget|house|home|place|price range|is (?:my|our) budget|(?:pre-?)?approv(?:ed|al))\b/;

type Kind = 'budget' | 'price';
type MoneyFacts = Pick<Facts, 'budgetMinUsd' | 'budgetMaxUsd' | 'priceExpectationUsd'>;

/** Questions that only sellers are asked; money in the answer is their price. */
const KIND_ASKED: Readonly<Partial<Record<Question, Kind>>> = { price: 'price', condition: 'price', budget: 'budget' };

/** Sorts the sums of a text into what a buyer can spend and what a seller wants. */
export function sortMoney(mentions: readonly MoneyMention[], question: Question | null, intent: Intent): MoneyFacts {
  const asked = (question && KIND_ASKED[question]) ?? (intent === 'sell' ? 'price' : 'budget');
  const isPrice = (mention: MoneyMention) =>
    question === 'budget'
      ? PRICE_DIRECTLY_BEFORE.test(mention.before)
      : isPerhapsPrice(mention) || kindOf(mention, asked) === 'price';
  const budgets = sinceCorrection(mentions.filter((mention) => !isPrice(mention)));
  const prices = sinceCorrection(mentions.filter(isPrice));
  return { ...budgetOf(budgets), priceExpectationUsd: priceOf(prices) };
}

function sinceCorrection(mentions: readonly MoneyMention[]): readonly MoneyMention[] {
  return mentions.slice(
    Math.max(
      0,
      mentions.findLastIndex(({ before }) => CORRECTION.test(before)),
    ),
  );
}

function isPerhapsPrice({ before, after }: MoneyMention): boolean {
  return !BUDGET_AFTER.test(after) && (PERHAPS_PRICE_AFTER.test(after) || PERHAPS_PRICE_BEFORE.test(before));
}

function kindOf({ before, after }: MoneyMention, otherwise: Kind): Kind {
  if (BUDGET_AFTER.test(after)) return 'budget';
  if (PRICE_AFTER.test(after)) return 'price';
  // Words before another sum are about that one.
  const own = without(before.slice(before.search(/\D*$/)), RULED_OUT);
  const price = lastIndex(PRICE_BEFORE, own);
  const budget = lastIndex(BUDGET_BEFORE, own);
  if (price === budget) return otherwise;
  return price > budget ? 'price' : 'budget';
}

function lastIndex(pattern: RegExp, text: string): number {
  return [...text.matchAll(pattern)].at(-1)?.index ?? -1;
}

/** A plain figure is a ceiling. The last one said counts; a floor above the ceiling is not believed. */
function budgetOf(mentions: readonly MoneyMention[]): Omit<MoneyFacts, 'priceExpectationUsd'> {
  const last = (...roles: readonly MoneyMention['role'][]) => mentions.findLast(({ role }) => roles.includes(role));
  const budgetMaxUsd = (last('max', 'range') ?? last('plain'))?.highUsd ?? null;
  const budgetMinUsd = last('min', 'range')?.lowUsd ?? null;
  const isPossible = budgetMaxUsd === null || budgetMinUsd === null || budgetMinUsd < budgetMaxUsd;
  return { budgetMinUsd: isPossible ? budgetMinUsd : null, budgetMaxUsd };
}

/** The lowest sum that would do: the floor where one is named, else the lowest of all. */
function priceOf(mentions: readonly MoneyMention[]): number | null {
  const floor = mentions.findLast(({ role }) => role === 'min');
  if (floor) return floor.lowUsd;
  return mentions.length === 0 ? null : Math.min(...mentions.map(({ lowUsd }) => lowUsd));
}
