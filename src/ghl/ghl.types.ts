/** A contact as the rest of the service sees it; CRM shapes stop at this folder. */
export interface GhlContact {
  readonly id: string;
  readonly firstName: string | null;
  readonly phone: string | null;
  readonly timezone: string | null;
  readonly source: string | null;
  /** The source of the first and of the latest visit, as the CRM has measured it. */
  readonly firstAttribution: string | null;
  readonly lastAttribution: string | null;
  /** `lead`, `customer` or whatever somebody has made of it. */
  readonly type: string | null;
  readonly assignedTo: string | null;
  readonly tags: readonly string[];
  /** Custom fields by their name (`ai_lead_score`), translated from the location's field ids. */
  readonly fields: Readonly<Record<string, string>>;
  /** True when the CRM forbids SMS to this contact (`dnd`, or `dndSettings.SMS.status` active or permanent). */
  readonly isSmsBlocked: boolean;
}

/** The parts of a contact that the service may set; `tags` is missing on purpose (it would overwrite all tags). */
export interface ContactChange {
  readonly firstName?: string;
  readonly timezone?: string;
  /** `true` sets do-not-disturb for SMS, `false` lifts it. */
  readonly isSmsBlocked?: boolean;
}

export type FieldValue = string | number | boolean;

export interface GhlMessage {
  readonly id: string;
  readonly body: string;
  readonly direction: 'inbound' | 'outbound';
  /** ISO 8601. */
  readonly dateAdded: string;
  readonly source: string | null;
  readonly userId: string | null;
  readonly status: string | null;
}

/** A message of the whole location's. */
export interface LocationMessage extends GhlMessage {
  readonly contactId: string;
  readonly conversationId: string | null;
}

/** A stretch of time, epoch milliseconds, both ends included. */
export interface ExportQuery {
  readonly sinceMs: number;
  readonly untilMs: number;
}

export interface SlotQuery {
  readonly calendarId: string;
  readonly startMs: number;
  readonly endMs: number;
  /** IANA name; slots come back in it. */
  readonly timeZone: string;
}

export interface AppointmentRequest {
  readonly calendarId: string;
  readonly contactId: string;
  /** ISO 8601 with offset. */
  readonly startTime: string;
  readonly title?: string;
}

export interface GhlAppointment {
  readonly id: string;
  readonly calendarId: string | null;
  /** ISO 8601 with offset. */
  readonly startTime: string;
  /** The CRM's own words, such as `confirmed` or `cancelled`. */
  readonly status: string | null;
  readonly title: string | null;
}

export interface TaskRequest {
  readonly title: string;
  readonly body: string;
  /** ISO 8601. */
  readonly dueDate: string;
  readonly assignedTo?: string;
}

export interface CreateTask {
  readonly type: 'create_task';
  readonly task: TaskRequest;
  /** Nobody can tell what became of an earlier attempt: it is looked for first. */
  readonly mayExist?: boolean;
}

/** One change to a contact, as data: what the conversation wants of the CRM. */
export type CrmAction =
  | { readonly type: 'update_contact'; readonly change: ContactChange }
  | { readonly type: 'update_fields'; readonly fields: Readonly<Record<string, FieldValue>> }
  | { readonly type: 'add_tags'; readonly tags: readonly string[] }
  | { readonly type: 'remove_tags'; readonly tags: readonly string[] }
  | CreateTask
  | { readonly type: 'trigger_workflow'; readonly workflowId: string };

/** What became of an action: `false` is a failure that has been logged. */
export interface CrmActionResult {
  readonly type: CrmAction['type'];
  readonly ok: boolean;
  /**
   * `refused`: the same would be refused again. `unavailable`: it was not done, and at another time it may be.
   * `unknown`: it may have been done.
   */
  readonly failure?: 'refused' | 'unavailable' | 'unknown';
  /** Of an update of fields: the names of those that exist and were written. */
  readonly writtenFields?: readonly string[];
}
