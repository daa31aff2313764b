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
  /(?<![\w.$/])(10|\d(?:\.\d)?)(?: ?(?:-|or|to) ?(?:10|\d(?:\.\d)?))? ?(?:\/|out of) ?(?:10|ten)\b|^(?:(?:it is|i would say|i would give it|maybe|probably|about|like|honestly|a|an|solid|strong|around|id say|prob),? )*(10|\d(?:\.\d)?)(?: ?(?:-|or|to) ?(?:10|\d))?[.! ]*$/;

/** Answers that repeat the question's verb; the first row that fits decides. */
const ECHOES: readonly Phrase<PropertyCondition>[] = [
  [
    'minor_work',
    wording(
      '(?:a (?:little|bit) of )?both|(?:somewhere )?in[- ]between|(?:kind|sort) of|kinda|sorta|somewhat|half and half|for the most part|mostly|not (?:really|quite|entirely)(?= *(?:$|[.,!]))|more or less|pretty much|so[- ]so|in the middle',
    ),
  ],
  [
    'move_in_ready',
    wording(
      '(?:it|that|she|house|place|home) (?:sure |definitely |really )?(?:does not|do not)(?= *(?:$|[.,!]|need|at all))',
      '(?:yes|yeah|yep|yup|yea|sure|of course),? (?:it|she) (?:sure |definitely )?is(?= *(?:$|[.,!]))|^(?:it|she) (?:sure |definitely )?is[.! ]*$',
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
/** "Move in ready, or does it need work?" is answered by its first half, as the default is. */
const ASKS_FOR_WORK = /^(?!.*\b(?:move|ready)\b).*\b(?:work|repairs?|updat|fix)/;
/** Open questions; yes or no says little there, only "no" says that nothing is to be done. */
const ASKS_WHAT = /\bwhat\b/;
const LONGEST_BARE_ANSWER = 30;
/** Sarcasm, or a question. */
const NO_BARE_ANSWER = /\byeah,? right\b|\?$/;

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

/** A bare yes or no. @param pendingWording the question, where known. */
export function readBareAnswer(plain: string, pendingWording: string | null): PropertyCondition | null {
  const question = pendingWording?.toLowerCase() ?? '';
  const answer = plain.length > LONGEST_BARE_ANSWER || NO_BARE_ANSWER.test(plain) ? null : readYesNo(plain);
  if (answer === null) return null;
  if (ASKS_WHAT.test(question)) return answer === 'no' ? 'move_in_ready' : null;
  return (answer === 'yes') === ASKS_FOR_WORK.test(question) ? 'major_work' : 'move_in_ready';
}
