import type { Facts, Intent, Question } from './facts';
import type { MoneyMention } from './read-money';

/** Words near a sum that make it what a seller wants to get. */
const PRICE_BEFORE =
  /\b(?:sell(?:ing)?|take|accept|asking(?: price)?|list(?:ed|ing)?(?: it| mine| my [a-z]+)? (?:at|for)|net|walk(?:ing)? away|clear|get(?= (?:about |around |at least |maybe |like |close to |over |more than |up to |near |back |a |even |only |me |us |for (?:it|mine|my [a-z]+|our [a-z]+) )*\$? ?$)|not go (?:below|under|lower than)|gets me|give me|offer me|offers? me|pay me|hoping for)\b/g;
const PRICE_AFTER =
  /^[^.?!;\n]{0,12}\b(?:for (?:it|mine|my [a-z]+|our [a-z]+)|(?:and|then|&) (?:it is|its) (?:yours|sold)|(?:and )?(?:i|we) (?:would|will) (?:sell|sign|do it|take it|list)|(?:would|will) (?:make me|get me|do it)|asking)\b/;
/** The same, unless a budget was asked for. */
const PERHAPS_PRICE_AFTER =
  /^ ?(?:to walk away|to (?:sell|let it go|get me out)|net\b|or (?:i|we) (?:stay|keep)|obo\b|firm\b|takes it)/;
const PERHAPS_PRICE_BEFORE = /\bwant \$? ?$/;
/** Words near a sum that make it what a buyer can spend. */
const BUDGET_BEFORE =
  /\b(?:buy(?:ing)?|budget|spend(?:ing)?|afford|purchas(?:e|ing)|price range|approv(?:ed|al)|qualif(?:y|ied)|look(?:ing)? to buy|find(?:ing)? (?:a|an|another|something|one)|(?:new|next|another|bigger|smaller) (?:one|house|home|place))\b/g;
const BUDGET_AFTER = /^ ?(?:budget|house|home|place|price range|is (?:my|our) budget|(?:pre-?)?approv(?:ed|al))\b/;

type Kind = 'budget' | 'price';
type MoneyFacts = Pick<Facts, 'budgetMinUsd' | 'budgetMaxUsd' | 'priceExpectationUsd'>;

/** Questions that only sellers are asked; money in the answer is their price. */
const KIND_ASKED: Readonly<Partial<Record<Question, Kind>>> = { price: 'price', condition: 'price', budget: 'budget' };

/** Sorts the sums of a text into what a buyer can spend and what a seller wants. */
export function sortMoney(mentions: readonly MoneyMention[], question: Question | null, intent: Intent): MoneyFacts {
  const asked = (question && KIND_ASKED[question]) ?? (intent === 'sell' ? 'price' : 'budget');
  const isPrice = (mention: MoneyMention) =>
    (question !== 'budget' && isPerhapsPrice(mention)) || kindOf(mention, asked) === 'price';
  const budgets = mentions.filter((mention) => !isPrice(mention));
  const prices = mentions.filter(isPrice);
  return { ...budgetOf(budgets), priceExpectationUsd: priceOf(prices) };
}

function isPerhapsPrice({ before, after }: MoneyMention): boolean {
  return !BUDGET_AFTER.test(after) && (PERHAPS_PRICE_AFTER.test(after) || PERHAPS_PRICE_BEFORE.test(before));
}

function kindOf({ before, after }: MoneyMention, otherwise: Kind): Kind {
  if (BUDGET_AFTER.test(after)) return 'budget';
  if (PRICE_AFTER.test(after)) return 'price';
  const price = lastIndex(PRICE_BEFORE, before);
  const budget = lastIndex(BUDGET_BEFORE, before);
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

/** The lowest sum that would do: the floor where one is named, else the low end of what was said last. */
function priceOf(mentions: readonly MoneyMention[]): number | null {
  return (mentions.findLast(({ role }) => role === 'min') ?? mentions.at(-1))?.lowUsd ?? null;
}
