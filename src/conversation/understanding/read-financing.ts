import type { Financing } from './facts';
import { firstMeaning, without, wording } from './phrases';
import type { Phrase } from './phrases';
import { readYesNo } from './read-yes-no';
import { rewrite } from './rewrite';
import type { Rewrite } from './rewrite';

const LENDER = '(?:lender|bank|loan officer|mortgage (?:broker|company|person|guy)|broker|credit union)s?';
const LOAN = '(?:loan|mortgage|financing|home loan)';
const LOAN_KIND = '(?:fha|va|conventional|jumbo|usda)';

/** "Preapprvd", "pre-qual", "prequaled": each is written "pre approved" from here on. */
const SPELLINGS: readonly Rewrite[] = [
  [/\b(?:pre|per|pree|prea)[- ]?(?:ap+[a-z]*v[a-z]*|qual[a-z]*)\b/g, 'pre approved'],
  [/\b(?:app?r?o+v(?:ed|al|d|e)?|aprv(?:d|ed)|apprv(?:d|ed)|qualified)\b/g, 'approved'],
];

/** Cash that is not the way of paying, and loans that are ruled out or only weighed. */
const NOT_PAYING = wording(
  'cash[- ]?(?:flow|flowing|flows|out|back|reserves?|on hand|down|to close|poor|app|register|home|offers? ?\\?)',
  '(?:need|needing|want|for|get|getting|some|any|quick|fast|much|more|enough|no|not|without|than|(?<!pay(?:ing)? )in|is not|not a|not all|kind of|that much) (?:the |some |quick |fast |my )?cash(?! (?:buyer|purchase|deal))',
  '(?:you|your|they|he|she|company|buyers?|anyone|someone)\\b[^.?!]{0,30}cash(?: offers?| buyers?)?',
  '(?:not|no(?!,| i\\b| we\\b)|do not have|not have|will not be|can not do|can not pay|not going to be|instead of|not paying|do not want to pay|wish[a-z ]{0,20}|if (?:i|we) had)(?: [a-z]+){0,3} cash',
  'cash offers?(?= (?:for|on) (?:my|our|the|it|mine))|(?:a|an|any|your|make|what) cash offers?',
  'cash (?:for|as|is) (?:the |a |my |our )?(?:down|closing|repairs|deposit|earnest)',
  '(?:want|take|accept|need|get) \\$?[\\d,.]+k? (?:in |all )?cash',
  'cash offers? (?:of )?\\$?[\\d,.]+k?(?= (?:for|on) (?:my|our|the|it|mine))',
  `cash or (?:maybe |a |get(?:ting)? a |probably )*${LOAN}(?: not sure| idk| either)?`,
  `(?:not|no|nothing|without|instead of|never)(?: [a-z]+){0,2} ${LOAN_KIND}(?: loan)?`,
  `do not qualify for (?:a |an )?${LOAN_KIND}`,
  `conventional (?:wisdom|oven)|(?:should|do|would) i [a-z ]{0,20}${LOAN_KIND} or ${LOAN_KIND}`,
);

const NOT_YET =
  '(?:not|never|no(?! (?:i|we|im|already))|yet to|need(?:ing)? (?:to )?|have to|has to|should|trying to|working on|want(?:ing)? to|would like to|how (?:do|can) (?:i|we)|waiting (?:on|for|to)|in the process of|process of|getting|going to|get|gotta|before|applied for|applying for|apply for|start(?:ed|ing)?|looking to|about to|will be|will get|help with|denied|still|hope to|hoping to|once|until|when|if)';

/** Wherever they are said. The first row that fits decides. */
const STATED: readonly Phrase<Financing>[] = [
  [
    'cash',
    wording(
      `(?:not need|not needing|not getting|not require)(?: (?:to get|any|a|an))* ${LOAN}`,
      `no ${LOAN} (?:needed|required|necessary)`,
    ),
  ],
  [
    'needs_financing',
    wording(
      'approved(?: letter)?[^.?!]{0,30}(?:expired|ran out|lapsed|no longer|fell through)|used to be (?:pre )?approved',
      `${NOT_YET}(?: (?!but|and|or|i|we|am|are|is|already)[a-z]+){0,3} (?:pre )?approved(?! for (?:more|over|that))`,
      'approved(?: letter)?[?:,]? (?:should|will|coming|is coming|has not|not yet|no|nope|is pending|pending|in process|in progress|expired|soon|process)',
      `(?:have|has|did|do|am|are) not(?: [a-z]+){0,4} (?:to )?(?:a |any |the |my )?${LENDER}`,
      `(?:need|no|find|looking for|recommend|know|talk to|talking to|talking with|speak with|meeting with|meeting|see) (?:a |any |me a |the |my )?(?:good )?${LENDER}(?: yet)?`,
      '(?:bad|poor|low|no|rebuilding|working on (?:my|our)|(?:fix|repair|rebuild|build|clean|improv)[a-z]*(?: up)? (?:my|our)) credit(?! checks?)',
      'usda(?: loan)?',
      'credit (?:score )?(?:is |was )?(?:not |really |pretty |kind of )*(?:bad|poor|low|great|good enough|terrible|rough|sucks|shot|trash)',
      '(?:got|was|were|been|get|keep getting|bank|lender)(?: [a-z]+)? (?:denied|declined|turned (?:me |us )?down)',
    ),
  ],
  [
    'pre_approved',
    wording(
      'pre approved|(?:got|have|has|am|are|been|were|was|is|already|fully|get) approved',
      'approved (?:us|me|for|up to|by|with|at|through|thru|already|letter|\\$?\\d)',
      '(?:have|got|received) (?:my|our|an|the) (?:loan )?(?:approved|letter)|approved in hand|letter in hand',
      `${LENDER}(?: [a-z]+)? (?:approved|letter|gave|said yes)|green light`,
      '(?:lender|bank|loan officer) (?:says?|said|told|cleared|okayed)[a-z ,]{0,30}\\$?[\\d.,]+k?',
    ),
  ],
  [
    'cash',
    wording(
      'all cash|cash buyers?|money (?:is )?in the bank',
      '(?:pay(?:ing)?|with|it is|is|be|am|are|have|has|got|using|use|a|the|via|by|of|probably|mostly|as|offer|offering) cash',
      '(?:paying|pay|buying|buy|purchase|purchasing)(?: [a-z]+){0,4} cash',
      'cash (?:purchase|deal|sale|only|in hand|ready|transaction|money|in the bank)|^cash',
      '(?:pay|paying|bought|buy|buying) (?:it )?outright|[\\d,km$]+ cash|cash offer',
    ),
  ],
  ['needs_financing', wording(`${LOAN_KIND} or (?:maybe )?${LOAN_KIND}`)],
  ['fha', wording('fha')],
  [
    'va',
    wording(
      'va(?:[ -]home)?[ -](?:loan|mortgage|financing|benefits?|buyer|eligible|eligibility|entitlement|approved|backed|lender)s?',
      '(?:using|use|with|through|have|going|my|via|do|doing|loan:?) (?:my |our |the )?va(?: loan)?',
    ),
  ],
  ['jumbo', wording('jumbo')],
  ['conventional', wording('conventional|conv loan|convential|convetional|(?:15|20|30)[- ]year fixed')],
];
/** A loan that is named, of no kind and with no word of an approval. */
const LOANS: readonly Phrase<Financing>[] = [
  [
    'needs_financing',
    wording(
      `(?:need|needs|need to get|get|getting|will need|want|apply for|applying for|qualify for|using|with|take out|taking out|have to get|looking at|going with|going to need|through|be) (?:a |an |some |to get a )?${LOAN}`,
      'financ(?:e|ing) (?:it|the|most|part|some|this|through|with|needed|a )',
      '(?:will|to|would|be|going to be|need to|plan to|have to|must) financ(?:e|ing)',
    ),
  ],
];
const ASKS_FOR_APPROVAL = /approv|qualif/i;
/** Only as the answer to "cash or a loan, and are you approved?". */
const ANSWERS: readonly Phrase<Financing>[] = [
  ['va', wording('va(?! (?:beach|tech|bien|hospital|clinic|appt|appointment|medical|center|a)\\b)|v\\.a\\.?')],
  ['needs_financing', wording('expired|lapsed|denied|declined|turned (?:us |me )?down')],
  // The question has two halves; "loan, yes" answers both.
  ['pre_approved', wording('(?:loan|mortgage|financ[a-z]+)\\b.{0,15} (?:yes|yeah|yep|yup|already|all set)')],
  [
    'pre_approved',
    wording(
      '(?<!\\b(?:wife|husband|she|he|hoa|they|mom|dad) )approved',
      '^(?:yes|yeah|yep|yup|yea),? (?:with|through|thru|by|from)|all set',
    ),
  ],
  ['cash', wording(`cash|outright|no ${LOAN}(?! (?:yet|set|lined|approved))`)],
  ['conventional', wording('conv')],
  [
    'needs_financing',
    wording(
      'working (?:on|with)(?! (?:my|the) (?:house|car))|loan|mortgage|financ(?:e|ed|ing)|lenders?|bank|credit union',
      'second (?:option|one)',
      '(?:in|the) (?:the )?process|^soon|almost there|appl(?:ied|ying|ication|y)|submitted|paperwork',
      'hear(?:ing)? back|not (?:gotten|got) that far|not started',
    ),
  ],
];

/**
 * How the contact would pay.
 * @param isAsked whether "loan" and "not yet" answer a question about it.
 * @param pendingWording the question; "yes" says nothing to "cash or a loan?".
 */
export function readFinancing(plain: string, isAsked: boolean, pendingWording: string | null = null): Financing {
  const meant = without(rewrite(plain, SPELLINGS), NOT_PAYING);
  const stated =
    firstMeaning(STATED, meant) ?? (isAsked ? firstMeaning(ANSWERS, meant) : null) ?? firstMeaning(LOANS, meant);
  if (stated !== null || !isAsked) return stated ?? 'unknown';
  const answer = ASKS_FOR_APPROVAL.test(pendingWording ?? 'approved') ? readYesNo(plain) : null;
  if (answer === null) return 'unknown';
  return answer === 'yes' ? 'pre_approved' : 'needs_financing';
}
