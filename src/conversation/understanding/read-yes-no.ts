import { firstMeaning, wording } from './phrases';
import type { Phrase } from './phrases';

export type YesNo = 'yes' | 'no';

/** Words that people begin with before they answer. */
const OPENING =
  /^(?:(?:um+|uh+|well|oh|hm+|honestly|lol|haha|hi|hey|hello|so|actually|i mean|man|sorry|thanks|ha)[,. !]+)+/;

const ANSWERS: readonly Phrase<YesNo | null>[] = [
  [
    null,
    /^(?:no (?:idea|clue|comment|thanks?|thank you|worries|one|rush|hurry|need|more)|i do not (?:know|care|understand|get)|not sure|yes or no|ok(?:ay)?[.!, ]+(?:but |so )?(?:why|what|how|who)|sure[, ]+(?:but |so )?(?:why|what|how|who))\b/,
  ],
  [
    'no',
    new RegExp(
      `^${
        wording(
          'no',
          'nope',
          'nah',
          'naw',
          'nop',
          'n',
          'negative',
          'not (?:yet|really|at all|at this time|at the moment|currently|right now|now|quite)',
          'none',
          'never',
          '(?:i|we) (?:do|am|are|have|would|was|did|could|should) not',
          '(?:have|has|do|did|am|would|is|are) not',
          'do not think so',
          'i do not think so',
          'probably not',
          '(?:i )?guess not',
          'nothing',
          'it is not',
          'still no',
          'neither',
        ).source
      }`,
    ),
  ],
  [
    'yes',
    new RegExp(
      `^${wording('yes+', 'yeah+', 'yea', 'yep+', 'yup', 'ya', 'yah', 'ye', 'y', 'si', 'correct', 'affirmative', 'sure', 'ok', 'okay', 'k', 'of course', 'absolutely', 'definitely', 'for sure', 'you bet', 'certainly', '(?:i|we) (?:already |sure )?(?:am|are|have|do|did|would)(?= *(?:$|[.,!]|already|indeed|actually|yes))', 'already (?:am|have|did|done)', 'already', 'done', 'we did', 'uh huh', 'it is', 'i think so', 'probably', '100').source}`,
    ),
  ],
];

/** Whether a text begins with a yes or a no to whatever was asked. */
export function readYesNo(plain: string): YesNo | null {
  return firstMeaning(ANSWERS, plain.replace(OPENING, ''));
}
