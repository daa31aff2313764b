/** The records of the stand-in, in the shapes in which the API tells them. */

export interface SandboxContact {
  readonly id: string;
  readonly locationId: string;
  readonly type: 'lead';
  readonly name: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  /** E.164. */
  readonly phone: string | null;
  readonly timezone: string | null;
  readonly source: string | null;
  readonly assignedTo: string | null;
  readonly dnd: boolean;
  readonly dndSettings: Readonly<Partial<Record<DndChannel, DndSetting>>>;
  /** In lower case, as GHL keeps them. */
  readonly tags: readonly string[];
  readonly customFields: readonly { readonly id: string; readonly value: unknown }[];
  readonly attributionSource: Readonly<Record<string, unknown>> | null;
  readonly lastAttributionSource: Readonly<Record<string, unknown>> | null;
  readonly dateAdded: string;
  readonly dateUpdated: string;
}

export const DND_CHANNELS = ['Call', 'Email', 'SMS', 'WhatsApp', 'GMB', 'FB'] as const;
export type DndChannel = (typeof DND_CHANNELS)[number];

export interface DndSetting {
  readonly status: 'active' | 'inactive' | 'permanent';
  readonly message?: string | undefined;
  readonly code?: string | undefined;
}

export interface SandboxMessage {
  readonly id: string;
  /** GHL's number of the message type: 1 a call, 2 an SMS. */
  readonly type: number;
  readonly messageType: 'TYPE_SMS' | 'TYPE_CALL';
  readonly locationId: string;
  readonly contactId: string;
  readonly conversationId: string;
  readonly dateAdded: string;
  readonly body: string;
  readonly direction: 'inbound' | 'outbound';
  readonly status: 'delivered';
  readonly contentType: 'text/plain';
  readonly attachments: readonly string[];
  readonly source?: MessageSource;
  readonly userId?: string;
}

export type MessageSource = 'workflow' | 'bulk_actions' | 'campaign' | 'api' | 'app';

export interface SandboxTask {
  readonly id: string;
  readonly contactId: string;
  readonly title: string;
  readonly body?: string | undefined;
  readonly dueDate: string;
  readonly completed: boolean;
  readonly assignedTo?: string | undefined;
}

export interface SandboxNote {
  readonly id: string;
  readonly contactId: string;
  readonly body: string;
  readonly userId?: string | undefined;
  readonly dateAdded: string;
}

export interface WorkflowRun {
  readonly workflowId: string;
  readonly startedAt: string;
}

export interface SandboxAppointment {
  readonly id: string;
  readonly calendarId: string;
  readonly locationId: string;
  readonly contactId: string;
  /** ISO 8601 with offset, as it was asked for. */
  readonly startTime: string;
  readonly endTime: string;
  readonly title: string;
  readonly appointmentStatus: string;
  readonly assignedUserId?: string | undefined;
}

export interface SandboxField {
  readonly id: string;
  readonly name: string;
  /** `contact.ai_lead_score`. */
  readonly fieldKey: string;
  readonly dataType: string;
  readonly locationId: string;
  readonly model: string;
  readonly position: number;
}

export interface SandboxTag {
  readonly id: string;
  readonly name: string;
  readonly locationId: string;
}
