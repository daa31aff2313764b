import type { Facts } from './facts';
import { without, wording } from './phrases';
import { wordsOf } from './plain-text';

export type Requests = Pick<
  Facts,
  'asksWho' | 'asksIfBot' | 'wantsCall' | 'wantsAdvice' | 'isAbusive' | 'isAngry' | 'isThanks'
>;

const BOT = '(?:bot|robot|computer|machine|ai|chat ?bot|chat ?gpt|gpt|automated|automatic|artificial)';
const REAL = '(?:real|actual|live|human)';

const ASKS_WHO = wording(
  'who (?:is|are|r|am i|dis|this|the (?:hell|fuck|heck)|do i have)(?: (?:this|that|you|u|it|texting|talking|i (?:talking|speaking|texting)|messaging))+',
  'who dis|new (?:phone|number),? who|(?:do i|should i) know (?:you|this number|u)|whose number',
  'who(?: is)? (?:texting|messaging|writing|contacting) me|who sent (?:this|you)',
  'what (?:company|business|agency|brokerage) (?:is this|are you|do you)[a-z ]*',
  'what (?:is|company|business|agency)(?: this| your name| are you| do you work| you with| are you with)(?: (?:with|for|from|number))?(?= *\\?| *$)',
  "(?:how|where) did (?:you|u|y'all) (?:get|find) (?:my|this|me)|who (?:do|does) (?:you|this) (?:work|represent)",
  'who are you with|quien (?:es|eres|habla)',
  '(?:are|r) (?:you|u) (?:with (?!me|us|the|a)[a-z]+|(?:a|an|the|my) (?:[a-z]+ )?(?:realtor|agent|investor|wholesaler|broker|buyer|flipper|company|owner))',
  'is this jorge',
);
const ASKS_IF_BOT = wording(
  `(?:are|r|is) (?:you|u|this|it|that|i talking to|jorge)(?: (?:even|actually|really|just|like|talking|texting|to|jorge|some|kind of))* (?:a |an )?(?:${BOT}|${REAL}(?: (?:person|human|agent|being|estate agent))?|human|person)(?= *(?:$|[?.!,]|or\\b|being|person|lol|system|texts?|messages?))`,
  `am i (?:talking|texting|speaking|chatting|messaging)(?: (?:to|with))? (?:a |an )?(?:${BOT}|${REAL}|human|person)`,
  `(?:you|u|this) (?:a |an |sounds? like (?:a |an )?|seems? like (?:a |an )?|must be (?:a |an )?|are (?:a |an )|is (?:a |an )?)(?:${BOT})(?: |$|[?.!,])`,
  '(?:bot|robot|human|real person|ai) ?\\?|(?:bot|robot|ai) or (?:a )?(?:human|person|real)',
  '(?:real|human) or (?:a )?(?:bot|fake|robot)',
  'is (?:there|anyone) (?:a )?(?:real|human|actual)(?: person| human)? (?:there|here)',
);
const NOT_A_CALL = wording(
  '(?:do not|never|no|not|please do not|stop|can not|did not|(?<!\\b(?:can|could|would|will|should) )you|they|will not|if you|i will|(?<!you )will(?! you)|why did you|who) (?:ever )?call(?:ing|s|ed)? (?:me|us|you)',
  'call (?:me|us) (?:crazy|old|a |an |picky|stupid)|call it|(?:no|missed|not a|without a) (?:phone )?calls?',
);
const WANTS_CALL = wording(
  '(?:call|phone|ring) (?:me|us|my (?:cell|wife|husband|phone))',
  '(?:give|gimme|shoot)(?: me| us)? a (?:call|ring|buzz)|callback|call ?back|call \\+?1?[ -]?\\(?\\d{3}[\\d) -]*',
  '(?:can|could|would|will|please|have|want|need|ask|get|let) (?:we |i |you |you guys |someone |somebody |him |her |jorge |the agent |an agent |to |please |just )*(?:call(?! it)|phone|hop on|get on (?:a |the )?(?:call|phone)|jump on|talk (?:on|over|by) (?:the )?phone)',
  '(?:prefer|rather|easier|better|best) (?:to |if we |if you |a |by |on |over )*(?:talk|speak|phone|call|discuss)',
  'quick call|phone call|(?:by|over|on the) phone|llam[ae]me',
);
const WANTS_ADVICE = wording(
  '(?:should|do|can|could|would|must|will) (?:i|we) (?:[a-z]+ ){0,3}(?:refinance|refi|file (?:for )?bankruptcy|deduct|write off|1031|short sale|sue|break (?:my|our|the) lease|evict|get out of (?:my|our|the) (?:contract|lease)|pay (?:capital gains|taxes?)|owe (?:capital gains|taxes?)|lock (?:my|our|the|in)|put (?:it )?in (?:a )?trust|quit ?claim|need (?:a |an )?(?:lawyer|attorney|cpa|accountant|will|trust|probate))',
  '(?:legal|tax|financial|lending|mortgage|credit|investment) advice|capital gains(?: tax)?',
  '(?:is|would) (?:it|that|this) (?:be )?(?:legal|illegal|tax deductible|against the law)',
  '(?:what|which|how) (?:[a-z]+ ){0,4}(?:interest rates?|rates? (?:today|right now|are|would|will)|(?:loan|mortgage) (?:type |is |should |would |best )|apr|rates? (?:can|would|will|could|am|should)|credit score (?:do|would|is needed|needed))',
  '(?:what|how much)(?: [a-z]+){0,4} (?:my |the )?(?:monthly )?(?:payments?|closing costs|property tax(?:es)?|capital gains|taxes) (?:be|do|would|will|if|owe)',
  '(?:fha|va|conventional|arm|fixed|jumbo)(?: loan)? (?:or|vs|versus) (?:a |an )?(?:fha|va|conventional|arm|fixed|jumbo)(?: [a-z]+){0,3}',
  'how (?:does|do|would) (?:probate|a short sale|foreclosure|escrow|a 1031|capital gains|title)[a-z ]*',
  '(?:can|could|will) (?:my|the|our|his|her) (?:ex|landlord|tenant|husband|wife|bank|lender|hoa|buyer|seller|brother|sister|spouse)s? (?:[a-z]+ )?(?:force|sue|evict|stop|take|foreclose|back out|keep|make)',
  '(?:my|our|need an?|talk to an?|the) (?:lawyer|attorney)|lawsuit',
  '\\bsu(?:e|ed|ing) (?:me|us|him|her|them|you|the|my)|in probate|lien on',
  'if (?:i|we|they|he|she|the (?:buyer|seller)) backs? out|(?:deposit|earnest money) back',
  'contract (?:say|mean|legally)|back out of (?:the|a|my|our) (?:contract|deal|offer)',
);

const IS_ABUSIVE = wording(
  'f+[u*@]{1,9}c*k+(?:er|ers)?',
  'f+[u*@]{1,9}c*k(?:ing|in|ed)? (?:you|off|u|this|yourself|idiots?|scam|scammers?|bot|losers?|annoying|stupid|spam|leave|people|stop|texts?|done|sick|waste|joke)',
  'stfu|gtfo|fu|wtf|f off|bullshit|bs|(?:you|ur)(?: are| r)? (?:a )?piece of (?:shit|crap|garbage)|shit ?head',
  '(?:ass|a\\*\\*)(?: ?hole|hat|hats|holes)?(?= |$|[.,!])(?<!\\b(?:big|huge|small|tiny|pain in the|my|old|bad|kick|broke|long|hard) ass)',
  'bitch(?:es)?|bastards?|dumb ?ass|moron|idiots?|stupid (?:bot|robot|machine|ass|idiot|people|text)',
  'you(?: are| r)? (?:so |all )?(?:stupid|dumb|an idiot|idiots|useless|worthless|pathetic|scum|trash|garbage|a joke|crooks?|thieves|liars?|scammers?|a scam|vultures?)',
  'go to hell|screw (?:you|off)|eat shit|piss off|drop dead|kill yourself|(?:this is|what) a scam|scammers?|crooks?',
  'vultures?|shut up|suck (?:my|it)|i hate you',
);
const NOT_ABUSE = wording(
  '(?:not|is this|are you|is it|sounds like|how do i know this is not) a scam(?:mer)?|is not a scam',
);
const THANKS = wording(
  '(?:thanks?|thank you|thank u|thx|ty|tysm|thnx|tks|gracias|appreciate (?:it|you|that|your)|much appreciated|cheers)',
);
/** With nothing but these, thanks are the whole message. */
const CLOSING = new Set(
  (
    'ok okay k cool great awesome perfect sounds good got it alright no nope that is all will do you too hey hi much so very a lot again for the ' +
    'your help info time and have nice one day night evening weekend bye sir maam man jorge guys i we really everything being quick ' +
    'fast response reply just wanted to say lol thanks thank thx ty tysm thnx tks u gracias appreciate appreciated cheers text later talk soon ' +
    'muchas honest tons bunch million 1 update answering understanding patience letting know me us reaching out of in advance ya yes yep'
  ).split(' '),
);

/** Displeasure without insults. */
const IS_ANGRY = wording(
  '(?:this|that|it) is (?:so |just |absolutely |totally )?(?:ridiculous|unacceptable|insane|bullshit|a joke|outrageous|annoying|harassment|pathetic|crazy)',
  'you (?:people|guys) (?:are the worst|suck|are (?:terrible|awful|ridiculous|unbelievable|annoying))',
  'sick of (?:this|you|these|your)|fed up with (?:this|you|your)|(?:waste|wasting) (?:of )?(?:my|our) time',
  'terrible service|worst (?:service|company|agent|experience)|how dare you',
  '(?:so|very|really|getting) (?:rude|pissed|annoyed|annoying|frustrat(?:ed|ing)|angry|mad|upset)|pissed off',
  '(?:i am|am) (?:pissed|furious|livid|angry|mad)|harass(?:ing|ment)|unprofessional',
  '(?:how many times|i already told you|i just told you|already (?:told|said|answered|asked)|are you even (?:reading|listening))(?: [a-z]+){0,6}',
  'sue you|report (?:you|this)',
);

/** What a text asks for beside homes, and the tone of it. */
export function readRequests(plain: string): Requests {
  const calls = without(plain, NOT_A_CALL);
  const isAbusive = IS_ABUSIVE.test(without(plain, NOT_ABUSE));
  return {
    asksWho: ASKS_WHO.test(plain),
    asksIfBot: ASKS_IF_BOT.test(plain),
    wantsCall: WANTS_CALL.test(calls) || /^call(?: please| now)?[.! ]*$/.test(plain),
    wantsAdvice: WANTS_ADVICE.test(plain),
    isAbusive,
    isAngry: isAbusive || IS_ANGRY.test(plain),
    isThanks:
      THANKS.test(plain) && !/^(?:no|nah|nope)\b/.test(plain) && wordsOf(plain).every((word) => CLOSING.has(word)),
  };
}
