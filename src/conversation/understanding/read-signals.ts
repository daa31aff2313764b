import type { TextSignals } from './facts';
import { without, wording } from './phrases';
import { sentencesOf } from './plain-text';

/** Each counts once. */
const URGENT_WORDS: readonly RegExp[] = [
  wording('asap', 'as soon as possible'),
  wording('urgent', 'urgently', 'emergency'),
  wording('immediately', 'right away', 'at once'),
  wording('quick', 'quickly', 'fast', 'sooner'),
  wording('(?<!as )soon'),
  wording('hurry', 'rush', 'rushing'),
  wording('today', 'tonight', 'this week', 'this weekend'),
  wording('deadline', 'running out of time', 'time is running out', 'no later than'),
  wording('(?:need|have|must) to (?:move|sell|buy|close|be out|find)', 'must (?:move|sell|buy|close)'),
  wording('foreclosure', 'auction', 'eviction', 'evicted'),
];
const NOT_URGENT = wording(
  '(?:no|not|not in|not in a|not in any|without|do not need to|do not want to)(?: (?:a|any|big|real|that|too|so|really|great|particular))* (?:rush|hurry|urgent|urgency|quick|fast|soon|immediately|right away|asap|deadline)',
  'too (?:soon|fast|quick)|any ?time soon',
);

/** Each counts once. */
const INTENT_PHRASES: readonly RegExp[] = [
  wording(
    '(?:looking|trying|hoping|planning|ready|need|want|would like|going|have|wish) to (?:buy|sell|purchase|move|list|find|see|tour|make|get into|close|relocate|downsize|upgrade)',
  ),
  wording('looking for', 'searching for', 'shopping for', 'house hunting', 'in the market'),
  wording('interested in', 'thinking (?:about|of) (?:selling|buying|moving|listing)'),
  wording('schedule', 'set up', 'showing', 'tour', 'viewing'),
  wording('make an offer', 'put in an offer', 'submit an offer', 'ready to go', 'sign'),
  wording('pre[- ]?approved', 'pre[- ]?qualified', 'cash buyer'),
];
const NOT_MEANT = wording(
  '(?:not|no longer|never|not really) (?:currently |actually |even )?(?:looking|interested|trying|planning|ready|in the market|thinking)(?: (?:to|for|in|about|of))?(?: (?:buy|sell|move|selling|buying))?',
);

const ASKS =
  /^(?:(?:what|where|why|who|how|when)\b(?! (?:i|we|you) )|(?:can|could|do|does|did|is|are|will|would|should) (?:you|i|we|it|there|this|that|they|he|she)\b)/;

/** How a text is put. @param text as it was written, for its length. */
export function readSignals(text: string, plain: string): TextSignals {
  const pressing = without(plain, NOT_URGENT);
  const meant = without(plain, NOT_MEANT);
  return {
    length: text.trim().length,
    urgentWords: URGENT_WORDS.filter((pattern) => pattern.test(pressing)).length,
    intentPhrases: INTENT_PHRASES.filter((pattern) => pattern.test(meant)).length,
    questions: sentencesOf(plain).filter((sentence) => sentence.endsWith('?') || ASKS.test(sentence)).length,
  };
}
