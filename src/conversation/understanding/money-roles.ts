/** What a single sum is: a ceiling, a floor, or just a sum. */
export type SumRole = 'plain' | 'max' | 'min';

const ABOUT = String.raw`(?: ?(?:about|around|like|maybe|the|of|is|at|roughly|approximately|say|:|~|=))*`;
const NEGATION = '(?:no|not|nothing|never|without)(?: [a-z]+){0,4}';
const OVER = '(?:over|above|more (?:than|then)|higher than|past|exceed(?:ing)?|beyond|north of)';
const UNDER = '(?:under|below|less (?:than|then)|lower than|cheaper than)';
const CEILING =
  'up ?to|max(?:imum)?|at most|top(?:s|ping)? out|cap(?:ped)?|limit|ceiling|stretch(?: it)? to|go (?:up |as high as )?to|' +
  'push(?: it)? to|as high as|as much as|within|not to exceed|top end|tops|most (?:i|we) (?:can|could|will|would)(?: [a-z]+)?|<';
const FLOOR =
  'at least|min(?:imum)?|start(?:s|ing)? (?:at|from|around)|upwards? of|north of|no lower|bottom (?:line|dollar)|floor|as low as|lowest(?: (?:i|we)(?: [a-z]+){1,2})?';
/** In "300k, max 400k" the word belongs to the next sum. */
const NOT_OF_NEXT = String.raw`(?!(?: (?:of|is|at))?:? ?\$?\d[\d.,]*(?![\d.,]| ?(?:k )?(?:max|min|tops)))`;
const OR_LESS = String.raw`,? ?(?:is |would be |as )?(?:my |our |the |a )?(?:absolute |hard )?(?:max|maximum|tops?|at (?:the )?(?:very )?most|or less|or under|or below|or lower|or cheaper|and under|and below|limit|ceiling|cap|most)\b`;
const OR_MORE = String.raw`\+|,? ?(?:plus(?! (?:closing|fees|costs|taxes))|and up|or more|or better|or higher|or above|and above|or over|(?:bare )?minimum|min|at least|at the least)\b`;

/** The first row that fits decides; `$` ties a wording to what directly precedes the sum, `^` to what follows it. */
const ROLES: readonly (readonly [role: SumRole, side: 'before' | 'after', pattern: RegExp])[] = [
  // What a bank would lend is not yet what they want to spend.
  ['plain', 'before', new RegExp(String.raw`\b(?:approved|qualif(?:y|ied))(?: for| us| me)* up to${ABOUT} ?$`)],
  ['max', 'before', new RegExp(String.raw`\b${NEGATION} ${OVER}${ABOUT} ?$`)],
  ['min', 'before', new RegExp(String.raw`\b${NEGATION} ${UNDER}${ABOUT} ?$`)],
  ['max', 'after', new RegExp(`^${OR_LESS}${NOT_OF_NEXT}`)],
  ['min', 'after', new RegExp(`^(?:${OR_MORE})${NOT_OF_NEXT}`)],
  ['max', 'before', new RegExp(String.raw`(?:\b|(?=<))(?:${UNDER}|${CEILING})${ABOUT} ?$`)],
  ['min', 'before', new RegExp(String.raw`\b(?:${OVER}|${FLOOR})${ABOUT} ?$`)],
];

/** Words that make a bare "600" money although nobody asked for a sum. */
const MONEY_WORDS =
  '(?:budgets?|price range)(?: (?:went|changed|moved|up|down|now|to))*|spend(?:ing)?|afford|price|priced|range|take|accept|asking|ask|net|clear|want|get|give me|' +
  'list(?:ed|ing)?(?: it)? (?:at|for)|sell(?:ing)?(?: [a-z]+){0,4} (?:for|at)|' +
  '(?:pre[- ]?)?(?:approv(?:ed|al)|qualif(?:y|ied)|qual)(?: (?:us|me|for|up to|at|to|is|was|amount|letter|of))*|' +
  '(?:could|can|would|will) (?:do|go|pay|handle|swing|manage)|willing to (?:do|go|pay)|(?:bank|lender|union)[a-z ]{0,20} (?:give|lend|loan) (?:us|me)|' +
  'thinking|hoping for|comfortable|(?:bank|lender|union) (?:said|says)|pay(?:ing)?|offer(?:ed)?|if (?:i|we) got|stay(?:ing)?|keep it|cash|need to be';
const FILLERS = 'is|of|for|at|about|around|like|up to|a|the|maybe|say|from|between|roughly|least|it|me|would|be';
const HOME = '(?:homes?|houses?|places?|something|anything|condos?|townhomes?|townhouses?|duplex|land|lot|#)';
const DEAL =
  '(?:sell|sells|selling|buy|buying|purchase|purchasing|let (?:it|her|go)|getting|going|spend|looking|find|finding|list)';
const NO_ROAD = String.raw`(?<!\b(?:near|off|at|by|on|along|past|of|to|and|in|the|is|hwy|room|number|code|house|home|place|exit|unit|apt|south|north|east|west|between) ?\$?)`;

/** What stands directly before a bare "600" that is money. */
const BEFORE_SUM: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:${MONEY_WORDS})(?: (?:${FILLERS}))*:? ?\$?$`),
  /\b(?:around|about|roughly|approx) ?\$?$/,
  /\b(?:through|thru|with) [a-z]+(?: [a-z]+)? for ?\$?$/,
  // "buy something bigger in frisco for 425", "3 bed in plano for 425"
  new RegExp(String.raw`(?<!\w)(?:${HOME}|${DEAL})(?!\w)[^.?!;]{0,50}\b(?:for|around|about|at|up to) ?\$?$`),
];
/** "3 bed in plano 450" */
const ENDS_WISH = new RegExp(String.raw`(?<!\w)${HOME}(?!\w)[^.?!;,]{0,50}${NO_ROAD}$`);
const END = /^ ?(?:$|[.,!?;\n])/;
const CLOSES = /^ ?(?:$|[.,!?;\n]|(?:would|works|max|or so)\b)/;
const NOT_A_ROAD = new RegExp(`${NO_ROAD}$`);
const BETWEEN = /\b(?:between|from) ?\$?$/;
/** After a bare "450" these can only be about a price. */
const AFTER_SUM =
  /^ ?(?:to (?:walk away|spend|pay (?:it |this |the [a-z]+ |my [a-z]+ )?off|break even|sell|let it go|get me out|make me)|net\b|or (?:i|we) (?:stay|keep|am|are|do not|will not)|firm\b|obo\b|takes it|cash\b|budget\b|price range\b|for (?:it|mine|my|our|the (?:house|place))\b|and it is yours|and i (?:will|would) (?:sell|sign))/;
/** "450 chickens" counts what follows, "430 tomorrow" is a time. */
const COUNTS =
  /^ ?(?:or \d{3,4} )?(?:tomorrow|today|tonight|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|^ (?!(?:as|is|its|this|tops|plus|less|unless|bucks|us|has|was|does|perhaps|pls|thanks)\b)[a-z]{2,}s\b/;
const RULED_OUT =
  /\b(?:(?:is|am|are) not|(?:would|will|can|could|do|did) not (?:take|accept|do|have|spend|pay|afford|want|sell (?:it )?(?:for|at))|not (?:spending|paying|for)|not) ?\$?$/;

/** Whether a sum is a ceiling, a floor or neither, by the words directly around it. */
export function sumRole(before: string, after: string): SumRole {
  const sides = { before, after };
  return ROLES.find(([, side, pattern]) => pattern.test(sides[side]))?.[0] ?? 'plain';
}

/** True when the words around a bare number say that it is a sum of money. */
export function isSpokenOfAsMoney(before: string, after: string): boolean {
  if (COUNTS.test(after)) return false;
  const isMeant = AFTER_SUM.test(after) || (END.test(after) && ENDS_WISH.test(before));
  return isMeant || BEFORE_SUM.some((pattern) => pattern.test(before)) || sumRole(before, after) !== 'plain';
}

/** True for "between 400 and 450". */
export function isBetween(before: string): boolean {
  return BETWEEN.test(before);
}

/** True for a round number that closes a clause ("frisco, 450"), where it cannot be a road or a house number. */
export function closesClause(before: string, after: string): boolean {
  return CLOSES.test(after) && NOT_A_ROAD.test(before);
}

/** "not 500k": the sum is said not to be it. */
export function isRuledOut(before: string): boolean {
  return RULED_OUT.test(before);
}
