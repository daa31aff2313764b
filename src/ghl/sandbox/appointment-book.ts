import { DateTime } from 'luxon';
import { ApiError } from './api-error';
import { RecordsByContact } from './contact-records';
import { newId } from './new-id';
import type { SandboxAppointment } from './records';

/** The calendars' own zone: business hours are the agent's, whatever zone slots are told in. */
export const CALENDAR_ZONE = 'America/Chicago';
const OPENS_AT_HOUR = 9;
const CLOSES_AT_HOUR = 17;
const SLOT_MS = 30 * 60_000;

export interface Booking {
  readonly calendarId: string;
  readonly locationId: string;
  readonly contactId: string;
  /** ISO 8601 with offset. */
  readonly startTime: string;
  readonly endTime?: string | undefined;
  readonly title?: string | undefined;
  readonly appointmentStatus?: string | undefined;
  readonly assignedUserId?: string | undefined;
  readonly ignoreFreeSlotValidation?: boolean | undefined;
}

/** What a person in the CRM changes of an appointment. */
export type AppointmentChange = Partial<Pick<SandboxAppointment, 'appointmentStatus' | 'startTime'>>;

const GIVES_SLOT_BACK: ReadonlySet<string> = new Set(['cancelled', 'invalid']);

/** Calendars of half-hour slots, weekdays from 9 to 5 in {@link CALENDAR_ZONE}; every slot can be taken once. */
export class AppointmentBook {
  readonly byContact = new RecordsByContact<SandboxAppointment>();
  private readonly taken = new Set<string>();

  constructor(private readonly now: () => number) {}

  /** Starts of the free slots from `startMs` up to `endMs`, epoch milliseconds; never in the past. */
  freeSlots(calendarId: string, startMs: number, endMs: number): readonly number[] {
    const slots: number[] = [];
    const first = Math.ceil(Math.max(startMs, this.now()) / SLOT_MS) * SLOT_MS;
    for (let slotMs = first; slotMs < endMs; slotMs += SLOT_MS) {
      if (this.isFree(calendarId, slotMs)) slots.push(slotMs);
    }
    return slots;
  }

  /** @throws ApiError 400 when the slot is taken, past or outside business hours, in GHL's own wording. */
  book(booking: Booking): SandboxAppointment {
    const { calendarId, locationId, contactId, startTime, endTime, title = 'Appointment', assignedUserId } = booking;
    const startMs = Date.parse(startTime);
    if (booking.ignoreFreeSlotValidation !== true && !this.isFree(calendarId, startMs)) {
      throw new ApiError(400, 'The slot you have selected is no longer available.');
    }
    this.take(calendarId, startMs);
    return this.byContact.add(contactId, {
      id: newId(),
      calendarId,
      locationId,
      contactId,
      startTime,
      endTime: endTime ?? endOf(startMs),
      title,
      appointmentStatus: booking.appointmentStatus ?? 'confirmed',
      assignedUserId,
    });
  }

  /** Changes the contact's latest appointment as a person may: into any time. */
  change(contactId: string, change: AppointmentChange): SandboxAppointment {
    const before = this.latest(contactId);
    const moved = change.startTime === undefined ? {} : { endTime: endOf(Date.parse(change.startTime)) };
    const after = { ...before, ...change, ...moved };
    this.byContact.replace(contactId, before, after);
    this.free(before);
    if (!GIVES_SLOT_BACK.has(after.appointmentStatus)) this.take(after.calendarId, Date.parse(after.startTime));
    return after;
  }

  /** Deletes the contact's latest appointment, which is returned. */
  delete(contactId: string): SandboxAppointment {
    const appointment = this.latest(contactId);
    this.byContact.replace(contactId, appointment, null);
    this.free(appointment);
    return appointment;
  }

  /** Deletes an appointment; its slot is free again. @returns false when there is no such appointment. */
  cancel(appointmentId: string): boolean {
    const removed = this.byContact.remove(({ id }) => id === appointmentId);
    for (const appointment of removed) this.free(appointment);
    return removed.length > 0;
  }

  /** Somebody else takes the slot. */
  take(calendarId: string, startMs: number): void {
    this.taken.add(`${calendarId} ${startMs}`);
  }

  private free({ calendarId, startTime }: SandboxAppointment): void {
    this.taken.delete(`${calendarId} ${Date.parse(startTime)}`);
  }

  private latest(contactId: string): SandboxAppointment {
    const latest = this.byContact.of(contactId).at(-1);
    if (latest === undefined) throw new Error(`The sandbox has no appointment of ${contactId}`);
    return latest;
  }

  private isFree(calendarId: string, startMs: number): boolean {
    if (startMs < this.now() || startMs % SLOT_MS !== 0 || this.taken.has(`${calendarId} ${startMs}`)) return false;
    const { weekday, hour } = DateTime.fromMillis(startMs, { zone: CALENDAR_ZONE });
    return weekday <= 5 && hour >= OPENS_AT_HOUR && hour < CLOSES_AT_HOUR;
  }
}

/** An appointment as the contacts API tells it: starts and ends by the clock of the location, without an offset. */
export function toEvent({ startTime, endTime, ...appointment }: SandboxAppointment) {
  return { ...appointment, status: 'booked', startTime: wallClock(startTime), endTime: wallClock(endTime) };
}

function endOf(startMs: number): string {
  return new Date(startMs + SLOT_MS).toISOString();
}

function wallClock(time: string): string {
  return DateTime.fromISO(time, { zone: CALENDAR_ZONE }).toFormat('yyyy-MM-dd HH:mm:ss');
}
