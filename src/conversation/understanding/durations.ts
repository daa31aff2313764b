/** How far from a duration, in characters, words still say what it is; keeps long texts linear. */
const REACH = 60;
const DAYS_IN: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30.5, y: 365 };
/** Longer ones are the age of a house or of a marriage. */
const LONGEST_PLAN_DAYS = 1_500;

const COUNT = String.raw`\d{1,3}(?:\.\d)?|(?<!\d )an?(?: additional)?|(?:a )?couple(?: of)?(?: more)?|(?:a )?few(?: more)?|several|next few|half an?`;
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
  /(?:\b(?:past|last|every|each|per|lived|married|open|rented|built|old|age|(?<!\b(?:not|another|least|until|wait)\b[^.?!]{0,25})for)|[k\d\/])(?: (?:the|about|over|almost|around|like|nearly|here|it|only|past|last|at least|all))* ?$/;
/** After it. */
const NOT_A_PLAN_AFTER =
  /^(?:'s?)? ?-?(?:ago|old|fixed|arm|mortgage|loan|note|warranty|of experience|behind|into|in (?:this|the|our|my) (?:house|home|place)|here|notice|married|together|(?:is|are|would be|seems|sounds|feels) (?:way |a bit |a little |just |kind of )?(?:too|not|tight|tough|hard)|(?:is|would|will|does) not|will be too|(?:a|per) )/;

/** The last duration in the text that is about the future, in days; of a range its longer end. */
export function longestPlanDays(plain: string): number | null {
  const plans = [...plain.matchAll(DURATION)].filter((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const before = plain.slice(Math.max(0, start - REACH), start);
    return !NOT_A_PLAN_BEFORE.test(before) && !NOT_A_PLAN_AFTER.test(plain.slice(end, end + REACH));
  });
  const days = plans.map(([, , count = '', unit = '']) => countOf(count) * (DAYS_IN[unit.charAt(0)] ?? 0));
  return days.filter((day) => day <= LONGEST_PLAN_DAYS).at(-1) ?? null;
}

function countOf(said: string): number {
  const number = Number(said);
  if (!Number.isNaN(number)) return number;
  return COUNTS.find(([pattern]) => pattern.test(said))?.[1] ?? 0;
}
