import type { Facts } from './facts';
import { FIRST_NAMES } from './first-names';
import { without, wording } from './phrases';

const PERSON =
  '(?:person|human(?: being)?|agent|someone|somebody|rep(?:resentative)?|realtor|broker|people|boss|manager|owner|guy|lady|jorge)';

/** Questions about who is there, and calls that are not asked for. */
const NOT_ASKED_FOR = wording(
  `(?:is this|are you|am i [a-z]+ (?:to|with)|you are|you)(?: even| actually| really)? (?:a |an |the )?(?:real |actual |live |human )*${PERSON}`,
  '(?:do not|never|no|not|stop|can not|did not|they|he|she|(?<!(?:can|could|would|will|please|have|should) )you|will not|if you|i will|will) (?:ever )?call(?:ing|s|ed)? (?:me|us|you)(?: (?:a|an|crazy|back yet))?',
  'call (?:me|us) (?:crazy|old|a |an |picky|stupid)|call it|(?:missed|no) (?:phone )?calls?|(?:no need|not need|not have|not want)(?: you)? to call',
);
const ANYONE = '(?:i|we|you|u|you guys|someone|somebody|him|her|jorge|the agent|an agent|a person|to|please|just)';
/** A wish to be helped by a person. "Are you a bot?" is a question, not this wish. */
const WANTS_HUMAN = wording(
  `(?:talk|speak|chat|connect|connected|meet|text|deal|work|talking|speaking|transfer|transferred)(?: me| us)? (?:to|with) (?:a |an |the |your |some |1 of your |one of your )?(?:real |actual |live |human |licensed |different )*${PERSON}`,
  `(?:real|live|actual|human) ${PERSON}(?=[ .,!]*(?:please|now|$))`,
  `(?:want|need|prefer|like|rather have|get me|give me|have) (?:a |an |the )?(?:real |live |actual )+${PERSON}|(?:get|give) me (?:a |an |some )?${PERSON}|(?:want|need|get me) (?:a |an )?human`,
  '(?:not|without|hate|stop) (?:[a-z]+ ){0,4}(?:to |with )?(?:a |the |this |some )?(?:bots?|robots?|machines?|computer|chat ?bot|ai)',
  `(?:have|get|need|want|can|could) (?:someone|somebody|a person|an agent|jorge)(?: to)? (?:reach out|contact|get (?:back|in touch))`,
  'cal+ ?(?:me|us)|call my (?:cell|phone|number|house|husband|wife)|feel free to call|give (?:me|us) a (?:call|ring|buzz|shout)|phone me|ring me|callback|call back(?: please)?',
  '(?<=^|[.,!;?] ?|please |just |or |number |cell |phone |\\d )call (?:(?:at |on )?\\(?\\d{3,}|any ?time|whenever|now|tonight|tomorrow|today|after|asap)',
  `(?:can|could|would|will|please|have|want|need|ask|get|let|lets|let's) (?:${ANYONE} )*(?:call|phone|(?:hop|get|jump) on (?:a |the )?(?:quick )?(?:call|phone)|talk (?:on|over|by) (?:the )?phone|talk in person|talk live)(?! (?:it|him|her|the))`,
  '(?:prefer|rather|easier|better|best|like) (?:to |if we |a |by |on |over )*(?:talk|speak|phone|call|phone call|discuss)(?: (?:on|over|by|in|with)\\b[a-z ]*)?',
  '(?:on|over|by) the phone please|quick call|phone call|hablar con (?:una? )?(?:persona|agente|alguien|humano)|llam[ae](?:r|n)?me|me (?:puede|pueden|puedes) llamar',
);
const WHOLE_WISH =
  /^(?:(?:a |an )?(?:real |live )?(?:human|agent|representative|operator|person)|call)(?: please| now)?[.! ]*$/;

const NAME = `(?:${FIRST_NAMES.join('|')})`;
const WRONG_NUMBER = wording(
  'w(?:rong|rng|orng|rogn|ron|ong) (?:number|#|num|numb|nbr|person|guy|girl|lady|man|woman|contact|phone|no)(?! of)|(?:got|have) the wrong (?:1|one)',
  '(?:not|is not) (?:the |her |his |their )?(?:right|correct) (?:number|person|contact|guy)|not (?:the (?:person|one)|who) you(?: are)? (?:looking|think|want|are)[a-z ]*',
  '(?:no one|nobody|no person|noone|no body|there is no|no)(?: [a-z]+){0,3} (?:(?:by|with|of) (?:that|this|the) name|(?:named|called) (?!me|us|you|yet|back|today|about)[a-z]+)',
  '(?:he|she|they) (?:does not|do not|no longer) (?:live|lives) (?:here|at this)|(?:does not|do not|no longer) (?:use|uses|have|has|own|owns) (?:this (?:number|phone)|here)(?! saved)',
  "this is not (?:[a-z]+'?s? )?(?:number|phone|his|hers|cell)|(?:not|no longer) (?:her|his|their|hers) (?:number|phone|cell)|number belongs to (?:someone|somebody)",
  `(?:i am|this is|am) not ${NAME}|^(?:no|not|nope,? not) ${NAME}(?= *$|[.!,])|no ${NAME} (?:here|at this)|there is no ${NAME}|do not know (?:a |any |an |who )?${NAME}`,
  '(?:do not know|have never heard of) (?:any |a )?(?:[a-z]+ )?(?:by that name|named)|numero equivocado|equivocad[oa]|se equivoco|mistaken me for|you have me confused|confus(?:ed|ing) me with|me mixed up|mixing me up|^(?:no,? |nope,? |sorry,? )*that is not me',
);
/** "Did I text the wrong number?", "oops, wrong person" */
const OWN_SLIP =
  /\b(?:is this|did i|do i|have i|was that|am i)\b[^.?!]{0,30}\bwrong\b|\b(?:oops|ignore|disregard|my bad|meant (?:for|to)|sent (?:it |that |this )?to)\b/;

const AUTO_REPLY = wording(
  'auto(?:matic|mated|matically)?[- ]?(?:reply|response|responder|generated|message|text)',
  '(?:automatic|automated|automatically) (?:reply|response|message|generated|sent|responding)|this is an auto[a-z]*',
  'out of (?:the )?office|^ooo\\b|message blocking is active|do not disturb|driving focus|sent (?:automatically|from my car)',
  'currently (?:out of|away from)|away from (?:my|the) (?:desk|phone|office)',
  '(?:on|am on) (?:vacation|leave|pto)(?: and)?(?: will| until| through| with| from)|limited access to',
  'thank you for (?:contacting|your (?:message|text|email|inquiry)|reaching out to)(?! me)',
  '(?:this|our) (?:number|inbox|mailbox|line) (?:is|does) not (?:monitored|accept|receive|able)|replies are not monitored',
  '(?:message|text) (?:could not be|was not|not) delivered',
  '(?:we|someone|i|team|representative) will (?:get back|respond|reply) (?:to you )?(?:as soon as|within|when|shortly)[a-z ]*',
  'our (?:office|business) (?:is (?:currently )?closed|hours)|(?:office|business) hours are|we are (?:currently )?closed(?= *(?:$|[.!]))',
);
/** People say this themselves too; with facts in the text it is a person. */
const PERHAPS_AUTO_REPLY = wording(
  '(?:i am|am|currently|we are) driving(?! (?:by|around|past|through|to|from|up|over|out|down|there|distance|me|in|for|myself))',
  '^(?:sorry,? )?(?:i )?can not (?:talk|text|chat) (?:right )?now[.,!]*(?: what is up\\??)?$',
  '^i am (?:in a meeting|busy)(?: right now)?[.,]? (?:i )?will (?:call|text|get back)[a-z ]*[.!]*',
);

/** Who is at the other end, and what of: a person who wants a person, the wrong person, or a machine. */
export function readSocial(plain: string): Pick<Facts, 'wantsHuman' | 'wrongNumber' | 'autoReply'> {
  const asked = without(plain, NOT_ASKED_FOR);
  const mayBeMachine = PERHAPS_AUTO_REPLY.test(plain) && !/\d/.test(plain);
  const autoReply = AUTO_REPLY.test(plain) || mayBeMachine;
  return {
    wantsHuman: !autoReply && (WANTS_HUMAN.test(asked) || WHOLE_WISH.test(asked)),
    wrongNumber: WRONG_NUMBER.test(plain) && !OWN_SLIP.test(plain),
    autoReply,
  };
}
