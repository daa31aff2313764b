import type { Motivation } from './facts';
import { firstMeaning, wording } from './phrases';
import type { Phrase } from './phrases';
import { readYesNo } from './read-yes-no';
import { wordsOf } from './plain-text';

const HOME = '(?:house|home|place|property|condo|yard|space|one|apartment|unit|car|kitchen|garage)';
const FAMILY =
  '(?:mom|mother|dad|father|parent|grandmother|grandma|grandpa|grandfather|aunt|uncle|husband|wife|brother|sister|spouse|[a-z]+ in law)';

/** The first row that fits decides: why they have to comes before what they want. */
const REASONS: readonly Phrase<Motivation>[] = [
  [
    'divorce',
    wording(
      'divorc[a-z]*',
      'separat(?:ed|ing|ion)(?! (?:dining|garage|entrance|laundry|room))',
      'split(?:ting)? up',
      'splitting',
      'ex[- ]?(?:wife|husband|spouse)',
      'my ex',
      'break ?up',
      'broke up',
    ),
  ],
  [
    'inheritance',
    wording(
      'inherit[a-z]*|probate|executor|executrix|heirs?|deceased|passed away',
      '(?:she|he|they) (?:just |recently )?(?:passed|died)(?! (?:the|on|inspection|by))|estate sale|(?<!real )estate of',
      `${FAMILY}(?:'s)?(?: just| recently)? (?:passed|died|estate)`,
      'left (?:me|us) (?:the|a|her|his|their) (?:house|home|property|place)|(?:death|loss) (?:in the family|of)',
      `(?:was|is|were) (?:my )?(?:${FAMILY})'?s? (?:house|home|place)|settl(?:e|ing) (?:the|an|my [a-z]+) estate`,
    ),
  ],
  [
    'financial',
    wording(
      'behind on(?: [a-z]+){0,4}|foreclos[a-z]*|pre-?foreclosure|bankrupt[a-z]*|short sale',
      '(?:lost|losing) (?:my|his|her|our|the) job|laid off|unemployed',
      '(?:can not|could not|can barely|struggling to|hard to|no longer) (?:really )?(?:afford|keep up|make|pay)(?: (?:it|this|to keep|the|my|our|anymore|with))? ?(?:house|home|mortgage|payments?|bills|taxes|it|anymore|keep|place)?(?= |$|[.,!])(?! (?:more|over|above|anything|that much|\\d))',
      '(?:need|could use|want|free up|raise) (?:the |some |quick |fast )?(?:cash|money|equity|funds)',
      'cash (?:out|in)|debts?|(?:medical |too many )?bills|financ(?:ial|ially)',
      '(?:property )?tax(?:es)? (?:are |is |keep |went |going )?(?:too|up|killing|so|going)',
      'payments? (?:is|are|went|got) (?:too|up|so)|pay off (?:my|our|some)|get (?:my|our|the) equity',
      '(?:it|house|home|mortgage|living|upkeep|insurance|here|maintenance)[a-z ]{0,15} (?:too|getting|so) (?:expensive|costly)|money (?:is tight|problems?|trouble)|mortgage (?:is too|went up)',
    ),
  ],
  [
    'downsizing',
    wording(
      'down[- ]?siz[a-z]*|down ?grad[a-z]*|empty ?nest[a-z]*|smaller|less (?:space|house|yard|upkeep|maintenance)',
      'too (?:big|large|much (?:house|space|yard|upkeep|maintenance|room|home))',
      '(?:kids?|children) (?:have |are |is |all )*(?:moved out|gone|left|grown|out of the house|off to college|going to college)',
      'one story|retir(?:ing|ed|ement|e)(?! (?:to|in|and mov))|can not keep up|(?:get|getting) older|too many stairs',
    ),
  ],
  [
    'upsizing',
    wording(
      `up[- ]?siz[a-z]*|(?:bigger|larger)(?: ${HOME})?|more (?:space|room|bedrooms|rooms|yard|land|square)`,
      'out ?gr[eo]w[a-z]*|grow(?:ing|n)? (?:family|out of)|family is growing',
      'too (?:small|cramped|tight in here)|(?:new|another|second|third|2nd|3rd|a) (?:baby|child|kid)',
      'baby (?:on the way|coming|due)|expecting|pregnant',
      'need (?:another|an extra|an additional|a bigger) (?:bed|room|bedroom|bath|office)',
      '(?:running|ran|run) out of (?:space|room)|upgrad(?:e|ing) (?:to|our|my|from|home|house)|move[- ]?up|home office',
    ),
  ],
  [
    'investment',
    wording(
      'invest[a-z]*|flip(?:ping|per|s)?|cash[- ]?flow[a-z]*|(?<!(?:my|our|the) )landlord|airbnb|str|portfolio',
      '1031(?: exchange)?|passive income|income property|(?<!or )rent(?:ing)? it out|brrrr|wholesal[a-z]*',
      '(?:rental|income) (?:property|properties|home|house|income|unit)s?|(?:my|our|it is a|is a) rentals?',
      '(?:bad |problem |my |the |our |have |had |got )tenants?|short[- ]term rental|second home|vacation home',
    ),
  ],
  [
    'relocation',
    wording(
      'relocat[a-z]*|transfer(?:red|ring|s)?|new job|job (?:offer|change|transfer|in|moved|is moving|relocation|took)',
      '(?:got|took|starting|accepted|start) (?:a |an |my )?(?:new )?(?:job|position|offer)(?: in| at)?|for work|for (?:a|my|the|his|her|our)(?: new)? job(?! site)',
      'work(?:ing)? (?:in|from) [a-z]+ now',
      '(?:promotion|promoted)|military|army|navy(?! federal)|air force|marines|stationed|pcs(?:ing|ed)?|orders',
      'deploy[a-z]*|out of (?:state|town|the country|the city)|cross country|another (?:state|city|country)',
      'different (?:state|city)|new (?:state|city)',
      '(?:mov(?:e|ing|ed)|be|get|getting|being|live|relocate|going) (?:a lot |much |a bit )?(?:closer|nearer)',
      '(?:mov(?:e|ing|ed)|going) back (?:to|home|in)|closer to (?:work|family|my|our|the|home|job)',
      'be (?:near|by|with|close to) (?:my|our|family)|shorter commute|commute',
      'mov(?:e|ing) (?:[a-z]+ ){0,3}from [a-z]+|mov(?:e|ing) (?:away|overseas|abroad|home|there|cities|states)',
      'leaving (?:the )?(?:state|texas|california|area|town|city)|retir(?:e|ing) (?:to|in|and mov[a-z]*)',
    ),
  ],
  [
    'other',
    wording(
      '(?:tired|sick|done|fed up|over) (?:of|with) (?:renting|rent|paying rent|the|my|our|this|it|being)',
      '(?:stop|quit) (?:renting|paying rent)|rais(?:ing|ed|es) (?:my |our |the )?rent',
      'rent (?:is |keeps |went |goes )(?:too|going|up|so)|first[- ]time (?:home ?)?buyers?|first (?:home|house|place)',
      'lease (?:is up|ends|ending|up|expires|will)',
      '(?:get|getting|got|just) (?:married|engaged)|(?:bad|noisy|nosy|loud|terrible) neighbo(?:u)?rs?',
      '(?:own|have) (?:my|our) own (?:home|place|house)|build equity',
      '(?:change|new) (?:of )?(?:scenery|pace|start|chapter)|fresh start|health (?:reasons|issues|problems)|crime',
      '(?:better|new|different) schools?|school district',
    ),
  ],
];
/** Only as the answer to "why?". */
const ANSWERS: readonly Phrase<Motivation>[] = [
  [
    'relocation',
    wording(
      'mov(?:e|ing|ed) (?:to|into|out|up|down|back)(?! (?:a|something|smaller|bigger) )',
      'job|work|career|orders|(?:closer|close) to|commut(?:e|ing)',
    ),
  ],
  ['financial', wording('expensive|money|equity|taxes|afford|cash|payments?|mortgage|rates?')],
  ['investment', wording('rental|rentals')],
];
/** Answers that give no reason. */
const NO_REASON = wording(
  'not (?:really )?sure|do not know|no (?:idea|reason|comment|clue|thanks)|nothing|none of your',
  'why (?:do|does|would|are|is|you)',
  'just (?:curious|looking|checking|browsing|wondering|seeing|because|exploring|thinking|testing|shopping)|curious',
  'maybe|depends|it depends|who is this|how did you|personal|private|rather not|none|no one',
  '(?:what|how|who|when|where) (?:is|do|does|are|would|can|will|much|about)|stop|later|busy|(?:call|text) me',
  'not interested|leave me|ok|okay|thanks|thank you|hello|hi|hey|sounds good|^(?:lol|haha)[.! ]*$|why$',
  'good question|interested',
);
const SUBSTANTIAL_LETTERS = 6;

/**
 * Why the contact wants to move.
 * @param isAsked whether the reason was asked for; then an answer of substance that fits no kind is `other`.
 */
export function readMotivation(plain: string, isAsked: boolean): Motivation {
  const stated = firstMeaning(REASONS, plain);
  if (stated !== null || !isAsked) return stated ?? 'unknown';
  return firstMeaning(ANSWERS, plain) ?? (isSubstantial(plain) ? 'other' : 'unknown');
}

function isSubstantial(plain: string): boolean {
  const letters = wordsOf(plain)
    .join('')
    .replace(/[^a-z]/g, '').length;
  return letters >= SUBSTANTIAL_LETTERS && !NO_REASON.test(plain) && readYesNo(plain) === null && !plain.endsWith('?');
}
