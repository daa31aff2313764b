import type { Facts } from './facts';
import { without, wording } from './phrases';

const PERSON =
  '(?:person|human(?: being)?|agent|someone|somebody|rep(?:resentative)?|realtor|broker|people|boss|manager|owner|guy|lady|jorge)';

const NOT_ASKED_FOR = wording(
  `(?:is this|are you|am i [a-z]+ (?:to|with)|you are|you)(?: even| actually| really)? (?:a |an |the )?(?:real |actual |live |human )*${PERSON}`,
  '(?:do not|never|no|not|please do not|stop|can not|did not|you|they|will not|if you|i will|will) (?:ever )?call(?:ing|s)? (?:me|us|you)(?: (?:a|an|crazy|back yet))?',
  'call (?:me|us) (?:crazy|old|a |an |picky|stupid)|call it',
);
/** A wish to be helped by a person. "Are you a bot?" is a question, not this wish. */
const WANTS_HUMAN = wording(
  `(?:talk|speak|chat|connect|connected|meet|text|deal|work|talking|speaking|transfer|transferred)(?: me| us)? (?:to|with) (?:a |an |the |your |some |one of your )?(?:real |actual |live |human |licensed |different )*${PERSON}`,
  `(?:real|live|actual|human) ${PERSON}(?=[ .,!]*(?:please|now|$))`,
  `(?:want|need|prefer|like|rather have|get me|give me|have) (?:a |an |the )?(?:real |live |actual )+${PERSON}`,
  '(?:want|need|get me) (?:a |an )?human',
  '(?:not|without|hate|stop) (?:[a-z]+ ){0,4}(?:to |with )?(?:a |the |this |some )?(?:bot|robot|machine|computer|chat ?bot|ai)',
  'call (?:me|us)|give (?:me|us) a (?:call|ring|buzz)|phone me|ring me|callback|call back(?: please)?',
  '(?:can|could|would|will|please|have|want|need|ask|get|let) (?:we |i |you |you guys |someone |somebody |him |her |jorge |the agent |an agent |to )*(?:call|phone|hop on (?:a |the )?(?:call|phone)|get on (?:a |the )?(?:call|phone)|talk (?:on|over|by) (?:the )?phone|jump on (?:a |the )?call|talk in person|talk live)(?! (?:it|him|her|the))',
  '(?:prefer|rather|easier|better|best|like) (?:to |if we |a |by |on |over )*(?:talk|speak|phone|call|phone call|discuss)(?: (?:on|over|by|in|with)\\b[a-z ]*)?',
  '(?:on|over|by) the phone please|quick call|phone call',
);
const WHOLE_WISH =
  /^(?:(?:a |an )?(?:real |live )?(?:human|agent|representative|operator|person)|call)(?: please| now)?[.! ]*$/;

const WRONG_NUMBER = wording(
  'wrong (?:number|#|person|guy|girl|lady|man|woman|contact|phone|one)(?! of)|wrong (?:num|nbr|no)',
  '(?:not|is not) (?:the |her |his |their )?(?:right|correct) (?:number|person|contact|guy)',
  'not the (?:person|one) you(?: are)? (?:looking|think|want|are)[a-z ]*',
  '(?:no one|nobody|no person|noone|no body|there is no|no)(?: [a-z]+){0,3} (?:by|with|of|named|called)(?: that| the| this)? ?(?:name|named)?(?: here| at this number)?(?= |$|[.,!])(?! (?:your|the house))',
  '(?:he|she|they) (?:does not|do not|no longer) (?:live|lives|use|uses|have|has|own|owns) (?:here|this (?:number|phone)|at this)',
  "this is not (?:[a-z]+'?s? )?(?:number|phone|his|hers|cell)|(?:do not know|have never heard of) (?:any |a )?(?:[a-z]+ )?(?:by that name|named)|numero equivocado|equivocad[oa]|mistaken me for|you have me confused|confus(?:ed|ing) me with",
);
const ASKS_WHETHER_WRONG = /\b(?:is this|did i|do i|have i|was that|am i)\b[^.?!]{0,30}\bwrong\b/;

const AUTO_REPLY = wording(
  'auto(?:matic|mated|matically)?[- ]?(?:reply|response|responder|generated|message|text)',
  '(?:automatic|automated|automatically) (?:reply|response|message|generated|sent|responding)|this is an auto[a-z]*',
  'out of (?:the )?office|do not disturb|driving focus|sent (?:automatically|from my car)',
  'currently (?:out of|away from)|away from (?:my|the) (?:desk|phone|office)',
  '(?:on|am on) (?:vacation|leave|pto)(?: and)?(?: will| until| through| with| from)|limited access to',
  'thank you for (?:contacting|your (?:message|text|email|inquiry)|reaching out to)(?! me)',
  '(?:this|our) (?:number|inbox|mailbox|line) (?:is|does) not (?:monitored|accept|receive|able)',
  '(?:message|text) (?:could not be|was not|not) delivered',
  '(?:we|someone|i) will (?:get back|respond|reply) (?:to you )?(?:as soon as|within|when|shortly)[a-z ]*',
  'our (?:office|business) (?:is closed|hours)',
);
/** People say this themselves too; with facts in the text it is a person. */
const PERHAPS_AUTO_REPLY = wording(
  '(?:i am|am|currently|we are) driving(?! (?:by|around|past|through|to|from|up|over|out|down|there|distance|me|in|for|myself))',
  '^sorry,? i can not (?:talk|text|chat) right now[.!]*',
  '^i am (?:in a meeting|busy)(?: right now)?[.,]? (?:i )?will (?:call|text|get back)[a-z ]*[.!]*',
);

/** Who is at the other end, and what of: a person who wants a person, the wrong person, or a machine. */
export function readSocial(plain: string): Pick<Facts, 'wantsHuman' | 'wrongNumber' | 'autoReply'> {
  const asked = without(plain, NOT_ASKED_FOR);
  const mayBeMachine = PERHAPS_AUTO_REPLY.test(plain) && !/\d/.test(plain);
  return {
    wantsHuman: WANTS_HUMAN.test(asked) || WHOLE_WISH.test(asked),
    wrongNumber: WRONG_NUMBER.test(plain) && !ASKS_WHETHER_WRONG.test(plain),
    autoReply: AUTO_REPLY.test(plain) || mayBeMachine,
  };
}
