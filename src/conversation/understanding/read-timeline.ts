import { daysUntilNamedDate } from './calendar';
import type { Timeline } from './facts';
import { firstMeaning, without, wording } from './phrases';
import type { Phrase } from './phrases';

/** The longest time, in days, that each step covers; two weeks or less is immediate. */
const STEPS: readonly (readonly [days: number, step: Timeline])[] = [
  [14, 'immediate'],
  [31, '1_month'],
  [62, '2_months'],
  [93, '3_months'],
  [186, '6_months'],
  [550, '1_year'],
  // Nobody plans a move in so many years; it is the age of a roof or a marriage.
  [1_500, 'flexible'],
];
/** How far from a duration, in characters, words still say what it is; keeps long texts linear. */
const REACH = 60;
const DAYS_IN: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30.5, y: 365 };

const COUNT = String.raw`\d{1,3}(?:\.\d)?|an?(?: additional)?|(?:a )?couple(?: of)?(?: more)?|(?:a )?few(?: more)?|several|next few|half an?`;
const COUNTS: readonly (readonly [pattern: RegExp, count: number])[] = [
  [/^half/, 0.5],
  [/couple/, 2],
  [/few/, 3],
  [/several/, 4],
  [/^a/, 1],
];
const DURATION = new RegExp(
  String.raw`(?<![\w$.,])(?:(${COUNT})(?: ?(?:-|to|or|and) ?| ))?(${COUNT})\+?(?: ?-?(?:full |more |business |calendar |good |short )?)(days?|weeks?|wks?|months?|mos?|mths?|years?|yrs?)\b`,
  'g',
);
/** Before a duration that is past or not about moving. */
const NOT_A_PLAN_BEFORE =
  /(?:\b(?:past|last|every|each|per|been|owned|lived|married|open|rented|built|old|age|(?<!\b(?:not|another|least|until|wait)\b[^.?!]{0,25})for)|[k\d\/])(?: (?:the|about|over|almost|around|like|nearly|here|it|only|past|last|at least|all))* ?$/;
/** After it. */
const NOT_A_PLAN_AFTER =
  /^(?:'s?)? ?-?(?:ago|old|fixed|arm|mortgage|loan|note|warranty|of experience|behind|into|in (?:this|the|our|my) (?:house|home|place)|here|notice|married|together|(?:is|are|would be|seems|sounds|feels) (?:way |a bit |a little |just |kind of )?(?:too|not|tight|tough|hard)|(?:is|would|will|does) not|will be too|(?:a|per) )/;

/** "Sold my place in March" is no plan; "it must be sold in March" is one. */
const PAST_EVENT =
  /(?:^|[.,;\n] ?|\b(?:i|we|they|he|she|just|already|who|which|that) )(?:just |already )?(?:sold|bought|purchased|closed on|moved|retired|passed(?: away)?|died|built|started|lost|remodeled|replaced|divorced|listed)(?: [a-z']+){0,4} (?:in|last|back in|this past|on|around) [a-z]+(?: \d{1,4})?\b/;

const SOON_ENOUGH = '(?:sell|move|buy|close|start|go|list|out|in|begin|ready|offer|need it|do it|sold|gone|done)';
/** In a text of any kind. */
const PHRASES: readonly Phrase<Timeline>[] = [
  [
    'flexible',
    wording(
      '(?:no|not(?: really| exactly| necessarily)?(?: in)?(?: any| a| a big| that much of a)?|without) (?:real |big |particular |great |huge )?(?:rush|hurry|urgency)',
      'not (?:really )?(?:urgent|asap|immediately|rushing|right away|any ?time soon)',
      'do not (?:need|have|want) to (?:rush|[a-z]+ (?:right away|immediately|asap))',
      'no (?:set |specific |real |particular |hard |exact |firm )?(?:timeline|time ?frame|time line|deadline|date)(?: in mind| yet| set)?',
      '(?:we|i|am|are|so) (?:am |are |is )?(?:pretty |very |totally |really |fairly |super )?flexible(?! on (?:price|area|location|budget))',
      '(?:timeline|timing|time ?frame|date)(?: is|:)? (?:pretty |very |totally )?(?:flexible|open)',
      'just (?:looking|browsing|curious|starting)(?: around)?(?! (?:for|to|in|at)\\b)',
      'as soon as (?:i|we) (?:can )?(?:find|sell|buy)|some ?day|eventually|down the (?:road|line)|window shopping',
      'testing the (?:waters|market)',
      'when(?:ever)? (?:the right|i find|we find|i feel|it feels|the market|the time is)[a-z ]{0,30}',
      'in no rush|take (?:my|our) time|taking (?:my|our) time|years? (?:away|out)|not for (?:a )?(?:while|long time)',
    ),
  ],
  ['1_month', wording('next month')],
  [
    'immediate',
    wording(
      'asap|a\\.s\\.a\\.p|as soon as (?:possible|i can|we can)|right away|immediately|urgent|urgently|yesterday',
      'soon as (?:possible|we can|i can)|as (?:quick|quickly|fast) as (?:possible|i can|we can)',
      '(?:sooner|quicker|faster|earlier) the better',
      `${SOON_ENOUGH} (?:it )?(?:right )?(?:now|today|tomorrow|this week|next week)`,
      '(?<!\\b(?:not|never|if|when|until|once|be|get)(?: [a-z]+){0,2} )(?:ready|good) to (?:go|move|buy|sell|close|list|make an offer|make a move)(?: now| today)?(?! until| when| in| once| after)',
      'within days|in days|any day now',
      '(?:by|before) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|the weekend)',
    ),
  ],
];
/** Only as the answer to "when". */
const ANSWERS: readonly Phrase<Timeline>[] = [
  [
    'flexible',
    wording('flexible|when ?ever|any ?time|open|it does not matter|do not care|no preference|not (?:sure|ready) yet'),
  ],
  [
    'immediate',
    wording(
      '^(?:right )?now|now is (?:good|fine|great|perfect)|today|tomorrow|this week(?:end)?|next week|ready now',
      'very quick(?:ly)?|^quick(?:ly)?',
    ),
  ],
];
/** "45" to "when?" is a number of days. */
const BARE_DAYS =
  /^(?:about |around |maybe |like |in |within |prefer |need |more like |say |at least )?(?:\d{2} ?(?:-|to|or) ?)?(14|15|20|21|30|45|60|75|90|120|180)(?: ish| or so)?[.!]?$/;

/** Up to when the text says that it should have happened. `unknown` when it says nothing of it. */
export function readTimeline(plain: string, today: string, isAsked: boolean): Timeline {
  const bareDays = isAsked ? BARE_DAYS.exec(plain)?.[1] : undefined;
  const days =
    longestPlan(plain) ??
    (bareDays === undefined ? null : Number(bareDays)) ??
    daysUntilNamedDate(without(plain, PAST_EVENT), today, isAsked);
  if (days !== null) return stepFor(days);
  const phrase = firstMeaning(PHRASES, plain) ?? (isAsked ? firstMeaning(ANSWERS, plain) : null);
  return phrase ?? 'unknown';
}

/** The first step that is not shorter than so many days. */
export function stepFor(days: number): Timeline {
  return STEPS.find(([longest]) => days <= longest)?.[1] ?? 'unknown';
}

/** The last duration in the text that is about the future, in days; of a range its longer end. */
function longestPlan(plain: string): number | null {
  const plans = [...plain.matchAll(DURATION)].filter((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const before = plain.slice(Math.max(0, start - REACH), start);
    return !NOT_A_PLAN_BEFORE.test(before) && !NOT_A_PLAN_AFTER.test(plain.slice(end, end + REACH));
  });
  const days = plans.map(([, , count = '', unit = '']) => countOf(count) * (DAYS_IN[unit.charAt(0)] ?? 0));
  return days.filter((day) => stepFor(day) !== 'unknown').at(-1) ?? null;
}

function countOf(said: string): number {
  const number = Number(said);
  if (!Number.isNaN(number)) return number;
  return COUNTS.find(([pattern]) => pattern.test(said))?.[1] ?? 0;
}
