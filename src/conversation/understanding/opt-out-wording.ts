import { wording } from './phrases';

/** Keeps "you", "yours" and what is clearly ours apart from other people's messages ("texts from the tenant"). */
const NOT_OF_OTHERS = '(?! (?:from|by) (?!you|ur|your|this|here|anyone|anybody|any of you|jorge|the (?:bot|agent)))';
/** "don't text me after 9" or "text me first" limits how, it does not withdraw consent. */
const NOT_LIMITED =
  '(?!,? (?:before|after|until|till|while|during|first|unless|if|when|yet|past|right now|today|tonight|tomorrow|at (?:night|work|\\d|my (?:work|job|office))|on (?:sunday|monday|friday|weekend|week|saturday|facebook|my work)|so (?:late|early|often|much)|(?:this|that) (?:late|early|often)|this (?:week|month)|that much|every ?day|in the (?:morning|evening|middle|afternoon)|(?:by|via|through|over|on) (?:e-?mail|phone|mail|the phone)|with (?:low|bad|houses|homes|condos|listings|offers|places)|(?:the|a|an|pictures|pics|photos|links?|listings?|houses|homes|condos|(?:anything|stuff|ones?|places) (?:over|under|above|below|in|out))\\b))';
const END = '(?= *(?:$|[.,!;?\\n]|please|pls|thanks|thank you|ok\\b|anymore|again|ever|now\\b|or i will))';
const ME =
  '(?:me|us|(?:my|his|her|their|my [a-z]+s) (?:phone|number|cell|line)|(?:at |to |on )?this (?:number|phone|cell|line)|it(?= (?:again|anymore|ever))|here|at all|back|no more|anymore|again|ever)';

const SEND =
  '(?:text|message|contact|sms|bother|spam|harass|bug|write|communicate(?: with)?|hit up|hit|solicit|reply to|reach out(?: to)?|annoy|pester)';
const SENDING =
  '(?:texting|messaging|contacting|smsing|bothering|spamming|harassing|bugging|writing|communicating(?: with)?|hitting up|hitting|soliciting|replying to|reaching out(?: to)?|annoying|pestering|blowing)';
/** Verbs that mean texts although nobody is named. */
const BARE = '(?:text|message|contact|sms|solicit|spam|reach out)';
const BARE_ING = '(?:texting|messaging|contacting|soliciting|spamming|reaching out|blowing up my phone)';
const CALLS = '(?:call(?:ing)?|phone|phoning|e-?mail(?:ing)?)';
const ALSO = `(?: ?(?:or|and|nor|,|/|&)+ ?(?:${CALLS}|${SEND}|${SENDING}))*`;
/** "Don't call, text me" asks for texts; "don't call, text or email" does not. */
const FIRST = `(?:${CALLS}(?: me| us)?(?:,? ?(?:or|and|nor|/|&) ?|, ?(?=[a-z]+,? or )))*`;
const TEXTS = '(?:(?:text|sms) ?)?(?:texts?|messages?|messaging|texting|sms|spam|communications?)(?! (?:calls|me|you))';

/** "Tell my tenant to stop calling" is not said to us. */
const NOT_FOR_OTHERS =
  "(?<!\\b(?:(?:i|we|he|she|they|it) (?:will|would|can|could|should) |(?:tell|told|ask|asked) (?:the|my|our|his|her|their|those|other|zillow)(?: [a-z']+){0,3} to ))";
const STOP = `${NOT_FOR_OTHERS}(?:stop|quit|cease|discontinue|halt|refrain from|knock off|enough(?: with)?|no more|lay off)(?: (?:the|all|with the|with|your))*`;
/** What is said of somebody else ("they do not text me back") asks for nothing. */
const SUBJECT =
  '(?<!\\b(?:they|we|i|you|agents?|people|lenders?|who|which|buyers?|realtors?|guys|he|she|it|that|will|have|has|had|also|if) )';
const DO_NOT = `(?:${SUBJECT}(?:do not|never)(?: ever| you| you dare| even| you ever)*|(?:please|can you|could you|asked|told you|asked you|said|want you|you guys|would appreciate you|y'all) not(?: to)?|(?:not|never|no longer) want (?:you|u|you guys|anyone|y'all)(?: all| people)? to)(?: (?:ever|be))?`;

/** Verbs that withdraw consent: "stop texting me", "do not ever contact this number". */
const ASKS_TO_STOP_SENDING: readonly string[] = [
  `(?:stop|quit) (?:text|message|contact|call)(?: ${ME}| it)?${END}${NOT_LIMITED}`,
  `(?:${DO_NOT} be|^no|[.!,] no) ${SENDING}${ALSO} ${ME}\\b${NOT_LIMITED}`,
  '(?:phone|number|cell|line)[,.]? (?:please |so )?(?:do not|stop|quit) (?:text|message|contact)(?:ing)? (?:it|here)',
  '(?:stop|quit) (?:texting|messaging|contacting|harassing|bothering|spamming) my (?:mom|mother|dad|father|parents|grandma|wife|husband|son|daughter|family|kids?|sister|brother|clients?)',
  `(?<!not )${STOP} ${FIRST}(?:${SENDING}${ALSO} ${ME}\\b${NOT_LIMITED}|${BARE_ING}${ALSO}${END})`,
  `${DO_NOT} ${FIRST}(?:${SEND}${ALSO} ${ME}\\b${NOT_LIMITED}|${BARE}${ALSO}${END})`,
  `(?:you do not|if (?:you|u)(?: ever)?|no need to|not (?:have|need) to|^) ?${SEND} ${ME} (?:again|ever|anymore|1 more time|one more time)(?! (?:when|if|later|tomorrow|in|on|next|after))`,
  'if (?:you|u) (?:text|message|contact) again',
  `appreciate(?: it)? if (?:you|u|y'all|you guys) (?:(?:would |could )?(?:stop|stopped|quit) ${SENDING}|(?:did|do|would|could) not ${SEND} ${ME})`,
  `(?:(?:stop|quit) (?:getting|receiving)|how (?:do|can|to)(?: i)? stop) (?:these|them|any of (?:this|these))${END}`,
  `(?:stop|quit|do not|never|no longer) send(?:ing)?(?: (?:me|us|any|of|more|anymore|all|these|this|the|your|out|to me))*(?: (?:texts?|messages?|stuff|things|shit|crap|spam|junk|anything|this|these|it|that)(?: else| anymore| again)?)?${END}(?! if| until| unless)`,
  '(?:stop|quit) sending (?:me |us )?(?:your |these |any |more |the )*(?:listings|houses|homes|properties|alerts|updates|offers|ads)(?=(?: anymore| please| now)*[.!]*$)',
  `${NOT_FOR_OTHERS}(?<!not )(?:stop|quit) (?:asking (?:me|us)(?! (?:for|to))|asking(?= *(?:$|[.,!]|please|already))|(?:calling|phoning)(?: me| us)?(?![^.?!]*(?:text|after|before|at night|at work|so late)))`,
  '(?:do not|never) (?:ever )?call (?:me |us |here |this number )?(?:ever )?(?:again|anymore)(?![^.?!]*text)',
];

/** The texts themselves as what is to end: "no more texts", "I don't want your messages". */
const NO_MORE_TEXTS: readonly string[] = [
  `(?:no more|stop (?:getting |receiving )?(?:the|these|this|all|with the|with|sending|your|all the|all these|any)|(?:do|did|does) not (?:want|need|wish|like|ask for|sign up for|agree to|consent to|authorize)(?: to (?:get|receive|have|keep getting))?|never (?:asked|signed up|agreed|consented)(?: for| to)?|(?:cancel|end|terminate|discontinue|disable|turn off)(?: (?:the|these|my|all|this|your))*|enough(?: with| of)?|(?:sick|tired) of(?: getting| receiving)?|not want(?: any)?|no longer (?:want|wish|need)(?: to (?:get|receive))?|refuse|cease(?: all)?)(?: (?:of|getting|any|more|(?:phone )?(?:calls?|e-?mails?) ?(?:or|and|/|,)|automated|marketing|further|future|unsolicited|unwanted|these|those|your|ur|all|the|this|stupid|damn|fucking|random|constant|promotional|spam|text|sms))* ${TEXTS}${NOT_OF_OTHERS}${NOT_LIMITED}`,
  `(?:stop|quit)(?: it)? with (?:all )?(?:the |your |these )?${TEXTS}|no longer interested in (?:receiving|getting) (?:[a-z]+ )?(?:${TEXTS}|these|anything)`,
  `${DO_NOT} send(?: [a-z]+){0,3} (?:to|at|on) this (?:number|phone|cell|line)`,
  `(?:^|[.!,;] |please |ok |thanks )(?:no|zero) (?:more )?(?:texts?|messages?|texting|messaging|soliciting|solicitations?|sms|spam)${END}`,
  '(?:^|[.!,;] |please |want )(?:no|zero) (?:more |further |future )?(?:contact|communication)(?: please| again| from you)?(?=[.!]*$)',
  '(?:no further|cease(?: all)?(?: further)?) (?:contact|communications?|texts?|messages?)(?! (?:with|from) (?!you))',
  `^(?:please )?(?:stop|end|cancel)(?: all)? ${TEXTS}${END}`,
  '(?:no more|stop (?:the|your|all|these)|do not want any more) (?:alerts|updates|notifications|follow ?-?ups?|outreach|solicitations?|contact|spam)(?= *(?:$|[.,!]|from you|please))',
  '(?:cancel|end|stop)(?: (?:my|the|this|these|your))* (?:subscription|text alerts|text service|text messages?|alerts|messaging service|conversation|chat|thread)|^(?:please )?(?:end|stop) (?:this|these)(?: please| now)?[.!]*$',
  '(?:make|let|want|need|get|like)(?: (?:the|these|this|your|those|all|them))* (?:texts?|messages?|texting|messaging|spam|these|them|this)(?: to)? (?:stop|end)(?= *(?:$|[.,!?]|please|now))',
  '(?:these|the|your|all these|those) (?:texts?|messages?) (?:need|needs|has|have|must|should|better|got)(?: to)? (?:stop|end)',
  `(?:do|did) not (?:ever )?(?:want|wish|care|need|ask) to (?:(?:hear|get|receive)(?: (?:anything|any of this|any more|anymore|another word|more|anything else))* from (?:you|ur|y'all|jorge)|(?:receive|get|have) (?:(?:any|more|these|this|anything|anymore|all|of) ?)+${END}|be (?:contacted|texted|messaged|reached|bothered|solicited|spammed)(?! (?:by (?!you|text)|with))|be (?:a part of|part of|on|in) (?:your|this|the|any|ur) (?:[a-z]+ )?(?:list|texts?|chat|thread|database|campaign))(?!\\w)${NOT_LIMITED}`,
  '(?:want|need)(?: any| no)?(?: further| more| future| additional)? (?:contact|communication|calls?)(?: or [a-z]+)? from (?:you|ur|this number)',
  `no longer (?:wish|want|care) to (?:be (?:contacted|texted|messaged|bothered)|hear from|get anything|receive (?:anything|these|this))`,
  '(?:asked|told you|said|request(?:ed|ing)?)(?: you| [a-z]+ times| nicely| repeatedly| already)* (?:not )?to (?:not )?(?:be (?:left alone|removed|unsubscribed|taken off)|(?:be )?(?:contacted|texted|messaged))(?! (?:when|if|about|as soon|by))',
];

/** What only sounds like one: "don't take me off the list", "did I unsubscribe by accident?". */
export const KEEPS_TEXTS = wording(
  '(?:do|did|would|should) not (?:(?:want|mean|wish|try)(?: you| u)? to |ever |accidentally )?(?:stop|quit|remove|delete|take (?:me|us|my)|unsubscribe|opt out|drop)(?! (?:it|this)? ?$)[^.,!?;\\n]*',
  "(?:did|have) (?:i|you|u|we|y'all)(?: guys)?(?: accidentally)? (?:stop|quit|unsubscribe|opt)[^.,!?;\\n]*",
);

const LISTS =
  '(?:[a-z]+ )?(?:lists?|database|system|contacts|phone|phones|files?|records?|texts?|messages?|messaging|thread|campaigns?|mailing|number|crm|marketing|distribution|everything|text chain|group|program|service|address book|rolodex|dialer)';
const MINE =
  '(?:me|us|my (?:name|number|cell|phone(?: number)?|info|information|data|contact(?: info| information| details)?)|(?:this|the|my) (?:number|phone|cell|#)|(?:my|this) (?:phone|cell) number)';
const REMOVE = '(?:take|get|drop|pull|remove|removed|delete|erase|scrub|strike|clear|wipe)';

/** Out of the list: "take me off your list", "lose my number". */
const OFF_THE_LIST: readonly string[] = [
  `${REMOVE} ${MINE} (?:off|of|from|out)(?: of)? (?:of )?(?:(?:your|ur|you|this|the|that|these|any|all|whatever|y'all)(?: fucking| damn| stupid| stinking| freaking)? ${LISTS}|(?:text |mailing |call )?list|this(?! [a-z])|it|here|everything)(?!\\w)`,
  `take ${MINE} off${END}|take off ${MINE}${END}|remove from (?:your |the |this |ur )?list|remove this contact`,
  `${MINE}(?: (?:to|be|get|gets|needs|should))* (?:removed|deleted|erased|taken off|off (?:of )?(?:your|ur|this|the) (?:[a-z]+ )?list)(?! (?:the|my|our) )`,
  '(?:want|like|ask|asked|need|please)(?: to)? be left alone',
  `(?<!(?:did|do|why|(?<!(?:can|could|would|will) )you|will|not|they|he|she|bank|lender|court) )(?:remove|delete|unsub|erase|scrub) ${MINE}${END}`,
  '(?<!\\b(?:needs|has|have|should|must|could|it|they|that|(?<!(?:i|we) )need)(?: to)? )(?:be|get|getting|being) (?:removed|taken off|deleted)(?= *(?:$|[.,!]|(?:from )?(?:your|this|the|all|ur)\\b(?! (?:deed|title|loan|mortgage|lease|contract|market))|please))',
  '(?:please|pls|kindly|number,?|person,?) remove(?: please)?[.!]*$|^remove,? (?:please|pls|now)[.!]*$',
  '(?:get|be|want|like|need) off (?:of )?(?:your|this|the|ur) (?:[a-z]+ )?list',
  'leave (?:me|us) off|(?:no longer|not|want|need|get) (?:want to be |wish to be )?(?:off|on) (?:this|your|the|ur|any) (?:[a-z]+ )?list|(?:lose|loose|forget(?: you (?:have|had))?|throw away|trash) (?:my|this) (?:number|info|contact|#)|do not (?:call|contact|text) (?:list|registry)|(?:on|on your) do not (?:call|contact|text)(?= *(?:$|[.!]))|dnc list|add me to (?:the |your )?(?:dnc|do not (?:call|text|contact))',
];

/** Words that mean nothing else, and their bounds. */
const OF_OURS =
  '(?! (?:of|from) (?!(?:your|ur|these|this|all|any|the (?:list|texts?|messages?|sms)|texts?|messages?|texting|messaging|sms|receiving|getting|future|further|everything|here|it|you|marketing|communications?)\\b))';
const PLAIN_WORDS: readonly string[] = [
  `(?<!(?:do|did) not (?:want to |mean to |wish to |try to )?)unsubscribed?(?<!\\bthey unsubscribed)${OF_OURS}(?! (?:from )?(?:zillow|redfin|realtor))`,
  `(?<!(?:do|did) not (?:want to |mean to |wish to |try to )?)(?<!\\bthe )opt(?:ing|ed)?[- ]?(?:me |us )?out${OF_OURS}(?! (?:period|clause|fee|date|after|before|during|if|when|because|at|in|once)\\b)`,
  '(?<!(?:not|never|to|please do not) )leave (?:me|us) (?:the (?:fuck|hell|f) |tf )?alone',
  "(?:you|u|ya|guys|people|everyone|y'all)(?: all| people| guys)? to leave (?:me|us) (?:the (?:fuck|hell|f) )?alone",
  'f+[u*@#]+c*k* (?:off|you)|e?f+ off|piss off|screw (?:off|you)|bug off|buzz off|kick rocks|go (?:to hell|fuck yourself)|eat shit',
  '(?:^|[.!?,;\\n] ?|please |you |now )(?:just )?(?:go away|get lost|(?<!you )beat it)(?! (?:for|to|in|on|with|this|next|every|when|if|driving|around|finding))',
  '(?:stop|quit|not|you(?: are)?|u|keep|keeps) (?:blowing|blow) (?:up my phone|me up)',
  '(?:revoke|revoking|withdraw|withdrawing|take back|rescind|rescinding) (?:my |any |all |prior )*(?:consent|permission|authorization)',
  '(?:do|did) not (?:give|have|consent|authorize)(?: (?:you|my|any|our|your))* (?:consent|permission)(?! to (?:show|enter|list|sell|share))',
  'never (?:gave|consented|agreed|authorized|opted)(?: (?:you|my|any|in))*(?: (?:consent|permission))?(?: to)?(?: (?:be|get|getting|these|this|receive))*(?: (?:texts?|text me|texted|contact me|contacted|messages?))',
  'do not consent to (?:this|these|being|texts|messages|be)(?! (?:sale|price|offer|inspection))|cease and desist',
  '(?:^|[.!,] |i am |am |will |going to |about to |have to |you are |getting |reported and )(?:block(?:ing|ed)?|report(?:ing|ed)?) (?:you|u|this number|your number|this as spam)|(?:reported|blocked) and (?:blocked|reported)',
];

const SPANISH: readonly string[] = [
  'no (?:me )?(?:quiero |quiere |deseo )?(?:recibir )?(?:mas )?(?:mensajes|textos|sms)(?! (?:de|del) (?!ustedes|usted|su|este))|no mas,? por favor',
  '(?:parar?|par[ae]n|detener|detenga|cancelar?|cancele|alto a)(?: (?:los|las|estos|sus|mas|con))* (?:mensajes|textos|sms)',
  'ya no (?:me |quiero )?(?:envi[a-z]*|mand[a-z]*|escrib[a-z]*|recibir|mensajes|text[a-z]*)',
  '(?:no|ni) me (?:envi[a-z]*|mand[a-z]*|escrib[a-z]*|moleste[a-z]*|contact[a-z]*|text[a-z]*|llam[a-z]* mas|vuelva[a-z]* a (?:escribir|llamar|contactar|mandar|enviar|molestar))(?! (?:antes|despues|hasta|tarde|en la|las fotos|fotos|la direccion))',
  'no quiero (?:sus |mas |estos |tus |recibir (?:mas |sus |estos )?)*(?:mensajes|textos|sms|nada de ustedes)',
  'no (?:me )?molest[a-z]*',
  '(?:favor de )?no (?:envi|mand|escrib|molest|text|contact)[a-z]*(?:me|nos)\\b|no quiero que me (?:escrib|mand|envi|text|contact|molest)[a-z]*|no (?:enviar|mandar|envien|manden) (?:mas )?(?:mensajes|textos)?',
  '(?:dej[a-z]*|par(?:a|e|en)) (?:ya )?de (?:envi|mand|escrib|molest|text|contact|llam)[a-z]*|d(?:ar|e|en|a)(?:me|nos)? (?:de )?baja|darse de baja|basta de (?:mensajes|textos)',
  '(?:quit|borr|elimin|saqu|saca)[a-z]* (?:de (?:la|su|tu|esta) lista|mi (?:numero|nombre))',
  '(?:quitame|quiteme|quitenme|borreme|borrame|borrenme|eliminame|elimineme|sacame|saqueme|saquenme)(?! (?:la|el|los|las) (?!lista))',
  '(?:cancelar?|cancele) (?:la |mi )?suscripcion|dejame en paz|dejeme en paz|dejenme en paz|desuscrib[a-z]*',
];

/** Clear wording of an opt-out, in a sentence of any kind. */
export const OPT_OUT = wording(...ASKS_TO_STOP_SENDING, ...NO_MORE_TEXTS, ...OFF_THE_LIST, ...PLAIN_WORDS, ...SPANISH);
