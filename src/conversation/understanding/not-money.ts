/** A number, or two as a range. */
const NUMBER = String.raw`\$? ?\d[\d.,]*(?: ?k)?(?: ?(?:-|to|or|and) ?\$?\d[\d.,]*(?: ?k)?)?\+?`;
const AMOUNT = String.raw`\$? ?\d[\d.,]*(?: ?(?:k|m|mil|million|thousand|grand))?(?!\w)`;

/** What a number counts when it is not dollars. */
const UNITS = [
  '(?:business |calendar |more |full )?(?:day|week|month|year|hour|hr|minute|min|second)s?',
  String.raw`(?:sq|square)\b\.? ?(?:ft|feet|foot|footage)?|sqft|sf|feet|foot|ft|acres?|miles?|mi|mph|blocks?`,
  '(?:full |half )?(?:bed|bath|bdrm|bdr|br|bd|ba|bedroom|bathroom|room|story|stories|car|garage|unit|floor)s?',
  'people|kids?|children|dogs?|cats?|pets?|times?|homes|houses|properties|listings|offers|photos|pics|levels?',
  '%|percent|points?|degrees|st|nd|rd|th|am|pm|a\\.m|p\\.m|credit|fico|score|yo',
].join('|');
const NOT_A_STREET = '(?!(?:is|in|on|to|for|the|a|an|my|no|or|and|max|but|if|would|k|that|we|i|not)\\b)';
const STREET =
  'street|st|avenue|ave|drive|dr|lane|ln|road|rd|boulevard|blvd|court|ct|circle|cir|trail|trl|parkway|pkwy|way|place|pl|terrace|cove';
/** Words that may stand between "owe" or "paid" and the sum. */
const LINK =
  '(?:(?:is|was|of|about|around|still|on|it|the|this|house|home|place|roughly|only|like|balance|left|at|for|a|us|me|we|i|in|back|have|had|under|over|just|down|\\d{4}) ){0,5}';

/**
 * Numbers that are not a price: phones, zip codes, addresses, roads, dates, times, counts, credit scores, and sums that
 * are neither budget nor asking price (down payment, rent, what is owed or was once paid, estimates of others).
 */
const NOT_MONEY: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:i|we|he|she|both) makes? ${LINK}${AMOUNT}|(?<![\w.,])${AMOUNT} (?:combined|before taxes|annually|household)\b`,
    'g',
  ),
  new RegExp(
    String.raw`\b(?:they|he|she|someone|somebody|investors?|opendoor|offerpad|buyers?|guys?|company|companies|people|wholesalers?|neighbou?r)(?: [a-z]+)? offer(?:ed|s|ing)? ${LINK}${AMOUNT}`,
    'g',
  ),
  new RegExp(
    String.raw`(?<![\w.,])${AMOUNT} (?:from|out of) (?:the|our|my|selling|this) ?(?:sale|house|home|place|selling|proceeds)?\b`,
    'g',
  ),
  new RegExp(String.raw`(?<![\w.,])${AMOUNT} ?(?:\/|(?:a|per) )?(?:sq|square|sqft|foot|ft|sf)\b`, 'g'),
  new RegExp(
    String.raw`(?<![\w.,])${AMOUNT} (?:is|was) (?:what (?:i|we) (?:still )?(?:owe|paid)|(?:my|our|the) (?:payoff|mortgage|balance|loan))`,
    'g',
  ),
  /\bhttps?:\/\/\S+/g,
  /(?<!\d)(?:\+?1[-. ]?)?\(?\d{3}\)?[-. ]{0,2}\d{3}[-. ]?\d{4}(?!\d)/g,
  /(?<![\d$,.-])\d{3}-\d{4}(?![\d,k])/g,
  /(?<![\d$.,-])\d{5}(?:-\d{4})?(?![\d,]|\.\d| ?(?:k|dollars|usd|bucks|cash|-|to \$?\d)\b| ?[-] ?\d)/g,
  new RegExp(String.raw`(?<![$\d.,])\d{1,6} (?:[nsew]\.? )?(?:${NOT_A_STREET}[a-z]+ ){1,2}(?:${STREET})\b`, 'g'),
  /\b(?:hwy|highway|interstate|loop|fm|route|rt|apt|apartment|suite|ste|bldg|exit|off of|#|i-) ?#?\d+\b(?! ?k)/g,
  /\b\d{1,2}:\d{2}\b/g,
  /(?<![\d$])\d{1,2}\/\d{1,2}(?:\/\d{2,4})?\b/g,
  /\b(?:credit|fico)(?: score)?(?: (?:is|of|was|around|about|at|like|right|roughly)){0,3}:? [3-8]\d{2}\b(?! ?k)/g,
  /\bscore (?:is|of)(?: (?:around|about))? [3-8]\d{2}\b(?! ?k)/g,
  new RegExp(String.raw`(?<![\w.,])${NUMBER}(?: ?|-)(?:${UNITS})(?!\w)`, 'g'),
  new RegExp(
    String.raw`(?<![\w.,])${AMOUNT} ?(?:\/|(?:a|per|each|every) )?(?:month|mo)(?:ly)?\b|(?<![\w.,])${AMOUNT} (?:cash )?(?:down|to put down|for (?:the |a |my |our )?down|saved|(?:in|of) (?:savings|equity|repairs|work|debt)|(?:a|per) year|salary|income|hoa|deposit|equity)\b`,
    'g',
  ),
  new RegExp(
    String.raw`\b(?:owe|owed|owing|mortgage(?: balance)?|payoff|pay(?:ing)? off|paid off|paid(?! off)|bought|purchased|earn|income|salary|hoa|tax(?:es)?|rent|put(?:ting)?|down payment|deposit|(?:was|were|got|been) offered|sold|repairs?) ${LINK}${AMOUNT}`,
    'g',
  ),
  new RegExp(
    String.raw`\b(?:zillow|zestimate|redfin|appraised|appraisal|tax value|assessed|neighbou?r(?:'?s)?)(?: (?:got|sold|listed|is|was|says?|has|at|for|around|about|came|in|back|the|house|home|my|value|said|shows?)){0,6} ${AMOUNT}`,
    'g',
  ),
];

/** The plain text with everything that only looks like money blotted out. */
export function blotNonMoney(plain: string): string {
  return NOT_MONEY.reduce((text, pattern) => text.replace(pattern, ' # '), plain);
}
