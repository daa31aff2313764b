export { normalisePayload } from './normalise-payload';
export type { Payload } from './payload-fields';
