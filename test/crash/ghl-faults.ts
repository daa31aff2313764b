import type { Random } from './random';

/** What happens to one request to the stand-in GHL. */
export type RequestFault =
  | 'none'
  /** The connection is cut; nothing was carried out. */
  | 'cut_before'
  /** Carried out, then the connection is cut before the answer. */
  | 'cut_after'
  /** 500; nothing was carried out. */
  | 'error_before'
  /** Carried out, then answered 500. */
  | 'error_after'
  /** Carried out, answered late. */
  | 'slow'
  /** Carried out, never answered. */
  | 'hang_after';

type Weights = Readonly<Record<RequestFault, number>>;

/** In percent, of what must not be done twice: texts and bookings. */
const SEND_FAULTS: Weights = {
  none: 78,
  cut_before: 2,
  cut_after: 8,
  error_before: 3,
  error_after: 3,
  slow: 5,
  hang_after: 1,
};
/** In percent, of every other request, the read-back among them. */
const OTHER_FAULTS: Weights = {
  none: 95,
  cut_before: 1,
  cut_after: 0.5,
  error_before: 1.5,
  error_after: 0,
  slow: 2,
  hang_after: 0,
};

/** True for the requests whose repetition a person would notice. */
export function isSend(method: string, path: string): boolean {
  return method === 'POST' && (path === '/conversations/messages' || path === '/calendars/events/appointments');
}

export function drawFault(random: Random, method: string, path: string): RequestFault {
  return random.weighted(isSend(method, path) ? SEND_FAULTS : OTHER_FAULTS);
}
