import { DateTime } from 'luxon';
import { cluesIn, withoutClues } from './booking-clues';
import type { Clue } from './booking-clues';
import { clausesOf, hasNoPreference, isAgreement, isChoice, isLimit, isVeto } from './booking-words';
import type { Clause } from './booking-words';

/** Ordinals only where they choose: "the first one", "first works", "1st"; not "first I need to". */
const FORM =
  '(?= *(?:$|(?:one|time|slot|option|choice|works?|is|would|please|on|sounds|for me|appointment)\\b))(?: (?:one|time|slot|option|choice|appointment))?';
const ORDINALS: readonly (readonly [place: 'first' | 'second', pattern: RegExp])[] = [
  ['first', new RegExp(String.raw`\b(?:the )?(?:first|1st|early|earlier|earliest|former|sooner|soonest)${FORM}`)],
  ['first', /\b(?:option|choice|number|slot) ?#?(?:1|a|one)\b|# ?1\b/],
  ['second', new RegExp(String.raw`(?<!\b(?:a|1|one|just) )\b(?:the )?(?:second|2nd|latter|last|latest)${FORM}`)],
  ['second', new RegExp(String.raw`\bthe (?:later|other)${FORM}`)],
  [
    'second',
    /\b(?:late|later|other) (?:one|time|slot|option|choice)\b|\blater (?=works|is (?:better|best|good|fine|great))/,
  ],
  ['second', /\b(?:which|what)ever(?: [a-z]+)? is (?:the )?(?:later|latest|last)\b/],
  ['second', /\b(?:option|choice|number|slot) ?#?(?:2|b|two)\b|# ?2\b/],
];

interface Choice {
  readonly clues: readonly Clue[];
  readonly place: 'first' | 'second' | null;
}

/**
 * Which of the offered times a text chooses. Questions choose only where they propose a time ("can we do tuesday?").
 * @param offered ISO 8601 with offset, in the order they were offered.
 * @param nowMs the contact's "today" and "tomorrow" depend on it.
 * @returns the slot, or `null` when the text does not choose exactly one.
 */
export function chooseSlot(text: string, offered: readonly string[], timeZone: string, nowMs: number): string | null {
  const now = DateTime.fromMillis(nowMs, { zone: timeZone });
  const slots = offered.map((slot) => DateTime.fromISO(slot, { zone: timeZone }));
  const clauses = clausesOf(text);
  if (clauses.some((clause) => isLimit(clause) && cluesIn(clause.words).length > 0)) return null;
  const indifferent = clauses.find(hasNoPreference);
  const read = clauses
    .filter((clause) => clause !== indifferent)
    .map((clause) => ({ clause, choice: readChoice(clause, slots) }));
  const choices = read.map(({ choice }) => choice).filter((choice) => choice !== null);
  if (choices.length === 0 && !indifferent) {
    const isAgreed = clauses.some(isAgreement) && !clauses.some((clause) => clause.isQuestion || isVeto(clause));
    return isAgreed && offered.length === 1 ? (offered[0] ?? null) : null;
  }
  // "Friday is good but is 11 possible?" asks for another time than the one it names.
  const asked = read.filter(({ clause, choice }) => clause.isQuestion && choice === null);
  const clues = [...choices.flatMap((choice) => choice.clues), ...asked.flatMap(({ clause }) => cluesIn(clause.words))];
  const fitting = offered.filter((_, index) => {
    const fits = (clue: Clue) => isFitting(clue, slots[index], now);
    return clues.every(fits) && (!indifferent || isAmong(indifferent, fits));
  });
  const places = [...choices.map(({ place }) => place), indifferent ? ordinalIn(indifferent.words)?.[0] : null];
  const named = places.filter((place) => typeof place === 'string');
  return indifferent && named.length === 0 ? (fitting[0] ?? null) : pick(offered, fitting, named);
}

/** Whether a time is one of those that would all do: "any time wednesday", "either tuesday or wednesday". */
function isAmong({ words }: Clause, fits: (clue: Clue) => boolean): boolean {
  const clues = cluesIn(words);
  return /\bor\b/.test(words) && clues.length > 0 ? clues.some(fits) : clues.every(fits);
}

/** The one time that fits; where several do, or none but an ordinal was said, the ordinal decides. */
function pick(
  offered: readonly string[],
  fitting: readonly string[],
  places: readonly ('first' | 'second')[],
): string | null {
  const [place] = places;
  if (place === undefined) return fitting.length === 1 ? (fitting[0] ?? null) : null;
  if (places.some((other) => other !== place)) return null;
  if (fitting.length > 1) return (place === 'first' ? fitting[0] : fitting[1]) ?? null;
  const named = place === 'first' ? offered[0] : offered[1];
  return named !== undefined && fitting.includes(named) ? named : null;
}

function isFitting(clue: Clue, slot: DateTime | undefined, now: DateTime): boolean {
  return slot !== undefined && clue.fits(slot, now);
}

function ordinalIn(words: string) {
  return ORDINALS.find(([, pattern]) => pattern.test(words));
}

/** `null`: the clause chooses nothing. */
function readChoice(clause: Clause, slots: readonly DateTime[]): Choice | null {
  // "The 1st" is a date when one of the times is on that day.
  const isDate = /\b(?:1st|2nd)\b/.test(clause.words) && slots.some(({ day }) => day <= 2);
  const ordinal = isDate ? undefined : ordinalIn(clause.words);
  const words = ordinal ? clause.words.replace(ordinal[1], ' ') : clause.words;
  const clues = cluesIn(words);
  if (clues.length === 0 && !ordinal) return null;
  return isChoice(clause, withoutClues(words, clues)) ? { clues, place: ordinal?.[0] ?? null } : null;
}

/**
 * "Tuesday at 10 AM or Wednesday at 2:30 PM", "today at 10 or 10:30 AM": in the contact's zone.
 * A week or more ahead the date is added ("Monday the 7th at 10 AM").
 */
export function describeSlots(slots: readonly string[], timeZone: string, nowMs: number): string {
  const now = DateTime.fromMillis(nowMs, { zone: timeZone });
  const words = slots.map((slot) => inWords(DateTime.fromISO(slot, { zone: timeZone }), now));
  return words
    .map(({ day, hour, half }, index) => {
      const [before, next] = [words[index - 1], words[index + 1]];
      const isHalfSaidNext = next?.day === day && next.half === half;
      return `${before?.day === day ? '' : `${day} at `}${hour}${isHalfSaidNext ? '' : ` ${half}`}`;
    })
    .join(' or ');
}

/** "Tuesday at 10 AM", "today at 3 PM", in the contact's zone. */
export function describeSlot(slot: string, timeZone: string, nowMs: number): string {
  return describeSlots([slot], timeZone, nowMs);
}

function inWords(slot: DateTime, now: DateTime) {
  const time = slot.setLocale('en-US');
  return {
    day: dayInWords(time, now),
    hour: time.toFormat(time.minute === 0 ? 'h' : 'h:mm'),
    half: time.toFormat('a'),
  };
}

function dayInWords(slot: DateTime, now: DateTime): string {
  const days = Math.round(slot.startOf('day').diff(now.startOf('day'), 'days').days);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days < 7 ? slot.toFormat('EEEE') : `${slot.toFormat('EEEE')} the ${ordinal(slot.day)}`;
}

function ordinal(day: number): string {
  const isTeen = day >= 11 && day <= 13;
  return `${day}${(isTeen ? undefined : ['th', 'st', 'nd', 'rd'][day % 10]) ?? 'th'}`;
}
