export { readTimestampMs } from './event-age';
export { SignatureGuard } from './signature.guard';
