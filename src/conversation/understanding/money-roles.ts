/** What a single sum is: a ceiling, a floor, or just a sum. */
export type SumRole = 'plain' | 'max' | 'min';

const ABOUT = String.raw`(?: ?(?:about|around|like|maybe|the|of|is|at|roughly|approximately|say|:|~|=))*`;
const NEGATION = '(?:no|not|nothing|never|without)(?: [a-z]+){0,4}';
const OVER = '(?:over|above|more than|higher than|past|exceed(?:ing)?|beyond)';
const UNDER = '(?:under|below|less than|lower than|cheaper than)';
const CEILING =
  'up ?to|max(?:imum)?|at most|top(?:s|ping)? out|cap(?:ped)?|limit|ceiling|stretch(?: it)? to|go (?:up |as high as )?to|' +
  'push(?: it)? to|as high as|as much as|within|not to exceed|top end|tops';
const FLOOR =
  'at least|min(?:imum)?|start(?:s|ing)? (?:at|from)|upwards? of|north of|no lower|bottom line|floor|as low as';
/** In "300k, max 400k" the word belongs to the next sum. */
const NOT_OF_NEXT = String.raw`(?!(?: (?:of|is|at))?:? ?\$?\d)`;
const OR_LESS = String.raw`,? ?(?:is |would be |as )?(?:my |our |the |a )?(?:absolute |hard )?(?:max|maximum|tops?|at (?:the )?most|or less|or under|or below|or lower|or cheaper|and under|and below|limit|ceiling|cap|most)\b${NOT_OF_NEXT}`;
const OR_MORE = String.raw`\+|,? ?(?:(?:plus|and up|or more|or better|or higher|or above|and above|or over|minimum|min|at least|at the least)\b${NOT_OF_NEXT})`;

/** The first row that fits decides; `$` ties a wording to what directly precedes the sum, `^` to what follows it. */
const ROLES: readonly (readonly [role: SumRole, side: 'before' | 'after', pattern: RegExp])[] = [
  ['max', 'before', new RegExp(String.raw`\b${NEGATION} ${OVER}${ABOUT} ?$`)],
  ['min', 'before', new RegExp(String.raw`\b${NEGATION} ${UNDER}${ABOUT} ?$`)],
  ['max', 'after', new RegExp(`^${OR_LESS}`)],
  ['min', 'after', new RegExp(`^(?:${OR_MORE})`)],
  ['max', 'before', new RegExp(String.raw`\b(?:${UNDER}|${CEILING})${ABOUT} ?$`)],
  ['min', 'before', new RegExp(String.raw`\b(?:${OVER}|${FLOOR})${ABOUT} ?$`)],
];

/** Words that make a bare "600" money although nobody asked for a sum. */
const MONEY_WORDS =
  'budget|spend(?:ing)?|afford|price(?: range)?|priced|between|range|take|accept|asking|ask|net|clear|want|get|give me|' +
  'list(?:ed|ing)?(?: it)? (?:at|for)|sell(?:ing)?(?: [a-z]+){0,4} (?:for|at)|approved (?:for|up to|at)|' +
  'qualif(?:y|ied) for|thinking|hoping for|comfortable|approved (?:us|me) (?:for|up to|at)|(?:bank|lender|union) (?:said|says)|pay(?:ing)?|offer(?:ed)?|we are|i am|stay(?:ing)?|keep it';
const FILLERS = 'is|of|for|at|about|around|like|up|to|a|the|maybe|say|from|between|roughly|least|it|me|would|be';
/** "call me around 530" is a time. */
const ABOUT_NO_TIME =
  /(?<!\b(?:call|text|meet|see|come|free|available|tomorrow|today|off|home|back|after|until|by)\b[^.?!]{0,30})\b(?:around|about|roughly|approx) ?\$?$/;
const AFTER_MONEY_WORD = new RegExp(String.raw`\b(?:${MONEY_WORDS})(?: (?:${FILLERS}))*:? ?$`);
/** What may follow a bare "600" for it to be a price and not a count. */
const END_OF_SUM =
  /^(?: ?(?:$|[.,!?;)\n+-])| (?:max|maximum|tops|or|and|to|for|is|if|but|range|min|minimum|budget|would|cash|with|at|in|total|by|asap|all|as|then|when|so|on|because|firm|net|please|now|near|around|i|we|it|that|my|our|after|before)\b)/;
/** After a bare "450" these can only be about a price. */
const BEFORE_PRICE_WORD =
  /^ ?(?:to walk away|to (?:sell|let it go|get me out|make me)|net\b|or (?:i|we) (?:stay|keep|am|are|do not|will not)|firm\b|obo\b|takes it|and it is yours|and i (?:will|would) (?:sell|sign))/;
const RULED_OUT = /\b(?:(?:is|am|are) not|would not (?:take|accept|do|sell (?:it )?(?:for|at))|not) ?$/;

/** Whether a sum is a ceiling, a floor or neither, by the words directly around it. */
export function sumRole(before: string, after: string): SumRole {
  const sides = { before, after };
  return ROLES.find(([, side, pattern]) => pattern.test(sides[side]))?.[0] ?? 'plain';
}

/** True when the words around a bare number say that it is a sum of money. */
export function isSpokenOfAsMoney(before: string, after: string): boolean {
  if (!END_OF_SUM.test(after)) return false;
  if (BEFORE_PRICE_WORD.test(after)) return true;
  return AFTER_MONEY_WORD.test(before) || ABOUT_NO_TIME.test(before) || sumRole(before, after) !== 'plain';
}

/** "not 500k": the sum is said not to be it. */
export function isRuledOut(before: string): boolean {
  return RULED_OUT.test(before);
}
