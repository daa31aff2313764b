import type { Motivation } from './facts';
import { wording } from './phrases';
import type { Phrase } from './phrases';

const HOME = '(?:house|home|place|property|condo|apartment|apt|town ?home)';
const ELDER =
  '(?:mom|mother|mama|nana|granny|grams|pops|papa|dad|father|parents?|grand ?(?:mother|ma|pa|father|parents?)|aunt|uncle|in ?laws?|(?:mother|father) in law)';
const RELATIVE = `(?:${ELDER}|husband|hubby|wife|spouse|brother|sister|son|daughter)`;
const FAMILY = `(?:${RELATIVE}s?|famil(?:y|ies)|kids?|children|siblings|folks|grand ?(?:kids?|babies|baby|children|sons?|daughters?))`;
const OWN = '(?:my|our|his|her|their|the|a|an|some)';
const VERY = '(?:just |way |much |a bit |a little |so |kind of |getting |become |feels |too )*too';
/** Where one moves from here; "moving to frisco" only changes the address. */
const FAR =
  '(?:alabama|alaska|arizona|arkansas|california|cali|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new (?:hampshire|jersey|mexico|york|england)|(?:north |south )?(?:carolina|dakota)|ohio|oklahoma|oregon|pennsylvania|rhode island|tennessee|utah|vermont|(?:west )?virginia|washington|wisconsin|wyoming|nyc|chicago|denver|phoenix|atlanta|seattle|portland|nashville|boston|miami|tampa|orlando|(?:las )?vegas|los angeles|san diego|houston|austin|san antonio|mexico|canada|europe|india|overseas|abroad)';

/** What denies a reason ("not divorced or anything"). */
export const DENIED = wording(
  `(?:not|no|never|nothing to do with)(?: (?:getting|going through|because of|due to|for|in|about|really|like|being|${OWN}|any))* (?:divorc\\w*|separat\\w*|foreclos\\w*|debts?|bankrupt\\w*|inherit\\w*|relocat\\w*|down ?siz\\w*|work|job|money|financial\\w*|investors?|behind|tenants)`,
);

/** Reasons, wherever they are told. The first row that fits decides: what they must comes before what they want. */
export const REASONS: readonly Phrase<Motivation>[] = [
  [
    'divorce',
    wording(
      'div(?:or[cs]|roc)\\w*',
      'separat(?:ed|ing)(?! (?:dining|garage|entrance|laundry|room|living|units?))',
      'split(?:ting)? up|(?:we|they) split(?= *(?:$|[.,]|last|in|up))|(?:we|are) splitting(?! (?:the|it|costs?))',
      'ex[- ](?:wife|husband|spouse)|exwife|exhusband',
      '(?:we|they) broke up|break ?up',
    ),
  ],
  [
    'inheritance',
    wording(
      'inherit\\w*|probate|executor|executrix|heirs?|willed|deceased|passed away|estate sale',
      '(?<!real )estate of|settl(?:e|ing) (?:[a-z]+ ){0,2}estate',
      `${RELATIVE}(?:'?s)?(?: (?:just|recently|both|has|have|had))* (?:passed|died)(?! (?:the|by|on|out|inspection))`,
      '(?:she|he|they)(?: (?:just|recently|both))* (?:passed|died)(?! (?:the|by|on|out|inspection))',
      `late ${RELATIVE}'?s?|left (?:me|us) (?:the|a|her|his|their|this) ${HOME}`,
      `(?:was|is|were)(?: (?:my|our|her|his|late))* ${ELDER}(?:'?s)? ${HOME}`,
    ),
  ],
  [
    'financial',
    wording(
      'behind (?:on|in|with)(?: [a-z]+){0,3} (?:payments?|mortgages?|tax(?:es)?|bills|rent|note|house|it|loan|everything)|chapter (?:7|11|13)|(?:months?|payments?) behind|past due|foreclos\\w*|pre-?foreclosure|bankrupt\\w*|short sale',
      `(?:lost|losing|quit) ${OWN} (?:jobs?|income)|laid off|unemployed|out of work|got fired`,
      `(?:can not|could not|can barely|barely|struggling to|no longer|not) (?:really |even )?(?:afford (?:to )?(?:keep |live |stay )?(?:it|this|here|the ${HOME}|the|my|our|living|both)|(?:make|pay|keep up with|cover|keep paying) (?:the|my|our|these|it)? ?(?:mortgage|payments?|bills|note|taxes|insurance))`,
      '(?:medical|hospital) bills|(?:in|too much|so much|credit card|pay off|get out of) debts?|going (?:broke|under)|bank (?:is )?(?:about to |going to |wants to |trying to )?(?:take|taking)',
      '(?:taxes|insurance|mortgage|payments?|upkeep)(?: [a-z]+){0,3} (?:killing|eating|doubled|tripled|too (?:high|much|expensive))',
      '(?:money|financial) (?:trouble|problems?|hardship|reasons|issues|stress|situation|difficulties)|money is (?:tight|short)',
    ),
  ],
  [
    'downsizing',
    wording(
      `down[- ]?siz\\w*|empty ?nest\\w*|(?:something|somewhere) (?:a bit |a little |much |a lot |way )?smaller|smaller (?:${HOME}|one)`,
      `too (?:big|large) for (?:me|us|just)|too much (?:house|home|yard)|${HOME} is ${VERY} (?:big|large)`,
      '(?:kids?|children|everyone)(?: (?:have|are|is|all|just|has|finally))* (?:moved out|moved away|grown|off to college|out of the house)',
      'too many stairs|stairs are|assisted living|nursing home|retirement (?:home|community)|senior (?:living|community)|55 ?(?:\\+|plus|and over)',
    ),
  ],
  [
    'upsizing',
    wording(
      `up[- ]?siz\\w*|out ?gr[eo]w\\w*|growing (?:family|out of)|family is growing|(?:bigger|larger) (?:${HOME}|one)|(?:something|somewhere) (?:a bit |a little |much |a lot |way )?(?:bigger|larger)`,
      '(?:need|want|get|find|into|looking for) (?:something |somewhere )?(?:a lot |a bit |a little |much )?(?:bigger|larger)(?= *(?:$|[.,!]|for|in|now|because|than|and))',
      `(?:need|want|wanting|needing) (?:some |a lot |a little |a bit )?more (?:space|room|bedrooms)|${HOME} is ${VERY} (?:small|cramped|tight|crowded)`,
      '(?:baby|twins|kid|child|triplets)(?: [a-z0-9#]+)? (?:on the way|coming|due)|expecting (?:our|a baby|twins|another)|pregnant',
      '(?:having|adopting|just had) (?:a |another |our )?(?:[a-z0-9]+ )?(?:baby|twins|kid|child)|out ?(?:of|ta) (?:space|room)',
    ),
  ],
  [
    'investment',
    wording(
      '(?:am|are|as|im) (?:an? )?(?:real estate |local |cash )?investors?|investor here|investing|investment|1031(?: exchange)?|airbnb|brrrr|wholesal\\w*',
      'cash[- ]?flow\\w*|passive income|rental portfolio|(?:rental|income|investment) (?:property|properties|income)|offload\\w*(?: [a-z]+){0,3} doors',
      '(?:being|done|tired of|quit) (?:being )?a landlord|(?:buy|want|looking for|own|another|selling|is) (?:a |my |our |some |off |my |few )*rentals?(?= *(?:$|[.,!]|to|for|and|now|i))|flip(?:ping)? (?:it|houses|homes)|to flip|flipper',
      '(?:bad|problem|terrible|hate|tired of|done with|deal(?:ing)? with) (?:the |my |our |bad )*(?:tenants?|renters)(?! (?:insurance|rights))',
    ),
  ],
  [
    'relocation',
    wording(
      'relocat\\w*|job (?:transfer|change|relocation|move|offer)|(?:job|work|company|employer)(?: (?:is|just|was))? (?:moving|moved|transferr|relocat|sending|taking)\\w*',
      '(?:got|getting|being|been|am|is|are|was|company) (?:me |us )?transferr(?:ed|ing)(?! to (?:your|voicemail))|pcs(?:ing|ed|es)?|stationed|(?:military|pcs|army|navy|new|have|got) orders',
      `(?:mov(?:e|ing|ed)|here|there|leaving|come|coming|sell(?:ing)?) (?:[a-z]+ ){0,3}?(?:for|because of|due to) (?:${OWN} |new |husbands? |wifes? |[a-z]+'s )*(?:work|job|career)`,
      `(?:mov(?:e|ing)|be|get|live|living|relocate) (?:a lot |much |a bit |to be |back )?(?:closer|nearer|near|close) (?:to |by )?(?:${OWN} )*${FAMILY}`,
      `(?:start(?:ing)?|got|took|taking|accepted|have|landed|found) (?:${OWN} )?(?:new )?(?:job|jobs|position)(?! (?:site|to do|done))`,
      'new (?:state|city)|(?:mov(?:e|ing)|job|going|go)(?: [a-z]+){0,2} (?:out of (?:the )?state|cross country|(?:to )?(?:another|different|a different) (?:state|city|country))|leaving (?:the )?(?:state|texas|country)',
      `(?:mov(?:e|ing)|retir(?:e|ing)|going|heading|relocate) (?:back |away |up |down |over |out |home )*(?:to|in|near) (?:[a-z]+ )?${FAR}`,
      'mov(?:e|ing) (?:here |down |up |there |over |back |out )*from (?!the|my|our|a|an|here|home|work)[a-z]+|mov(?:e|ing) (?:out of (?:town|the area|the city|the country)|away|overseas|abroad|cities|states|back home)',
      `retir(?:e|ing) (?:to|and mov\\w*|and head\\w*)`,
    ),
  ],
  ['other', wording('(?:tired of|sick of|done(?: with)?|stop|quit) (?:renting|rent|paying rent)')],
];

/** Reasons only where one was asked for or after "because"; elsewhere errands, wishes or small talk. */
export const WEAKER_REASONS: readonly Phrase<Motivation>[] = [
  [
    'other',
    wording(
      'rent(?! (?:it|to|out|them|a))|someone elses? mortgage|renting(?! (?:it|out))|(?<!tenants? )lease|build(?:ing)? equity|kicked out|evict\\w*|first (?:home|house|place)',
      'landlord (?:is|wants|sold|raised|raising|will|keeps|kicked|said|selling|decided)',
    ),
  ],
  [
    'divorce',
    wording(
      '(?:my|the|to be|his|her) ex|^ex(?! (?:military|army))|splitting|separat\\w*|(?:husband|wife|spouse|partner) left',
    ),
  ],
  [
    'inheritance',
    wording(
      `estate(?! (?:agent|broker))|(?<!\\b(?:out of|at|in|into|from|near|with) (?:my|our|their|his|her) )${ELDER}'?s (?:old )?${HOME}|(?:got|from) (?:it )?(?:from )?(?:our|my) ${ELDER}|(?:both|has|have|just|recently|she|he|they|who) (?:passed|died)|lost (?:my|our) ${ELDER}|death|left (?:it )?to (?:me|us)`,
    ),
  ],
  [
    'financial',
    wording(
      'los(?:e|ing) (?:it|(?:the|my|our) (?:house|home|place|business|job))|(?:business|company) (?:failed|went under|closed|is slow|folded)|(?:high|interest) rates?|(?<!earnest )money|equity|debts?|bills|cash(?! (?:buyer|offer|only))|advantage of the market|(?:market|prices) (?:is|are)(?: [a-z]+)? (?:high|hot|good|great|up|crazy|strong)|financ(?:es|ial|ially)|afford|can not keep (?:it|this|the)|fixed income|expensive|broke|costs? too much',
      '(?:taxes|insurance|mortgage|payments?|upkeep|interest rates?|note|hoa)(?: [a-z]+){0,4} (?:up|high|higher|doubled|tripled|killing|eating|crazy|much|expensive|insane|ridiculous)|payments?|mortgages?|tax(?:es)?',
    ),
  ],
  [
    'downsizing',
    wording(
      'smaller|too (?:big|large|much (?:house|space|room|yard|upkeep|maintenance|work to keep up))|less (?:space|house|yard|upkeep|maintenance|work|cleaning)|downgrad\\w*',
      '(?:do not|no longer|not) need(?:ing)? (?:all |that |this |so |as )*(?:much |many )?(?:space|room|house|bedrooms?|\\d ?bed\\w*|big|of a)',
      '(?:kids?|children|daughters?|sons?|youngest)(?: (?:have|are|is|all|both|just|finally))* (?:gone(?! (?:til|until|till))|left|(?:in|off to|at|going to|to|for) college|out|grown)|(?<!\\b(?:want|need|get|buy|for) a )(?:big|huge|giant) (?:old |empty )*(?:house|home|place)|just (?:the |my )?(?:2 of us|me|us|wife|husband|hubby)(?: now| and)?|only use|(?<!needs )too much work|by myself',
      '(?:1|one|single)[- ]?(?:story|level)|stairs|knees|(?:get|getting|too) old(?:er)?|(?:keep up|maintain|take care of|manage|mow|clean|handle|climb)(?: with)? (?:the|this|it|my|our|all)|lot of house|too much(?= *(?:$|[.,!]|for|to|now))|retir(?:ing|e|ed|ement)(?! (?:to|in|and|military|army|navy))|(?:done|tired|over|sick|no more|less)(?: with| of)? (?:the )?(?:yard ?work|mowing|upkeep|maintenance|cleaning)',
    ),
  ],
  [
    'upsizing',
    wording(
      `(?:bigger|larger|roomier)|own rooms?|more (?:space|room|bedrooms?|rooms|yard|square)|too (?:small|cramped|tight|crowded|little)|upgrad(?:e|ing)|not enough (?:space|room|bedrooms)`,
      '(?:another|a|an extra|extra|1 more|a 3rd|a 4th|a 5th|a third|a fourth) (?:bedroom|bed|office|room)|(?:need|want|no|enough) (?:the |extra |some )?(?:space|room(?!mate))|home office|mov(?:e|ing)[- ]?up|seams|(?:kids|people|of us|us)(?: [a-z]+)? in (?:a )?\\d|(?:kids|boys|girls|people),? \\d (?:bed|bath)|baby|babies|twins|triplets|newborn|expecting(?= *(?:$|[.!,]|in|our|a baby|twins|another|again))|(?:another|new|third|second|first|2nd|3rd|1st) (?:kid|child)',
      `(?:${ELDER})(?: (?:is|are))? (?:moving in|coming to live|living with)|(?:kids?|they) (?:are )?sharing|family (?:is |got |getting )+bigger`,
    ),
  ],
  [
    'investment',
    wording(
      'invest\\w*|rent(?:ing)? (?:it |them )?out|rentals?|tenants?|renters|(?:being|a|the|accidental) landlord|flip\\w*|portfolio|second home|vacation (?:home|house|place)|cash flow|diversify',
    ),
  ],
  [
    'relocation',
    wording(
      `transfer\\w*(?! (?:to (?:your|voicemail)|me to))|promot(?:ion|ed)|jobs?|new position|(?:for|to|from|near|because of|with) (?:${OWN} )?work(?! on)|^(?:${OWN} )?work(?=[.! ]*$)|work (?:moved|is moving|transfer)|career|commut\\w*|(?<!retired )military|army|navy|air force|marines|orders(?! [a-z])|deploy\\w*`,
      `(?:closer|close|nearer|near|next|be with|be by) (?:to |by )?(?:${OWN} )*(?:${FAMILY}|home|office)|${FAR}|(?:mov(?:e|ing)|going|heading|headed) (?:back|bk|home|away|to|into|out of)(?! (?:a |something|smaller|bigger|senior|assisted))|(?:another|different) (?:area|town|part|state|city|country)|out of here|(?<!from )out of (?:the )?state|leaving (?:town|dallas|dfw)`,
    ),
  ],
];

/** What makes an answer to "why?" a reason that is none of these kinds. */
export const OTHER_REASON = wording(
  '(?:tired|sick|fed up|bored|done|over|burned out) (?:of|with)|hate|can not stand|do not like|dislike|miss|annoy\\w*|love (?:to|the)',
  'because (?!(?:i|we) (?:want|can|feel|said)|you)[a-z]+ [a-z]+|since we|due to|too (?!soon|early|late|busy|many questions)[a-z]+|not enough|never (?:use|go|there)|(?:getting|got|gets|become|became|so) (?:too )?(?:bad|worse|old|loud|rough|busy|married|crowded)|(?:live|living) alone|changed(?! my mind)|changing|going down ?hill',
  '(?:needs?|wants?|wanting|ready for|looking for|time for|wish for|dream of|would like) (?:(?:a|an|some|something|our|my) (?!(?:bit|while|few|place|leaseback|offer|estimate|appraisal|price|quote|call|number|person|human|idea|info|help|lender|loan|minute|sec|moment|answer|buyer|good|fair|quick|agent|realtor|house|home|new|cash)\\b)[a-z]+|to (?:be (?!out|in\\b)|live|own|build|stop|try|start|travel|settle|enjoy|quit|simplify)|land|acreage|privacy)',
  '(?:rent(?:ing)?|lease|landlord|roommates?|apartment)(?! (?:it|is 1|is 2|is \\d))|(?<!not )own (?:my|our|a|something)|first[- ](?:time|home|house)|(?<!been )(?:re)?married|newly ?weds?|engaged|wedding|court|judge|my own|something (?:new|different|nicer|better)|starting a family|fianc\\w*|equity',
  'health|heart attack|stroke|stress|memories|ocean|mountains|for (?:school|college)|medical|surgery|illness|cancer|disab\\w*|wheelchair|hospital|safety|crime|break ?ins?|noise|noisy|(?<!out )loud|(?<!in )traffic|(?<!\\b(?:good|great|nice|the \\d+ my) )neighbo?u?r(?:s|hood)?|hoa|better schools?|(?<!\\b(?:good|great|nice|near|near the) )schools|school district|weather|heat|winters?|land|acres?|acreage|country ?side|beach|horses|scenery|change|chapter|fresh start|adventure|lifestyle|travel\\w*|rv|upkeep|maintenance',
  '(?:built|building|bought|buying|found|have|got) (?:a |another |our |the )?(?:new |second |other |better |nicer )*(?:house|home|place|one)|do not (?:use|need|want) it|never (?:there|used|use)|vacant|sitting (?:empty|vacant)|empty|moving in|it is time|time to (?:go|move|sell)',
);
/** Answers that give no reason, whatever they mention. */
export const NO_REASON = wording(
  'not (?:really |too )?sure|do not (?:know|want to (?:sell|say|talk|move))|no (?:idea|reason|comment|clue|thanks)|nothing|none(?: of your)?|not (?:selling|interested|looking to sell|for sale)|nunya|mind your',
  '(?:just|only|mostly) (?:curious|looking|checking|browsing|wondering|seeing|because|exploring|thinking|testing|shopping|want(?:ed)? to (?:see|know|check))|curious|what (?:it is|its|i could|i can|you|would|my (?:house|home|place)) |personal|private|rather not',
  '(?:what|how|who|when|where|why) (?:is|do|does|are|would|can|will|much|about|did)|(?:call|text) (?:me|you)|(?:talk|ask|check with|speak) (?:to |with )?(?:my|the)|let me|i will|leave me|(?:the )?right (?:price|offer|number)|price is right|(?:make|made|good|best|your) (?:me )?(?:an )?offer|depends',
  'i (?:just |only )?rent (?:here|it|this)|(?:am|is) (?:just |only )?(?:the|a) tenant|not (?:mine|my (?:house|home|place))|^at (?:the|my|a|work|home)|on vacation|at work|off work|(?:home|kids) from (?:work|school)|^on (?:a|my|the) (?:work )?(?:call|phone|way|road)|pick(?:ing)? up|(?:just|finally) got (?:home|in|off|back|here)|busy|meeting|driving|(?:get|got) (?:your|this|the|a) (?:letter|text|card|message|mail|flyer|postcard)|told (?:you|me)|name is|^no (?!room|space|longer|more|1|need|kids|money)|\\d[\\d,.]*k? ?(?:a|per|\\/) ?(?:mo|month|year|yr)|work(?:ing)? (?:at|til|until|till|late|nights|days)|out of town|(?:can not|cant) talk|(?:thinking|considering|decid\\w*|undecided)(?= *(?:$|[.,!]|about it|it|still|yet))|long story|complicated|(?:few|many|lots of|several|other|various) reasons',
);
