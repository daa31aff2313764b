import { DateTime } from 'luxon';
import type { BusinessProfile } from '../../config';

/** True when somebody is at work at that time, in the business's own zone. */
export function isOpen(profile: BusinessProfile, nowMs: number): boolean {
  const now = DateTime.fromMillis(nowMs, { zone: profile.timeZone });
  const { days, start, end } = profile.businessHours;
  const clock = now.toFormat('HH:mm');
  return days.includes(now.weekday) && clock >= start && clock < end;
}

/** The next time the business opens, milliseconds since the epoch. */
export function nextOpening(profile: BusinessProfile, nowMs: number): number {
  const now = DateTime.fromMillis(nowMs, { zone: profile.timeZone });
  const [hour, minute] = profile.businessHours.start.split(':').map(Number);
  for (let daysAhead = 0; daysAhead <= 7; daysAhead += 1) {
    const opening = now
      .plus({ days: daysAhead })
      .set({ hour: hour ?? 9, minute: minute ?? 0, second: 0, millisecond: 0 });
    if (opening > now && profile.businessHours.days.includes(opening.weekday)) return opening.toMillis();
  }
  throw new Error('businessHours has no day on which the business opens');
}

/** "today at 9 AM" or "Monday at 9 AM", in the business's zone. */
export function describeOpening(profile: BusinessProfile, nowMs: number): string {
  const opening = DateTime.fromMillis(nextOpening(profile, nowMs), { zone: profile.timeZone }).setLocale('en-US');
  const isToday = opening.hasSame(DateTime.fromMillis(nowMs, { zone: profile.timeZone }), 'day');
  return `${isToday ? 'today' : opening.toFormat('EEEE')} at ${opening.toFormat(opening.minute === 0 ? 'h a' : 'h:mm a')}`;
}

/** When a person should have called: an hour from now, or an hour after opening. Milliseconds since the epoch. */
export function callDueMs(profile: BusinessProfile, nowMs: number): number {
  return (isOpen(profile, nowMs) ? nowMs : nextOpening(profile, nowMs)) + 3_600_000;
}
