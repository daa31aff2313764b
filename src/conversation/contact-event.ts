export type BotType = 'lead' | 'seller';

/** `seller`, `lead` or `buyer` as workflows and custom fields have it; `null` for anything else. */
export function toBotType(value: unknown): BotType | null {
  switch (typeof value === 'string' ? value.trim().toLowerCase() : '') {
    case 'seller':
      return 'seller';
    case 'lead':
    case 'buyer':
      return 'lead';
    default:
      return null;
  }
}

/** As the CRM names them; `deleted`: the appointment is gone, `unknown`: it says something else. */
export type AppointmentStatus =
  'new' | 'confirmed' | 'cancelled' | 'showed' | 'noshow' | 'invalid' | 'deleted' | 'unknown';

/** Something that happened to a contact and that a bot has to know, in one shape whatever webhook brought it. */
export type ContactEvent =
  TextEvent | PersonWroteEvent | ContactChangedEvent | AppointmentChangedEvent | OpportunityChangedEvent;

interface EventBase {
  /** Unique: the idempotency key. */
  readonly id: string;
  readonly contactId: string;
  readonly locationId: string;
  /** When it was taken in, milliseconds since the epoch; speed to lead counts from here. */
  readonly receivedAtMs: number;
  /** Ties the log lines of the work to those of the request that brought it. */
  readonly requestId: string;
  /** Ties the work to the trace of the request that brought it, also after a restart; left out when nothing is traced. */
  readonly traceparent?: string;
}

/** Whose event it is, for a map: the same contact in two locations is two. */
export function contactKey({ contactId, locationId }: Pick<EventBase, 'contactId' | 'locationId'>): string {
  return `${contactId} ${locationId}`;
}

/** The contact texted. */
export interface TextEvent extends EventBase {
  readonly kind: 'text';
  readonly text: string;
  readonly messageId: string | null;
  /** Chosen by a workflow or a caller; `null` leaves the choice to the service. */
  readonly botType: BotType | null;
  readonly firstName: string | null;
  /** `null` when the webhook does not tell. */
  readonly tags: readonly string[] | null;
  /** When the CRM got it (its `dateAdded`), epoch milliseconds; left out when the webhook does not tell. */
  readonly addedAtMs?: number;
}

/** A person of the agent's team texted the contact. */
export interface PersonWroteEvent extends EventBase {
  readonly kind: 'person_wrote';
  readonly messageId: string | null;
}

/** The contact's record changed in the CRM; `null` where the webhook does not tell. */
export interface ContactChangedEvent extends EventBase {
  readonly kind: 'contact_changed';
  readonly firstName: string | null;
  readonly tags: readonly string[] | null;
  readonly isSmsBlocked: boolean | null;
  /** In the words of whoever set it. */
  readonly status: string | null;
  /** Bots named by its custom fields, whose names the webhook does not tell. */
  readonly botTypes: readonly BotType[];
  /** The CRM's time of the change, epoch milliseconds. */
  readonly changedAtMs: number | null;
}

/** An appointment of the contact was made, moved, kept, missed or cancelled; `null` where the webhook does not tell. */
export interface AppointmentChangedEvent extends EventBase {
  readonly kind: 'appointment_changed';
  readonly appointmentId: string;
  /** ISO 8601. */
  readonly startsAt: string | null;
  readonly status: AppointmentStatus;
  /** The CRM's time of the change, epoch milliseconds. */
  readonly changedAtMs: number | null;
}

/** A deal with the contact was opened, won or lost. */
export interface OpportunityChangedEvent extends EventBase {
  readonly kind: 'opportunity_changed';
  readonly opportunityId: string;
  /** As the CRM has it (`open`, `won`, `lost`, `abandoned`), or anything else. */
  readonly status: string | null;
  /** The CRM's time of the change, epoch milliseconds. */
  readonly changedAtMs: number | null;
}
