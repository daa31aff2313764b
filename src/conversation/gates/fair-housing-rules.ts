import { wording } from '../understanding';
import { oneOf } from './one-of';

/** A wording that no text may have, and what it does, in words for the log. */
export interface ForbiddenWording {
  readonly reason: string;
  readonly wording: RegExp;
}

const AREA = oneOf(
  'areas?|neighbou?rhoods?|communit(?:y|ies)|(?:part|side) of (?:town|the city|area)|streets?',
  'blocks?(?! of)|suburbs?|subdivisions?|zip ?codes?|locations?|cit(?:y|ies)|towns?|districts?',
  'buildings?|(?:apartment|condo) complex(?:es)?|spots?|enclaves?|pockets?|cul de sacs?|surroundings',
  'vicinity',
);
const PEOPLE = oneOf(
  'people|persons?|folks?|famil(?:y|ies)|residents?|neighbou?rs?|buyers?|sellers?|owners?|homeowners?',
  'tenants?|renters?|couples?|crowds?|population|clients?|professionals?|individuals?|adults?|men|women',
  'man|woman|guys?|gentlem[ae]n|lad(?:y|ies)|girls?|boys?|students?|executives?|kids?|child(?:ren)?',
);
const QUALITY = oneOf(
  'good|great|nice|nicer|nicest|best|better|bad|worst|worse|poor|rough|rougher|exclusive|prestigious',
  'desirable|undesirable|sought after|upscale|high end|affluent|wealthy|rich|elite|classy|trendy|hip',
  'hot|hottest|popular|quiet|quieter|peaceful|calm|serene|tranquil|friendly|friendliest|tight knit',
  'close knit|wholesome|traditional|stable|established|mixed|changing|decent|clean|dirty|lovely',
  'beautiful|wonderful|amazing|awesome|fantastic|excellent|fabulous|gorgeous|terrific|perfect|ideal',
  'solid|strong|premier|prime|top|finest|charming|vibrant|lively|respectable|reputable|private',
  'restricted|secure|low income|high income|working class|blue collar|middle class|upper class',
  'questionable|declining|improving|scary|ugly|iffy|noisy|boring|fun|cool|special|walkable|welcoming',
  'shady|gem',
);
const NATION = oneOf(
  'mexican|hispanic|latin[oax]|chinese|indian|korean|vietnamese|filipino|japanese|asian|oriental',
  'arab(?:ic)?|african|nigerian|ethiopian|persian|iranian|pakistani|russian|ukrainian|polish|italian',
  'irish|german|french|cuban|puerto rican|dominican|haitian|jamaican|salvadoran|european|middle eastern',
  'native american|armenian|greek|jewish|christian|catholic|muslim|islamic|hindu|buddhist|mormon|ethnic',
);
const SUITED = oneOf(
  'perfect|ideal|great|good|best|better|nice|suitable|suited|wonderful|excellent|right|fit|meant|made',
  'built|designed|geared|appeals?|appealing|attractive|popular|favorite|friendly|welcoming|comfortable',
  'fun|loved|catering|caters',
);
const ANYBODY = oneOf('any ?(?:one|body)|every ?(?:one|body)|all ages|all kinds|somebody|someone|your type|your kind');
const SEEMS = oneOf(
  'is|are|was|has|have|offers?|feels?|looks?|seems?|remains?|stays?|gets|being|skews?',
  '(?:can|would|will|might|may|could|should|tends to) be',
);
const COLOR = '(?:black|white|brown|colou?red|anglo)';

/** Words that would be refused below and are innocent here; taken out first. */
export const INNOCENT = wording(
  '(?:single|multi|2|3|4)[ -]family|family rooms?|mother in law (?:suite|unit|apartment)s?|in law (?:suite|unit)s?',
  'safe to (?:assume|say|bet)|just to be safe|better safe than sorry|on the safe side(?! of)|safe travels',
  '(?:drive|travel) safe(?:ly)?',
  'old school|rat race|exclusive (?:agreement|right|listing|contract)',
  '(?:a |the next |the last |next |last )couple (?:of )?(?:more |quick |short |other )?(?:questions?|things?|details?|minutes?|hours?|days?|weeks?|months?|years?|times?|options?)',
  'church (?:st|street|rd|road|ave|avenue|ln|lane|dr|drive)',
);

/** "Is Plano nice?": of a contact a question to which no answer is ours, of a bot just one about the wish. */
export const ASKS_OF_AREA = wording(`(?:is|are) (?:the |that |this |your )?${AREA} (?:[a-z]+ ){0,3}${QUALITY}`);

/**
 * What must not be said or asked, by protected class.
 * Sources: Fair Housing Act, 42 U.S.C. 3604(c), with 24 CFR 100.75 on statements and 100.70 on steering; the words
 * after HUD's former advertising guidelines (24 CFR 109.20) and its memorandum of 9 January 1995.
 */
export const FAIR_HOUSING_RULES: readonly ForbiddenWording[] = [
  {
    reason: 'speaks of safety or crime',
    wording: wording(
      'safe|safer|safest|safely|safety|unsafe|crimes?|criminals?|dangerous|sketchy|burglar(?:y|ies)|break ins?',
      'gangs?|sex offenders?|feel secure|bad element|shootings?|drugs|thugs?|riff ?raff|cops|police presence',
      `patrol(?:s|led)?|security of (?:the )?${AREA}`,
    ),
  },
  {
    reason: 'speaks of schools',
    wording: wording(
      'schools?|school(?:ing|ed)|isd|kindergartens?|pre ?schools?|day ?cares?|child ?care|elementary',
      'blue ribbon|(?:top|highly|best|well) (?:rated|ranked)',
    ),
  },
  {
    reason: 'speaks of family or children',
    wording: wording(
      'famil(?:y|ies|ial)|kids?|kiddos?|child(?:ren|less|hood)?|bab(?:y|ies)|infants?|toddlers?|teens?',
      'teenagers?|newborns?|nursery|pregnan(?:t|cy)|expecting (?:a baby|a child|your)',
      'you are expecting(?= *(?:[,.!?]|$))|new arrival|little ones?|maternity|in laws',
      '(?:step|grand)?(?:sons?|daughters?|parents?|mothers?|fathers?)|moms?|dads?|grand(?:kids?|ma|pa)',
      'siblings?|relatives',
      'married|marriage|marital|wedding|newly ?weds?|spouses?|husbands?|wife|wives|fiancee?s?|girlfriends?',
      'boyfriends?|(?:your|a|an|domestic|life) partner|divorc(?:e|ed|ing)|widow(?:ed|ers?|s)?|couples',
      'couple(?! of)|honeymoon(?:ers)?|singles|(?:you are|are you) single',
      'single (?:mom|dad|parent|people|persons?|man|woman|guy|lady|adults?|professionals?|life|occupancy)',
      'are you single',
      'who (?:else )?(?:will|would|is|are) (?:[a-z]+ ){0,3}(?:live|living|moving|move|staying|stay)',
      'who (?:lives|moves) (?:with|there)|how many (?:people|of you|adults|occupants)|households?|room ?mates?',
      '(?:live|living) (?:alone|with|by yourself)|is it just you|moving with|joining you|home together',
      'move in together|(?:on your own|just you) or',
    ),
  },
  {
    reason: 'speaks of age',
    wording: wording(
      'empty ?nest(?:ers?|ing)?|bachelors?|bachelorettes?|seniors',
      `senior (?:citizens?|living|communit(?:y|ies)|housing|friendly|${AREA})|elderly|retire(?:s|d|ment)?`,
      'retiring|retirees?|millennials?|boomers?|gen z|how old are (?:you|they|your)|(?:your|their|what) age',
      `age (?:group|range|restricted)|young(?:er)? ${PEOPLE}|youthful`,
      `(?:mature|older|middle aged|active) (?:${PEOPLE}|${AREA})|(?:over|under) (?:55|62)`,
      `55 ?(?:\\+|plus|and (?:over|older|up))|(?:active )?adults? (?:only|${AREA}|living|preferred)`,
    ),
  },
  {
    reason: 'speaks of religion',
    wording: wording(
      'church(?:es|goers?)?|synagogues?|mosques?|(?:the|a|your|near|nearby|local|hindu) temples?|temples',
      'worship(?:ers?)?|religio(?:n|ns|us)|(?:your|their|same|of) faith|faith (?:based|community)',
      'pray(?:er|ers|ing|s)?|god|bless(?:ed|ings?)?|jesus (?:christ|loves|saves)|bible|gospel|christians',
      '(?:a|good|devout|strong|are you|you are) christian|christian (?:values|faith|schools?|principles|based)',
      'catholics?|jew(?:s|ish)?|muslims?|islam(?:ic)?|hindus?|buddhists?|mormons?|lds|baptists?|methodists?',
      'lutherans?|evangelicals?|protestants?|amish|kosher|halal|eruv|sabbath|shabbat|ramadan|parishioners?',
      'atheists?',
    ),
  },
  {
    reason: 'speaks of race, color or national origin',
    wording: wording(
      'rac(?:e(?! track| to)|ial|ially|ist|es)|ethnic(?:ity|ities|ally)?|minorit(?:y|ies)|segregat(?:ed|ion)',
      `integrated ${AREA}|divers(?:e|ity)|multi ?cultural|demographics?|skin color|of color|african ?americans?`,
      'caucasians?|blacks|whites|hispanics?|latin[oax]s?|chicanos?|mexicans?|asians?|orientals?|arabs?',
      'blue eyed',
      `${NATION} (?:and ${NATION} )?(?:${PEOPLE}|${AREA}|owned|origin|descent|heritage|background|culture|markets?)`,
      `${COLOR} (?:and ${COLOR} )?(?:${PEOPLE}|areas?|neighbou?rhoods?|communit(?:y|ies)|suburbs?|towns?|(?:part|side) of (?:town|area))`,
      `(?:are you|you are|you must be|sounds?|you look|as an?|for an?) (?:an? )?(?:like you are from|${NATION}|(?:black|white|brown)(?= *[.?!,]))`,
      'nationalit(?:y|ies)|national origin|im?migra(?:nts?|tion|te|ted)|foreign(?:ers?| born)|citizenship',
      '(?:us|american|a) citizens?|green cards?|undocumented|illegals|refugees?',
      '(?:what|which|home|your|native) (?:country|language|tongue)|country (?:are|were|do|did) you',
      '(?:speak|speaks|speaking) (?:good |any )?(?:english|spanish|[a-z]+ at home)',
      'your (?:accent|ancestry|culture|background|people|roots|origin|heritage)',
      'where (?:are|were) you (?:originally |really )?(?:from|born)|where you are (?:originally |really )?from',
      'originally from|you (?:were )?born|your (?:english|spanish)|english (?:is )?your',
      'china ?town|korea ?town|little (?:italy|mexico|india|korea|saigon|havana)|barrios?|ghettos?|inner city',
      'gentrif(?:ied|ying|ication)|up and coming|white flight',
    ),
  },
  {
    reason: 'speaks of sex or orientation',
    wording: wording(
      'gender|sex|sexual(?:ity)?|males?|females?|gays?|lesbians?|lgbt[a-z]*|queer|transgender|hetero[a-z]*',
      'homosexual[a-z]*|straight (?:couples?|people|men|women)|man cave|(?:wo)?men only|ladies only',
      '(?:are you|you are|for|as) (?:a |an |the )?(?:single |young |older |working |busy )?(?:wom[ae]n|m[ae]n|lad(?:y|ies)|gentlem[ae]n|guys?|girls?)',
    ),
  },
  {
    reason: 'speaks of disability or health',
    wording: wording(
      'disab(?:led|ility|ilities)|handicap(?:ped|s)?|wheel ?chairs?|able bod(?:y|ied)|crippled?|blind|deaf',
      'autis(?:m|tic)|mental(?:ly)? (?:ill|illness|health|challenged|stable)|psychiatric',
      '(?:visually|hearing|physically) impaired|impairments?|special needs|service (?:animals?|dogs?)',
      'emotional support|dementia|alzheimers?|cancer|illness|ill|sick(?:ness)?|disease|health|healthy|get well',
      'medical(?! district)|medications?|surgery|in recovery|recovering|addict(?:s|ion|ed)?|sober|hiv',
      'physically (?:fit|able|active|challenged)|mobility|climb(?:ing)? (?:the )?stairs',
      '(?:handle|trouble with|manage|do|would|are) (?:the )?stairs|your condition|accessib(?:le|ility)',
      'caregivers?',
    ),
  },
  {
    reason: 'speaks of the source of income',
    wording: wording(
      'section 8|vouchers?|welfare|food stamps|(?:public|government|housing) assistance|social security|low income',
    ),
  },
  {
    reason: 'says who a home or an area suits',
    wording: wording(
      `${SUITED} (?:place |area |home |spot |fit |choice |house |match |option )?(?:for|to|with|among|by) (?:(?:a|an|the|any|all|those|most|many|some|your|our|other|busy|first time|[a-z]+ing|[a-z]+ed) )*${PEOPLE}`,
      `(?:perfect|ideal|great|good|best|nice|suitable|suited|wonderful|excellent|right|popular|friendly|welcoming|fun|area|home|place|spot) (?:for|to|with|among) ${ANYBODY}`,
      `${PEOPLE} (?:friendly|oriented|centric|focused|only)`,
      '(?:good|great|nice|quiet|friendly|bad|noisy|lovely|better|right|respectful|respectable|decent|wonderful|loud|professional|educated) (?:[a-z]+ )?neighbou?rs?',
      'neighbou?rs (?:there |here )?(?:are|keep|tend|look)',
      '(?:people|neighbou?rs|buyers|folks|others) (?:just )?like (?:you|us|them|that)',
      '(?:kind|type|sort|class|caliber)s? of (?:people|neighbou?rs?|person|folks|crowd|buyers?|residents?)',
      '(?:would|will|to) (?:fit|blend) (?:right )?in|like minded|belong(?:s)? (?:there|here|in)',
      `${QUALITY} place to (?:live|raise|grow|settle|be|call home)`,
      `(?:lots of|many|mostly|mainly|full of|few|fewer) (?:[a-z]+ )?${PEOPLE} (?:live|there|here|in area)`,
      `${AREA} (?:would |will |might |could |may |really )*(?:suits?|fits?)`,
      '(?:happy|happier|comfortable|welcome|at home) (?:there|in area)|feel(?:s)? (?:right )?at home',
      `go wrong with ${AREA}`,
    ),
  },
  {
    reason: 'calls an area good or bad',
    wording: wording(
      `${QUALITY} (?:(?!time|to|in|for|at|on|of|day|price|deal|home|house|agent|idea|news|question)[a-z]+ ){0,2}${AREA}`,
      `(?<!(?:which|what|whatever) )${AREA} (?:(?:and|or) area )?(?:there )?${SEEMS} (?:[a-z]+ ){0,3}${QUALITY}`,
      `(?:love|loves|adore|recommend|avoid|hate) (?:the |that |this |it in |living in |life in |north |south |east |west |downtown )?(?:${AREA}|(?:living|being|it) there)`,
      `${QUALITY} (?:(?:over|out|up|down|around) )?(?:there|in area)|(?:quiet|peaceful|friendly|calm|serene) place`,
      '(?:stay away from|steer clear of|would not (?:live|buy|want to (?:live|be|buy))|would (?:live|buy) (?:there|in))',
      'exclusive|prestigious|sought after|upscale|tight knit|close knit|quality of life',
      `shady (?:${PEOPLE}|${AREA})|reputation|(?:bad|good|wrong|right) (?:part|side) of|downhill`,
      'turn(?:ed|ing) around|pride of ownership|(?:sense of|close) community|community (?:feel|spirit)',
      '(?:traditional|family|conservative) values|skews? (?:younger|older)|vibes?',
    ),
  },
];
