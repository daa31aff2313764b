import { wording } from '../understanding';
import { ADVERB, SOMEBODY, WE, WILL } from './claim-rule';
import type { ClaimRule } from './claim-rule';
import { oneOf } from './one-of';

/** What somebody will do, if anybody has been asked to. */
const ACT = oneOf(
  'give you|call|phone|ring|text|email|message|contact|reach|get (?:back|in touch|with|on|right|to)',
  'be (?:in touch|calling|texting|reaching|contacting|with you|there|right|back|out)|follow|respond',
  'reply|see (?:this|it|that|your)|take (?:over|it|care)|come|stop by|visit|meet|send|share|forward',
  'let (?:you|agent|him|her|them)|pass|tell|ask (?:agent|him|her|them|the|my|our)|notify',
  'have (?:agent|some|him|her|them|a )|get (?:agent|some|him|her|them)|check|look into|look for',
  'find out|handle|review|connect|introduce|help you with (?:the|your) (?:loan|offer)',
);

const TELL = oneOf(
  'told|notified|alerted|informed|pinged|briefed|messaged|texted|emailed|called|contacted|asked|updated',
  'reached out to|spoke (?:to|with)|spoken (?:to|with)|talked (?:to|with)|checked with',
);

const HAND_ON = oneOf(
  'let|letting|pass|passed|passing|forward|forwarded|forwarding|send|sent|sending|hand|handed|handing',
  'flag|flagged|flagging|escalate|escalated|escalating|loop|looped|looping|relay|relayed|relaying',
  'connect|connected|connecting|transfer|transferred|transferring|get|getting|share|shared|sharing|ask',
  'check|checking|put|bring|bringing',
);

const MATTER = oneOf(
  'you|this|that|it|your|in|over|along|on|up|with|to|details?|info|information|message|request|file',
  'notes?|number|everything|right|back',
);

const READY_TO = oneOf(
  `${WILL}|would|can|could|may|might|want to|wants to|would like to|would love to`,
  '(?:is|are|am) (?:[a-z]+ )?(?:ready|prepared|willing|able|looking|happy|interested)',
);

const PAY = oneOf(
  'pay|paying|offer|offering|buy|buying|purchase|purchasing|match|beat|cover|waive|discount',
  'give you (?:\\$?\\d\\S*|cash|more|top|a fair)',
);

const PERSON = oneOf(
  'real|live|actual|human|humans|person|man|woman|guy|girl|licensed|certified|realtor|agent|broker',
  'lender|attorney|lawyer|cpa|loan officer|advis[eo]r|specialist|expert|local|native|flesh',
);

const LEARNT = oneOf(
  'told|notified|alerted|informed|asked|looped|updated|been (?:told|notified|alerted|informed|asked)',
  'aware|on it|about (?:this|you|your)',
);
const BEING_DONE = oneOf(
  'calling|texting|emailing|reaching|contacting|following|on it|on (?:his|her|the) way|checking|sending',
  'notifying|letting|passing|forwarding|connecting|about to',
);
const GET_DONE = oneOf('call|text|phone|reach|contact|get|follow|come|email|look|see|take|check');
const PAYER = oneOf(
  `${WE}|investors?|(?:our|my) (?:[a-z]+ )?(?:buyers?|company|investors?|partners?)`,
  '(?:a|the|our|my|cash) (?:cash )?buyers?',
);
/** Who does what: only the CRM's word, or a person who has been asked, makes it true; a person writing, nothing does. */
export const CLAIMS_OF_DOING: readonly ClaimRule[] = [
  {
    reason: 'says that something is booked',
    isTrue: ({ isBooked }) => isBooked,
    wording: wording(
      '(?:re)?(?:booked|scheduled)|is (?:all )?yours',
      '(?:is|are|been|all|now|get|got|you|call|time|appointment) confirmed|confirmed (?:for|at|on|with)',
      'reserved|locked (?:you |it |that |this )?in|pencil(?:l?ed)? (?:you |it |that )?in|all set',
      'set (?:up )?for (?:you|[a-z]+day|tomorrow|today|tonight|noon|\\d\\S*)',
      'see you',
      '(?<!\\b(?:can|could|may|to|we|you) )(?:talk|speak|chat)(?:ing)? (?:to you |with you )?(?:then|tomorrow|(?:on )?[a-z]+day(?! work)|at \\d\\S*)',
      'until (?:then|tomorrow|[a-z]+day)|forward to (?:meeting|seeing|speaking|talking|our|the call|your call)',
      '(?:put|have|got|added) (?:you|us) (?:down|in|on|set)|calendar (?:invite|invitation)',
      "(?:put|added|is|are|on) (?:it |this |that |you )?(?:on )?(?:the|his|her|your|my|our|agent's) calendar",
      'invite (?:is|has been) sent',
      'your (?:appointment|call|meeting|showing|tour|visit|walk ?through|consultation) (?:is|will be|has been) (?:at|on|for|set|with|in|tomorrow|today|[a-z]+day)',
      `${WE} (?:${WILL}|have|has|just) ${ADVERB}(?:go ahead and )?(?:book|schedule|reserve|confirm|arrange|set up|set|get you (?:in|on|down)|pencil|lock|put you)`,
      'let (?:me|us) (?:go ahead and )?(?:book|schedule|reserve|arrange|set up|lock|pencil|put you)',
    ),
  },
  {
    reason: 'says that a person knows or will act',
    isTrue: ({ isBooked, isHandedOff }) => isBooked || isHandedOff,
    wording: wording(
      `(?<!\\b(?:when|what time|which time|how) )${WE} ${WILL} ${ADVERB}${ACT}`,
      `${WE} (?:is|are|am) ${ADVERB}${BEING_DONE}`,
      `(?:i|we) (?:have )?(?:already |just |also )?${TELL} ${SOMEBODY}`,
      `${SOMEBODY} (?:has been|have been|was|is|knows|has) (?:already |just |now |fully |also )*${LEARNT}`,
      `(?:i|we|let me|let us) (?:have |will |am |are )?(?:already |just |also |now |gladly )*${HAND_ON} (?:${MATTER} )*${SOMEBODY}`,
      `(?<!\\b(?:like|want|prefer|rather)(?: me| us)? (?:to )?)(?<!\\b(?:should|shall|can|could|may) i )(?:have|having|get|getting) (?:agent|someone|somebody|him|her|them|the team|a person|a human) (?:to )?${GET_DONE}`,
      'you (?:will|should|can|are going to) (?:(?:soon|shortly|also) )?(?:hear (?:from|back)|get a (?:call|text|message|reply)|be (?:called|contacted|hearing)|receive|expect)',
      'expect (?:a|an|his|her|their|agent)',
      '(?:in touch|with you|back to you) (?:shortly|soon|asap|right away|today|tomorrow|within)',
      'within the (?:hour|day)',
    ),
  },
  {
    reason: 'makes or hints at an offer',
    wording: wording(
      `${PAYER} ${READY_TO} (?:to |in )?(?:[a-z]+ )?${PAY}`,
      '(?:we|i|they) (?:also |always )?(?:pay|buy|offer|purchase|cover)(?! attention)|cash offers?',
      '(?:our|my|an?|the|initial|fair|firm|preliminary|opening) offer (?:of|is|would|will|stands|for|at|on|in|today|ready)',
      '(?:make|making|have|get|getting|send|sending|present) (?:you |me )?(?:an? |our |your )(?:[a-z]+ )?offers?',
      'offer(?:ing|ed|s)? you|an? offer (?:that )?you|buy(?:ing)? your|purchase your|as is (?:price|offer|for)',
      '(?:commissions?|fees?) (?:is|are|of)',
      'no (?:fees?|commissions?|closing costs?|repairs (?:needed|necessary|required))',
      '(?:waive|lower|reduce|cut|negotiable on|discount(?:ed)?) (?:the |our |my |your )?(?:fees?|commissions?|rates?)',
      'free (?:home |property )?(?:appraisals?|inspections?|valuations?|staging|market analysis|estimates?|cma|warranty|repairs|rent)',
      '(?:credits?|cash) (?:back|at closing)|gift cards?|rebates?|bonus',
    ),
  },
  {
    reason: 'passes the bot off as a person',
    wording: wording(
      `i am (?:(?:a|an|the|your|actually|definitely|really|one of|listing|selling|local|new|real estate) )*${PERSON}(?!'s)`,
      "(?:this|it) is (?:(?:a|an|your|the|actually|really) )*(?:real|live|human|person|licensed|realtor|agent)(?!'s| who| at all)",
      'agent (?:here|speaking|again)|my name is|human being|flesh and blood',
      '(?:not|never) (?:just |only |really |actually |some |even )?(?:a |an |any )?(?:chat)?(?:ro)?bots?',
      'no (?:chat)?(?:ro)?bots?',
      'not (?:just |only |really |actually |some )?(?:an? )?(?:ai|automated|automation|machine|computer|algorithm|robot|program|software|virtual)',
      "you are (?:talking|texting|speaking|chatting|messaging|writing)(?: (?:to|with))? (?:(?:a|an|the|your|real|live|actual|licensed|human) )*(?:person|human|agent|realtor|broker|man|woman)(?!'s)",
      '(?:i|we) (?:have )?(?:personally )?(?:live|lived|grew up|drove|visited|toured|walked|met|sold|closed|helped|worked with|specialize|represent)',
      'in my (?:experience|opinion|career|years)',
      '(?:my|our) (?:clients?|wife|husband|kids|license|years|listings?|last sale|past (?:clients|sales))',
      '(?:my|our) (?:last|recent) (?:client|sale|listing|seller|buyer)',
      'i (?:am|was) (?:at (?:the|my) (?:office|desk)|driving|in a meeting|showing|on the phone|on my way)',
      'give me a (?:call|ring)|call me',
    ),
  },
];
