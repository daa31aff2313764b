export { CANARY_TYPE, normalisePayload } from './normalise-payload';
export type { Payload } from './payload-fields';
