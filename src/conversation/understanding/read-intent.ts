import type { Intent } from './facts';
import { firstMeaning, without, wording } from './phrases';
import type { Phrase } from './phrases';

const ADJECTIVES =
  '(?:(?:good|great|nice|new|newer|bigger|larger|smaller|first|second|next|another|cheap|affordable|forever|starter|investment|single|family|story|one|our|my|different|decent|rental|vacation|2nd|1st|to|of|own|beautiful|move|in|ready|fixer|upper|townhome|condo|multi|duplex|few|\\d(?:\\.\\d)?|bed|bedroom|bedrooms|br|bath|baths|,|/|\\+|-) ?){0,6}';
const HOME =
  '(?:home|house|place|condo|townhome|townhouse|property|properties|homes|houses|land|lot|duplex|fixer[- ]?upper|somewhere|bedrooms?|beds?|bd|br)';
const MINE = "(?:my|our|mine|this|the|her|his|mom's|dad's|parents)";
const OWN_HOME = `${MINE}(?: [a-z']+){0,2} (?:home|house|place|condo|townhome|townhouse|property|properties|land|lot|duplex)`;

/** Wants that are not theirs, or not to be taken for buying and selling. */
const MISLEADING = wording(
  'not interested|sell(?:ing)? (?:me|us|you|it to (?:me|us))|you (?:guys )?sell (?:it|houses|homes)|best[- ]selling',
  'selling point|buy (?:you|time|me out|into (?:it|that|this))',
  '(?:they|owners?|sellers?|he|she)(?: [a-z]+){0,2} sell(?:ing)?',
  'looking for [a-z0-9 ,/]{0,40}(?:to rent|for rent|rental|to lease|apartment)',
);
const GAP =
  '(?:(?:really|currently|interested|looking|planning|plan|going|trying|wanting|want|wish|in|to|on|ready|be|thinking|of|about|here|even|actually|at all|a|yet|any|for|interest|desire|intention|home|house) )';
/** "not selling", "no interest in buying or selling"; "can not sell until I buy" still means both. */
const RULED_OUT = wording(
  `(?<!(?:can|could|will|would|why|if|or) )(?:not|never|no longer|no|nothing|without)(?! (?:sure|only)) ${GAP}{0,6}(?:buy|buying|sell|selling|purchas(?:e|ing))(?: (?:or|nor|and|/) (?:buy|buying|sell|selling|purchas(?:e|ing)))?`,
  '(?:instead of|rather than) (?:buying|selling)|(?:already|just) (?:bought|sold|purchased)(?: (?:it|the house|our house|my house|a house|1))?',
  '(?:house|home|it|place|property|that)(?: is| was| has| got)?(?: already| been| just)* sold|(?:do|did) not (?:even )?own (?:it|that|this|the|a)(?: [a-z]+)?|no longer own[a-z ]*',
);

const SELL = wording(
  '(?:you|guys) (?:buy|purchase) or|(?:want|like|looking|ready|going) to list with',
  '(?:what|how much) (?:would|will|can|could|do) (?:you|they|u)(?: guys| all)? (?:offer|pay|give)',
  'cuanto (?:vale|cuesta|me dan|dan|ofrecen|pagan)[a-z ]{0,20}mi (?:casa|propiedad)',
  '(?:pay|paying|offer|give)(?: me| us)?(?: [a-z]+)? for (?:my|our|mine|houses|homes)|how much (?:for|on|is) (?:my|our)(?! (?:budget|payment|down))',
  'make (?:me|us) (?:an|a cash|your best) offer|(?:about|for|help with|interested in) listing(?! (?:price|agent))',
  '(?:get(?:ting)? rid of|unload(?:ing)?|offload(?:ing)?|dump(?:ing)?) (?:a|an|the|this|that|my|our|some|1)(?: [a-z]+)? (?:rentals?|house|home|property|properties|condo|place|duplex)',
  'quiero vender|vender mi|vendo',
  'sell(?:ing)?|sale of my|unload|unloading|for sale by owner|fsbo|home ?owner looking for an offer',
  `(?:list|listing|get rid of|getting rid of|offload|part with) (?:${OWN_HOME}|it|mine)`,
  '(?:worth|value of|offers? (?:for|on)|get for|cash for|price for|buyers? for|appraise|interested in) (?:my|our)(?: [a-z]+)? (?:home|house|place|condo|property|townhome|land)',
  `(?:my|our)(?: [a-z]+)? (?:home|house|place|condo|property)(?:'s| is)? (?:worth|value)`,
  '(?:what|how much) (?:is|are|would) (?:it|mine|my (?:home|house|place|property)) (?:worth|go for)',
  'home valu(?:e|ation)|house value',
  `put(?:ting)? (?:${OWN_HOME}|it|mine) (?:up for sale|on the market)`,
  '(?:you|anyone|someone|who|they|investors?|company|guys|buyers?)(?: [a-z]+){0,3} (?:buy|buying|purchase) (?:(?:my|our|mine|this|it)\\b|houses|homes|properties)',
  '(?:buy|purchase) (?:my|our) (?:home|house|place|condo|property)',
);
const BUY = wording(
  '(?:my|our) (?:max |total )?(?:budget|price range)(?! for repairs)|budget(?: is| of| around|:)(?= \\$?\\d)',
  '(?:see|tour|view|visit|look at|check out|interested in) \\d{2,5} [a-z]+',
  `(?:listing|house|home|property|place|condo|townhome|one|it)(?: (?:at|on|in) [a-z0-9 ]{1,25})? (?:still )?available(?= *(?:$|[?.!,]))`,
  '(?:upgrad(?:e|ing)|move up|moving up|downsiz(?:e|ing)|siz(?:e|ing) up) (?:to|into) (?:a|an|something)',
  '(?:need|want|looking for|after) (?:at least )?\\d (?:\\+ ?)?(?:beds?|br|bd|bedrooms?)',
  'comprar|busco (?:una )?casa',
  '(?:find|finding|need|want|get|looking for|into) (?:something|another one|somewhere) (?:bigger|larger|smaller|newer|closer|with|in|under|around|cheaper|near|between|that)',
  'buy|buying|purchas(?:e|ing)|house ?-?hunt(?:ing)?|home ?-?hunt(?:ing)?|home search',
  'first[- ]time (?:home ?)?buyers?|in the market for|homes? for sale|houses? for sale|still (?:available|for sale)',
  'become a home ?owner',
  '(?:i am|we are|as|am) (?:a |an )?(?:cash |serious |motivated )?buyers?',
  `(?:looking|searching|hunting|shopping) (?:for|at) (?:a |an |some |any |the )?${ADJECTIVES}${HOME}`,
  `(?:find|finding|need|want|get|getting|afford|show|send|see|any) (?:me |us |into )?(?:a |an |some |any )${ADJECTIVES}${HOME}(?! (?:worth|sold|value))`,
  `(?:see|tour|view|visit|walk through|check out|look at) (?:the|that|this|a|some|it|those|these)(?: [a-z0-9]+){0,3} (?:${HOME}|listing|one|showing)`,
  '(?:schedule|set up|book) (?:a |an )?(?:showing|tour|viewing)|make an offer on',
);
const REAL_ESTATE = wording(
  'mov(?:e|ing)|hous(?:e|es|ing)|homes?|propert(?:y|ies)|real estate|realtor|market|relocat(?:e|ing|ion)|listings?',
  'condo|town(?:home|house)|lease|interested|bedrooms?',
);
/** Only as the answer to "buy or sell?". */
const ANSWERS: readonly Phrase<Intent>[] = [
  ['none', wording('neither|none|not (?:either|interested)|nothing')],
  ['both', wording('both|a (?:little|bit) of both')],
  ['sell', wording('sell(?:er|ing|s)?|list(?:ing)?|the (?:second|latter)|second(?: one)?|latter|sale')],
  [
    'buy',
    wording('buy(?:er|ing|s)?|purchas(?:e|er|ing)|look(?:ing)?|the (?:first|former)|first(?: one)?|former|bying|buyin'),
  ],
];

const RENTS = wording(
  '(?:looking|want|wants|wanting|need|trying|hoping|like|anything|something|place|places|house|home|condo|apartment|homes|houses)(?: [a-z0-9]+){0,3} (?:to|for) (?:rent|lease)(?! (?:it|out|mine|my|our|the house|back))',
  '(?:looking|searching|hunting) for (?:a |an )?(?:[a-z0-9]+ ){0,4}(?:rental|apartment|lease)(?! propert)',
);

/** Whether they look for something to rent; wishes for rooms and areas are then no wish to buy. */
export function isRenting(plain: string): boolean {
  return RENTS.test(plain);
}

/** Whether the text is about buying, selling or both; `unclear` is about homes, `none` is not. */
export function readIntent(plain: string, isAsked: boolean): Intent {
  const meant = without(without(plain, RULED_OUT), MISLEADING);
  const isSelling = SELL.test(meant);
  const isBuying = BUY.test(isSelling ? without(meant, SELL) : meant);
  if (isSelling && isBuying) return 'both';
  if (isSelling) return 'sell';
  if (isBuying) return isRenting(plain) && !/\bbuy/.test(plain) ? 'none' : 'buy';
  const answer = isAsked ? firstMeaning(ANSWERS, meant) : null;
  if (answer !== null) return answer;
  if (meant !== plain && /\b(?:buy|sell)/.test(plain)) return 'none';
  return isAsked || REAL_ESTATE.test(meant) ? 'unclear' : 'none';
}
