import type { Consent } from './facts';
import { isNearWord } from './near-word';
import { KEEPS_TEXTS, OPT_OUT } from './opt-out-wording';
import { without } from './phrases';
import { sentencesOf } from './plain-text';
import { rewrite } from './rewrite';
import type { Rewrite } from './rewrite';

/** Carriers' keywords (CTIA), the FCC's "revoke" and "opt out", and the Spanish ones; each only as a whole message. */
const STOP_WORDS = new Set(
  'stop stopall unsubscribe cancel end quit revoke optout alto parar pare baja cancelar detener basta unsub stopit stop2end stop2quit stop2cancel'.split(
    ' ',
  ),
);
const START_WORDS = new Set(['start', 'unstop']);
const HELP_WORDS = new Set(['help', 'info', 'ayuda']);
/** Words that one says around a keyword without changing it. */
const POLITE = new Set(
  'please now thanks thank you ok okay hi hey hello no yes just sir maam man sorry again everything all immediately asap reply bro bruh dude man yo buddy por favor ya'.split(
    ' ',
  ),
);
/** Keywords long enough, or so often mistyped, that a slip of one letter is still one. */
const FORGIVING = ['stop', 'stopall', 'unsubscribe', 'cancel', 'revoke', 'optout', 'quit'];
const OTHER_WORDS = new Set(
  'shop top step steps slop atop stow strop crop spot sop slot stomp evoke invoke stops cancer cancels quiet quite quilt suit quip quiz quid'.split(
    ' ',
  ),
);
const DIGIT_LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ['0', 'o'],
  ['5', 's'],
  ['1', 'l'],
]);

/** Slips of the keyboard inside a sentence; a keyword alone is forgiven by `FORGIVING`. */
const SLIPS: readonly Rewrite[] = [
  [/ w\/? /g, ' with '],
  [/\b(?:s+t+o+p{2,}|stpo|sotp|st0p|stp|stoop|satop|s t o p|st op|sto p)\b(?! by)/g, 'stop'],
  [/\b(?:s?t[a-z]p|[a-z]top|s[a-z]op)(?= (?:texting|messaging|contacting)\b)/g, 'stop'],
  [/\bme{2,}\b/g, 'me'],
  [/(?<=\b(?:this|my) )#/g, 'number'],
  [/\b(?:dnt|donot|don t|do'nt|dont't|dpnt|fo not)\b/g, 'do not'],
  [/\b(?:textn|textin|txtn|txtng|txtin|texing|textng|texitng|textting)\b'?/g, 'texting'],
  [/\b(?:tex|tect|texxt|tesxt|tetx|txet)(?= (?:me|us|this)\b)/g, 'text'],
  [/\bm[es]+a?gg?in'?g?\b/g, 'messaging'],
  [/\bmassage(?= (?:me|us)\b)/g, 'message'],
  [/\bform(?= (?:your|ur|this) )/g, 'from'],
  [/\b(?:rmove|remov|removr)(?= (?:me|my|us|this)\b)/g, 'remove'],
  [/\bun[ -]subscribe\b|\bun\w{0,4}scrib\w?\b|\bunsub\w{1,4}r\w*e\b|\bunsub(?= (?:me|us)\b)/g, 'unsubscribe'],
];
const OFTEN_MISTYPED = ['texting', 'messaging', 'contacting', 'bothering', 'messages', 'unsubscribe', 'remove'];
const OTHER_LONG_WORDS = new Set(
  'message unsubscribed testing vexing contracting massaging massages passages presages removed removes'.split(' '),
);

/** A shouted STOP is meant for the machine, whatever follows ("STOP I sold it"), unless it is "STOP BY". */
const SHOUTED_STOP =
  /^\W*STOP\b(?=\W*(?:$|[.,!;:\n-])|\W+[a-z])(?!\W+(?:by|at|in|over|for|the|and|[a-z]+ing|foreclosures?)\b)/;
const SAID_AFTER_STOP =
  "(?:i|we|i'm|im|you(?! (?:are |r )?(?:fine|good|ok|so|too|killing|making|funny|sweet|crazy))|this is|please|pls|not|no|or|wrong|already|sold|now|do not|my house is|it is sold|who|why|all|everything|asking|with(?! (?:the|this) (?:bot|robot|ai)))";
const STOP_AT_START = new RegExp(
  String.raw`^(?:please |just |ok,? |no,? )?stop(?: |[,.!-]+ ?)${SAID_AFTER_STOP}\b(?! by)(?!.*\b(?:lol|haha|kidding|funny)\b)`,
);
const AFTER_STOP =
  '(?: (?:please|now|right now|already|immediately|it|this|that|all|everything|nonsense|crap|shit|madness|twice|before|\\d+ times|thanks|thank you|for real|jeez|geez|damn|dude|bro|man))*[.!?;"]*$';
const STOP_AS_SENTENCE = new RegExp(
  String.raw`^(?:please |kindly |just |seriously |no,? |ok,? |yes,? |and |so )*(?:stop|unsubscribe|stopall|alto|quit(?= it))${AFTER_STOP}`,
);
/** "No gracias, alto". */
const SPANISH_AT_END = /[,.!] ?(?:ya )?(?:alto|parar|pare|baja|basta)(?: (?:por favor|ya))*[.!]*$/;
/** "Not interested stop"; after these words it is another stop: "the bus stop", "it won't stop". */
const STOP_AT_END = new RegExp(
  String.raw`(?<!^(?:where|when|what time)\b.*)(?<!\b(?:i|the|a|an|to|not|never|non|full|pit|bus|train|truck|dart|metro|rail|subway|shuttle|school|gas|traffic|rest|quick|next|last|first|hard|one|1|this|that|my|our|your|will|would|could|should|can|does|do|did|must|it|they|he|she|we|kids|rain|rent|rates|prices?|where|when|omg|oh|lol)) stop${AFTER_STOP}`,
);
/** "I told you to stop", "can you stop", "I keep saying stop". */
const STOP_SAID_TO_US = new RegExp(
  String.raw`\b(?:(?:tell|told) (?:you|u)(?: guys)?(?: to)?|ask(?:ed|ing)? (?:you|u)(?: guys| nicely| politely| again)*(?: to)?|need (?:you|u|this|it) to|want (?:you|u|this|it|these) to|(?:make|let) (?:it|this|these|them)|(?:can|will|could|would) (?:you|u|this)(?: guys)?|(?:you|u|y'?all|guys) (?:need to|have to|would|should|must|can)|(?:this|it) (?:must|should|has to|needs to)|(?:to )?say(?:ing)?|said(?: to)?|repl(?:y|ied)|sent|texted|typed) (?:please )?(?:just )?"?stop"?${AFTER_STOP}`,
);
const ASKS_TO_RESUME =
  /^(?:please |ok |you can )*(?:start|resume) (?:texting|messaging|sending)(?: me)?(?: again)?[.!]*$|^(?:please )?(?:resubscribe|re-?subscribe|opt (?:me )?(?:back )?in)(?: me| please)*[.!]*$/;

/** What the text says about being texted. @param text as it was written; @param plain the same as plain text. */
export function readConsent(text: string, plain: string): Consent {
  const messages = plain.split('\n').map(keywordsOf);
  if (messages.some((words) => areAll(words, isStopWord)) || isClearStop(text, plain)) return 'stop';
  if (messages.some((words) => areAll(words, (word) => START_WORDS.has(word)))) return 'start';
  if (ASKS_TO_RESUME.test(plain)) return 'start';
  return messages.some((words) => areAll(words, (word) => HELP_WORDS.has(word))) ? 'help' : 'none';
}

function isClearStop(text: string, plain: string): boolean {
  const lines = without(rewrite(plain, SLIPS), KEEPS_TEXTS)
    .replace(/\b[a-z]{6,12}\b/g, (word) => correctedWord(word))
    .split('\n');
  return SHOUTED_STOP.test(text) || lines.some((line) => OPT_OUT.test(line) || sentencesOf(line).some(isStopSentence));
}

function isStopSentence(sentence: string): boolean {
  return [STOP_AS_SENTENCE, STOP_AT_START, STOP_AT_END, STOP_SAID_TO_US, SPANISH_AT_END].some((pattern) =>
    pattern.test(sentence),
  );
}

function correctedWord(word: string): string {
  if (OTHER_LONG_WORDS.has(word)) return word;
  return OFTEN_MISTYPED.find((meant) => isNearWord(word, meant)) ?? word;
}

/** The words of a message that could be a keyword; letters only, so that "S T O P" and "st0p!!" are "stop". */
function keywordsOf(message: string): readonly string[] {
  const letters = message
    .replace(/(?<=[a-z])[015](?=[a-z])/g, (digit) => DIGIT_LOOKALIKES.get(digit) ?? digit)
    .replace(/\b(?:opt[ -]?out|un[ -]subscribe|stop all|stop it|s top|st op|sto p)\b/g, (words) =>
      words.replace(/[ -]/, ''),
    )
    .replace(/^(?:[a-z]\W+)+[a-z]\W*$/, (spelled) => spelled.replace(/\W/g, ''));
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
