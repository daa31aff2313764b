import { isNearWord } from './near-word';
import { wording } from './phrases';

const DAY_MS = 86_400_000;
/** "In the fall", said in the last days of fall, is the next one. */
const ALL_BUT_OVER_DAYS = 21;

/** A day of any year. Day 31 of a shorter month rolls over into the next, which is near enough here. */
type YearDay = readonly [month: number, day: number];
/** A part of any year. Winter ends in the year after it began. */
type Span = readonly [first: YearDay, last: YearDay];

const MONTHS = [
  'january|jan',
  'february|feb',
  'march|mar',
  'april|apr',
  'may',
  'june|jun',
  'july|jul',
  'august|aug',
  'september|sept|sep',
  'october|oct',
  'november|nov',
  'december|dec',
];
const LAST_DAY = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const SPANS: ReadonlyMap<string, Span> = new Map<string, Span>([
  ...MONTHS.flatMap((spellings, index) => {
    const span: Span = [
      [index + 1, 1],
      [index + 1, LAST_DAY[index] ?? 30],
    ];
    return spellings.split('|').map((name) => [name, span] as const);
  }),
  ...spans(['spring', 'springtime'], [3, 1], [5, 31]),
  ...spans(['summer', 'summertime'], [6, 1], [8, 31]),
  ...spans(['fall', 'autumn'], [9, 1], [11, 30]),
  ...spans(['winter', 'wintertime'], [12, 1], [2, 28]),
  ...spans(['q1'], [1, 1], [3, 31]),
  ...spans(['q2'], [4, 1], [6, 30]),
  ...spans(['q3'], [7, 1], [9, 30]),
  ...spans(['q4'], [10, 1], [12, 31]),
]);
/** Also everyday words or names; alone they are no date unless one was asked for. */
const AMBIGUOUS = new Set(['may', 'mar', 'march', 'fall', 'sep', 'jan', 'jun', 'dec', 'spring']);

/** Long enough that a slip of one letter cannot make another word of them. */
const OFTEN_MISSPELLED = ['january', 'february', 'september', 'october', 'november', 'december', 'christmas'];
const MODAL_MAY = /\b(?:i|we|it|that|they|you|he|she|this|there) may\b|\bmay (?:be|not|have|need|do|go|want|i)\b/;

/** Days that people plan around. */
const NAMED_DAYS: readonly (readonly [day: YearDay, pattern: RegExp])[] = [
  [[12, 25], wording('christmas', 'xmas', 'the holidays', 'holiday season')],
  [[11, 27], wording('thanksgiving')],
  [[1, 1], wording("new year'?s?(?: day| eve)?", '(?:1st|first|start|beginning) of the year')],
  [[2, 14], wording("valentine'?s?(?: day)?")],
  [[3, 15], wording('spring break')],
  [[4, 5], wording('easter')],
  [[4, 15], wording('tax (?:season|time|day)', 'taxes are (?:done|filed)')],
  [[5, 31], wording('memorial day')],
  [[7, 4], wording('(?:4th|fourth) of july', 'july 4th', 'independence day')],
  [[9, 7], wording('labor day')],
  [[10, 31], wording('halloween')],
  [
    [8, 15],
    wording(
      '(?:the )?(?:new )?school(?: year)? (?:starts|begins|start)',
      'start of (?:the )?(?:new )?school(?: year)?',
      'back to school',
    ),
  ],
  [
    [6, 1],
    wording(
      'school(?: year)? (?:is out|ends|gets out|lets out)',
      'out of school',
      'end of (?:the )?school(?: year)?',
      'graduation',
    ),
  ],
  [[12, 31], wording('end of (?:the |this )?year', '(?:later )?this year', "year'?s end", 'year end')],
];

const LEADS =
  'by|before|in|for|around|this|next|coming|until|til|till|during|through|or|maybe|like|probably|about|after|the|' +
  'early|mid|middle of|late|last (?:week|days?|part) of|end of|beginning of|start of|first of';
const PAST =
  'since|last|past|built|bought|back|listed|was|every|each|purchased|from|died|passed|away|moved|started|sold|left|retired|lost|closed';
const PERIOD = new RegExp(
  String.raw`(?<!\b(?:${PAST}) (?:in )?)\b((?:(?:${LEADS})[ -]){0,4})(${[...SPANS.keys()].join('|')})\b(?: (\d{1,2})(?:st|nd|rd|th)?(?!\d))?(?:,? (20\d{2})\b)?`,
  'g',
);
/** "By the 15th": of this month, or the next. */
const DAY_OF_MONTH =
  /\b(?:by|before|after|until|around|closing on|close on|out on|starting) (?:the )?(\d{1,2})(?:st|nd|rd|th)\b(?! of\b| street| ave)/;
const MONTH_AND_DAY = String.raw`(\d{1,2})\/(\d{1,2})(?:\/(?:\d{4}|\d{2}))?(?![\d/])`;
const DATE = new RegExp(
  String.raw`\b(?:by|before|on|around|until|til|ends|up|date|starts?|starting|closing|about|after) (?:is |the )?${MONTH_AND_DAY}`,
);
/** Only where a date was asked for; elsewhere "3/2" are rooms. */
const BARE_DATE = new RegExp(String.raw`^(?:maybe |like |prob(?:ably)? |say )?${MONTH_AND_DAY}`);

/**
 * How many days away a date or season is that a text names ("by spring", "in march", "before june 15th").
 * A period counts to its middle, unless its beginning ("by march") or end is named.
 * @param today ISO date.
 * @param isAsked whether a date was asked for; then "may" alone is the month.
 * @returns `null` when the text names none.
 */
export function daysUntilNamedDate(plain: string, today: string, isAsked: boolean): number | null {
  const spelled = plain.replace(/\b[a-z]{6,}\b/g, correctedName);
  const todayMs = Date.parse(`${today.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(todayMs)) return null;
  const deadlineMs =
    relativeDeadline(spelled, todayMs) ??
    namedDay(spelled, todayMs) ??
    numericDate(spelled, todayMs, isAsked) ??
    periodDeadline(spelled, todayMs, isAsked) ??
    dayOfMonth(spelled, todayMs);
  return deadlineMs === null ? null : Math.max(0, Math.round((deadlineMs - todayMs) / DAY_MS));
}

function correctedName(word: string): string {
  return OFTEN_MISSPELLED.find((name) => isNearWord(word, name)) ?? word;
}

function relativeDeadline(plain: string, todayMs: number): number | null {
  const date = new Date(todayMs);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const deadlines: readonly (readonly [pattern: RegExp, ms: number])[] = [
    [wording('(?:end|last week|last day) of next month', 'late next month'), Date.UTC(year, month + 2, 0)],
    [wording('end of (?:the |this )?month', '(?:later )?this month', "month'?s end"), Date.UTC(year, month + 1, 0)],
    [wording('(?:1st|first|beginning|start) of (?:the |next )?month'), Date.UTC(year, month + 1, 1)],
    [wording('(?:early|beginning of|start of|first (?:part|thing) of) next year'), Date.UTC(year + 1, 2, 31)],
    [
      wording('next year', `(?:in|until|til|till|sometime|during|before|for|by) ${year + 1}`),
      Date.UTC(year + 1, 11, 31),
    ],
  ];
  return deadlines.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

function namedDay(plain: string, todayMs: number): number | null {
  const day = NAMED_DAYS.find(([, pattern]) => pattern.test(plain))?.[0];
  return day ? nextOccurrence(day, todayMs) : null;
}

function numericDate(plain: string, todayMs: number, isAsked: boolean): number | null {
  const match = DATE.exec(plain) ?? (isAsked ? BARE_DATE.exec(plain) : null);
  const [month, day] = [Number(match?.[1]), Number(match?.[2])];
  const isDate = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return isDate ? nextOccurrence([month, day], todayMs) : null;
}

function dayOfMonth(plain: string, todayMs: number): number | null {
  const day = Number(DAY_OF_MONTH.exec(plain)?.[1] ?? 0);
  if (day < 1 || day > 31) return null;
  const today = new Date(todayMs);
  const [year, month] = [today.getUTCFullYear(), today.getUTCMonth()];
  const isNextMonth = day < today.getUTCDate() || day > new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month + (isNextMonth ? 1 : 0), day);
}

function periodDeadline(plain: string, todayMs: number, isAsked: boolean): number | null {
  for (const [, lead = '', name = '', day, year] of plain.matchAll(PERIOD)) {
    const span = SPANS.get(name);
    const isBare = lead === '' && day === undefined && year === undefined && AMBIGUOUS.has(name);
    if (!span || (isBare && !isAsked) || (name === 'may' && MODAL_MAY.test(plain))) continue;
    const deadline = day === undefined ? deadlineIn(span, lead) : ([span[0][0], Number(day)] as const);
    if (year === undefined) return nextDeadline(span, deadline, todayMs);
    const [month, dayOfMonth] = deadline ?? middleOf(...span);
    const ms = Date.UTC(Number(year), month - 1, dayOfMonth);
    if (ms >= todayMs) return ms;
  }
  return null;
}

/** `null`: the whole period. */
function deadlineIn([first, last]: Span, lead: string): YearDay | null {
  if (/early|beginning|start|first/.test(lead)) return [first[0], 10];
  if (/mid/.test(lead)) return [first[0], 15];
  if (/late|last|end/.test(lead)) return last;
  return /by|before|until|till?/.test(lead) ? first : null;
}

function middleOf(first: YearDay, last: YearDay): YearDay {
  const months = (last[0] - first[0] + 12) % 12;
  return [((first[0] - 1 + Math.floor(months / 2)) % 12) + 1, 15];
}

/** Within the period ("this summer" or "by summer", said in July) its end is meant, unless a part of it is named. */
function nextDeadline([first, last]: Span, deadline: YearDay | null, todayMs: number): number {
  const end = nextOccurrence(last, todayMs);
  const isAllButOver = last[0] !== first[0] && end - todayMs < ALL_BUT_OVER_DAYS * DAY_MS;
  const isUnderWay = nextOccurrence(first, todayMs) > end && !isAllButOver;
  if (deadline === null) return isUnderWay ? end : nextOccurrence(middleOf(first, last), todayMs);
  const next = nextOccurrence(deadline, todayMs);
  return isUnderWay ? Math.min(end, next) : next;
}

function nextOccurrence([month, day]: YearDay, todayMs: number): number {
  const year = new Date(todayMs).getUTCFullYear();
  const thisYear = Date.UTC(year, month - 1, day);
  return thisYear >= todayMs ? thisYear : Date.UTC(year + 1, month - 1, day);
}

function spans(names: readonly string[], first: YearDay, last: YearDay): readonly (readonly [string, Span])[] {
  return names.map((name) => [name, [first, last]] as const);
}
