import { wording } from './phrases';

export type YesNo = 'yes' | 'no';

/** What people begin with before they answer, signs and emojis included. */
const OPENING =
  /^(?:[^\w]+|(?:um+|uh+|well|oh|hm+|honestly|lol|haha|hi|hey|hello|so|actually|i mean|man|sorry|thanks|ha|tbh|unfortunately|sadly|wow|ugh|yikes|kind of|kinda|a little(?: bit)?)\b)+/;

/** After a yes or a no: its end, or words that go on with the answer; "no hoa" and "no agents" answer nothing. */
const GOES_ON =
  '(?= *(?:$|[^a-z0-9 ]|(?:i|we|im|id|lets|let|bro|dude|bud|whenever|complaints|kinda|it|that|this|they|he|she|you|my|our|there|not|if|but|and|so|or|sir|maam|mam|man|lol|haha|actually|just|really|still|already|because|bc|cause|since|sorry|unfortunately|thanks|problem|problems|issue|issues|way|thank|would|will|can|is|am|are|do|does|have|got|with|through|thru|by|from|for|to|at|last|this|only|need|needs|too|very|kind|definitely|of|loan|loans|as|cash|please|done|all|good|great|fine|perfect|w|\\d+|30|45)\\b))';

/** Begins like an answer and is none. */
const NO_ANSWER = wording(
  '^no (?:idea|clue|comment|thanks?|thank you|worries|one|rush|hurry|need|more|way to (?:know|tell)|offense|pressure)',
  '^(?:i do not (?:know|care|understand|get)|(?:(?:i|we) )?(?:am |are )?not (?:really |too |quite )?(?:sure|certain)|yes or no|yes and no|none of your)',
  '^(?:no|nope|nah|yes|yeah)[,. ]+(?:i |we )?(?:do not know|not sure|idea)',
  '^(?:yes|yeah|yea|yep|yup|no|nope|nah)[,. ]*(?:i am |we are |i |we |i do |im )?(?:still |very |just |really |not |do not )*(?:interested|want to (?:sell|buy|move)|selling|looking|here|buying|thinking|maybe)',
);
const NO = wording(
  `^(?:(?:absolutely|definitely|certainly|of course) not|no+|nope+|nah+|naw|nop|n|negative|still no|probably not|(?:i )?(?:guess|suppose|hope|would say) not|(?:i am )?afraid not)${GOES_ON}`,
  '^(?:none|never|nothing|neither|it is not)(?= *(?:$|[.,!]|really|at all|yet|major))',
  '^not (?:[a-z]+ )?yet|^not (?:really|at all|at the moment|currently|right now|now|quite|that i|as of)',
  '^(?:i |we )?(?:do|am|are|have|has|would|was|did|could|should|is) not(?= *(?:$|[.,!]|yet|at all|really|either|think so|believe so|gotten|done|talked|started|applied|looked|be))',
  '(?<=\\bso |, ?)(?:no|nope|not yet)(?=[.! ]*$)',
);
const YES = wording(
  `^(?:yes+|yess+ir|yeah+|yea|yep+|yup+|yah?|ye|y|si|correct|affirmative|(?:of course|absolutely|definitely|certainly)(?! (?:not|fine|ok|okay|good|great)))${GOES_ON}`,
  '^(?:for sure|you bet|uh huh|i think so|probably(?= *(?:$|[.,!]))|(?:i am )?afraid so|100|(?:already|all) (?:done|did|am|have|are|set)|we did)',
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
