import { DateTime } from 'luxon';

const FIRST = /\b(?:first|1st|earlier|former|sooner)\b/i;
const SECOND = /\b(?:second|2nd|later|latter|last|other)\b/i;
const EITHER = /\b(?:either|both|any|whichever|whatever)\b/i;
/** A text that rules something out chooses nothing for certain. */
const NEGATION = /\b(?:not|neither|none|cannot|cant|wont)\b|n['’]t\b/i;
const CLOCK_TIME = /\b(?:at\s+)?(\d{1,2})(?::([0-5]\d))?\s*(am|pm|a\.m|p\.m)?\b/gi;

/**
 * Which of the offered times a text chooses.
 * @param offered ISO 8601 with offset, in the order they were offered.
 * @returns the slot, or `null` when the text does not choose exactly one.
 */
export function chooseSlot(text: string, offered: readonly string[], timeZone: string): string | null {
  const [first, second] = offered;
  if (first === undefined || NEGATION.test(text)) return null;
  if (EITHER.test(text)) return first;
  const named = offered.filter((slot) => isNamed(text, DateTime.fromISO(slot, { zone: timeZone })));
  if (named.length === 1) return named[0] ?? null;
  if (FIRST.test(text) !== SECOND.test(text)) return FIRST.test(text) ? first : (second ?? null);
  return null;
}

/** "Tuesday at 10 AM or Wednesday at 2:30 PM", "Tuesday at 10 or 10:30 AM": in the contact's zone. */
export function describeSlots(slots: readonly string[], timeZone: string): string {
  const words = slots.map((slot) => inWords(slot, timeZone));
  return words
    .map(({ day, hour, half }, index) => {
      const [before, next] = [words[index - 1], words[index + 1]];
      const isHalfSaidNext = next?.day === day && next.half === half;
      return `${before?.day === day ? '' : `${day} at `}${hour}${isHalfSaidNext ? '' : ` ${half}`}`;
    })
    .join(' or ');
}

/** "Tuesday at 10 AM", in the contact's zone. */
export function describeSlot(slot: string, timeZone: string): string {
  return describeSlots([slot], timeZone);
}

function inWords(slot: string, timeZone: string) {
  const time = DateTime.fromISO(slot, { zone: timeZone }).setLocale('en-US');
  const hour = time.toFormat(time.minute === 0 ? 'h' : 'h:mm');
  return { day: time.toFormat('EEEE'), hour, half: time.toFormat('a') };
}

/** By weekday, part of the day or time; what does not match rules the slot out, what is not said does not. */
function isNamed(text: string, slot: DateTime): boolean {
  const clues = [weekdayClue(text, slot), partOfDayClue(text, slot), timeClue(text, slot)];
  return clues.includes('matches') && !clues.includes('differs');
}

type Clue = 'matches' | 'differs' | 'not said';

function weekdayClue(text: string, slot: DateTime): Clue {
  const said = /\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b/i.exec(text)?.[1]?.toLowerCase();
  if (said === undefined) return 'not said';
  return slot.setLocale('en-US').toFormat('EEE').toLowerCase() === said ? 'matches' : 'differs';
}

function partOfDayClue(text: string, slot: DateTime): Clue {
  const said = /\b(morning|afternoon|evening)\b/i.exec(text)?.[1]?.toLowerCase();
  if (said === undefined) return 'not said';
  const part = slot.hour < 12 ? 'morning' : slot.hour < 17 ? 'afternoon' : 'evening';
  return part === said ? 'matches' : 'differs';
}

function timeClue(text: string, slot: DateTime): Clue {
  const times = [...text.matchAll(CLOCK_TIME)].filter(([, hour]) => Number(hour) >= 1 && Number(hour) <= 12);
  if (times.length === 0) return 'not said';
  const matches = times.some(([, hour, minute, half]) => {
    const isSameHour = Number(hour) % 12 === slot.hour % 12 && Number(minute ?? 0) === slot.minute;
    return isSameHour && (half === undefined || half.toLowerCase().startsWith('p') === slot.hour >= 12);
  });
  return matches ? 'matches' : 'differs';
}
