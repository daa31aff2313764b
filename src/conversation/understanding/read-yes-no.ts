import { wording } from './phrases';

export type YesNo = 'yes' | 'no';

/** What people begin with before they answer, signs and emojis included. */
const OPENING =
  /^(?:[^\w]+|(?:um+|uh+|well|oh|hm+|honestly|lol|haha|hi|hey|hello|so|actually|i mean|man|sorry|thanks|ha|tbh|unfortunately|sadly|wow|ugh|yikes|kind of|kinda|a little(?: bit)?)\b)+/;

/** Begins like an answer and is none; "ok" and "sure" only show that the question came through. */
const NO_ANSWER = wording(
  '^no (?:idea|clue|comment|thanks?|thank you|worries|one|rush|hurry|need|more|way to (?:know|tell)|offense|pressure)',
  '^(?:i do not (?:know|care|understand|get)|(?:(?:i|we) )?(?:am |are )?not (?:really |too |quite )?(?:sure|certain)|yes or no|yes and no|none of your)',
  '^(?:no|nope|nah|yes|yeah)[,. ]+(?:i |we )?(?:do not know|not sure|idea)',
);
const NO = wording(
  '^(?:no+|nope+|nah+|naw|nop|n|negative|none|never|nothing|neither|still no|it is not|probably not|(?:i )?(?:guess|suppose|hope|would say) not|(?:i am )?afraid not)',
  '^not (?:[a-z]+ )?yet|^not (?:really|at all|at this time|at the moment|currently|right now|now|quite|that i|as of)',
  '^(?:i |we )?(?:do|am|are|have|has|would|was|did|could|should|is) not',
  '(?<=\\bso |, ?)(?:no|nope|not yet)(?=[.! ]*$)',
);
const YES = wording(
  '^(?:yes+|yess+ir|yeah+|yea|yep+|yup+|yah?|ye|y|si|correct|affirmative|of course|absolutely|definitely|certainly)',
  '^(?:for sure|you bet|uh huh|i think so|probably|(?:i am )?afraid so|100|(?:already|all) (?:done|did|am|have|are|set)|we did)',
  '^(?:it|that) (?:is|would|does)(?= *(?:$|[.,!]))',
  '^(?:i|we)? ?(?:already |sure )?(?:am|are|have|do|did|would)(?= *(?:$|[.,!]|already|indeed|actually|yes))',
  '(?<=\\bso |, ?)(?:yes|yeah|yep)(?=[.! ]*$)',
);

/** Whether a text begins, or ends ("..., so yes"), with a yes or a no to whatever was asked. */
export function readYesNo(plain: string): YesNo | null {
  const answer = plain.replace(OPENING, '');
  if (NO_ANSWER.test(answer)) return null;
  if (NO.test(answer)) return 'no';
  return YES.test(answer) ? 'yes' : null;
}
