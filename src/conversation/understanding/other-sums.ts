import { AMOUNT } from './not-money';
import { wording } from './phrases';

const SUM = String.raw`(?<![\w.,])${AMOUNT}`;
/** Words that may stand between "owe" or "paid" and the sum. */
const LINK =
  '(?:(?:is|was|are|of|about|around|still|on|it|the|this|house|home|place|roughly|only|like|balance|left|at|for|a|us|me|we|i|in|back|have|had|under|over|just|down|\\d{4}) ){0,5}';
/** Up to the sum without turning to what the person wants ("zillow says 510 but I want 490" stops at "but"). */
const SAYS = "(?:'s)?(?:(?! (?:i|we|my|our|but|so|and)\\b) [a-z']+){0,8}:? ";
/** Who else names prices. */
const OTHERS = [
  'zillow|zestimate|redfin|trulia|appraised|appraisal|tax value|assessed|county|[dt]?cad|comps?',
  'neighbou?rs?|(?:house|home|1|one|place) (?:next door|down the (?:street|road)|across the street|on (?:my|our) (?:street|block))',
  '(?:houses|homes|places|others|similar|same (?:model|floor ?plan))[a-z ]{0,20} (?:go|going|went|sell|selling|sold|listed)',
  '(?:the|their|its|current|motivated) (?:sellers?|owners?|listing)|sellers?(?= wants?)|opendoor|offerpad',
].join('|');
const OTHER_PEOPLE =
  'they|he|she|someone|somebody|investors?|buyers?|guys?|company|companies|people|wholesalers?|realtor|agent';
const WORK = '(?:work|repairs?|renovations?|upgrades?|remodel(?:ing)?|improvements|debt|equity|savings)';

/** Sums that are neither what a buyer can spend nor what a seller wants. */
const OTHER_SUMS: readonly string[] = [
  // Income.
  `\\b(?:i|we|he|she|both|household) makes? ${LINK}${AMOUNT}|\\b(?:earn|income|salary) ${LINK}${AMOUNT}`,
  `${SUM} (?:combined|before taxes|annually|household|(?:a|per) year|salary|income)\\b`,
  // Owed, paid or spent.
  `\\b(?:owe|owed|owing|(?<!(?:approved|qualified) for an? )mortgage(?: balance)?|payoff|pay(?:ing)? off|paid(?: off)?|bought|purchased|sold|spent|costs?|repairs?) ${LINK}${AMOUNT}`,
  `${SUM} (?:is|was) (?:what (?:i|we) (?:still )?(?:owe|paid)|(?:my|our|the) (?:payoff|mortgage|balance|loan))`,
  `${SUM} (?:left on|balance|payoff|still owed)|\\bbuilt (?:it|this|the house) for ${AMOUNT}`,
  `${SUM} (?:(?:worth )?(?:in|of) (?:[a-z]+ )?${WORK}|hoa|equity)\\b`,
  // Month by month, and up front.
  `${SUM} ?(?:\\/|(?:a|per|each|every) )?(?:month|mo)(?:ly)?\\b|\\b(?:rent|hoa|tax(?:es)?) ${LINK}${AMOUNT}`,
  `${SUM} (?:cash )?(?:down|to put down|for (?:the |a |my |our )?down|saved|deposit)\\b|\\b(?:down payment|deposit) ${LINK}${AMOUNT}`,
  `\\bput(?:ting)? (?:(?:about|around|like|another|at least|over|down|almost|maybe) ){0,2}${AMOUNT}`,
  `${SUM} (?:from|out of) (?:the|our|my|selling|this) ?(?:sale|house|home|place|selling|proceeds)?\\b`,
  `${SUM} ?(?:\\/|(?:a|per) )?(?:sq|square|sqft|foot|ft|sf)\\b`,
  // What others say, want, offer or got.
  `\\b(?:${OTHERS})${SAYS}${AMOUNT}`,
  `\\b(?:${OTHER_PEOPLE})(?: [a-z]+)? (?:offer(?:ed|s|ing)?|want(?:s|ed)?|ask(?:s|ed|ing)?(?: for)?)(?: to)?(?: (?:give|pay|offer))? ${LINK}${AMOUNT}`,
  `(?<!\\bif (?:i|we) )\\b(?:was|were|got|been|turned down|rejected|declined|had|received|have) (?:offered|(?:an?|1|another|the) (?:[a-z]+ )?offer|(?=\\$?\\d)(?<=down |rejected |declined )) ?${LINK}${AMOUNT}`,
  // A listing's price.
  `(?<!\\b(?:i|we)(?: (?:would|will|have|had|am|are|want|like|to|be|get))* (?:it |mine |my [a-z]+ )?)\\b(?:listed|priced|advertised|on the market) (?:at|for) ${LINK}${AMOUNT}`,
  `\\bthe ${AMOUNT} (?:1|one|house|home|listing|place|property|condo)\\b`,
  // Doubted, or a difference.
  `${SUM} (?:more|less|higher|lower) than|${SUM} (?:over|above|under|below) (?:zillow|apprais|asking|market|what|my|the)`,
  `${SUM} (?:is|are|was|seems?|sounds?|would be)(?: (?:way|a bit|a little|just|kind of|kinda|really|still|so|pretty|much))* (?:too (?:much|high|low|rich|expensive|steep)|out of|over (?:my|our)|above (?:my|our)|crazy|insane|ridiculous|steep|a lot|not (?:enough|happening|going|possible))`,
  `\\b(?:that|this|it|which) is (?:way |well |just |a bit )?(?:over|above|more than|past) ${AMOUNT}`,
];
const PATTERNS = OTHER_SUMS.map((source) => new RegExp(source, 'g'));
const ANY_AMOUNT = new RegExp(SUM, 'g');

/** Where the subject may change. */
const CLAUSE_END = /((?<!\d)[.,]|[.,](?!\d)|[!?;\n]| (?:but|so|and|want|need) )/;
/** A clause about one of these names no price of theirs, unless it speaks of their wish. */
const OTHER_TOPIC = wording(
  'student|loans|mortgage|remodel[a-z]*|renovat[a-z]*|quoted?|inherit[a-z]*|insurance|profit|making|after paying',
  'offers|(?:i|we|you|they) offered|offer (?:in )?(?:at|of)|counter(?:ed)?|dropped|reduced|saw|worth|(?:house|home|one|place) (?:we|i) (?:like|love|want)',
);
const WISH = wording(
  'budgets?|max|min|under|up to|spend|afford|(?:pre-?)?approv[a-z]*|qualif[a-z]*|want|take|need|asking|sell(?:ing)?|looking|buy(?:ing)?|list',
);

/**
 * The plain text with the sums of others, and those that are no price of a home, blotted out.
 * @param isMoneyAsked "it is worth 425" then answers the question.
 */
export function blotOtherSums(plain: string, isMoneyAsked: boolean): string {
  const text = PATTERNS.reduce((rest, pattern) => rest.replace(pattern, ' # '), plain);
  return isMoneyAsked ? text : text.split(CLAUSE_END).map(blotOtherTopic).join('');
}

function blotOtherTopic(clause: string): string {
  return OTHER_TOPIC.test(clause) && !WISH.test(clause) ? clause.replace(ANY_AMOUNT, ' # ') : clause;
}
