import { wording } from './phrases';
import { toPlainText } from './plain-text';

/** "I am not interested" with whatever comes before and after, but not "not interested in a condo". */
const DECLINES = wording(
  '(?:not|no longer|never) (?:really |at all )?interested(?! in)',
  '^(?:no,? ?thanks?|no,? ?thank you|nah,? ?thanks?)(?! to)',
  '(?:not|no longer) (?:really )?(?:looking|selling|buying|moving)(?= *(?:$|[.,!]|any ?more|right now|now|at the moment|at this time))',
  '(?:already|(?:i|we) (?:have )?just) (?:sold|bought|purchased|closed|listed|signed|went with|have an? (?:agent|realtor)|found (?:a|an|our|my|the) (?:home|house|place|agent|realtor))',
  '(?:have|has|got|working with|signed with|hired) (?:already )?(?:an?|my|our|another) (?:other )?(?:agent|realtor)',
  'decided (?:not to|against)|changed (?:my|our) minds?|off the market',
);

/** True when somebody says that there is nothing to follow up. STOP is another matter: see `readConsent`. */
export function declines(text: string): boolean {
  return DECLINES.test(toPlainText(text));
}
