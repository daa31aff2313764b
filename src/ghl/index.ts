export { findAppointment } from './appointments';
export { Bookings } from './bookings';
export type { Booking } from './bookings';
export { CALL_POLICY, callPolicy } from './call-policy';
export type { CallPolicy } from './call-policy';
export {
  ALL_TAGS,
  CRM_FIELDS,
  hasTag,
  LEAD_TEMPERATURE_TAGS,
  MOTIVATION_TAGS,
  SELLER_TEMPERATURE_TAGS,
  TAGS,
} from './crm-names';
export type { CrmField } from './crm-names';
export { GHL_ENDPOINT } from './endpoint';
export type { GhlEndpoint } from './endpoint';
export { GhlClient } from './ghl.client';
export { GhlModule } from './ghl.module';
export { LocationInspection, WRITE_SCOPES } from './inspection';
export type { Inspected } from './inspection';
export { MessageSender } from './message-sender';
export type { Delivery } from './message-sender';
export type { Obstacle } from './obstacle';
export { toE164 } from './phone';
export type {
  AppointmentRequest,
  ContactChange,
  CrmAction,
  CrmActionResult,
  ExportQuery,
  FieldValue,
  GhlAppointment,
  GhlContact,
  GhlMessage,
  LocationMessage,
  SlotQuery,
  TaskRequest,
} from './ghl.types';
export { LocationSetup } from './setup';
export type { SetupReport } from './setup';
export { connectSandbox, SandboxHost } from './sandbox-host';
