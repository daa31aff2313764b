import { wording } from './phrases';
import { sentencesOf } from './plain-text';

const AUXILIARY = '(?:do|does|did|is|are|r|was|were|will|would|can|could|should|has|have|had|am|may)';
const PRONOUN =
  "(?:you|i|we|it|there|this|that|they|he|she|y'?all|any|these|those|someone|anyone|anybody|jorge|sellers|buyers|people|the|my|our|your|\\d{3,})";
const LENGTH = '(?:much|many|long|far|old|big|fast|quick|quickly|soon|often|hard|close)';

/** How a question begins in the middle of a text that has no marks ("frisco sounds good what do you charge"). */
const BEGINS_WITHIN = new RegExp(
  String.raw`(?<!\b(?:know|wonder|wondering|curious|tell (?:me|us)|see|ask|asking|sure|care|about|matter|of|on|find out|no idea|if|when|what|and|but|that|than|as|so|how|because) )\b` +
    String.raw`(?=(?:what|why|where|how|who) (?:do|does|did|is|are|would|will|can|could|should) |how ${LENGTH} |(?:do|can|could|would|will|are) you |(?:is|are) there )`,
);
const BETWEEN_CLAUSES = /[,;:()]+ ?| - |\b(?:but|because|though|also|and) (?=[a-z])/;

/** What people begin with before they ask. */
const OPENING =
  /^(?:(?:and|but|so|ok|okay|k|hey|hi|hello|yes|yeah|yep|yup|no|nope|nah|sure|well|also|btw|by the way|lol|haha|wait|um+|uh+|hm+|first of all|first(?=,)|oh|just|cool|great|thanks|thank you|sorry|good (?:morning|afternoon|evening)|quick|question|one question|one thing|then|actually|jorge|sir|man|now|plus|please|like|idk)\b[.!: -]*)+/;

/** At the start of a clause. */
const ASKS = [
  new RegExp(
    String.raw`^(?:what|whats|which|how|hows)(?: (?!(?:i|we|you|they|he|she|my|our|ever)\b)[a-z0-9'%-]+){0,4}? ${AUXILIARY}\b`,
  ),
  new RegExp(String.raw`^how ${LENGTH}\b(?! (?:i|we|he|she|my|our) )`),
  new RegExp(String.raw`^(?:when|where|wheres|who|whos|whose) (?:${AUXILIARY}|pays?|lives?|else|all)\b`),
  /^(?:why|y|hows|wheres|whos|how come|what (?:if|happens|kind|comes|makes|price|about|now|next|else)|wdym|any (?:(?:chance|idea|way|word|news)|(?:[a-z0-9]+ )?(?:homes|houses|listings|condos))|got any|anything (?:in|under|around|near|for))\b/,
  /^(?:huh|what|wut|wat|meaning|come again|say what|for what|how so|excuse me|pardon)[?! ]*$/,
  new RegExp(
    String.raw`^(?:do|does|did|is|are|r|will|would|can|could|should) (?:not )?${PRONOUN}\b(?! (?:2nd|first|second|other|same|latter|former)\b)`,
  ),
  /^(?:(?:was|were) (?:you|it|there|this|that|they|he|she)|(?:have|has|had) (?:you|they|anyone|anybody|there|jorge)|(?:may|am) i)\b/,
  /^(?:you|y'?all)(?: guys)? (?:got|have|know of|sell|buy) any/,
  /^does (?!(?:need|have|not|work|look|show)\b)[a-z]+/,
  new RegExp(String.raw`^(?:what|how|which|who|where|when|why|${AUXILIARY})\b.*\?$`),
];
/** Only before a question mark: "you work saturdays?" asks, "frisco?" answers. */
const ASKS_WITH_MARK = new RegExp(
  String.raw`(?:\b${AUXILIARY} ${PRONOUN}\b|\b(?:what|how|why|when|where|which)\b|^(?:you|y'?all|your|jorge|this|that|anyone|there|any)\b).*\?$`,
);
/** A request that asks for what it names ("let me know what its worth"). */
const REQUESTS = wording(
  '(?:tell|show|send|text|email|give|shoot|explain) (?:to )?(?:me|us|over|it|pics|pictures)|let (?:me|us) know|lmk',
  'walk me through|make (?:me|us) an',
  '(?:wonder(?:ing|ed)?|curious|want(?:ed)? to know|like to know|need to know|ask(?:ing)?|asked|find out|interested in knowing)(?: about)? (?:what|how|if|whether|who|where|when|which|about)',
  '(?:questions?|info|information|more) (?:about|on|regarding)',
  '(?:want|would like|love|need|hoping) to (?:see|tour|view|walk)',
);
/** A few words before a question mark ask for what they name ("commission?", "good place for kids?"). */
const FEW_WORDS = /^(?:\S+ ){0,6}\S+\?$/;

/** Politeness, tags and exclamations in the form of a question; "no idea what the roof costs". */
const RHETORICAL = wording(
  "(?:how|hows)(?: (?:are|r|is|have|has|do|about|been))* (?:you|ya|y'?all|it going|everything|life|things|it hanging|your (?:day|week|weekend|morning|night))(?: all| guys| doing| been| today| going| do| feeling| too| lately| this [a-z]+)*(?=[ ?!.]*$)",
  '(?:what is|what|wat) (?:up|good|new|happening|cracking)(?=[ ?!.]*$)',
  '(?:are |is )?(?:you|anyone|anybody) (?:still )?(?:there|here|around)(?=[ ?!.]*$)',
  "^(?:you know|ya know|y'?know|right|ok|okay|yeah|yes|no|correct|is not it|eh|see|deal|cool|good|fair enough|alright|(?:does that |if that )?makes? sense|who knows|why not(?: lol)?|who cares|really|seriously|for real|you know what i mean|know what i mean|you feel me|(?:is )?that (?:ok|okay|cool|fine)(?: with you)?|(?:would|does) (?:that|this) work(?: for you)?)(?=[?!. ]*$)",
  'what (?:a|an) (?!.*\\?)|what(?: ever| can i say| do i know| else is new| do you know)',
  '(?:are you|you) (?:kidding|serious|joking|crazy|for real)|can you believe',
  '(?:what|who|how|where) the (?:hell|heck|fuck)(?=[?!. ]*$)|is not it|are not we|do not we|guess what',
  'how (?:nice|sweet|funny|rude|dare)',
  '(?:i|me to)(?: (?:can|could|will|already|just))* (?:send|sent|text|texted|email|emailed) (?!me\\b)[a-z]+',
  '^(?:do you |you )?(?:want|need) to see (?:it|pics|pictures|photos|the house)',
  '(?:do not|does not|not|no) (?:really )?(?:know|care|matter|sure|idea|clue)(?: yet)? (?:what|how|when|where|who|why|which|if)(?! (?:do|does|would|is|are|can) (?:you|that|this))',
  'depends(?: on)? (?:what|how|when|where|who|which)|no matter (?:what|how)',
);
const WHEN =
  '(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?s?|tomorrow|today|tonight|morning|afternoon|evening|noon|weekend|next week|\\d{1,2}(?::\\d{2})? ?(?:am|pm|ish)|\\d{1,2}:\\d{2}|at \\d{1,2}|later|the (?:first|1st|second|2nd|other|last) (?:one|time|slot)?|(?:another|different) (?:time|day)';
const SUITS =
  '(?:work|works|do|good|ok|okay|fine|free|available|open|possible|better|meet|make|move|change|reschedule|switch|come|swing)';
/** Proposes a time or an answer ("does tuesday work", "how about frisco?") rather than asks for something. */
const PROPOSES = new RegExp(
  String.raw`^(?:what|how) about\b|\b${SUITS}\b.*\b(?:${WHEN})\b|\b(?:${WHEN})\b.*\b${SUITS}\b`,
);

/** A part of a text that stands for itself, as far as questions go. */
export interface Clause {
  readonly words: string;
  /** `asks`: in the form of a question; `requests`: asks only for what it names; `proposes`: a time or an answer. */
  readonly form: 'asks' | 'requests' | 'proposes' | 'states';
}

/** The clauses of a text, and which of them ask. */
export function clausesOf(plain: string): readonly Clause[] {
  return sentencesOf(plain)
    .flatMap((sentence) => sentence.split(BETWEEN_CLAUSES))
    .map(withoutOpening)
    .flatMap((clause) => (isQuestion(clause) ? [clause] : clause.split(BEGINS_WITHIN)))
    .map(withoutOpening)
    .filter((words) => words !== '')
    .map((words) => ({ words, form: formOf(words) }));
}

/** The text without its sentences that begin as questions: what they name is not said. */
export function withoutQuestions(plain: string): string {
  const statements = sentencesOf(plain).filter((sentence) => !ASKS.some((form) => form.test(withoutOpening(sentence))));
  return statements.join(' ');
}

function withoutOpening(clause: string): string {
  return clause.trim().replace(OPENING, '').trim();
}

function isQuestion(words: string): boolean {
  return ASKS.some((form) => form.test(words)) || ASKS_WITH_MARK.test(words);
}

function formOf(words: string): Clause['form'] {
  if (RHETORICAL.test(words)) return 'states';
  if (isQuestion(words)) return PROPOSES.test(words) ? 'proposes' : 'asks';
  return REQUESTS.test(words) || FEW_WORDS.test(words) ? 'requests' : 'states';
}
