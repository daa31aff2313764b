import { AMOUNT } from './not-money';
import { sentencesOf } from './plain-text';
import { without, wording } from './phrases';

const OPENING = '(?:^|[,.] ?|\\b(?:so|and|but|or|ok|hey|hi|well|lol|wait) )';

/**
 * Questions in which a sum is doubted, guessed or asked about; nobody says that it is theirs ("is 500k enough?", "what
 * do houses go for, like 500k?"). "Do you have anything under 500?" and "what can I get for 400?" do say so.
 */
const ASKS_ABOUT_SUM = wording(
  `${OPENING}(?:is|are|was|would|will|does|do|did|should|can|could)(?: not)?(?: (?:about|around|like|even|only|just|a|paying|spending|having|asking))*,? ${AMOUNT} [a-z0-9 '-]*`,
  `${OPENING}(?:is|are|was|were|does|do|did|would|will)(?: not)? (?:it|that|this|these|those|they|he|she|the (?!budget)|my (?!budget)|our (?!budget)|your|houses|homes|most|people|places|anyone|everything)\\b[^?]{0,80}${AMOUNT}[^?]*`,
  `${OPENING}(?:do|does|did|would|will|should) (?:i|we) (?:really |actually |even )?(?:need|have to|owe|make|pay)\\b[^?]{0,60}${AMOUNT}[^?]*`,
  `(?:would|will|think|could)(?: not)? (?:you|u)(?: guys)? (?:take|accept|consider|go down to|come down to)[^?]{0,40}${AMOUNT}[^?]*`,
  `(?:what|how much|why|where)\\b[^?]{0,60}\\b(?:go(?:es|ing)? for|cost|worth|sell(?:s|ing)? for|rent for|run|appraise|listed|payments?|taxes|commission|fees?|closing costs?|down)\\b[^?]*`,
  `${OPENING}why (?:is|are|was|did|does|would)\\b[^?]*`,
  `(?:is|was) (?:that|this|it) (?:too|a lot|enough|realistic|reasonable|possible|doable|fair)[^?]*`,
);

/** A sentence that begins like a question is one, mark or not. */
const BEGINS_LIKE_QUESTION = /^(?:is|would|will|does|do|should|can|could) /;

/** The plain text without the questions that only ask about a sum. */
export function withoutMoneyQuestions(plain: string): string {
  return sentencesOf(plain)
    .map((sentence) =>
      sentence.endsWith('?') || BEGINS_LIKE_QUESTION.test(sentence) ? without(sentence, ASKS_ABOUT_SUM) : sentence,
    )
    .join('\n');
}
