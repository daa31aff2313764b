import { wording } from '../understanding';
import { ADVERB, WE, WILL } from './claim-rule';
import type { ClaimRule } from './claim-rule';
import { oneOf } from './one-of';

const HOUSES = oneOf(
  'home|house|listing|propert(?:y|ie)|place|condo|townhome|townhouse|option|match|matche|one',
  'opportunit(?:y|ie)',
);
const LOAN = oneOf('va|fha|usda|conventional|jumbo|arm|fixed rate');
const FIND = oneOf(
  'have|has|got|found|find|finds|know of|knows of|see|saw|spotted|located|came across|pulled(?: up)?',
  'have found|have got|have seen|show you|send you|am looking at|are looking at',
);

const KIND = oneOf(
  'a|an|the|some|several|few|many|couple|dozens?|plenty|lots|tons|other|more|one|this|these|right',
  'perfect|great|good|nice|new|beautiful|lovely|gorgeous|amazing|ideal|potential|matching|active|pocket',
  'off market|exclusive|recent|similar|bedroom|bath|story|of|just|\\d+|[a-z]+(?:ed|able)',
);

const ACHIEVE = oneOf(
  'sell|close|find you|save you|make you|get you (?:approved|more|top|the|a better|what|your)',
  'get (?:it|your (?:home|house|place)|the (?:home|house|job)) (?:sold|done|closed|approved)',
  'help you (?:get|find|sell|close|save|make|buy)',
);

const MAY = oneOf('can|could|may|might|should|would|will|must|need to|have to|ought to|do not (?:have|need) to');

/** What a lender, a lawyer or a tax adviser would have to answer for. */
const DEAL = oneOf(
  'qualify|afford|be approved|borrow|deduct|write|avoid|owe|defer|refinance|refi|put down|put \\d\\S*',
  'lock|claim|gift|sue|evict|file|transfer|break|back out|keep the (?:deposit|earnest)|disclose|sign',
  'pay|roll|assume the loan|skip|waive|hold|exclude',
  `use (?:a|an|the|your) (?:${LOAN}|1031|trust|ira|401k)`,
);
const SELL_FOR = oneOf(
  'go (?:for|fast|quick)',
  '(?:sell|list|be listed|appraise|fetch|bring|net|close|move) (?:it |this |your (?:home|house|property|place) |the (?:home|house|property) )?(?:for|at|in|over|above|around|fast|quick|quickly|within|easily|by|before|you|close to|high)',
);
const HOMES_IN_GENERAL = oneOf('homes?|houses|listings|places|propert(?:y|ies)|condos|things');
const TURN_OVER = oneOf(
  'sell(?:ing)?|going|go|moving|move|sitting|sit|priced|list(?:ed|ing)?|run(?:ning)?|start(?:ing)?',
);
const THING_SENT = oneOf(
  'list|lists|links?|photos?|pictures?|pics|details|listings?|homes|houses|propert(?:y|ies)|options',
  'matches|places',
);
const SUBJECT = oneOf(
  `${WE}|you|it|that|this|your (?:home|house|place|property|loan|credit)`,
  '(?:the|a) (?:home|house|loan|lender|bank|buyer|deal)',
);
/** In front of them a "you can" or "you should" is asked, not told. */
const ASKED = '(?<!\\b(?:do|would|will|did|does|if|when|until|should|can|could|what|where|how) )';

/** What is so: the system knows no values, no market, no listings and no law, and can guarantee nothing. */
export const CLAIMS_OF_FACT: readonly ClaimRule[] = [
  {
    reason: 'names a value or speaks for the market',
    wording: wording(
      '(?:(?:that|this|the|your) (?:price|number|amount|sum)|\\$\\d[\\d,.]*[km]?|\\d+k) (?:works|is (?:fine|good|fair|doable|possible|realistic|reasonable|no problem|in line))',
      '(?:that|this|it|\\d+k?) (?:is|seems|sounds like) (?:a |an |the |very |really )*(?:fair|good|great|high|low|realistic|reasonable|right) (?:value|price|number|offer|amount)',
      '(?:is|are|be) worth (?:\\$?\\d\\S*|about|around|at least|more|over|up to|close|a lot|every)',
      'worth (?:about|around|at least|up to|over|close to|roughly) ',
      `(?<!\\byou )(?<!\\b(?:price|number) )(?:could|would|will|should|can|might) (?:easily |likely |probably |definitely |still )*${SELL_FOR}`,
      '(?:fair )?market value|comps|comparables?|comparable (?:homes|sales)',
      `${HOMES_IN_GENERAL} (?:there |here |like (?:it|this|that|yours) |in (?:area|your (?:area|range)) |nearby )?(?:are|is|have been|keep|tend to|usually|typically|often) (?:[a-z]+ )?${TURN_OVER}`,
      '(?:average|median|typical) (?:home |sale |sales |list )?(?:price|days|rent|value)|appreciat(?:ing|ion)',
      'top dollar|(?:over|above|below|under) (?:asking|market)|roi|return on (?:your )?investment',
      '(?:good|great|smart|solid|amazing|fantastic|excellent) (?:deal|investment|steal|bargain)',
      "(?:the |area )?market (?:is|has|looks|favors|will|keeps|remains)|(?:sellers?|buyers?)(?:'s?)? market",
      '(?:home |house )?(?:prices?|values) (?:are|have been|have|keep|will|went) (?:[a-z]+ )?(?:going|go|rising|rise|falling|fall|up|down|dropping|drop|climbing|climb|high|low|increas|decreas)',
      'demand is|inventory is',
    ),
  },
  {
    reason: 'speaks of homes that nobody has listed',
    wording: wording(
      `${WE} (?:${WILL} |can |could )?${FIND} (?:you )?(?:${KIND} )*${HOUSES}s?(?! (?:on file|noted|in mind))`,
      `(?<!\\b(?:if|whether|that) )(?:there|here) (?:is|are) (?:(?:a|an|the|some|several|few|many|couple|dozens?|plenty|lots|tons|other|more|one|perfect|great|good|nice|new|beautiful|of|also|always|currently|right|now|just|\\d+) )*${HOUSES}s?`,
      'just (?:listed|hit|came|went|got) ?(?:on|to|the|listed)?|new(?:ly)? listings?|new listed|off market',
      'pocket listings?|(?:open house|showing) (?:this|on|at|tomorrow|today)',
      `(?:${HOUSES}s|listings) (?:are |currently |now |right now |still )*(?:available|for sale|on the market|in your (?:price|budget|range)|under|that (?:match|fit|meet|might|could|would)|matching|fitting|coming)`,
      `(?:a|the|this) ${HOUSES} (?:that |which )?(?:just |has |is )*(?:came|come|listed|available|for you|in mind)`,
      `(?:send|sending|sent|text|texting|email|emailing|share|sharing|show|showing) (?:you )?(?:over )?(?:(?:a|an|the|some|several|few|couple|of|more|\\d+) )*${THING_SENT}`,
      'check out (?:this|these|the|our|my)',
      'this (?:home|house|property|listing|one|place|beauty|gem) (?:has|is|was|sits|features|offers|comes|boasts)',
      'it (?:has|features|boasts|comes with|offers|sits on) (?:(?:a|an|the|its|new|updated|large|big|great|beautiful|open|\\d+) )+(?:beds?|bedrooms?|baths?|pool|kitchen|yard|garage|roof|floor|view|primary|master|lot)',
      'perfect match|dream home',
    ),
  },
  {
    reason: 'guarantees something',
    wording: wording(
      'guarantee(?:s|d)?|promise[sd]?|no (?:downside|catch)',
      '(?:no|zero|without(?: any)?) (?:risk|obligation|strings)|risk free|100 ?%|money back',
      '(?:is|are|it is|that is) a sure thing|never fails?|nothing to lose|easy approval|you have my word',
      'rest assured|trust me|(?:can not|will not) (?:lose|fail|regret|be disappointed)',
      '(?:best|top|number (?:1|one)|#1|leading|most (?:trusted|experienced)) (?:agents?|realtors?|brokers?|teams?|producers?|service)',
      'years of experience|nobody (?:else )?(?:can|does)',
      `${SUBJECT} (?:${WILL}|would|can) (?:definitely|certainly|absolutely|surely|always|easily|never) (?!help|talk|answer|look|be reached|do that|work with|text|call)`,
      'definitely (?:sell|get|qualify|find|close|worth|going)|for sure (?:sell|get|qualify|close)',
      `(?:${WE}|it|that|this|your (?:home|house|place|property|loan)) (?:${WILL}|can) ${ADVERB}${ACHIEVE}`,
      '(?:^|[,;] ?)you (?:qualify|can (?:get|have|save|make|buy|find|sell|close|expect|afford))',
      '(?:you|we|they) (?:will|can|are going to) (?:be |get )?(?:pre ?)?(?:approved|qualified|accepted)',
      'will (?:qualify|be approved|get approved|be accepted|be sold)',
      'you (?:will|are going to) (?:make|save|net|profit|love|never|not regret|find your|get (?:approved|top|full|more|the (?:best|most|highest|home|house)|what|your|a (?:great|good|better|fair)))',
    ),
  },
  {
    reason: 'gives legal, tax or loan advice',
    wording: wording(
      'rates (?:are|is|have|has|dropped|fell|went|keep|start|look|will|today)',
      'rates? (?:of|at|from|around|near|under|below|about) (?:\\d\\S*|the)',
      "(?:current|today'?s|lowest?|best|good|great|lower|fixed) (?:interest |mortgage )?rates?|apr",
      '(?:monthly |mortgage |house |your |the )payments? (?:would|will|is|are|of|around|about|could|should|comes?)',
      'down payment (?:of|is|would|should|as|could|can)|(?:no|zero|\\d+ ?%|low) (?:money )?down|as low as',
      'credit scores? (?:of|is|above|over|needs?|should|has|must)',
      'closing costs? (?:are|is|will|would|run|of|usually|typically)|points? down',
      `${ASKED}(?:you|sellers?|buyers?|owners?) ${MAY} (?:also |probably |likely |legally |still |just |even |always )*${DEAL}`,
      'tax(?:es)? (?:deductible|free|exempt|breaks?|benefits?|write ?offs?|advantages?|savings?|deferred|deductions?|credits?)',
      'capital gains|1031|deductible|step up in basis|homestead exemption',
      'legally (?:required|allowed|binding|obligated|entitled|have|must|can)|by law',
      '(?:it|that|this) is (?:perfectly |totally |not )?(?:legal|illegal)|against the law|liable|liability',
      `${LOAN} (?:loans? |mortgages? )?(?:requires?|needs?|allows?|lets?|offers?|means?|is (?:best|better|good|great|easier|cheaper)|has|have|will|would be|are)`,
      '(?:contract|law|irs|court|lease|title|deed) (?:says|allows|requires|means|lets|gives)',
      'lenders? (?:will|usually|typically|requires?|wants?|look|like|need)|my (?:legal |tax )?advice',
      'i (?:would )?(?:advise|recommend|suggest)',
    ),
  },
  {
    reason: 'presses with false urgency',
    wording: wording(
      "(?:another|other|several|multiple|more|many|serious|competing|ready|motivated|qualified|cash) (?:interested |serious |qualified |cash |ready )*(?:buyers?|sellers?|part(?:y|ies)|bidders?)(?!'s| agent)",
      '(?:some(?:one|body)|buyers?|people|others|everyone) (?:else )?(?:is|are) (?:very |also |already |really |still |just )*(?:interested|looking|waiting|ready|about to|making|bidding|asking|lined up)',
      '(?:multiple|competing|several|other|many|more) offers (?:are|on|in|already|coming|expected|for)',
      'bidding war|lots of interest|high demand|in demand',
      "(?:have|has|got) (?:(?:a|an|several|some|many|lots|of|qualified|cash|serious|motivated|pre ?approved|the perfect|dozens|hundreds|\\d+) )*buyers?(?! agent|'s)",
      'only (?:today|tonight|this week|now|(?:a few|\\d+|one) (?:left|spots?|homes?|slots?|remain(?:ing)?|days?|hours?))',
      '(?:today|tonight|this week|this month) only|(?:last|final|only) chance',
      'act (?:now|fast|quick|quickly|today|soon)',
      'before (?:it is|it gets|they are|someone|somebody|anyone|prices|rates|the market|another)(?: [a-z]+){0,3} (?:gone|late|sold|rises?|goes?|go|up|buys?|does|snatch(?:es)?|grabs?|takes?|else|drops?|changes?|turns?)',
      'will not (?:last|be (?:around|available|there|on the market))',
      '(?:going|selling|moving|goes|go|sells) (?:so |very |really )?(?:fast|quick|quickly)|running out',
      'limited (?:time|offer|spots?|availability|number)|better hurry|hurry (?:up|before|and|while)',
      '(?:^|[.!] )hurry|now or never|do not (?:miss|wait|delay|hesitate|sleep on)',
      '(?:miss|missing|lose) (?:out|your chance|this|the chance|it)|once in a lifetime',
      '(?:offer|deal|this|price) (?:expires|ends)|spots? left|filling up|(?:time|clock) is (?:running|ticking)',
      'while (?:it|they|supplies) lasts?|best time to (?:buy|sell)',
      '(?:right|perfect|great|good) time to (?:buy|sell)|now is the time',
    ),
  },
];
