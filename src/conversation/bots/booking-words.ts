import { sentencesOf, toPlainText } from '../understanding';

/** Words that may stand around a chosen time; a clause of only these and a time is a choice. */
const FILLERS = new Set(
  (
    'a about and am an appointment around instead are at available awesome be best better book booked by can come confirm confirmed cool could day ' +
    'deal definitely do does done fine for free go going good great guess have hello hey hi how i ideal in is it just k let lets like ' +
    'locked love make may me meet meeting my of ok okay on one open option or our much love pencil perfect pick pls please possible prefer put rather right ' +
    'schedule see set shall should showing sign slot so soon sounds still sure take thank thanks that the them then there think this time to ' +
    'um us use we will with work works would wonderful ya yah yea yeah yep yes you your yup down absolutely excellent lock ill choose ' +
    'call guys able id'
  ).split(' '),
);
/** Says that a time suits, whatever else the clause says ("tuesday works for my wife too"). */
const SUITS =
  /(?<!\b(?:i|we|they|he|she|not|to) )\b(?:works?|good|fine|great|perfect|better|best|ideal|ok|okay|prefer|let us|lets|let's|book|see you|i will (?:take|do)|will do|we will (?:take|do)|can (?:do|make)|could do|i am (?:free|available|open)|am (?:free|available|open)|put (?:me|us) down|sign (?:me|us) up|lock)\b/;
const YES =
  /\b(?:yes|yeah|yep|yea|yup|ya|sure|ok|okay|k|works?|perfect|great|good|fine|deal|done|confirmed|book|absolutely|definitely|awesome|excellent|let us|lets|see you|i will take|that one|can do|can make|cool)\b/;
/** Rules out, is unsure, or sets a condition: it chooses nothing for certain. */
const VETO =
  /\b(?:(?:i|we|he|she|they) work\b|not|no|neither|none|nor|never|nope|nah|cannot|cant|wont|instead of|rather than|except|but not|maybe|might|perhaps|possibly|probably|unless|depends|depending|if|until|till|before|after|past|between|busy|unavailable|out of town|away|tied up|at work|working|have to|has to|need to|needs to|check|ask|talk|sick|too (?:early|late|soon)|early for|hard|tough|tight|bad|worse|worst|cancel|reschedule|change|move it|closed|holiday)\b/;
const ASKS =
  /^(?:and |but |so |ok |also )?(?:what|where|why|who|which|whose|how|when|is|are|was|do|does|did|can|could|will|would|should|may|shall|has|have you)\b(?! not)/;
/** Questions that propose a time: "can we do tuesday", "how about the first one". */
const PROPOSES = /\b(?:how|what) about\b|\bhow is\b/g;
const GREETING =
  /^(?:good )?(?:morning|afternoon|evening)\b(?= ?[!,.] ?(?!please|pls|thanks?\b)\w)|\bgood (?:morning|afternoon|evening|day)\b/;
const NO_PREFERENCE =
  /\b(?:either|both|whichever|any of (?:them|those|these)|any ?time|whenever|no preference)\b(?! way)|\bwhatever (?:works|is|you|suits|time)\b|\b(?:you (?:pick|choose|decide)|(?:do not|does not) (?:matter|care|mind))\b|\bup to you\b/;
const BETWEEN_CLAUSES =
  /[.!;,\n]+|\b(?:but|because|though|although|cause)\b|\band (?=(?:i|we|my|our|can|could|what|is|do|does|how|where|also)\b)/;

/** Weekdays as thumbs write them. */
const MISTYPED_DAYS: readonly (readonly [pattern: RegExp, day: string])[] = [
  [/\b(?:monady|mondy|moday|mnoday|mondat)\b/g, 'monday'],
  [/\b(?:tuseday|teusday|tuesdy|tusday|tueday|tuesady)\b/g, 'tuesday'],
  [/\b(?:wendsday|wensday|wednsday|wedensday|wendesday|wedsday|wednesdy)\b/g, 'wednesday'],
  [/\b(?:thrusday|thurday|thursdy|thusday|thirsday|thersday)\b/g, 'thursday'],
  [/\b(?:firday|fridy|friady|firdy|frday|fridat)\b/g, 'friday'],
];

/** A part of an answer that stands for itself: "friday works" of "friday works, where do we meet?". */
export interface Clause {
  readonly words: string;
  readonly isQuestion: boolean;
}

/** The clauses of an answer in plain text, without greetings. */
export function clausesOf(text: string): readonly Clause[] {
  const plain = MISTYPED_DAYS.reduce((said, [pattern, day]) => said.replace(pattern, day), toPlainText(text));
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
