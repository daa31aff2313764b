import { rewrite, sentencesOf, toPlainText } from '../understanding';
import type { Rewrite } from '../understanding';

/** Words that may stand around a chosen time; a clause of only these and a time is a choice. */
const FILLERS = new Set(
  (
    'a about and am an appointment around instead are at available awesome be best better book booked by can choice come confirm confirmed cool could day ' +
    'deal definitely do does done exactly fine for free give go going good great guess have hello hey hi how i ideal in is it just k let lets like ' +
    'locked love make may me meet meeting my of ok okay on one only open option or our over pencil perfect pick pls please possible prefer put rather right ' +
    'schedule see set shall should showing sharp sign slot so soon sounds still sure take thank thanks that the them then there think this time to ' +
    'um us use we will with work works would wonderful ya yah yea yeah yep yes you your yup down absolutely excellent lock ill choose ' +
    'call phone ring cell guys able id'
  ).split(' '),
);
/** Says that a time suits, whatever else the clause says ("tuesday works for my wife too"). */
const SUITS =
  /(?<!\b(?:i|we|they|he|she|not|to) )\b(?:works?|good|fine|great|perfect|better|best|ideal|ok|okay|prefer|let us|lets|let's|book|see you|i will (?:take|do)|will do|we will (?:take|do)|can (?:do|make)|could do|i am (?:free|available|open)|am (?:free|available|open)|put (?:me|us) down|sign (?:me|us) up|lock)\b/;
const YES =
  /\b(?:yes|yeah|yep|yea|yup|ya|sure|ok|okay|k|works?|perfect|great|good|fine|deal|done|confirmed|book|absolutely|definitely|awesome|excellent|let us|lets|see you|i will take|that one|can do|can make|cool)\b/;
/** Rules out, is unsure, or sets a condition: it chooses nothing for certain. A "but" within a clause is "all but". */
const VETO =
  /\b(?:(?:i|we|he|she|they) work\b|not|no|neither|none|nor|never|nope|nah|cannot|cant|wont|instead of|rather than|except|but|maybe|might|perhaps|possibly|probably|unless|depends|depending|if|until|till|before|(?<!\bday (?=after tomorrow\b))after|past|between|quarter|weeks? from (?!now|today)|other than|besides|excluding|(?:apart|aside) from|busy|unavailable|out of town|away|tied up|at work|working|have to|has to|need to|needs to|check|ask|talk|sick|too (?:early|late|soon)|early for|hard|tough|tight|bad|worse|worst|cancel|reschedule|change|move it|closed|holiday)\b/;
/** Says from when or up to when, of a time that another clause chooses ("tuesday works, but not before 11"). */
const LIMITS =
  /^(?:(?:not|only|just|preferably|any ?time|some ?time|as long as|if|it is) )*(?:before|after|past|until|till|between)\b/;
const ASKS =
  /^(?:and |but |so |ok |also )?(?:what|where|why|who|which|whose|how|when|is|are|was|do|does|did|can|could|will|would|should|may|shall|has|have you)\b(?! not)/;
/** Questions that propose a time: "can we do tuesday", "how about the first one". */
const PROPOSES = /\b(?:how|what) about\b|\bhow is\b/g;
const GREETING =
  /^(?:good )?(?:morning|afternoon|evening)\b(?= ?[!,.] ?(?!please|pls|thanks?\b)\w)|\bgood (?:morning|afternoon|evening|day)\b/;
const NO_PREFERENCE =
  /\b(?:either|both|whichever|any of (?:them|those|these)|any ?time|whenever|no preference)\b(?! way)|\bwhatever (?:works|is|you|suits|time)\b|\b(?:you (?:pick|choose|decide)|(?:do not|does not) (?:matter|care|mind))\b|\bup to you\b/;
/** In front of a "but" they go with it: "anything but tuesday". */
const ALL = '(?:anything|everything|nothing|all|(?:any|every)(?: ?(?:day|time|one)| of (?:them|those|these))?)';
const OTHER_TIME = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|today|tomorrow|first|second|\\d{1,2})';
const BETWEEN_CLAUSES = new RegExp(
  [
    '[.!;,\\n]+',
    `(?<!\\b${ALL} )\\bbut\\b`,
    '\\b(?:because|though|although|cause)\\b',
    // "wednesday, not tuesday" without the comma
    `\\s(?=(?:not|instead of|rather than) (?:on |the )?${OTHER_TIME}\\b)`,
    '\\band (?=(?:i|we|my|our|can|could|what|is|do|does|how|where|also)\\b)',
  ].join('|'),
);

/** Days and times as thumbs write them, and as they are said. */
const SPELLINGS: readonly Rewrite[] = [
  [/\b(?:monady|mondy|moday|mnoday|mondat)\b/g, 'monday'],
  [/\b(?:tuseday|teusday|tuesdy|tusday|tueday|tuesady)\b/g, 'tuesday'],
  [/\b(?:wendsday|wensday|wednsday|wedensday|wendesday|wedsday|wednesdy)\b/g, 'wednesday'],
  [/\b(?:thrusday|thurday|thursdy|thusday|thirsday|thersday)\b/g, 'thursday'],
  [/\b(?:firday|fridy|friady|firdy|frday|fridat)\b/g, 'friday'],
  [/\b(?:tomorrow'?s|tomorro|tommorow|tommorrow|tomo|2morrow|2moro|2mrw)\b/g, 'tomorrow'],
  [/\b2day\b/g, 'today'],
  [/\bfirst thing\b/g, 'morning'],
  [/\bhalf past (\d{1,2})\b/g, '$1:30'],
  [/\bquarter past (\d{1,2})\b/g, '$1:15'],
  [/(?<![\d$.])(1[0-2]|[1-9])\.([0-5]\d)(?![\d.%]| ?[km]\b)/g, '$1:$2'],
  [/(?<=\d) ?([ap]) m\b/g, ' $1m'],
  [/(?<=\d) o clock\b/g, " o'clock"],
];

/** A part of an answer that stands for itself: "friday works" of "friday works, where do we meet?". */
export interface Clause {
  readonly words: string;
  readonly isQuestion: boolean;
}

/** The clauses of an answer in plain text, without greetings. */
export function clausesOf(text: string): readonly Clause[] {
  const plain = rewrite(toPlainText(text), SPELLINGS);
  return sentencesOf(plain.replace(GREETING, ' ').trim()).flatMap((sentence) => {
    const clauses = sentence
      .replace(/(?<=\b[ap])\.(?=m\b)/g, '')
      .split(BETWEEN_CLAUSES)
      .map((clause) => clause.trim());
    const last = clauses.findLastIndex((clause) => clause !== '');
    return clauses
      .map((words, index) => ({
        words: words.replace(/\?/g, '').replace(PROPOSES, ' ').trim(),
        isQuestion:
          (index === last && sentence.endsWith('?')) || (ASKS.test(words) && !/^(?:how|what) about\b/.test(words)),
      }))
      .filter(({ words }) => words !== '');
  });
}

/** Whether any offered time would do ("either works"). */
export function hasNoPreference(clause: Clause): boolean {
  return !clause.isQuestion && NO_PREFERENCE.test(clause.words) && !isVeto(clause);
}

/** Whether a clause turns something down, doubts it or ties it to a condition. */
export function isVeto({ words }: Clause): boolean {
  return VETO.test(words.replace(NO_PREFERENCE, ' '));
}

/** Whether a clause limits a time instead of naming one. */
export function isLimit({ words }: Clause): boolean {
  return LIMITS.test(words);
}

/** Whether a clause chooses the time that it names. @param rest the clause without the time. */
export function isChoice({ words, isQuestion }: Clause, rest: string): boolean {
  if (VETO.test(words)) return false;
  return isOnlyFillers(rest) || (!isQuestion && SUITS.test(words));
}

/** "Yes", "that works": agrees to what was offered, and says nothing else. */
export function isAgreement({ words, isQuestion }: Clause): boolean {
  return !isQuestion && !VETO.test(words) && YES.test(words) && isOnlyFillers(words);
}

function isOnlyFillers(words: string): boolean {
  return (words.match(/[a-z0-9']+/g) ?? []).every((word) => FILLERS.has(word.replace(/'.*$/, '')));
}
