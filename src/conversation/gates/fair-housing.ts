import { sentencesOf, without, wording } from '../understanding';
import { ASKS_OF_AREA, FAIR_HOUSING_RULES, INNOCENT } from './fair-housing-rules';
import type { JudgedText, Truth } from './gate';
import { judgedText } from './judged-text';
import { isUnreadable } from './language';
import { oneOf } from './one-of';
import { questionsIn } from './questions';

const UNABLE = oneOf(
  'can not|could not|not able to|unable to|not allowed to|do not|will not|may not|must not',
  'not (?:something|anything) (?:that )?(?:i|we) can',
  '(?:rules?|laws?) (?:do not let|does not let|do not allow|does not allow|keeps?|prevents?|stops?)(?: me| us| agents?)?(?: from| to)?',
);
const JUDGE = oneOf(
  'rate|rating|judge|judging|compare|comparing|comment(?:ing)? on|speak(?:ing)? (?:to|about|on)|say(?:ing)?',
  'tell(?:ing)? you|describe|describing|discuss(?:ing)?|advise on|advising on|talk(?:ing)? about|weigh in on',
  'give (?:you )?(?:an )?(?:opinions?|ratings?) (?:on|about|of)',
);
const CLAIMED_AFTER_ALL = oneOf(
  'but|though|however|because|since|enough|how|highly|more|and (?:[a-z]+ ){0,2}(?:is|are|has)',
  '(?:area|it|they|there|this|that|schools?|homes?) (?:is|are|has|have)',
);
/**
 * "I am not able to rate schools", "I can not say whether an area is safe": what is declined is not said. Praise takes
 * the same form ("I can not say enough about the schools") and ends what is taken out.
 */
const DECLINED = wording(
  `${UNABLE} (?:really |personally |legally )?${JUDGE}(?: (?:whether|if|which)(?: [a-z']+){1,4} (?:is|are))?(?: (?!${CLAIMED_AFTER_ALL})[a-z']+){0,12}`,
);

/** Who may be asked about schools and crime: not us. */
const PUBLIC_SOURCE = wording(
  'public (?:sources?|records?|data|information|websites?|sites?)|official (?:sources?|websites?|sites?)',
  "police departments?(?:'s)?(?: crime)? (?:maps?|websites?|sites?|data|pages?)",
  'local police(?: department)?|greatschools(?:\\.org)?|(?:[a-z]+\\.)?(?:[a-z]+\\.gov)|the census',
);
const TOPIC = wording('schools?(?: districts?)?|crimes?|safety');
/** With one of these the sentence does not point to a source, it judges. */
const JUDGEMENT = wording(
  'low|lower|lowest|high|higher|highest|good|great|best|better|top|excellent|bad|worse|worst|poor|strong',
  'weak|nice|safe|safer|safest|unsafe|amazing|outstanding|award|rated|ranked|blue ribbon|superb|fantastic',
  'wonderful|solid|\\d+ (?:out )?of 10',
);

/**
 * Refuses what speaks of a protected class, of who lives or fits somewhere, and of an area's safety, schools or quality.
 * Who asks about that gets the profile's answer, not Claude's. Strict on purpose: a refused draft costs only its
 * wording, another one stands in for it.
 */
export function refuseUnfairHousing({ plain, author }: JudgedText, { answering, profile }: Truth): string | null {
  const broken = brokenRule(sentencesOf(plain));
  if (broken !== null || author === 'wording') return broken;
  if (isUnreadable(plain)) return 'is not in English, which is all that the gates can read';
  // "Is it safe there?" "It is!": the answer needs none of the words.
  const questions = questionsIn(judgedText({ text: answering, author }, profile).plain);
  const asked = brokenRule(questions) ?? (questions.some((text) => ASKS_OF_AREA.test(text)) ? 'rates an area' : null);
  return asked === null ? null : `answers a question that ${asked}`;
}

function brokenRule(sentences: readonly string[]): string | null {
  const said = sentences.map(withoutInnocent);
  const broken = FAIR_HOUSING_RULES.find(({ wording: forbidden }) => said.some((sentence) => forbidden.test(sentence)));
  return broken?.reason ?? null;
}

function withoutInnocent(sentence: string): string {
  const words = sentence.replaceAll(/[^a-z0-9,.!?;+']+/g, ' ');
  const said = without(without(words, DECLINED), INNOCENT);
  return PUBLIC_SOURCE.test(said) && !JUDGEMENT.test(said) ? without(said, TOPIC) : said;
}
