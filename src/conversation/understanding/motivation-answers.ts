import type { Motivation } from './facts';
import { ELDER, FAMILY, FAR, HOME, OWN } from './moving-words';
import { wording } from './phrases';
import type { Phrase } from './phrases';

/** Reasons only where one was asked for or after "because"; elsewhere errands, wishes or small talk. */
export const WEAKER_REASONS: readonly Phrase<Motivation>[] = [
  [
    'other',
    wording(
      'rent(?! (?:it|to|out|them|a))|someone elses? mortgage|renting(?! (?:it|out))|(?<!tenants? )lease',
      'build(?:ing)? equity|kicked out|evict\\w*|first (?:home|house|place)',
      'landlord (?:is|wants|sold|raised|raising|will|keeps|kicked|said|selling|decided)',
    ),
  ],
  [
    'divorce',
    wording(
      '(?:my|the|to be|his|her) ex|^ex(?! (?:military|army))|splitting|separat\\w*',
      '(?:husband|wife|spouse|partner) left',
    ),
  ],
  [
    'inheritance',
    wording(
      'estate(?! (?:agent|broker))',
      `(?<!\\b(?:out of|at|in|into|from|near|with) (?:my|our|their|his|her) )${ELDER}'?s (?:old )?${HOME}`,
      `(?:got|from) (?:it )?(?:from )?(?:our|my) ${ELDER}`,
      `(?:both|has|have|just|recently|she|he|they|who) (?:passed|died)|lost (?:my|our) ${ELDER}|death`,
      'left (?:it )?to (?:me|us)',
    ),
  ],
  [
    'financial',
    wording(
      'los(?:e|ing) (?:it|(?:the|my|our) (?:house|home|place|business|job))',
      '(?:business|company) (?:failed|went under|closed|is slow|folded)|(?:high|interest) rates?|(?<!earnest )money',
      'equity|debts?|bills|cash(?! (?:buyer|offer|only))|advantage of the market',
      '(?:market|prices) (?:is|are)(?: [a-z]+)? (?:high|hot|good|great|up|crazy|strong)|financ(?:es|ial|ially)',
      'afford|can not keep (?:it|this|the)|fixed income|expensive|broke|costs? too much',
      '(?:taxes|insurance|mortgage|payments?|upkeep|interest rates?|note|hoa)(?: [a-z]+){0,4} (?:up|went from|high|higher|doubled|tripled|killing|eating|crazy|much|expensive|insane|ridiculous)',
      'payments?|mortgages?|tax(?:es)?',
    ),
  ],
  [
    'downsizing',
    wording(
      'smaller|too (?:big|large|much (?:house|space|room|yard|upkeep|maintenance|work to keep up))',
      'less (?:space|house|yard|upkeep|maintenance|work|cleaning)|downgrad\\w*',
      '(?:do not|no longer|not) need(?:ing)? (?:all |that |this |so |as )*(?:much |many )?(?:space|room|house|bedrooms?|\\d ?bed\\w*|big|of a)',
      '(?:kids?|children|daughters?|sons?|youngest)(?: (?:have|are|is|all|both|just|finally))* (?:gone(?! (?:til|until|till))|left|(?:in|off to|at|going to|to|for) college|out|grown)',
      '(?<!\\b(?:want|need|get|buy|for) a )(?:big|huge|giant) (?:old |empty )*(?:house|home|place)',
      'just (?:the |my )?(?:2 of us|me|us|wife|husband|hubby)(?: now| and)?|only use|(?<!needs )too much work',
      'by myself',
      '(?:1|one|single)[- ]?(?:story|level)|stairs|knees|(?:get|getting|too) old(?:er)?',
      '(?:keep up|maintain|take care of|manage|mow|clean|handle|climb)(?: with)? (?:the|this|it|my|our|all)',
      'lot of house|too much(?= *(?:$|[.,!]|for|to|now))',
      'retir(?:ing|e|ed|ement)(?! (?:to|in|and|military|army|navy))',
      '(?:done|tired|over|sick|no more|less)(?: with| of)? (?:the )?(?:yard ?work|mowing|upkeep|maintenance|cleaning)',
    ),
  ],
  [
    'upsizing',
    wording(
      '(?:bigger|larger|roomier)|own rooms?|more (?:space|room|bedrooms?|rooms|yard|square)',
      'too (?:small|cramped|tight|crowded|little)|upgrad(?:e|ing)|not enough (?:space|room|bedrooms)',
      '(?:another|a|an extra|extra|1 more|a 3rd|a 4th|a 5th|a third|a fourth) (?:bedroom|bed|office|room)',
      '(?:need|want|no|enough) (?:the |extra |some )?(?:space|room(?!mate))|home office|mov(?:e|ing)[- ]?up|seams',
      '(?:kids|people|of us|us)(?: [a-z]+)? in (?:a )?\\d|(?:kids|boys|girls|people),? \\d (?:bed|bath)|baby|babies',
      'twins|triplets|newborn|expecting(?= *(?:$|[.!,]|in|our|a baby|twins|another|again))',
      '(?:another|new|third|second|first|2nd|3rd|1st) (?:kid|child)',
      `(?:${ELDER})(?: (?:is|are))? (?:moving in|coming to live|living with)|(?:kids?|they) (?:are )?sharing`,
      'family (?:is |got |getting )+bigger',
    ),
  ],
  [
    'investment',
    wording(
      'invest\\w*|rent(?:ing)? (?:it |them )?out|rentals?|tenants?|renters|(?:being|a|the|accidental) landlord',
      'flip\\w*|portfolio|second home|vacation (?:home|house|place)|cash flow|diversify',
    ),
  ],
  [
    'relocation',
    wording(
      'transfer\\w*(?! (?:to (?:your|voicemail)|me to))|promot(?:ion|ed)|jobs?|new position',
      `(?:for|to|from|near|because of|with) (?:${OWN} )?work(?! on)|^(?:${OWN} )?work(?=[.! ]*$)`,
      'work (?:moved|is moving|transfer)|career|commut\\w*|(?<!retired )military|army|navy|air force|marines',
      'orders(?! [a-z])|deploy\\w*',
      `(?:closer|close|nearer|near|next|be with|be by) (?:to |by )?(?:${OWN} )*(?:${FAMILY}|home|office)|${FAR}`,
      '(?:mov(?:e|ing)|going|heading|headed) (?:back|bk|home|away|to|into|out of)(?! (?:a |something|smaller|bigger|senior|assisted))',
      '(?:another|different) (?:area|town|part|state|city|country)|out of here|(?<!from )out of (?:the )?state',
      'leaving (?:town|dallas|dfw)',
    ),
  ],
];

/** What makes an answer to "why?" a reason that is none of these kinds. */
export const OTHER_REASON = wording(
  '(?:tired|sick|fed up|bored|done|over|burned out) (?:of|with)|hate|can not stand|do not like|dislike|miss',
  'annoy\\w*|love (?:to|the)',
  'because (?!(?:i|we) (?:want|can|feel|said)|you)[a-z]+ [a-z]+|since we|due to',
  'too (?!soon|early|late|busy|many questions)[a-z]+|not enough|never (?:use|go|there)',
  '(?:getting|got|gets|become|became|so) (?:too )?(?:bad|worse|old|loud|rough|busy|married|crowded)',
  '(?:live|living) alone|changed(?! my mind)|changing|going down ?hill',
  '(?:needs?|wants?|wanting|ready for|looking for|time for|wish for|dream of|would like) (?:(?:a|an|some|something|our|my) (?!(?:bit|while|few|place|leaseback|offer|estimate|appraisal|price|quote|call|number|person|human|idea|info|help|lender|loan|minute|sec|moment|answer|buyer|good|fair|quick|agent|realtor|house|home|new|cash)\\b)[a-z]+|to (?:be (?!out|in\\b)|live|own|build|stop|try|start|travel|settle|enjoy|quit|simplify)|land|acreage|acres|privacy)',
  '(?:rent(?:ing)?|lease|landlord|roommates?|apartment)(?! (?:it|is 1|is 2|is \\d))',
  '(?<!not )own (?:my|our|a|something)|first[- ](?:time|home|house)|(?<!been )(?:re)?married|newly ?weds?|engaged',
  'wedding|court|judge|my own|something (?:new|different|nicer|better)|starting a family|fianc\\w*|equity',
  'out of the (?:city|suburbs)|health|heart attack|stroke|stress|memories|ocean|mountains|for (?:school|college)',
  'medical|surgery|illness|cancer|disab\\w*|wheelchair|in (?:the )?hospital|safety|crime|break ?ins?|noise|noisy',
  '(?<!out )loud|(?<!in )traffic|(?:are|am) building|bought land|(?<!\\b(?:good|great|nice|the \\d+ my) )neighbo?u?r(?:s|hood)?|hoa|better schools?',
  '(?<!\\b(?:good|great|nice|near|near the) )schools|school district|weather|heat|winters?',
  'country ?side|beach|horses|scenery|change|chapter|fresh start|adventure|lifestyle|travel\\w*|rv|upkeep',
  'maintenance',
  '(?:built|building|bought|buying|found|have|got) (?:a |another |our |the )?(?:new |second |other |better |nicer )*(?:house|home|place|one)',
  'do not (?:use|need|want) it|never (?:there|used|use)|vacant|sitting (?:empty|vacant)|empty|moving in|it is time',
  'time to (?:go|move|sell)',
);
/** Answers that give no reason, whatever they mention. */
export const NO_REASON = wording(
  'not (?:really |too )?sure|do not (?:know|want to (?:sell|say|talk|move))|no (?:idea|reason|comment|clue|thanks)',
  'nothing|none(?: of your)?|not (?:selling|interested|looking to sell|for sale)|nunya|mind your',
  '(?:just|only|mostly) (?:curious|looking|checking|browsing|wondering|seeing|because|exploring|thinking|testing|shopping|want(?:ed)? to (?:see|know|check))',
  'curious|what (?:it is|its|i could|i can|you|would|my (?:house|home|place)) |personal|private|rather not',
  '(?:what|how|who|when|where|why) (?:is|do|does|are|would|can|will|much|about|did)|(?:call|text) (?:me|you)',
  '(?:talk|ask|check with|speak) (?:to |with )?(?:my|the)|let me|i will|leave me',
  '(?:the )?right (?:price|offer|number)|price is right|(?:make|made|good|best|your) (?:me )?(?:an )?offer|depends',
  'i (?:just |only )?rent (?:here|it|this)|(?:am|is) (?:just |only )?(?:the|a) tenant',
  'not (?:mine|my (?:house|home|place))|^at (?:the|my|a|work|home)|on vacation|at work|off work',
  '(?:home|kids) from (?:work|school)|^on (?:a|my|the) (?:work )?(?:call|phone|way|road)|pick(?:ing)? up',
  '(?:just|finally) got (?:home|in|off|back|here)|busy|meeting|driving',
  '(?:get|got) (?:your|this|the|a) (?:letter|text|card|message|mail|flyer|postcard)|told (?:you|me)|name is',
  '^no (?!room|space|longer|more|1|need|kids|money)|\\d[\\d,.]*k? ?(?:a|per|\\/) ?(?:mo|month|year|yr)',
  'work(?:ing)? (?:at|til|until|till|late|nights|days)|out of town|(?:can not|cant) talk',
  '(?:thinking|considering|decid\\w*|undecided)(?= *(?:$|[.,!]|about it|it|still|yet))|long story|complicated',
  '(?:few|many|lots of|several|other|various) reasons',
);
