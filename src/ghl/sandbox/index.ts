export type { RecordedRequest } from './api-gateway';
export type { Fault } from './faults';
export type {
  SandboxAppointment,
  SandboxContact,
  SandboxMessage,
  SandboxNote,
  SandboxTask,
  WorkflowRun,
} from './records';
export { SandboxCrm } from './sandbox-crm';
export type { TextExtra } from './sandbox-crm';
export type { SandboxOptions } from './sandbox-options';
export type { Delivery, DeliveryAnswer, WebhookTarget } from './webhook-delivery';
export type { WebhookPayload } from './webhook-payloads';
