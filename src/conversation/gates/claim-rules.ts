import { wording } from '../understanding';
import type { Truth } from './gate';

/** A claim that is refused unless something makes it true. */
export interface ClaimRule {
  readonly reason: string;
  readonly wording: RegExp;
  readonly isTrue?: (truth: Truth) => boolean;
}

/** The agent, or anybody else who is not the contact. */
const SOMEBODY =
  "(?:agent(?:'s (?:team|office|assistant|partner))?|some ?(?:one|body)|(?:a|an|the|our|my|another|one of our|one of my) (?:[a-z]+ )?(?:person|human|agent|teammate|team member|member|colleague|specialist|expert|lender|representative|rep|advis[eo]r|manager|associate|team|office|coordinator)|the team|him|her|them)";
const WE = `(?:${SOMEBODY}|he|she|they|we|i)`;
const WILL = '(?:will|shall|is going to|are going to|am going to)';
const ADVERB =
  '(?:(?:also|then|now|just|personally|soon|shortly|definitely|gladly|happily|certainly|surely|probably|quickly|right away) )*';
const HOUSES =
  '(?:home|house|listing|propert(?:y|ie)|place|condo|townhome|townhouse|option|match|matche|one|opportunit(?:y|ie))';
const LOAN = '(?:va|fha|usda|conventional|jumbo|arm|fixed rate)';
/** In front of them a "you can" or "you should" is asked, not told. */
const ASKED = '(?<!\\b(?:do|would|will|did|does|if|when|until|should|can|could|what|where|how) )';

/** What is denied is not claimed: "I can not promise", "nothing is booked yet", "not a licensed agent". */
export const DENIED = wording(
  '(?:can not|could not|do not|does not|did not|will not|should not|never|not able to|unable to|nobody can|no one can|nothing (?:is|has been)|not|no|without) (?:(?:ever|really|actually|yet|be|been|being|a|an|any|make|made|give|say|have|legally|something (?:that )?(?:i|we) can) )*(?:promises?|promised|guarantees?|guaranteed|booked|book|scheduled|schedule|confirmed|confirm|reserved|offers?|quote|rate quotes?|licensed [a-z]+|licensed|agent|realtor|broker|lender|lawyer|attorney|person|human|real person)',
);

/** By what they claim; each is a sentence that only a fact, or nobody, can make true. */
export const CLAIM_RULES: readonly ClaimRule[] = [
  {
    reason: 'says that something is booked',
    isTrue: ({ isBooked }) => isBooked,
    wording: wording(
      '(?:re)?(?:booked|scheduled)|(?:is|are|been|all|now|get|got|you|call|time|appointment) confirmed|confirmed (?:for|at|on|with)|reserved|locked (?:you |it |that |this )?in|pencil(?:l?ed)? (?:you |it |that )?in|all set|set (?:up )?for (?:you|[a-z]+day|tomorrow|today|tonight|noon|\\d)',
      'see you|(?<!\\b(?:can|could|may|to|we|you) )(?:talk|speak|chat)(?:ing)? (?:to you |with you )?(?:then|tomorrow|(?:on )?[a-z]+day(?! work)|at \\d)|until (?:then|tomorrow|[a-z]+day)|forward to (?:meeting|seeing|speaking|talking|our|the call|your call)',
      "(?:put|have|got|added) (?:you|us) (?:down|in|on|set)|calendar (?:invite|invitation)|(?:put|added|is|are|on) (?:it |this |that |you )?(?:on )?(?:the|his|her|your|my|our|agent's) calendar|invite (?:is|has been) sent",
      'your (?:appointment|call|meeting|showing|tour|visit|walk ?through|consultation) (?:is|will be|has been) (?:at|on|for|set|with|in|tomorrow|today|[a-z]+day)',
      `${WE} (?:${WILL}|have|has|just) ${ADVERB}(?:go ahead and )?(?:book|schedule|reserve|confirm|arrange|set up|set|get you (?:in|on|down)|pencil|lock|put you)|let (?:me|us) (?:go ahead and )?(?:book|schedule|reserve|arrange|set up|lock|pencil|put you)`,
    ),
  },
  {
    reason: 'says that a person knows or will act',
    isTrue: ({ isBooked, isHandedOff }) => isBooked || isHandedOff,
    wording: wording(
      `(?<!\\b(?:when|what time|which time|how) )${WE} ${WILL} ${ADVERB}(?:give you|call|phone|ring|text|email|message|contact|reach|get (?:back|in touch|with|on|right|to)|be (?:in touch|calling|texting|reaching|contacting|with you|there|right|back|out)|follow|respond|reply|see (?:this|it|that|your)|take (?:over|it|care)|come|stop by|visit|meet|send|share|forward|let (?:you|agent|him|her|them)|pass|tell|ask (?:agent|him|her|them|the|my|our)|notify|have (?:agent|some|him|her|them|a )|get (?:agent|some|him|her|them)|check|look into|look for|find out|handle|review|connect|introduce|help you with (?:the|your) (?:loan|offer))`,
      `${WE} (?:is|are|am) ${ADVERB}(?:calling|texting|emailing|reaching|contacting|following|on it|on (?:his|her|the) way|checking|sending|notifying|letting|passing|forwarding|connecting|about to)`,
      `(?:i|we) (?:have )?(?:already |just |also )?(?:told|notified|alerted|informed|pinged|briefed|messaged|texted|emailed|called|contacted|asked|updated|reached out to|spoke (?:to|with)|spoken (?:to|with)|talked (?:to|with)|checked with) ${SOMEBODY}`,
      `${SOMEBODY} (?:has been|have been|was|is|knows|has) (?:already |just |now |fully |also )*(?:told|notified|alerted|informed|asked|looped|updated|been (?:told|notified|alerted|informed|asked)|aware|on it|about (?:this|you|your))`,
      `(?:i|we|let me|let us) (?:have |will |am |are )?(?:already |just |also |now |gladly )*(?:let|letting|pass|passed|passing|forward|forwarded|forwarding|send|sent|sending|hand|handed|handing|flag|flagged|flagging|escalate|escalated|escalating|loop|looped|looping|relay|relayed|relaying|connect|connected|connecting|transfer|transferred|transferring|get|getting|share|shared|sharing|ask|check|checking|put|bring|bringing) (?:(?:you|this|that|it|your|in|over|along|on|up|with|to|details?|info|information|message|request|file|notes?|number|everything|right|back) )*${SOMEBODY}`,
      `(?<!\\b(?:like|want|prefer|rather)(?: me| us)? (?:to )?)(?<!\\b(?:should|shall|can|could|may) i )(?:have|having|get|getting) (?:agent|someone|somebody|him|her|them|the team|a person|a human) (?:to )?(?:call|text|phone|reach|contact|get|follow|come|email|look|see|take|check)`,
      'you (?:will|should|can|are going to) (?:(?:soon|shortly|also) )?(?:hear (?:from|back)|get a (?:call|text|message|reply)|be (?:called|contacted|hearing)|receive|expect)|expect (?:a|an|his|her|their|agent)|(?:in touch|with you|back to you) (?:shortly|soon|asap|right away|today|tomorrow|within)|within the (?:hour|day)',
    ),
  },
  {
    reason: 'makes or hints at an offer',
    wording: wording(
      `(?:${WE}|investors?|(?:our|my) (?:[a-z]+ )?(?:buyers?|company|investors?|partners?)|(?:a|the|our|my|cash) (?:cash )?buyers?) (?:${WILL}|would|can|could|may|might|want to|wants to|would like to|would love to|(?:is|are|am) (?:[a-z]+ )?(?:ready|prepared|willing|able|looking|happy|interested)) (?:to |in )?(?:[a-z]+ )?(?:pay|paying|offer|offering|buy|buying|purchase|purchasing|match|beat|cover|waive|discount|give you (?:\\$|\\d|cash|more|top|a fair))`,
      '(?:we|i|they) (?:also |always )?(?:pay|buy|offer|purchase|cover)(?! attention)|cash offers?|(?:our|my|an?|the|initial|fair|firm|preliminary|opening) offer (?:of|is|would|will|stands|for|at|on|in|today|ready)|(?:make|making|have|get|getting|send|sending|present) (?:you |me )?(?:an? |our |your )(?:[a-z]+ )?offers?|offer(?:ing|ed|s)? you|an? offer (?:that )?you|buy(?:ing)? your|purchase your|as is (?:price|offer|for)',
      'no (?:fees?|commissions?|closing costs?|repairs (?:needed|necessary|required))|(?:waive|lower|reduce|cut|negotiable on|discount(?:ed)?) (?:the |our |my |your )?(?:fees?|commissions?|rates?)|free (?:home |property )?(?:appraisals?|inspections?|valuations?|staging|market analysis|estimates?|cma|warranty|repairs|rent)|(?:credits?|cash) (?:back|at closing)|gift cards?|rebates?|bonus',
    ),
  },
  {
    reason: 'names a value or speaks for the market',
    wording: wording(
      '(?:is|are|be) worth (?:\\$|\\d|about|around|at least|more|over|up to|close|a lot|every)|worth (?:about|around|at least|up to|over|close to|roughly) |(?<!\\byou )(?<!\\b(?:price|number) )(?:could|would|will|should|can|might) (?:easily |likely |probably |definitely |still )*(?:sell|go|list|be listed|appraise|fetch|bring|net|close|move) (?:it |this |your (?:home|house|property|place) |the (?:home|house|property) )?(?:for|at|in|over|above|around|fast|quick|quickly|within|easily|by|before|you|close to|high)',
      "(?:fair )?market value|comps|comparables?|comparable (?:homes|sales)|(?:homes?|houses|listings|places|propert(?:y|ies)|condos|things) (?:there |here |like (?:it|this|that|yours) |in (?:area|your (?:area|range)) |nearby )?(?:are|is|have been|keep|tend to|usually|typically|often) (?:[a-z]+ )?(?:sell(?:ing)?|going|go|moving|move|sitting|sit|priced|list(?:ed|ing)?|run(?:ning)?|start(?:ing)?)|(?:average|median|typical) (?:home |sale |sales |list )?(?:price|days|rent|value)|appreciat(?:ing|ion)|top dollar|(?:over|above|below|under) (?:asking|market)|roi|return on (?:your )?investment|(?:good|great|smart|solid|amazing|fantastic|excellent) (?:deal|investment|steal|bargain)|(?:the |area )?market (?:is|has|looks|favors|will|keeps|remains)|(?:sellers?|buyers?)(?:'s?)? market|(?:home |house )?(?:prices?|values) (?:are|have been|have|keep|will|went) (?:[a-z]+ )?(?:going|go|rising|rise|falling|fall|up|down|dropping|drop|climbing|climb|high|low|increas|decreas)|demand is|inventory is",
    ),
  },
  {
    reason: 'speaks of homes that nobody has listed',
    wording: wording(
      `${WE} (?:${WILL} |can |could )?(?:have|has|got|found|find|finds|know of|knows of|see|saw|spotted|located|came across|pulled(?: up)?|have found|have got|have seen|show you|send you|am looking at|are looking at) (?:you )?(?:(?:a|an|the|some|several|few|many|couple|dozens?|plenty|lots|tons|other|more|one|this|these|perfect|great|good|nice|new|beautiful|lovely|gorgeous|amazing|ideal|potential|matching|available|active|pocket|off market|exclusive|recent|similar|bed|bedroom|bath|story|of|just|\\d+|[a-z]+(?:ed|able)) )*${HOUSES}s?(?! (?:on file|noted|in mind))`,
      `(?<!\\b(?:if|whether|that) )(?:there|here) (?:is|are) (?:(?:a|an|the|some|several|few|many|couple|dozens?|plenty|lots|tons|other|more|one|perfect|great|good|nice|new|beautiful|of|also|always|currently|right|now|just|\\d+) )*${HOUSES}s?`,
      `just (?:listed|hit|came|went|got) ?(?:on|to|the|listed)?|new(?:ly)? listings?|new listed|off market|pocket listings?|(?:open house|showing) (?:this|on|at|tomorrow|today)|(?:${HOUSES}s|listings) (?:are |currently |now |right now |still )*(?:available|for sale|on the market|in your (?:price|budget|range)|under|that (?:match|fit|meet|might|could|would)|matching|fitting|coming)|(?:a|the|this) ${HOUSES} (?:that |which )?(?:just |has |is )*(?:came|come|listed|available|for you|in mind)|(?:send|sending|sent|text|texting|email|emailing|share|sharing|show|showing) (?:you )?(?:over )?(?:(?:a|an|the|some|several|few|couple|of|more|\\d+) )*(?:list|lists|links?|photos?|pictures?|pics|details|listings?|homes|houses|propert(?:y|ies)|options|matches|places)|check out (?:this|these|the|our|my)|this (?:home|house|property|listing|one|place|beauty|gem) (?:has|is|was|sits|features|offers|comes|boasts)|it (?:has|features|boasts|comes with|offers|sits on) (?:(?:a|an|the|its|new|updated|large|big|great|beautiful|open|\\d+) )+(?:beds?|bedrooms?|baths?|pool|kitchen|yard|garage|roof|floor|view|primary|master|lot)|perfect match|dream home`,
    ),
  },
  {
    reason: 'guarantees something',
    wording: wording(
      'guarantee(?:s|d)?|promise[sd]?|(?:no|zero|without(?: any)?) (?:risk|obligation|strings)|risk free|100 ?%|money back|sure thing|never fails?|nothing to lose|easy approval|you have my word|rest assured|trust me|(?:can not|will not) (?:lose|fail|regret|be disappointed)|(?:best|top|number 1|#1|leading|most (?:trusted|experienced)) (?:agents?|realtors?|brokers?|teams?|producers?|service)|years of experience|nobody (?:else )?(?:can|does)',
      `(?:${WE}|you|it|that|this|your (?:home|house|place|property|loan|credit)|(?:the|a) (?:home|house|loan|lender|bank|buyer|deal)) (?:${WILL}|would|can) (?:definitely|certainly|absolutely|surely|always|easily|never) (?!help|talk|answer|look|be reached|do that|work with|text|call)|definitely (?:sell|get|qualify|find|close|worth|going)|for sure (?:sell|get|qualify|close)`,
      `(?:${WE}|it|that|this|your (?:home|house|place|property|loan)) (?:${WILL}|can) ${ADVERB}(?:sell|close|find you|save you|make you|get you (?:approved|more|top|the|a better|what|your)|get (?:it|your (?:home|house|place)|the (?:home|house|job)) (?:sold|done|closed|approved)|help you (?:get|find|sell|close|save|make|buy))`,
      '(?:you|we|they) (?:will|can|are going to) (?:be |get )?(?:pre ?)?(?:approved|qualified|accepted)|will (?:qualify|be approved|get approved|be accepted|be sold)|you (?:will|are going to) (?:make|save|net|profit|love|never|not regret|find your|get (?:approved|top|full|more|the (?:best|most|highest|home|house)|what|your|a (?:great|good|better|fair)))',
    ),
  },
  {
    reason: 'passes the bot off as a person',
    wording: wording(
      "i am (?:(?:a|an|the|your|actually|definitely|really|one of|listing|selling|local|new|real estate) )*(?:real|live|actual|human|humans|person|man|woman|guy|girl|licensed|certified|realtor|agent|broker|lender|attorney|lawyer|cpa|loan officer|advis[eo]r|specialist|expert|local|native|flesh)(?!'s)|(?:this|it) is (?:(?:a|an|your|the|actually|really) )*(?:real|live|human|person|licensed|realtor|agent)(?!'s| who| at all)|agent (?:here|speaking|again)|my name is|human being|flesh and blood",
      "(?:not|never) (?:just |only |really |actually |some |even )?(?:a |an |any )?(?:chat)?(?:ro)?bots?|no (?:chat)?(?:ro)?bots?|not (?:just |only |really |actually |some )?(?:an? )?(?:ai|automated|automation|machine|computer|algorithm|robot|program|software|virtual)|you are (?:talking|texting|speaking|chatting|messaging|writing)(?: (?:to|with))? (?:(?:a|an|the|your|real|live|actual|licensed|human) )*(?:person|human|agent|realtor|broker|man|woman)(?!'s)",
      '(?:i|we) (?:have )?(?:personally )?(?:live|lived|grew up|drove|visited|toured|walked|met|sold|closed|helped|worked with|specialize|represent)|in my (?:experience|opinion|career|years)|(?:my|our) (?:clients?|wife|husband|kids|license|years|listings?|last sale|past (?:clients|sales))|(?:my|our) (?:last|recent) (?:client|sale|listing|seller|buyer)|i (?:am|was) (?:at (?:the|my) (?:office|desk)|driving|in a meeting|showing|on the phone|on my way)|give me a (?:call|ring)|call me',
    ),
  },
  {
    reason: 'gives legal, tax or loan advice',
    wording: wording(
      "rates (?:are|is|have|has|dropped|fell|went|keep|start|look|will|today)|rates? (?:of|at|from|around|near|under|below|about) (?:\\d|the)|(?:current|today'?s|lowest?|best|good|great|lower|fixed) (?:interest |mortgage )?rates?|apr|(?:monthly |mortgage |house |your |the )payments? (?:would|will|is|are|of|around|about|could|should|comes?)|down payment (?:of|is|would|should|as|could|can)|(?:no|zero|\\d+ ?%|low) (?:money )?down|as low as|credit scores? (?:of|is|above|over|needs?|should|has|must)|closing costs? (?:are|is|will|would|run|of|usually|typically)|points? down",
      `${ASKED}(?:you|sellers?|buyers?|owners?) (?:can|could|may|might|should|would|will|must|need to|have to|ought to|do not (?:have|need) to) (?:also |probably |likely |legally |still |just |even |always )*(?:qualify|afford|be approved|borrow|deduct|write|avoid|owe|defer|refinance|refi|put down|put \\d|lock|claim|gift|sue|evict|file|transfer|break|back out|keep the (?:deposit|earnest)|disclose|sign|pay|roll|assume the loan|skip|waive|hold|exclude|use (?:a|an|the|your) (?:${LOAN}|1031|trust|ira|401k))`,
      `tax(?:es)? (?:deductible|free|exempt|breaks?|benefits?|write ?offs?|advantages?|savings?|deferred|deductions?|credits?)|capital gains|1031|deductible|step up in basis|homestead exemption|legally (?:required|allowed|binding|obligated|entitled|have|must|can)|by law|(?:it|that|this) is (?:perfectly |totally |not )?(?:legal|illegal)|against the law|liable|liability|${LOAN} (?:loans? |mortgages? )?(?:requires?|needs?|allows?|lets?|offers?|means?|is (?:best|better|good|great|easier|cheaper)|has|have|will|would be|are)|(?:contract|law|irs|court|lease|title|deed) (?:says|allows|requires|means|lets|gives)|lenders? (?:will|usually|typically|requires?|wants?|look|like|need)|my (?:legal |tax )?advice|i (?:would )?(?:advise|recommend|suggest)`,
    ),
  },
  {
    reason: 'presses with false urgency',
    wording: wording(
      "(?:another|other|several|multiple|more|many|serious|competing|ready|motivated|qualified|cash) (?:interested |serious |qualified |cash |ready )*(?:buyers?|sellers?|part(?:y|ies)|bidders?)(?!'s| agent)|(?:some(?:one|body)|buyers?|people|others|everyone) (?:else )?(?:is|are) (?:very |also |already |really |still |just )*(?:interested|looking|waiting|ready|about to|making|bidding|asking|lined up)|(?:multiple|competing|several|other|many|more) offers (?:are|on|in|already|coming|expected|for)|bidding war|lots of interest|high demand|in demand|(?:have|has|got) (?:(?:a|an|several|some|many|lots|of|qualified|cash|serious|motivated|pre ?approved|the perfect|dozens|hundreds|\\d+) )*buyers?(?! agent|'s)",
      'only (?:today|tonight|this week|now|(?:a few|\\d+|one) (?:left|spots?|homes?|slots?|remain(?:ing)?|days?|hours?))|(?:today|tonight|this week|this month) only|(?:last|final|only) chance|act (?:now|fast|quick|quickly|today|soon)|before (?:it is|it gets|they are|someone|somebody|anyone|prices|rates|the market|another)(?: [a-z]+){0,3} (?:gone|late|sold|rises?|goes?|go|up|buys?|does|snatch(?:es)?|grabs?|takes?|else|drops?|changes?|turns?)|will not (?:last|be (?:around|available|there|on the market))|(?:going|selling|moving|goes|go|sells) (?:so |very |really )?(?:fast|quick|quickly)|running out|limited (?:time|offer|spots?|availability|number)|better hurry|hurry (?:up|before|and|while)|(?:^|[.!] )hurry|now or never|do not (?:miss|wait|delay|hesitate|sleep on)|(?:miss|missing|lose) (?:out|your chance|this|the chance|it)|once in a lifetime|(?:offer|deal|this|price) (?:expires|ends)|spots? left|filling up|(?:time|clock) is (?:running|ticking)|while (?:it|they|supplies) lasts?|best time to (?:buy|sell)|(?:right|perfect|great|good) time to (?:buy|sell)|now is the time',
    ),
  },
];
