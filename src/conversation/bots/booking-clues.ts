import type { DateTime } from 'luxon';

/** What a word of an answer says about the time that is meant. */
export interface Clue {
  readonly index: number;
  readonly length: number;
  fits(slot: DateTime, now: DateTime): boolean;
}

type Fits = (match: RegExpExecArray, slot: DateTime, now: DateTime) => boolean;

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
/** After a number that counts something else: "2 hours", "3 of us". */
const COUNTED = String.raw`(?! ?(?:hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?|of (?:us|them|you|my)|people|persons?|kids?|adults?|beds?|baths?|br|k|%|times|slots|options|things|questions|houses|homes|cars?|dogs?|percent|st|nd|rd|th|:|\/|\d|[.,]\d)\b)`;

/** The first row that fits a place in the text reads it; what it read is not read again. */
const READERS: readonly (readonly [pattern: RegExp, fits: Fits])[] = [
  [
    /\b(early )?(?:next|following) week\b/g,
    ([, early], slot, now) => slot.hasSame(now.plus({ weeks: 1 }), 'week') && (early === undefined || slot.weekday < 4),
  ],
  [/\bend of (?:the|this) week\b/g, (_, slot, now) => slot.hasSame(now, 'week') && slot.weekday > 3],
  [/\b(?:later )?this week\b/g, (_, slot, now) => slot.hasSame(now, 'week')],
  [/\bnext month\b/g, (_, slot, now) => slot.hasSame(now.plus({ months: 1 }), 'month')],
  [
    /\b(?:(this|next|following) )?weekends?\b/g,
    ([, which], slot, now) =>
      slot.weekday > 5 && (which === undefined || slot.hasSame(now, 'week') === (which === 'this')),
  ],
  [
    /\b(?:in ([1-7]) days|([1-7]) days from (?:now|today))\b/g,
    ([, after, from], slot, now) => slot.hasSame(now.plus({ days: Number(after ?? from) }), 'day'),
  ],
  [
    /\b(?:in (?:a|1) week|(?:a|1) week from (?:now|today))\b/g,
    (_, slot, now) => slot.hasSame(now.plus({ weeks: 1 }), 'day'),
  ],
  [
    /\b(?:(next|this|coming|following) )?(?<!the )(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|rsday|urday|r|rs)?(?:'?s)?\b/g,
    ([, which, day = ''], slot, now) =>
      slot.weekday === WEEKDAYS.indexOf(day) + 1 && (which !== 'next' || !slot.hasSame(now, 'week')),
  ],
  [/\b(?:the )?day after tomorrow\b/g, (_, slot, now) => slot.hasSame(now.plus({ days: 2 }), 'day')],
  [/\btomorrow\b/g, (_, slot, now) => slot.hasSame(now.plus({ days: 1 }), 'day')],
  [/\b(?:later )?today\b/g, (_, slot, now) => slot.hasSame(now, 'day')],
  [/\btonight\b/g, (_, slot, now) => slot.hasSame(now, 'day') && slot.hour >= 17],
  [/\bthis (morning|afternoon|evening)\b/g, ([, part], slot, now) => slot.hasSame(now, 'day') && partOf(slot) === part],
  [/\b(morning|afternoon|evening)s?\b/g, ([, part], slot) => partOf(slot) === part],
  [
    new RegExp(String.raw`\b(${MONTH}) (?:the )?(\d{1,2})(?:st|nd|rd|th)?\b`, 'g'),
    ([, month, day], slot) => isDate(slot, monthOf(month), Number(day)),
  ],
  [
    new RegExp(String.raw`\b(\d{1,2})(?:st|nd|rd|th)? (?:of )?(${MONTH})\b`, 'g'),
    ([, day, month], slot) => isDate(slot, monthOf(month), Number(day)),
  ],
  [
    /(?<![\d/])(\d{1,2})\/(\d{1,2})(?:\/\d{2,4})?(?![\d/])/g,
    ([, month, day], slot) => isDate(slot, Number(month), Number(day)),
  ],
  [/\b(?:the )?(\d{1,2})(?:st|nd|rd|th)\b/g, ([, day], slot) => slot.day === Number(day)],
  // Nobody says an hour like that.
  [/\bthe (1[3-9]|2\d|3[01])\b(?! ?[:\d])/g, ([, day], slot) => slot.day === Number(day)],
  [/\b(?:at )?(?:noon|midday|lunch ?time)\b/g, (_, slot) => slot.hour === 12 && slot.minute === 0],
  [
    new RegExp(
      String.raw`(?<![\w$#.,:/-])(?:at |@ ?)?(\d{1,2}?)(?::?([0-5]\d))? ?(?:(am|pm|a|p|a\.m\.?|p\.m\.?)(?!\w)|o'?clock\b|ish\b)?(?!\w)${COUNTED}`,
      'g',
    ),
    ([, hour, minute, half], slot) => isTime(slot, Number(hour), Number(minute ?? 0), half),
  ],
  [
    new RegExp(
      String.raw`\bpm\b|(?<=\b(?:[a-z]+day|tomorrow|${WEEKDAYS.join('|')}|tues|weds|thur|thurs|the) )am\b`,
      'g',
    ),
    ([half], slot) => (half === 'pm') === slot.hour >= 12,
  ],
  // The times were told in the contact's zone: those of another are other times.
  [
    /(?<=(?:\d|[ap]m) )([ecmp])[sd]?t\b|\b(eastern|central|mountain|pacific)(?: time)?\b/g,
    ([, letter, name = ''], slot) =>
      slot.setLocale('en-US').offsetNameShort?.charAt(0).toLowerCase() === (letter ?? name.charAt(0)),
  ],
];

/** The clues of a clause, in the order of the table. */
export function cluesIn(words: string): readonly Clue[] {
  const clues: Clue[] = [];
  for (const [pattern, fits] of READERS) {
    for (const match of words.matchAll(pattern)) {
      const isRead = clues.some(
        ({ index, length }) => match.index < index + length && index < match.index + match[0].length,
      );
      if (isRead) continue;
      clues.push({ index: match.index, length: match[0].length, fits: (slot, now) => fits(match, slot, now) });
    }
  }
  return clues;
}

/** The clause without the words that its clues were read from. */
export function withoutClues(words: string, clues: readonly Clue[]): string {
  return clues.reduce(
    (rest, { index, length }) => rest.slice(0, index) + ' '.repeat(length) + rest.slice(index + length),
    words,
  );
}

function partOf(slot: DateTime): string {
  if (slot.hour < 12) return 'morning';
  return slot.hour < 17 ? 'afternoon' : 'evening';
}

function monthOf(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3)) + 1;
}

function isDate(slot: DateTime, month: number, day: number): boolean {
  return slot.month === month && slot.day === day;
}

function isTime(slot: DateTime, hour: number, minute: number, half?: string): boolean {
  const isSameClock = hour > 0 && hour % 12 === slot.hour % 12 && minute === slot.minute;
  return isSameClock && (half === undefined || half.startsWith('p') === slot.hour >= 12);
}
