import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { findAppointment, isGivenUp, readAppointments } from './appointments';
import { createAppointment } from './calendar-calls';
import { CALL_POLICY, LOOKS } from './call-policy';
import type { CallPolicy } from './call-policy';
import { GhlHttp } from './ghl-http';
import type { AppointmentRequest } from './ghl.types';

/**
 * What is known of a booking. `refused`: the time is not to be had. `not_booked`: it was not made, but at another time it
 * may be. `unsure`: nobody can tell.
 */
export type Booking = 'booked' | 'refused' | 'not_booked' | 'unsure';

/** Books at most once: an unsure booking is looked for among the contact's appointments. */
@Injectable()
export class Bookings {
  constructor(
    private readonly http: GhlHttp,
    @Inject(CALL_POLICY) private readonly policy: CallPolicy,
    private readonly logger: PinoLogger,
  ) {}

  async book(request: AppointmentRequest): Promise<Booking> {
    const result = await this.http.call(createAppointment(this.http.locationId, request));
    if (result.ok) return 'booked';
    if (result.outcome === 'refused') return 'refused';
    return result.outcome === 'unavailable' ? 'not_booked' : this.settle(request);
  }

  /**
   * Looks for a booking whose answer was lost until it is found or can no longer show up. One that people have cancelled
   * meanwhile may have been it: nobody can tell, and it is not to be made again.
   */
  async settle({ contactId, calendarId, startTime }: AppointmentRequest): Promise<Booking> {
    let outcome: Booking = 'not_booked';
    for (let look = 0; look < LOOKS; look++) {
      await sleep(this.policy.settleMs * 2 ** look);
      const appointments = await readAppointments({ http: this.http, logger: this.logger }, contactId);
      if (appointments === false) return this.settled('unsure');
      const found = findAppointment(appointments, calendarId, startTime);
      if (found !== null && !isGivenUp(found)) return this.settled('booked');
      outcome = found === null ? 'not_booked' : 'unsure';
    }
    return this.settled(outcome);
  }

  private settled(outcome: Booking): Booking {
    this.logger.warn({ operation: 'createAppointment', outcome, fallback_used: true }, 'Unsure booking settled');
    return outcome;
  }
}
