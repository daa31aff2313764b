import type { Consent } from './facts';
import { isNearWord } from './near-word';
import { wording } from './phrases';
import { sentencesOf } from './plain-text';

/** Carriers' keywords (CTIA), the FCC's "revoke" and "opt out", and the Spanish ones; each only as a whole message. */
const STOP_WORDS = new Set(
  'stop stopall unsubscribe cancel end quit revoke optout alto parar pare baja cancelar detener basta unsub stopit remove'.split(
    ' ',
  ),
);
const START_WORDS = new Set(['start', 'unstop']);
const HELP_WORDS = new Set(['help', 'info', 'ayuda']);
/** Words that one says around a keyword without changing it. */
const POLITE = new Set(
  'please now thanks thank you ok okay hi hey hello no yes just sir maam man sorry again everything all immediately asap por favor ya'.split(
    ' ',
  ),
);
/** Keywords long enough, or so often mistyped, that a slip of one letter is still one. */
const FORGIVING = ['stop', 'stopall', 'unsubscribe', 'cancel', 'revoke', 'optout'];
const OTHER_WORDS = new Set(
  'shop top step steps slop atop stow strop crop stoop spot sop slot stomp evoke invoke stops'.split(' '),
);
const DIGIT_LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ['0', 'o'],
  ['5', 's'],
  ['1', 'l'],
]);

const ME = '(?:me|us|my (?:phone|number|cell)|this (?:number|phone))';
const SENDING =
  '(?:text|texting|message|messaging|contact|contacting|sms|bother|bothering|spam|spamming|harass|harassing|bug|bugging|write|writing|send|sending|email|emailing|reach|reaching|communicate|communicating|hit|hitting|solicit|soliciting)';
const TEXTS = '(?:texts?|messages?|messaging|texting|sms|spam|communications?|contact|alerts?|notifications?|updates)';
/** "don't text me after 9" limits the hours, it does not withdraw consent. */
const ONLY_AT_TIMES =
  '(?! (?:me |us )?(?:before|after|until|till|while|during|at (?:night|work|\\d)|on (?:sunday|weekend|week|saturday)|so (?:late|early)|this (?:late|early)|that late|right now|today|tonight|yet|past|in the (?:morning|evening|middle)|when))';

const CLEAR_WORDING = wording(
  `(?:(?<!not )stop|quit|cease|enough(?: with)?|(?:do|please|you) not|never|no longer|not to)(?: (?:ever|want you to|wish to be|be|the|these|with the|all|all the|your|please|want to be|want))* ${SENDING}(?:ed)?(?: (?:to|out to))?(?: (?:${ME}|anymore|again|this number|here|please|at this number|now|any|it|these|them|stuff|things|texts?|messages?)\\b${ONLY_AT_TIMES}|$|[.,!])`,
  `(?:no more|stop (?:the|these|all|with the|sending|your|all the)|do not (?:want|need|wish)(?: to (?:get|receive))?(?: any)?(?: more)?(?: of)?(?: these| your| the)?|cancel (?:the|these|my|all)|end (?:the|these|all)|enough(?: with)?(?: the| your| these)?|not want (?:any |more )?(?:of )?)(?: (?:more|automated|marketing|further|future|unsolicited|of|these|your|any|the|spam))* ${TEXTS}`,
  '(?:take|get|drop(?= me from)) (?:me|us|my (?:name|number|info|contact)|this number) (?:off|from|out)(?!(?: of)? (?:the|my|here|this (?:house|home|place|deal|mess|contract)|work|market|contract|house)(?! (?:call|contact|text|mailing|list)))',
  '(?:remove|delete|erase|scrub) (?:me|us|my (?:name|number|info|information|contact|phone)|this number)(?: off| from| out|$| please| now|[.,!])',
  'unsu?b?s?c?r?ibed?',
  'opt(?:ing)?[- ]?(?:me |us )?out(?! of (?:the |my |an? )?(?:hoa|lease|contract|deal|listing|agreement|inspection|insurance|escrow|loan|mortgage|program|pmi))',
  'leave (?:me|us) (?:the (?:fuck|hell|f) )?alone|(?:lose|forget|delete|erase|remove) my (?:number|info|contact)',
  'blow(?:ing)? up my phone|(?:stop|quit) (?:asking (?:me|us)|(?:calling|phoning)(?: me| us)?(?![^.?!]*text))',
  'f+u+c*k+ off|piss off|go away|screw off|get lost|do not (?:ever )?(?:contact|reach out|communicate)',
  'no longer (?:wish|want) to (?:be contacted|receive|hear|get)',
  '(?:do|did) not (?:ever )?want to (?:hear from you|be contacted|receive|be (?:texted|messaged|on))',
  'revoke (?:my )?(?:consent|permission)|(?:withdraw|take back) (?:my )?(?:consent|permission)|do not call list',
  'dnc list',
  '(?:please|just|said|say|must|to|you|can you|will you|everyone|u) stop(?: (?:it|this|that|now|please|already))?$',
  'stop (?:it|this|that|please|already|now)$',
  '(?:do not|not want you to|never) (?:ever )?(?:call or text|text or call|call or message|text or message)',
);
const SPANISH = wording(
  'no (?:me )?(?:quiero |quiere )?(?:mas|recibir mas) (?:mensajes|textos)',
  'ya no (?:me |quiero )?(?:envi[a-z]*|mand[a-z]*|escrib[a-z]*|recibir|mensajes|text[a-z]*)',
  'no me (?:envi[a-z]*|mand[a-z]*|escrib[a-z]*|moleste[a-z]*|contact[a-z]*|text[a-z]*|llam[a-z]*)',
  'no quiero (?:mensajes|recibir|mas|que me)[a-z ]*',
  'dej[a-z]* de (?:envi|mand|escrib|molest|text|contact|llam)[a-z]*|dar(?:me)? de baja|de(?:me)? de baja',
  '(?:quit|borr|elimin|saqu|saca)[a-z]* (?:de (?:la|su|tu) lista|mi (?:numero|nombre))',
  '(?:quitame|quiteme|borreme|borrame|eliminame|sacame|saqueme)[a-z ]*',
);
/** A shouted STOP is meant for the machine, whatever follows ("STOP I sold it"), unless it is "STOP BY". */
const SHOUTED_STOP =
  /^\W*STOP\b(?!\W+(?:by|at|in|over|for|the|looking|showing|BY|AT|IN|OVER|FOR|THE|LOOKING|SHOWING)\b)/;
const STOP_AS_SENTENCE = /^(?:please |just |no,? |ok,? )?(?:stop|unsubscribe|stopall|alto)(?: please| now)?[.!;]*$/;
const STOP_AT_END = /[,.!] ?(?:please )?stop(?: please)?[.!]*$/;

/** What the text says about being texted. @param text as it was written; @param plain the same as plain text. */
export function readConsent(text: string, plain: string): Consent {
  const messages = plain.split('\n').map(keywordsOf);
  if (messages.some((words) => areAll(words, isStopWord)) || isClearStop(text, plain)) return 'stop';
  if (messages.some((words) => areAll(words, (word) => START_WORDS.has(word)))) return 'start';
  return messages.some((words) => areAll(words, (word) => HELP_WORDS.has(word))) ? 'help' : 'none';
}

function isClearStop(text: string, plain: string): boolean {
  return (
    CLEAR_WORDING.test(plain) ||
    SPANISH.test(plain) ||
    SHOUTED_STOP.test(text) ||
    sentencesOf(plain).some((sentence) => STOP_AS_SENTENCE.test(sentence) || STOP_AT_END.test(sentence))
  );
}

/** The words of a message that could be a keyword; letters only, so that "S T O P" and "st0p!!" are "stop". */
function keywordsOf(message: string): readonly string[] {
  const letters = message
    .replace(/(?<=[a-z])[015](?=[a-z])/g, (digit) => DIGIT_LOOKALIKES.get(digit) ?? digit)
    .replace(/\b(?:opt[ -]out|stop all|stop it)\b/g, (words) => words.replace(/[ -]/, ''))
    .replace(/^(?:[a-z]\W+)+[a-z]$/, (spelled) => spelled.replace(/\W/g, ''));
  return (letters.match(/[a-z0-9]+/g) ?? []).filter((word) => !POLITE.has(word));
}

function areAll(words: readonly string[], isKeyword: (word: string) => boolean): boolean {
  return words.length > 0 && words.every(isKeyword);
}

function isStopWord(word: string): boolean {
  const squeezed = word.replace(/(.)\1+/g, '$1');
  if (STOP_WORDS.has(word) || STOP_WORDS.has(squeezed)) return true;
  return !OTHER_WORDS.has(word) && FORGIVING.some((keyword) => isNearWord(word, keyword));
}
