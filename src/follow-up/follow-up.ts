import type { FirstWord } from '../conversation';

/** What a bot says next if nothing happens before. At most one per contact. */
export interface FollowUp extends Pick<FirstWord, 'id' | 'contactId' | 'locationId' | 'wordings' | 'appointmentAt'> {
  /** Such as `follow_up_1`, `long_term_4`, `appointment_reminder_24h`, `appointment_no_show`. */
  readonly step: string;
  /** What it is counted from, epoch milliseconds: the last text in the conversation, or an appointment. */
  readonly anchorMs: number;
  /** Epoch milliseconds. */
  readonly dueAtMs: number;
  /** In words, for the schedule and the turn. */
  readonly reason: string;
  /** True for the first after a question that stayed without an answer: the one whose timing can be adapted. */
  readonly isFirstNudge: boolean;
}
