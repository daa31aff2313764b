import type { Topic } from './facts';
import { firstMeaning, wording } from './phrases';
import type { Phrase } from './phrases';
import { clausesOf } from './question-form';
import type { Clause } from './question-form';
import { readConsent } from './read-consent';
import { readRequests } from './read-requests';
import { readSocial } from './read-social';

const HOMES =
  '(?:homes?|houses?|listings?|propert(?:y|ies)|condos?|town ?(?:homes?|houses?)|places?|units?|options|\\d ?-?(?:beds?|bedrooms?|br)s?|\\d\\/\\ds?|duplex(?:es)?|new builds?|lots?|land)';
const THE_HOME =
  '(?:it|that|this|(?:the|that|this|your) (?:[a-z0-9]+ )?(?:home|house|place|property|condo|listing|one))';

/** The words of a clause that asks, by what it asks about. A clause can ask about several. */
const TOPICS: readonly Phrase<Topic>[] = [
  [
    'listings',
    wording(
      `(?:have|got|any|are there|is there|know of|what|which|see|find|(?:show|send|text|email|give) (?:me|us)|anything)(?: (?!is|are|would|my|our)[a-z0-9'-]+){0,3}? (?:${HOMES})(?! (?:worth|value|is|are|go|going|sell|selling|sold))`,
      '(?:have|got) (?:any|some)thing',
      '(?:have|got|anything|something|inventory)(?: [a-z0-9]+){0,3} (?:in|under|around|near|for sale|available|left)',
      'what (?:all )?(?:do|does|else do) (?:you|they|jorge)(?: guys)? (?:have|got)(?! (?:to|me|in mind))',
      'listings|(?:the|this|that|your|a|new) listing(?! agreement| contract| agent| fee)|the (?:asking |list )?price(?= *(?:$|[?.!]|of))|open houses?|for sale|on the market|under contract|pics?',
      'pictures?|photos?|floor ?plans?|showings?|virtual tour|address',
      `(?:see|tour|view|visit|look at|check out|walk(?: through)?|show me) (?:some|a|the|\\d{2,}|it|that|this|them|homes|houses|inside|any)`,
      `(?:is|are|was|did) (?:${THE_HOME}|the \\d ?-?bed|they|\\d{2,})(?: [a-z0-9]+){0,6} (?:available|sold|taken|pending|gone|vacant|sell)`,
      '(?:is|are|any)(?: [a-z]+)? available(?= *(?:$|[?.!]|right|in|now|under|near|for sale))',
      `how much (?:is|are|for) (?:${THE_HOME}|(?:the |those )?${HOMES})(?! (?:worth|going))`,
      `(?:does|do) ${THE_HOME} (?:come|have)|price of ${THE_HOME}`,
    ),
  ],
  [
    'home_value',
    wording(
      'worth|comps?|comparables|cma|valuation|apprais(?:e|al|ed)|zestimate|home value|value of (?:my|our)',
      "(?:free|an|your|price|do) estimates?|what would (?:you|jorge|they|y'?all) (?:do|buy it)",
      "(?:you|they|jorge|guys|people|buyers?|someone|y'?all|investors?)(?: be| all| would| could| will| even| think| really| actually)* (?:pay|paying|offer|offering|give|get (?:me|us|for)|willing to (?:pay|offer|give))(?! (?:you|jorge|agents|a commission|closing|the commission|for (?:closing|repairs)))",
      '(?:your|an|cash|best|the|any|my|fair|make|making) offers?',
      '(?:go|going|sell|sells|selling|sold|list|listed|get|sale|ask|asking)(?: (?:it|my|our|house|home|place|the|this|mine|ours))* (?:for|at|price)(?= *(?:$|[?.!]|in|around|these|now|it|my|our|right|near))',
    ),
  ],
  [
    'fees',
    wording(
      'fees?|commissions?|charges?|percent(?:age)?|your (?:rate|rates|cut)|closing costs?|out of pocket|up ?front',
      '(?<!\\b(?:i|we) )(?:get|getting|make|making) (?:paid|money|compensated)|who pays|for free',
      'is (?:it|this|that|all this|your service|the service) (?:really |all )*free',
      'costs?(?: (?:me|us|you|anything|to (?:list|sell|work|use|sign|hire|do)|for (?:this|your)))?(?= *(?:$|[?.!]|me|us|anything|to|for|if|with|involved))',
      "(?:pay|owe) (?:you|jorge|y'?all|agents?|realtors?|anything|a (?:fee|commission))",
      "do (?:you|they|y'?all)(?: guys)? take|\\d ?%",
    ),
  ],
  [
    'neighborhood',
    wording(
      'schools?|isd|crime|safe(?:ty|r|st)?|dangerous|sketchy|ghetto|gangs?|shootings?|break ?ins?|sex offenders?',
      'demographics?|divers(?:e|ity)|integrated|neighbou?rs|famil(?:y|ies)[- ](?:friendly|oriented)',
      '(?:who|people|families|folks|kind)(?: [a-z]+){0,2} (?:live|lives|living)(?= *(?:$|[?.!]|in|there|around|near|over|on))',
      '(?:mostly|many|all|lots of|any|more|is it|are they|an?) (?:white|black|hispanic|latino|asian|indian|muslim|jewish|christian|mexican|gay|religious|immigrants?)',
      'church(?:es)?|mosques?|synagogues?|temples?',
      '(?:good|nice|bad|great|rough|decent|quiet|ok|okay|fit|place|fun)(?: [a-z]+)? (?:neighbou?rhoods?|areas?|part of town|community|side of town|to raise)',
      '(?:for|with|raise|raising|many|have) (?:a |my |our |the |young |small |other )*(?:kids|children|famil(?:y|ies)|seniors?|retirees|singles)(?! (?:room|bath))',
      '(?:neighbou?rhood|area|community|side of town)(?: [a-z]+)? (?:like|safe|nice|good|quiet|ok|okay|bad|rough|decent)(?= *(?:$|[?.!]|for|at|or|there|to))',
    ),
  ],
];

/** What a clause is about that asks about none of these. The first row that fits decides. */
const GENERAL: readonly Phrase<Topic>[] = [
  [
    'purpose',
    wording(
      "(?:why|what|y)(?: [a-z']+){0,4} (?:text|contact|messag|call|reach|bother|hit|email|writ|spam)(?:e|ing|ed|s|es)?(?: out| up)?(?: me| us| my|(?= *(?:$|[?.!])))",
      'what (?:is|was|are) (?:this|that|it|these|you|your text|the text|your message|the (?:purpose|point|reason|deal|catch))(?: (?:of|this|it|text|message|all|number|even|guys|texting|me))*(?= *(?:$|[?.!]|about|for|regarding|in regard|concerning|re\\b))',
      'what (?:do|can|could) (?:you|i|jorge|they)(?: guys| people)? (?:want(?! to know)|do for me|help|do(?= *(?:$|[?.!])))',
      'how (?:can|could|may) (?:you|i) help|regarding(?: what)?|concerning|legit|legitimate|scam|spam|real deal',
      'for real|(?:where|how) (?:is|are) (?:this|you) (?:coming )?from',
    ),
  ],
  [
    'process',
    wording(
      "how(?: [a-z']+){0,6} works?(?! (?:for (?:me|you)|on))|process|procedure|steps?",
      'what (?:happens|would happen|will happen|comes|is(?! available)|do i do|do we do|are we doing)(?: [a-z]+){0,2} (?:next|now|after|afterwards|then|first|if|when|once)',
      'what (?:happens|now|then|next|if)|explain(?: it| this)?',
      'how (?:long|fast|quick|quickly|soon)|get(?:ting)? started',
      '(?:where|how|when)(?: [a-z]+){1,2} (?:start|begin|sign up|apply|proceed|move forward|go about|get pre ?-?approved|get a loan|get approved|do this|do that|do it|sell it|sell my|buy)',
      '(?:do|would|will|should) (?:i|we) (?:need|have|still need|still have)\\b',
      '(?:need|have) (?:from me|to do|to start|me to do)',
      'when (?:would|will|do|can|could|should) (?:we|i|it|you)(?: [a-z]+)? (?:close|get paid|hear|know|sign|move)',
    ),
  ],
  [
    'why',
    wording(
      '^(?:huh|what|wut|wat|wdym|why|y|meaning|come again|say what|for what|what for|how so|excuse me|pardon|what question)[?! ]*$',
      'wdym|what (?:do|does|did) (?:you|that) mean|mean(?:ing)?(?= *(?:$|[?.!]|by|that|when|exactly))|^(?:why|y|how come)\\b(?! (?:are|is|did|do|does) (?:they|he|she|the (?:seller|owner|house)s?)\\b)',
      'what (?:is|are) (?:a |an |the )?(?:pre-? ?approv[a-z]*|fha|va loan|conventional|jumbo|move[- ]in[- ]ready|escrow|difference|question)',
      '(?:does|would|do) (?:it|that|this)(?: really| even)? matter|your business|relevant|who wants to know',
      'to you\\?|the question|you asking',
    ),
  ],
];

const ORDER: readonly Topic[] = [...TOPICS, ...GENERAL].map(([topic]) => topic).concat('other');

/**
 * What a text asks of the bot, the most specific topic first; empty when it asks nothing. What other facts tell
 * (who writes, a call, a person, advice, consent) and a time that is proposed are not asked again here.
 */
export function readQuestions(plain: string): readonly Topic[] {
  const asked = new Set(clausesOf(plain).flatMap(topicsOf));
  return ORDER.filter((topic) => asked.has(topic));
}

function topicsOf({ words, form }: Clause): readonly Topic[] {
  if (form === 'states') return [];
  const named = TOPICS.filter(([, pattern]) => pattern.test(words)).map(([topic]) => topic);
  if (named.length > 0 || form === 'proposes') return named;
  const general = firstMeaning(GENERAL, words);
  if (general !== null) return [general];
  return form === 'requests' || isToldByOtherFacts(words) ? [] : ['other'];
}

function isToldByOtherFacts(words: string): boolean {
  const { asksWho, asksIfBot, wantsCall, wantsAdvice } = readRequests(words);
  const { wantsHuman, wrongNumber } = readSocial(words);
  const isConsent = readConsent(words, words) !== 'none';
  return asksWho || asksIfBot || wantsCall || wantsAdvice || wantsHuman || wrongNumber || isConsent;
}
