import { DateTime, IANAZone } from 'luxon';
import { placeOf } from './area-codes';
import { ruleOf } from './texting-rules';
import type { TextingRule } from './texting-rules';

/** What tells where a contact is. */
export interface ContactPlace {
  /** As the CRM has it, which may be anything. */
  readonly timeZone: string | null;
  /** `areaCodeOf` the contact's number. */
  readonly areaCode: string | null;
}

/**
 * When a bot may speak first: 8 a.m. to 9 p.m. where the contact is, less where the area code's state says so (see
 * texting-rules.ts). An area code in two zones must be allowed in both; a contact of whom nothing is known gets the
 * location's zone and the strictest of all rules. Answers to a fresh text need not ask.
 * @param locationZone IANA zone of the business.
 * @returns milliseconds since the epoch; `nowMs` itself when a text may be sent now.
 */
export function nextAllowedMs(contact: ContactPlace, locationZone: string, nowMs: number): number {
  const rule = ruleOf(contact.areaCode);
  const openingMs = Math.max(...zonesOf(contact, locationZone).map((zone) => nextOpeningMs(rule, zone, nowMs)));
  return openingMs === nowMs ? nowMs : nextAllowedMs(contact, locationZone, openingMs);
}

/** How many bot-initiated texts a contact may get in any 24 hours; `null`: no limit by law. */
export function botInitiatedCap(areaCode: string | null): number | null {
  return ruleOf(areaCode).maxPer24Hours;
}

function zonesOf({ timeZone, areaCode }: ContactPlace, locationZone: string): readonly string[] {
  // "UTC", "EST" and "Etc/GMT+5" are what machines fill in; only "Region/City" says where somebody lives.
  const isPlace = timeZone !== null && /^(?!Etc\/)[A-Za-z_]+\//.test(timeZone) && IANAZone.isValidZone(timeZone);
  return isPlace ? [timeZone] : (placeOf(areaCode)?.zones ?? [locationZone]);
}

function nextOpeningMs(rule: TextingRule, zone: string, nowMs: number): number {
  const now = DateTime.fromMillis(nowMs, { zone });
  const { from, to } = hoursOn(now, rule);
  if (now.hour >= from && now.hour < to) return nowMs;
  const day = now.hour < from ? now : now.plus({ days: 1 });
  return day
    .startOf('day')
    .set({ hour: hoursOn(day, rule).from })
    .toMillis();
}

function hoursOn({ weekday }: DateTime, rule: TextingRule) {
  return weekday === 7 ? rule.sunday : rule.mondayToSaturday;
}
