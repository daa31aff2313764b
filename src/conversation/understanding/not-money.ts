/** A sum as it may be written, with no word straight after it. */
export const AMOUNT = String.raw`\$? ?\d[\d.,]*(?: ?(?:k|m|mil|million|thousand|grand))?(?!\w)`;
/** A number, or two as a range. */
const NUMBER = String.raw`\$? ?\d[\d.,]*(?: ?k)?(?: ?(?:-|to|or) ?\$?\d[\d.,]*(?: ?k)?)?\+?`;

/** What a number counts when it is not dollars. */
const UNITS = [
  '(?:business |calendar |more |full )?(?:day|week|month|year|hour|hr|minute|second)s?',
  String.raw`(?:sq|square)\b\.? ?(?:ft|feet|foot|footage)?|sqft|sf|feet|foot|ft|acres?|miles?|mi|mph|blocks?`,
  '(?:full |half )?(?:bed|bath|bdrm|bdr|br|bd|ba|bedroom|bathroom|room|story|stories|car|garage|unit|floor)s?',
  'people|kids?|children|dogs?|cats?|pets?|times?|homes|houses|properties|listings|offers|photos|pics|levels?',
  '%|percent|points?|degrees|st|nd|rd|th|am|pm|a\\.m|p\\.m|credit|fico|score|yo',
].join('|');
const NOT_A_STREET = '(?!(?:is|in|on|to|for|the|a|an|my|no|or|and|max|but|if|would|k|that|we|i|not)\\b)';
const STREET =
  'street|st|avenue|ave|drive|dr|lane|ln|road|rd|boulevard|blvd|court|ct|circle|cir|trail|trl|parkway|pkwy|way|place|pl|terrace|cove';
/** In "be there at 530" the number is a time. */
const MEETING =
  '(?:call|text|meet|see (?:you|u|ya|it)|come (?:by|over)|free|available|(?:be|get|am|back|will be) (?:off|home|there|here|out)|off(?: work)?|talk|tomorrow|tonight|work|tour|showing|leave|lunch|dinner|appointment|lets do)';

/** Numbers that count or name something: phones, zip codes, addresses, roads, dates, times, rooms, credit scores. */
const NOT_MONEY: readonly RegExp[] = [
  /\bhttps?:\/\/\S+/g,
  /(?<!\d)(?:\+?1[-. ]?)?\(?\d{3}\)?[-. ]{0,2}\d{3}[-. ]?\d{4}(?!\d)/g,
  /(?<![\d$,.-])\d{3}-\d{4}(?![\d,k])/g,
  /(?<![\d$.,-])\d{5}(?:-\d{4})?(?![\d,]|\.\d| ?(?:k|dollars|usd|bucks|cash|-|to \$?\d)\b| ?[-] ?\d)/g,
  new RegExp(String.raw`(?<![$\d.,])\d{1,6} (?:[nsew]\.? )?(?:${NOT_A_STREET}[a-z]+ ){1,2}(?:${STREET})\b`, 'g'),
  /\b(?:hwy|highway|interstate|loop|fm|route|rt|apt|apartment|suite|ste|bldg|exit|#|i-) ?#?\d+\b(?! ?k)/g,
  /\b(?:corner of|intersection of|off(?: of)?|along|(?:south|east|west) of) \d{2,3}(?: (?:and|&) \d{2,3})?\b(?! ?k)/g,
  /\b(?:mls|account|acct|id|code|case|ref|file|lot|house number|order)(?: ?(?:#|number|no\.?|is|:))* ?\d+\b(?! ?k)/g,
  /\b\d{1,2}:\d{2}\b/g,
  new RegExp(
    String.raw`\b${MEETING}\b[^.?!\d]{0,20}\b(?:at|around|about|by|after|before|until|till|from|like|do) (?:1[0-2]|[1-9])[0-5]\d\b(?! ?k)`,
    'g',
  ),
  /\b(?:after|before|until|till?|at \d{1,2} or) (?:1[0-2]|[1-9])[0-5]\d\b(?! ?k)/g,
  /\b(?:near|by|off|at|on) \d{2,3} (?:and|&) [a-z]+(?= *(?:$|[.,!?]))/g,
  /(?:^|\b(?:on|off|near|along) )us[- ]?\d{2,3}\b/g,
  /(?<![\d$])\d{1,2}\/\d{1,2}(?:\/\d{2,4})?\b/g,
  new RegExp(String.raw`(?<![\w.,])${NUMBER}(?: ?|-)(?:${UNITS})(?!\w)`, 'g'),
  // "3 bed 2.5"
  /# ,? ?\d(?:\.5)?(?![\w.,]| ?(?:k|m|mil|million)\b)/g,
  /(?<![\w.,])\d{1,2} ?-?mins?\b/g,
  /\b(?:credit|fico)(?: score)?(?: (?:is|of|was|around|about|at|like|right|roughly)){0,3}:? [3-8]\d{2}\b(?! ?k)/g,
  /\bscore (?:is|of)(?: (?:around|about))? [3-8]\d{2}\b(?! ?k)/g,
];

/** "North of 380" is a road, unless money was asked for. */
const ROAD = /\bnorth of \d{2,3}\b(?! ?(?:k|thousand)\b)/g;

/** The plain text with every number that only looks like money blotted out. */
export function blotNonMoney(plain: string, isMoneyAsked: boolean): string {
  const patterns = isMoneyAsked ? NOT_MONEY : [...NOT_MONEY, ROAD];
  return patterns.reduce((text, pattern) => text.replace(pattern, ' # '), plain);
}
