import { wording } from '../understanding';
import type { Truth } from './gate';
import { oneOf } from './one-of';

/** A claim that is refused unless something makes it true. */
export interface ClaimRule {
  readonly reason: string;
  readonly wording: RegExp;
  readonly isTrue?: (truth: Truth) => boolean;
}

/** The agent, or anybody else who is not the contact. */
export const SOMEBODY = oneOf(
  "agent(?:'s (?:team|office|assistant|partner))?|some ?(?:one|body)",
  '(?:a|an|the|our|my|another|one of our|one of my) (?:[a-z]+ )?(?:person|human|agent|teammate|team member|member|colleague|specialist|expert|lender|representative|rep|advis[eo]r|manager|associate|team|office|coordinator)',
  'the team|him|her|them',
);
export const WE = `(?:${SOMEBODY}|he|she|they|we|i)`;
export const WILL = '(?:will|shall|is going to|are going to|am going to)';
export const ADVERB =
  '(?:(?:also|then|now|just|personally|soon|shortly|definitely|gladly|happily|certainly|surely|probably|quickly|right away) )*';

const CLAIMED = oneOf(
  'promises?|promised|guarantees?|guaranteed|booked|book|scheduled|schedule|confirmed|confirm|reserved',
  'offers?|quote|rate quotes?|licensed [a-z]+|licensed|agent|realtor|broker|lender|lawyer|attorney',
  'person|human|real person',
);

const UNABLE = oneOf(
  'can not|could not|do not|does not|did not|will not|should not|never|not able to|unable to|nobody can',
  'no one can|nothing (?:is|has been)|not|no|without',
);

/** What is denied is not claimed: "I can not promise", "nothing is booked yet", "not a licensed agent". */
export const DENIED = wording(
  `${UNABLE} (?:(?:ever|really|actually|yet|be|been|being|a|an|any|make|made|give|say|have|legally|something (?:that )?(?:i|we) can) )*${CLAIMED}`,
);
