import type { Financing } from './facts';
import { firstMeaning, without, wording } from './phrases';
import type { Phrase } from './phrases';
import { readYesNo } from './read-yes-no';

const APPROVED = '(?:pre[- ]?)?(?:app?rov(?:ed|al)|aproved|qual(?:ified|ification)?|appoved)';
const PRE = 'pre[- ]?(?:app?rov(?:ed?|al|als)|aproved|appoved|qual(?:ified|ification|ed|s)?)';
const LENDER = '(?:lender|bank|loan officer|mortgage (?:broker|company|person|guy)|broker)s?';
const LOAN = '(?:loan|mortgage|financing|home loan)';

/** Cash that is not the way of paying. */
const NOT_PAYING_CASH = wording(
  'cash[- ]?(?:flow|flowing|flows|out|back|reserves?|on hand|down|to close|poor|app|register|home|offers? ?\\?)',
  '(?:need|needing|want|for|get|getting|some|any|quick|fast|much|more|enough|no|not|without|than|in|is not|not a|not all) (?:the |some |quick |fast |my )?cash(?! (?:buyer|purchase|deal))',
  '(?:you|your|they|he|she|company|buyers?|anyone|someone)\\b[^.?!]{0,30}cash(?: offers?| buyers?)?',
  '(?:not|no(?!,| i\\b| we\\b)|do not have|not have|will not be|can not do|can not pay|not going to be|instead of|not paying|do not want to pay)(?: [a-z]+){0,2} cash',
  'cash offers?(?= (?:for|on) (?:my|our|the|it|mine))|(?:a|an|any|your|make|what) cash offers?',
  '(?:want|take|accept|need|get) \\$?[\\d,.]+k? (?:in |all )?cash|cash offers? (?:of )?\\$?[\\d,.]+k?(?= (?:for|on) (?:my|our|the|it|mine))',
  'cash offers? (?:for|on) (?:my|our|the|it|mine)',
);
/** A loan that is ruled out. */
const RULED_OUT = wording(
  '(?:not|no|nothing|without|instead of|never)(?: [a-z]+){0,2} (?:fha|va|conventional|jumbo|usda)(?: loan)?',
  'do not qualify for (?:a |an )?(?:fha|va|conventional|jumbo)',
);

const NOT_YET =
  '(?:not|never|no|yet to|need(?:ing)? (?:to )?|have to|has to|should|trying to|working on|want(?:ing)? to|would like to|how (?:do|can) (?:i|we)|waiting (?:on|for|to)|in the process of|process of|getting|going to|get|gotta|before|applied for|applying for|apply for|start(?:ed|ing)?|looking to|about to|will be|will get|help with|denied|still)';

const STATED: readonly Phrase<Financing>[] = [
  [
    'cash',
    wording(
      '(?:not need|not needing|not getting|not require)(?: (?:to get|any|a|an))* (?:loan|mortgage|financing)',
      'no (?:loan|mortgage|financing)(?: needed| required| necessary)?(?! (?:yet|set|lined|approved))',
    ),
  ],
  [
    'needs_financing',
    wording(
      `${PRE}[^.?!]{0,30}(?:expired|ran out|lapsed|no longer|fell through)|used to be ${PRE}`,
      `${NOT_YET}(?: (?!but|and|or)[a-z]+){0,3} ${PRE}`,
      `not (?:been |gotten |yet |get |got |yet been )?${APPROVED}(?! for (?:more|over|that))`,
      `${PRE}(?: letter)?[?:,]? (?:not yet|no|nope|is pending|pending|in process|in progress|expired|soon|process)`,
      `(?:have|has|did|do|am|are) not(?: [a-z]+){0,4} (?:to )?(?:a |any |the |my )?${LENDER}`,
      `(?:need|no|find|looking for|recommend|know|talk to|talking to|speak with|meeting with) (?:a |any |me a )?(?:good )?${LENDER}(?: yet)?`,
      `(?:need|needs|need to get|get|getting|will need|want|apply for|applying for|qualify for|using|with|take out|taking out|have to get|looking at|going with|going to need|through) (?:a |an |some |to get a )?${LOAN}`,
      'financ(?:e|ing) (?:it|the|most|part|some|this|through|with|needed|a )',
      '(?:will|to|would|be|going to be|need to|plan to|have to|must) financ(?:e|ing)',
      '(?:bad|poor|low|no|rebuilding|working on (?:my|our)) credit',
      'credit (?:score )?(?:is |was )?(?:not |really |pretty |kind of )*(?:bad|poor|low|great|good enough|terrible|rough|sucks|shot|trash)',
      'usda(?: loan)?',
    ),
  ],
  [
    'pre_approved',
    wording(
      PRE,
      '(?:got|have|has|am|are|been|were|was|is|already|fully|get) approved',
      'approved (?:us|me|for|up to|by|with|at|already|\\$?\\d)',
      '(?:approval|pre ?qual(?:ification)?) letter',
      '(?:have|got|received) (?:my|our|an|the) (?:loan )?(?:approval|letter)|approval in hand',
      'lender (?:approved|letter)|(?:lender|bank|loan officer) (?:says?|said|told|cleared|okayed)[a-z ,]{0,30}\\$?[\\d.,]+k?',
    ),
  ],
  [
    'cash',
    wording(
      'all cash|cash buyers?',
      '(?:pay(?:ing)?|with|it is|is|be|am|are|have|has|got|using|use|a|the|via|by|of|probably|mostly|as|offer|offering) cash',
      '(?:paying|pay|buying|buy|purchase|purchasing)(?: [a-z]+){0,4} cash',
      'cash (?:purchase|deal|sale|only|in hand|ready|transaction|money|in the bank)|^cash',
      '(?:pay|paying|bought|buy|buying) (?:it )?outright|[\\d,km$]+ cash|cash offer',
    ),
  ],
  ['fha', wording('fha')],
  [
    'va',
    wording(
      'va(?:[ -]home)?[ -](?:loan|mortgage|financing|benefits?|buyer|eligible|eligibility|entitlement|approved|backed|lender)s?',
      '(?:using|use|with|through|have|going|my|via|do|doing|loan:?) (?:my |our |the )?va(?: loan)?',
    ),
  ],
  ['jumbo', wording('jumbo')],
  ['conventional', wording('conventional|conv loan|convential|30[- ]year fixed')],
];
/** Only as the answer to "cash or a loan, and are you approved?". */
const ANSWERS: readonly Phrase<Financing>[] = [
  ['va', wording('va(?! (?:beach|tech|bien|a)\\b)|v\\.a\\.?')],
  ['pre_approved', wording('approved|qualified|approval|^(?:yes|yeah|yep|yup|yea),? (?:with|through|thru|by|from)')],
  ['cash', wording('cash|outright')],
  ['conventional', wording('conv')],
  [
    'needs_financing',
    wording(
      'working (?:on|with)|loan|mortgage|financ(?:e|ed|ing)|lender|bank|credit union|second (?:option|one)|working on (?:it|that)',
      'in (?:the )?process|soon|denied|declined|turned down',
    ),
  ],
];

/** How the contact would pay. @param isAsked whether "yes" and "not yet" answer "are you pre-approved?". */
export function readFinancing(plain: string, isAsked: boolean): Financing {
  const meant = without(without(plain, NOT_PAYING_CASH), RULED_OUT);
  const stated = firstMeaning(STATED, meant) ?? (isAsked ? firstMeaning(ANSWERS, meant) : null);
  if (stated !== null || !isAsked) return stated ?? 'unknown';
  const answer = readYesNo(plain);
  if (answer === null) return 'unknown';
  return answer === 'yes' ? 'pre_approved' : 'needs_financing';
}
