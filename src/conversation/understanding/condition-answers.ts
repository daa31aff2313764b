import { BIG_PARTS, SMALL_PARTS } from './condition-wording';
import type { PropertyCondition } from './facts';
import { firstMeaning, wording } from './phrases';
import type { Phrase } from './phrases';
import { readYesNo } from './read-yes-no';

/** The lowest rating out of ten for each state. */
const RATINGS: readonly (readonly [lowest: number, condition: PropertyCondition])[] = [
  [8, 'move_in_ready'],
  [5, 'minor_work'],
  [0, 'major_work'],
];
const RATING =
  /(?<![\w.$/])(10|\d(?:\.\d)?)(?: ?(?:-|or|to) ?(?:10|\d(?:\.\d)?))? ?(?:\/|out of) ?(?:10|ten)\b|^(?:(?:it is|eh+|hm+|um+|i would say|i would give it|maybe|probably|about|like|honestly|a|an|solid|strong|around|id say|prob),? )*(10|\d(?:\.\d)?)(?: ?(?:-|or|to) ?(?:10|\d))?[.! ]*$/;

/** Answers that repeat the question's verb; the first row that fits decides. */
const ECHOES: readonly Phrase<PropertyCondition>[] = [
  [
    'minor_work',
    wording(
      '(?:a (?:little|bit) of )?both|(?:somewhere )?in[- ]between|(?:kind|sort) of(?= *(?:$|[.,!]))',
      'kinda(?= *(?:$|[.,!]))|sorta|somewhat|half and half|for the most part|mostly',
      'not (?:really|quite|entirely)(?= *(?:$|[.,!]))|more or less|pretty much|so[- ]so|in the middle',
    ),
  ],
  [
    'move_in_ready',
    wording(
      '(?:it|that|she|house|place|home) (?:sure |definitely |really )?(?:does not|do not)(?= *(?:$|[.,!]|at all))',
      '(?:yes|yeah|yep|yup|yea|sure|of course),? (?:it|she) (?:sure |definitely )?is(?= *(?:$|[.,!]))',
      '^(?:it|she) (?:sure |definitely )?is[.! ]*$',
      '^(?:nope?,? |nah,? )?not(?:hing)? (?:that )?i (?:know|can think)',
      '(?:can not|do not) (?:think|know) of any(?:thing)?',
      '^(?:nope?,? |nah,? )?(?:nothing|none|not a thing|not 1 thing)(?: (?:really|crazy|serious|too bad|huge|major|at all|much|i can think of|comes to mind|big|that i know of))*[.! ]*$',
    ),
  ],
  [
    'major_work',
    wording(
      '(?:it|she|house|place|home) (?:sure |definitely |really |probably )?does(?= *(?:$|[.,!]))',
      '(?:no|nope|nah),? (?:it|she) (?:sure |definitely )?(?:is not)(?= *(?:$|[.,!]|ready))|^(?:it|she) is not[.! ]*$',
    ),
  ],
];

/** Words that say how the house is where hardly anything else is said. The worst decides. */
const QUALITIES: readonly Phrase<PropertyCondition>[] = [
  [
    'major_work',
    wording(
      'rough|(?<!\\bnot (?:[a-z]+ )?)bad|terrible|ugly|horrible|awful|poor|junk|crap|shitty|mess|wreck|a ?lot|lots',
      'tons|(?<!new )everything(?! (?:is |was |has been )?(?:new|updated|good|fine|great|done|works?|perfect))',
      `as[- ]is|(?:the )?(?:latter|second)(?: one)?|${BIG_PARTS}`,
    ),
  ],
  [
    'minor_work',
    wording(
      'not (?:too |so |that |half )?bad|not (?:too )?much|fair|decent|average|alright|meh|livable|almost|older',
      `(?:a )?(?:little|bit)|some|(?<!\\bno )${SMALL_PARTS}|(?:is|its|just|be|seems|yes) ok(?:ay)?`,
    ),
  ],
  [
    'move_in_ready',
    wording(
      'ready|good|great|excellent|perfect|fine|nice|clean|beautiful|amazing|awesome|gorgeous|lovely|solid|wonderful',
      'fantastic|(?:the )?(?:former|first)(?: one)?|new everything|new|newer',
      'everything(?: (?:is|was|has been))? (?:new|updated|good|fine|great|done|works?|perfect)',
    ),
  ],
];
/** Words that may stand around them. */
const FILLERS = new Set(
  (
    'a about bones deep real rest actually all am an and are as at be been both but for from gave give go guess her honestly house home i id imo in is it its just kind kinda ' +
    'know last lol looks maybe me mine more most my need needs fresh touch update updated updating replace replaced new no nope nah now of off only or other otherwise our over overall place pretty probably ' +
    'quite rather really say see she so some still super sure than that the there thing think this though to too very was we well what with would yes ' +
    'yeah yea yep yup age condition shape inside outside haha tbh ngl currently definitely fairly mainly honest work year years old'
  ).split(' '),
);
const BETWEEN_CLAUSES = /[,.;!\n]+|\bbut\b/;

/** "Move in ready, or does it need work?" is answered by its first half, as the default is. */
const ASKS_FOR_WORK = /^(?!.*\b(?:move|ready)\b).*\b(?:work|repairs?|updat|fix)/;
/** Open questions; yes or no says little there, only "no" says that nothing is to be done. */
const ASKS_WHAT = /\bwhat\b/;
/** Sarcasm, or a question. */
const NO_BARE_ANSWER = /\byeah,? right\b|\?$/;
const YES_OR_NO = wording('yes+|yeah+|yea|yep+|yup|ya|no+|nope+|nah|y|n|of course|absolutely|definitely|correct|si');

/** The state that a rating out of ten stands for ("8/10", "a solid 7"). */
export function readRating(plain: string): PropertyCondition | null {
  const match = RATING.exec(plain);
  const rating = match?.[1] ?? match?.[2];
  return rating === undefined ? null : (RATINGS.find(([lowest]) => Number(rating) >= lowest)?.[1] ?? null);
}

/** "It does", "somewhere in between". */
export function readEcho(plain: string): PropertyCondition | null {
  return firstMeaning(ECHOES, plain);
}

/** "Pretty good", "the roof and the ac": an answer of a quality or of parts, and of nothing else. */
export function readQuality(plain: string): PropertyCondition | null {
  const answers = plain.split(BETWEEN_CLAUSES).filter((clause) => isOnly(clause, QUALITIES));
  return firstMeaning(QUALITIES, answers.join(', '));
}

/** A bare yes or no. @param pendingWording the question, where known. */
export function readBareAnswer(plain: string, pendingWording: string | null): PropertyCondition | null {
  const question = pendingWording?.toLowerCase() ?? '';
  const isBare = !NO_BARE_ANSWER.test(plain) && hasOnlyFillers(plain.replace(new RegExp(YES_OR_NO, 'g'), ' '));
  const answer = isBare ? readYesNo(plain) : null;
  if (answer === null) return null;
  if (ASKS_WHAT.test(question)) return answer === 'no' ? 'move_in_ready' : null;
  return (answer === 'yes') === ASKS_FOR_WORK.test(question) ? 'major_work' : 'move_in_ready';
}

function isOnly(clause: string, meanings: readonly Phrase<PropertyCondition>[]): boolean {
  const rest = meanings.reduce((words, [, pattern]) => words.replace(new RegExp(pattern, 'g'), ' '), clause);
  return hasOnlyFillers(rest);
}

function hasOnlyFillers(words: string): boolean {
  return (words.match(/[a-z0-9']+/g) ?? []).every((word) => FILLERS.has(word));
}
