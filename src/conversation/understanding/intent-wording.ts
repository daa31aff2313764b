import { wording } from './phrases';

const ONE =
  '(?:home|house|place|condo|townhome|townhouse|property|properties|homes|houses|condos|townhomes|land|lot|acreage|duplex)';
const MY_HOME = `(?:my|our)(?: [a-z']+){0,2} ${ONE}`;
const OWN_HOME = `(?:my|our|mine|this|the|her|his|mom's|dad's|parents)(?: [a-z']+){0,2} ${ONE}`;
const TRADE = '(?:buy|buying|sell|selling|purchas(?:e|ing))';

/** Whose buying and selling is not the writer's; parents are often written for. */
const OTHERS =
  '(?:they|owners?|sellers?|he|she|(?:my|our|a|the) (?:sister|brother|neighbou?rs?|friends?|cousin|boss|co ?-?worker|landlord|aunt|uncle|buddy|roommate))';
/** Talk of buying and selling that is no wish for it. */
export const MISLEADING = wording(
  'not interested|sell(?:ing)? (?:me|us|you|it to (?:me|us))|(?<!(?:can|could|will|would|help) )you (?:guys )?(?:sell (?:it|houses|homes)|list (?:condos|homes|houses))|(?:did|has|is) (?:the|that|\\d+)(?: (?!to\\b)[a-z0-9]+){0,3} (?:sell|sold)(?= *(?:$|[?.!]|yet))|best[- ]selling',
  'selling point|buy (?:you|time|(?:me|us) (?:a|an|some|out)|into (?:it|that|this))|(?:sell|sold|buy) (?:my|our) (?:info|data|number)',
  `${OTHERS}(?: [a-z]+){0,3} (?:sell(?:s|ing)?|buy(?:s|ing)?)(?: (?:his|hers?|their|theirs|the|a)(?: [a-z]+)?)?`,
  `(?:are|r) (?:you|u|they)(?: trying to)? ${TRADE}(?! (?:houses|homes|my|our|property|in)\\b)(?: (?:or|and) ${TRADE})?`,
  'sells? [a-z]+ for a living|(?<!(?:do|can|will|if|did|the) )(?:i|we) (?:also |only )?(?:buy (?:houses|homes)|sell (?:homes|houses))',
  '(?:buy|sell)(?:ing)? (?:a |the |another |more |my |your |some )?(?:cars?|trucks?|boat|rv|insurance|software|solar|leads|furniture|ads|services|now pay|groceries|lunch|dinner|food|tickets|stuff)|help(?:s|ing)? (?:you|realtors|agents|people) (?:sell|buy)',
);
const GAP =
  '(?:(?:really|currently|interested|looking|planning|plans?|going|trying|wanting|want|wish|need|have|got|first|in|to|on|ready|be|thinking|of|about|here|even|actually|at all|a|yet|any|for|interest|desire|intention|home|house) )';
/** "not selling", "no interest in buying or selling"; "can not sell until I buy" still means both. */
export const RULED_OUT = wording(
  `(?:(?<!(?:can|could|will|would|why|if|or) )not|never|no longer|no|nothing|without|done)(?! (?:sure|only)) ${GAP}{0,6}${TRADE}(?: (?:or|nor|and|/) ${TRADE})?`,
  'not (?:need|want|looking for|interested in|have|own) (?:a|an|any|\\d)(?: [a-z0-9]+){0,3}|would not sell(?= *(?:$|[.,!]|for any|ever))',
  `(?:instead of|rather than) (?:buying|selling)|(?:already|just) (?:bought|sold|purchased)(?: (?:it|the house|our house|my house|a house|1))?|sold (?:mine|ours|${MY_HOME})`,
  '(?<!\\b(?:need|needs|want|get|have) (?:[a-z]+ ){0,3})(?:house|home|it|place|property|that)(?: is| was| has| got)?(?: already| been| just)* sold|(?:do|did) not (?:even )?own (?:it|that|this|the|a)(?: [a-z]+)?|no longer own[a-z ]*',
);

export const SELL = wording(
  'sell(?:ing)?|(?:my (?:house|home|place|condo)|mine|ours) sells|how much is .{1,30} worth|(?:i|we|to|you) list(?= *(?:$|[?.!,]|it|with|my|mine))|(?:i am|we are|as) (?:a |the )?(?:motivated )?seller|sale of my|for sale by owner|fsbo|quiero vender|vender mi|vendo',
  // Listing it, or getting rid of it.
  '(?:want|like|looking|ready|going|need|time|have) to list(?= *(?:$|[.,!?]|with|soon|now|in|by))|(?:about|for|help with|interested in|planning on|plan on|of|consider|considering|start) listing(?! (?:price|agent))|to list (?:a|an|1) (?:house|home)|(?:a|good|interview|hire) listing agents?',
  `(?:list|listing|get rid of|getting rid of|offload|part with) (?:${OWN_HOME}|it|mine|ours)|put(?:ting)? (?:${OWN_HOME}|it|mine) (?:up for sale|on the market)`,
  `(?:get(?:ting)? rid of|unload(?:ing)?|offload(?:ing)?|dump(?:ing)?) (?:a|an|the|this|that|my|our|some|1)(?: [a-z]+)? (?:rentals?|${ONE})|unload(?:ing)?`,
  `(?:get|getting|got to get|want) out (?:of|from under) (?:my|our|this) ${ONE}|(?:want|need) (?:it|${OWN_HOME}) gone|${ONE} (?:i|we) (?:want|need) gone|(?:(?:get|take|want) (?:[a-z]+ ){0,3})?off (?:my|our) hands|(?:need|needs|want|get)(?: [a-z]+){0,4} sold`,
  // What it is worth, or what one would pay for it.
  `(?:worth|value of|estimate (?:on|for|of)|offers? (?:for|on)|get for|cash for|price for|buyers? for|appraise|interested in|close on) (?:my|our)(?: [a-z]+)? ${ONE}|${MY_HOME}(?:'s| is)? (?:worth|value)`,
  `(?:what|how much)(?: (?:is|are|would|could|can|will))? (?:it|mine|ours|${MY_HOME})(?: (?:is|would|could|can|will|might))? (?:worth|go(?:ing)? for|sell(?:ing)? for)`,
  'home valu(?:e|ation)|house value|(?:need|want|get|send me|do) (?:a |me a )?(?:cma|market analysis)',
  'cuanto (?:vale|cuesta|me dan|dan|ofrecen|pagan)[a-z ]{0,20}mi (?:casa|propiedad)|how much (?:for|on|is) (?:my|our)(?! (?:budget|payment|down))',
  '(?:what|how much) (?:would|will|can|could|do) (?:you|they|u)(?: guys| all)? (?:offer|pay|give)|(?:pay|paying|offer|give)(?: me| us)?(?: [a-z]+)? for (?:my|our|mine|houses|homes)',
  'make (?:me|us) (?:an|a cash|your best) offer|(?:want|need|get|getting|looking for|give|send|consider|take|interested in) (?:me |us )?(?:a|an|your|any) (?:[a-z]+ )?offer(?! (?:accepted|in))|^cash offer|home ?owner looking for an offer',
  "(?:you|y'?all|anyone|someone|somebody|who|they|investors?|company|guys|buyers?)(?: [a-z]+){0,3} (?:buy|buying|purchase) (?:(?:my|our|mine|this|it|or)\\b|houses|homes|properties)|(?:buy|purchase|buying|purchasing) (?:my|our) (?:home|house|place|condo|property)",
);

/** What stands between "looking for" and the home; a sale, a service or somebody's home turns it. */
const ANY_KIND =
  "(?:(?:(?!(?:my|our|your|mine|sell|selling|sold|agent|realtor|offers?|rent|rental|apartment|lease|and|but|to|for|of|on|in|about|with|from|at|if|what|is|was|info|help)\\b)[a-z0-9/.,'+-]+|(?:my|our) (?:first|next|own|new|forever|dream)|move in ready|for sale) ){0,6}";
const A_HOME = `(?:${ONE}|fixer[- ]?upper|somewhere|something|anything|bedrooms?|beds?|bd|br|listings|new (?:construction|builds?)|one like (?:it|that|this)|(?<=\\b(?:another|new|different|bigger|smaller|next) )one)(?! (?:worth|sold|gone|value|to sell|i (?:have|own)|we (?:have|own)|inspection|warranty|insurance|office|loan|equity|wrong|else|about|like that)\\b)`;
export const BUY = wording(
  'buy|buying|purchas(?:e|ing)|comprar|busco (?:una )?casa|(?:house|home)[ -]?(?:hunt(?:ing)?|shopping)|home search|becom(?:e|ing) a home ?owner|in the market for',
  '(?:first|1st)[- ]time (?:home ?)?buyers?|(?:i am|we are|as|am) (?:a |an )?(?:cash |serious |motivated )?buyers?',
  '(?:my|our) (?:max |total )?(?:budget|price range)(?! for repairs)|budget(?: is| of| around|:)(?= \\$?\\d)',
  'invest(?:ing)? in (?:a |an |some )?(?:real estate|rentals?|propert[a-z]+|houses|homes|duplex)|flip(?:ping)? (?:houses|homes)|(?:rentals?|doors|properties)[a-z ]{0,20} portfolio',
  // A home that is looked for.
  `(?:look(?:ing)?|search(?:ing)?|hunting|shopping) (?:for|4|at|into|around for) (?:${ANY_KIND}${A_HOME}|mine|one)`,
  `(?:find|finding|need|want|get|getting|afford|show|send|see|(?:would|i|we) (?:like|love)|after|into|interested in) (?:me |us )?${ANY_KIND}${A_HOME}`,
  `(?:you|u|guys|y'?all|got|any|have any) (?:still )?(?:have |got |any )?${ANY_KIND}(?:${ONE}|open houses?|(?:beds?|bedrooms?)|listings)(?= *(?:$|[?.!,]|in\\b|under|with|for sale|available|around|near|between|below|left|this|coming))`,
  'looking (?:in|near) (?!to\\b)[a-z]+|(?:need|want|trying|looking|have) to (?:find|get) (?:1|one|something|mine|somewhere)|looking for (?:mine|our first|my first|1|one)|(?:need|want) (?:another|a new|a different|a bigger|a smaller) one',
  '(?:upgrad(?:e|ing)|move up|moving up|downsiz(?:e|ing)|siz(?:e|ing) up) (?:to|into) (?:a|an|something)|what (?:do you|you|have you|all)(?: guys)? (?:have|got)(?= (?:in|under|for|around|near|available|between|below|with))|what is (?:available|out there)|(?:what|which) (?:[a-z]+ )?(?:homes|houses|condos|listings|properties) (?:do|are|is|have) (?:you|u|there|available)',
  '(?:any|anything)(?: [a-z]+)? (?:in|under|around|near|below|with|between|available|for sale)(?! (?:mind|the (?:mail|future)|this|that|it))',
  // A listing.
  '(?:see|tour|view|visit|look(?:ing)? at|check out) (?:(?!my|our)[a-z]+ ){0,3}(?:homes|houses|places|condos|properties)',
  '(?:see|tour|view|visit|look at|check out|interested in) \\d{2,5} [a-z]+|open houses?|(?:homes?|houses?|still) for sale|still (?:available|on the market)',
  `(?:listing|${ONE}|one|it)(?: (?:at|on|in) [a-z0-9 ]{1,25})? available(?= *(?:$|[?.!,]))|(?:interested in|about) (?:the|that|this) listing`,
  `(?:how much (?:is|are|for)|what is the (?:asking )?price (?:on|of|for)|what is) the (?:${ONE}|one|listing)|saw (?:your|the|a|ur|this|that) (?:sign|listing|ad|post)`,
  `(?:see|tour|view|visit|walk through|check out|look at|seeing|viewing|touring) (?:the|that|this|a|some|it|those|these)(?: [a-z0-9]+){0,3} (?:${ONE}|one|showing|listing)`,
  '(?:schedule|set up|book) (?:a |an )?(?:showing|tour|viewing)|(?:put|putting|submit|make|write|writing)(?: in)? (?:an )?offer(?: in| on(?! my| our))',
  '(?:submit|put in|write) an offer|make an offer on(?! my| our)',
);
/** Beside a sale these mean the next home. */
export const BUY_NEXT = wording(
  '(?:then|and|before|after|while)(?: [a-z]+){0,4} (?:look(?:ing)?|upgrad(?:e|ing)|find|get (?:a|an|another|something)|move into|mov(?:e|ing) up)(?! for (?:an apartment|a rental))',
  '(?:the|our|my) next (?:one|home|house|place)|(?:new|newer|bigger|smaller|another|other|cheaper|different) (?:1|one)s?|trad(?:e|ing) up|upgrad(?:e|ing)|(?:into|for) (?:something|a (?:condo|smaller|bigger|new|larger))|(?:find|finding|need|want|get) (?:a|an|something|\\d)(?: [a-z0-9]+){0,2} (?:bed|home|house|condo|place|bigger|smaller|with|in|under)',
);
/** Who sells first buys afterwards. */
export const SELL_FIRST = wording(
  "sell(?:ing)?(?: (?:mine|ours|(?:my|our|this|the) [a-z']+(?: (?:house|home|place))?))? first",
);
export const REAL_ESTATE = wording(
  'mov(?:e|ing)|hous(?:e|es|ing)|homes?|propert(?:y|ies)|real estate|realtor|market|relocat(?:e|ing|ion)|listings?',
  'condo|town(?:home|house)|lease|interested|bedrooms?',
);
