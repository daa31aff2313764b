import { wording } from './phrases';

export type YesNo = 'yes' | 'no';

/** Words that people begin with before they answer. */
const OPENING =
  /^(?:(?:um+|uh+|well|oh|hm+|honestly|lol|haha|hi|hey|hello|so|actually|i mean|man|sorry|thanks|ha)[,. !]+)+/;

/** Begins like an answer and is none. */
const NO_ANSWER = wording(
  '^no (?:idea|clue|comment|thanks?|thank you|worries|one|rush|hurry|need|more)',
  '^(?:i do not (?:know|care|understand|get)|not sure|yes or no)',
  '^(?:ok|okay|sure)[.!, ]+(?:but |so )?(?:why|what|how|who)',
);
const NO = wording(
  '^(?:no|nope|nah|naw|nop|n|negative|none|never|nothing|neither|still no|it is not|probably not|(?:i )?guess not)',
  '^not (?:yet|really|at all|at this time|at the moment|currently|right now|now|quite)',
  '^(?:i |we )?(?:do|am|are|have|has|would|was|did|could|should|is) not',
);
const YES = wording(
  '^(?:yes+|yeah+|yea|yep+|yup|ya|yah|ye|y|si|correct|affirmative|sure|ok|okay|k|of course|absolutely|definitely)',
  '^(?:for sure|you bet|certainly|already|done|we did|uh huh|it is|i think so|probably|100)',
  '^(?:i|we) (?:already |sure )?(?:am|are|have|do|did|would)(?= *(?:$|[.,!]|already|indeed|actually|yes))',
);

/** Whether a text begins with a yes or a no to whatever was asked. */
export function readYesNo(plain: string): YesNo | null {
  const answer = plain.replace(OPENING, '');
  if (NO_ANSWER.test(answer)) return null;
  if (NO.test(answer)) return 'no';
  return YES.test(answer) ? 'yes' : null;
}
