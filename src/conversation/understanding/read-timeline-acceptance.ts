import type { Timeline } from './facts';
import { firstMeaning, without, wording } from './phrases';
import type { Phrase } from './phrases';
import { readYesNo } from './read-yes-no';

const PROBLEM = '(?:problem|prob|issue|concern|deal ?breaker|hassle|trouble)s?';

/** What says so whichever way the question was put. The first row that fits decides. */
const VERDICTS: readonly Phrase<boolean>[] = [
  [
    true,
    wording(
      `(?:no|not|not be|isnt|without|nt)(?: (?:really|be|cause|create|at all|see|see it|any|a|an|much|much of|big|that|being|as|huge|of))* ${PROBLEM}`,
      '(?:no|not a|not any|not a big|not a huge) probably',
      `not (?:really )?(?:think|believe|see|expect|imagine|foresee)(?: [a-z0-9']+){0,6} (?:${PROBLEM})`,
      'not too (?:soon|fast|quick|short|early|tight|bad|hard)',
      'not (?:be )?(?:hard|difficult|tough)',
      '(?:would|should|will|does|do) not (?:be|bother|matter|mind|hurt)(?: (?:me|us|it|at all))?',
      'see why|but (?:we|i) can (?:manage|do|make)|but (?:ok|okay|fine|doable|possible|works|manageable)|no worries',
      '(?:would|should) not at all|not for (?:me|us)(?! to)|^np$|not that (?:i|we) (?:can think|know)',
      'vacant|empty|packed|(?:already|all) (?:moved|gone|out|bought)|(?:no one|nobody) lives',
      'nothing (?:holding|keeping)',
      '^(?:no|nope|nah),? (?:that|it|we|i|30|45)(?: (?!not )[a-z0-9-]+)* (?:works?|fine|good|great|ok|okay|perfect|doable|ideal)',
    ),
  ],
  [
    false,
    wording(
      'not (?:really )?(?:think|believe|see|imagine)(?: [a-z0-9]+){0,6} (?:work|happen|enough|doable|possible|fine|ok|okay|make it|be ready|be out)',
      '(?:too|pretty|kind of|kinda|a little|a bit|way too|really|so|super|very) (?:soon|fast|quick|short|early|tight|rushed|close|aggressive)',
      '(?:will|would|does|do|did|can|could|is|are|am) not (?:really )?(?:going to )?(?:work|be (?:enough|possible|doable|ready|able|feasible)|do (?:it|that)|move (?:that|so|in)|(?:make|do) (?:it|that|this|30|45)|happen|close|enough|possible|doable|realistic|ready|feasible|fine|good|great|ideal|ok|okay|be out)',
      'not (?:going to )?(?:happen|work|enough|possible|doable|realistic|good|great|ideal|feasible|ok|okay|that (?:fast|soon|quick))',
      `(?:a |an |big |huge |real |definite(?:ly)? |be |is |bit of a |some |have |the )${PROBLEM}`,
      '(?:need|want|prefer|take|require)(?: a| me| us)?(?: little| bit| lot| much| way)* (?:more|longer|extra)(?: time)?',
      'not (?:[a-z]+ ){0,6}(?:that|so|this) (?:quick|quickly|fast|soon|early)',
      'not (?:really |quite |gonna be )?ready|cutting it|not have (?:anywhere|a place|any place|somewhere)',
      '(?:few|some|couple)(?: of)? (?:more|extra)|extra (?:time|weeks|days)',
      '(?:that|it|this|days?) (?:is|sounds|seems|feels) (?:fast|quick|soon|short|tight|rushed)|tough',
      'hard(?! to (?:say|tell|know))|tight|difficult|impossible|nowhere to (?:go|live|move)',
      '(?:need|have) (?:somewhere|a place|to find)|no way|a stretch|^it would',
      '^(?:yes|yeah|yep),? it (?:would|will|is|might)',
    ),
  ],
  [
    true,
    wording(
      '(?:(?:that|it|which|this|days?|30|45|yes|yeah|timeline|timing|closing|also)(?: [a-z]+)? works|(?:that|this|would|will|should|could|can)(?: [a-z]+)? work)(?: (?:for|great|well|fine|perfectly|perfect|with)[a-z ]*)?',
      '^works?(?: for (?:me|us)| great| fine)?',
      '(?:is|be|am|are|sounds|all|totally|absolutely|perfectly|seems|very|pretty|thats|would be|i am|we are|^|yes,?|no,?|yeah,?|days) (?:fine|good|great|perfect|ok|okay|ideal|doable|awesome|amazing|fantastic|excellent|wonderful|reasonable|acceptable)',
      '^(?:fine|good|great|perfect|ideal|doable|awesome|excellent|sure|ok|okay|absolutely|of course|certainly|please do|lets do it)(?= *(?:$|[.,!](?! (?:thanks|thank))|with|w|by|for (?:me|us)|timing|actually|why not|that))',
      '(?:can|could|able to|will|would) (?:do|make|handle|swing|manage)(?: (?:it|that|this|30|45)(?: work| happen)?)?',
      '(?:you|your|we)(?: are)? (?:good|cool|fine)(?= *(?:$|[.,!]))|hop(?:e|ing) for|what (?:i|we) (?:want|need)',
      '(?:sooner|faster|quicker|earlier)(?: the better| than that)?',
      'sounds (?:about )?(?:good|great|fine|perfect|right|doable|reasonable)',
      '(?:ok|okay|fine|good|cool) (?:with|w) (?:that|it|this|me|us)',
      'yes,? please|prefer(?:red)? that|even better|love (?:that|it)',
    ),
  ],
];
/** "need 3 months at least" refuses 45 days without naming them. */
const NEEDS = wording(
  'need',
  'needs',
  'at least',
  'minimum',
  'more like',
  'not (?:for|before)|until|til|till',
  'earliest',
  'rather',
  'prefer',
  'would take',
  'no',
);
const LONGER: readonly Timeline[] = ['3_months', '6_months', '1_year'];
/** "Yes, but 60 would be ok" says nothing good of 45. */
const ANOTHER_TIME = /\b(?:60|90|120|180|\d+ (?:weeks|months))(?: days)? (?:would|is|will|works|might|could)\b[^,.;]*/;
/** No yes or no answers these. */
const ASKS_WHEN = /^(?:when|how soon|what)\b|\bhow soon\b/i;
const ASKS_FOR_TROUBLE = new RegExp(PROBLEM);

/** Names the 30 to 45 days, so that a verdict beside it is about them whatever was asked. */
const NAMES_THE_DAYS = /\b(?:30|45)(?: ?(?:-|to|or) ?45)?(?: days?)\b/;

/**
 * Whether the contact could live with the 30 to 45 days that were asked about.
 * @param pendingWording the question; unless it is known not to, it asks whether they would be a problem, so "no" is good.
 * @returns `null` when the text does not say.
 */
export function readTimelineAcceptance(
  plain: string,
  timeline: Timeline,
  pendingWording: string | null,
): boolean | null {
  if (LONGER.includes(timeline) && NEEDS.test(plain)) return false;
  return firstMeaning(VERDICTS, without(plain, ANOTHER_TIME)) ?? readBareAnswer(plain, timeline, pendingWording ?? '');
}

/** The same where something else was asked: only a clause that names the days tells ("divorce, 30 days is fine"). */
export function readUnaskedAcceptance(plain: string): boolean | null {
  const clause = plain.split(/[,;.!?\n]| but | and /).find((part) => NAMES_THE_DAYS.test(part));
  return clause === undefined ? null : firstMeaning(VERDICTS, clause);
}

function readBareAnswer(plain: string, timeline: Timeline, question: string): boolean | null {
  const answer = ASKS_WHEN.test(question) ? null : readYesNo(plain);
  if (answer === null) return null;
  const isGoodAnswer = question === '' || ASKS_FOR_TROUBLE.test(question.toLowerCase()) ? 'no' : 'yes';
  const isAcceptable = answer === isGoodAnswer;
  if (timeline === 'unknown') return isAcceptable;
  // "yes, need out asap" contradicts itself: then the timeline is the answer.
  return isAcceptable === LONGER.includes(timeline) ? null : isAcceptable;
}
