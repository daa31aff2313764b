import type { Motivation } from './facts';
import { ELDER, FAMILY, FAR, HOME, OWN, RELATIVE } from './moving-words';
import { wording } from './phrases';
import type { Phrase } from './phrases';

const VERY = '(?:just |way |much |a bit |a little |so |kind of |getting |become |feels |too )*too';

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
      'split(?:ting)? up|split from (?:my|the)|(?:we|they) split(?= *(?:$|[.,]|last|in|up))',
      '(?:we|are) splitting(?! (?:the|it|costs?))',
      'ex[- ](?:wife|husband|spouse)|exwife|exhusband',
      '(?:we|they) broke up|break ?up',
    ),
  ],
  [
    'inheritance',
    wording(
      '(?<!from (?:an|my|our) )inherit\\w*|probate|executor|executrix|heirs?|willed|deceased|passed away|estate sale',
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
      'behind (?:on|in|with)(?: [a-z]+){0,3} (?:payments?|mortgages?|tax(?:es)?|bills|rent|note|house|it|loan|everything)',
      'chapter (?:7|11|13)|(?:months?|payments?) behind|past due|foreclos\\w*|pre-?foreclosure|bankrupt\\w*',
      'short sale',
      `(?:lost|losing|quit) ${OWN} (?:jobs?|income)|laid off|unemployed|out of work|got fired`,
      `(?:can not|could not|can barely|barely|struggling to|no longer|not) (?:really |even )?(?:afford (?:to )?(?:keep |live |stay )?(?:it|this|here|the ${HOME}|the|my|our|living|both)|(?:make|pay|keep up with|cover|keep paying) (?:the|my|our|these|it)? ?(?:mortgage|payments?|bills|note|taxes|insurance))`,
      '(?:medical|hospital) bills|(?:in|too much|so much|credit card|pay off|get out of) debts?',
      'going (?:broke|under)|bank (?:is )?(?:about to |going to |wants to |trying to )?(?:take|taking)',
      '(?:taxes|insurance|mortgage|payments?|upkeep)(?: [a-z]+){0,3} (?:killing|eating|doubled|tripled|too (?:high|much|expensive))',
      '(?:money|financial) (?:trouble|problems?|hardship|reasons|issues|stress|situation|difficulties)',
      'money is (?:tight|short)',
    ),
  ],
  [
    'downsizing',
    wording(
      'down[- ]?siz\\w*|empty ?nest\\w*|(?:something|somewhere) (?:a bit |a little |much |a lot |way )?smaller',
      `smaller (?:${HOME}|one)`,
      `too (?:big|large) for (?:me|us|just)|too much (?:house|home|yard)|${HOME} is ${VERY} (?:big|large)`,
      '(?:kids?|children|everyone)(?: (?:have|are|is|all|just|has|finally))* (?:moved out|moved away|grown|off to college|out of the house)',
      'too many stairs|stairs are|assisted living|nursing home|retirement (?:home|community)',
      'senior (?:living|community)|55 ?(?:\\+|plus|and over)',
    ),
  ],
  [
    'upsizing',
    wording(
      'up[- ]?siz\\w*|out ?gr[eo]w\\w*|growing (?:family|out of)|family is growing',
      `(?:bigger|larger) (?:${HOME}|one)`,
      '(?:something|somewhere) (?:a bit |a little |much |a lot |way )?(?:bigger|larger)',
      '(?:need|want|get|find|into|looking for) (?:something |somewhere )?(?:a lot |a bit |a little |much )?(?:bigger|larger)(?= *(?:$|[.,!]|for|in|now|because|than|and))',
      '(?:need|want|wanting|needing) (?:some |a lot |a little |a bit )?more (?:space|room|bedrooms)',
      `${HOME} is ${VERY} (?:small|cramped|tight|crowded)`,
      '(?:baby|twins|kid|child|triplets)(?: [a-z0-9#]+)? (?:on the way|coming|due)',
      'expecting (?:our|a baby|twins|another)|pregnant',
      '(?:having|adopting|just had) (?:a |another |our )?(?:[a-z0-9]+ )?(?:baby|twins|kid|child)',
      'out ?(?:of|ta) (?:space|room)',
    ),
  ],
  [
    'investment',
    wording(
      '(?:am|are|as|im) (?:an? )?(?:real estate |local |cash )?investors?|investor here|investing|investment',
      '1031(?: exchange)?|airbnb|brrrr|wholesal\\w*',
      'cash[- ]?flow\\w*|passive income|rental portfolio',
      '(?:rental|income|investment) (?:property|properties|income)|offload\\w*(?: [a-z]+){0,3} doors',
      '(?:being|done|tired of|quit) (?:being )?a landlord',
      '(?:buy|want|looking for|own|another|selling|is) (?:a |my |our |some |off |my |few )*rentals?(?= *(?:$|[.,!]|to|for|and|now|i))',
      'flip(?:ping)? (?:it|houses|homes)|to flip|flipper',
      '(?:bad|problem|terrible|hate|tired of|done with|deal(?:ing)? with) (?:the |my |our |bad )*(?:tenants?|renters)(?! (?:insurance|rights))',
    ),
  ],
  [
    'relocation',
    wording(
      'relocat\\w*|job (?:transfer|change|relocation|move|offer)',
      '(?:job|work|company|employer)(?: (?:is|just|was))? (?:moving|moved|transferr|relocat|sending|taking)\\w*',
      '(?:got|getting|being|been|am|is|are|was|company) (?:me |us )?transferr(?:ed|ing)(?! to (?:your|voicemail))',
      'pcs(?:ing|ed|es)?|stationed|(?:military|pcs|army|navy|new|have|got) orders',
      `(?:mov(?:e|ing|ed)|here|there|leaving|come|coming|sell(?:ing)?) (?:[a-z]+ ){0,3}?(?:for|because of|due to) (?:${OWN} |new |husbands? |wifes? |[a-z]+'s )*(?:work|job|career)`,
      `(?:mov(?:e|ing)|be|get|live|living|relocate) (?:a lot |much |a bit |to be |back )?(?:closer|nearer|near|close) (?:to |by )?(?:${OWN} )*${FAMILY}`,
      `(?:start(?:ing)?|got|took|taking|accepted|have|landed|found) (?:${OWN} )?(?:new )?(?:job|jobs|position)(?! (?:site|to do|done))`,
      'new (?:state|city)',
      '(?:mov(?:e|ing)|job|going|go)(?: [a-z]+){0,2} (?:out of (?:the )?state|cross country|(?:to )?(?:another|different|a different) (?:state|city|country))',
      'leaving (?:the )?(?:state|texas|country)',
      `(?:mov(?:e|ing)|retir(?:e|ing)|going|heading|relocate) (?:back |away |up |down |over |out |home )*(?:to|in|near) (?:[a-z]+ )?${FAR}`,
      'mov(?:e|ing) (?:here |down |up |there |over |back |out )*from (?!the|my|our|a|an|here|home|work)[a-z]+',
      'mov(?:e|ing) (?:out of (?:town|the area|the city|the country)|away|overseas|abroad|cities|states|back home)',
      `retir(?:e|ing) (?:to|and mov\\w*|and head\\w*)`,
    ),
  ],
  ['other', wording('(?:tired of|sick of|done(?: with)?|stop|quit) (?:renting|rent|paying rent)')],
];
