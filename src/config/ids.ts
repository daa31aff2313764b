/** What may name a contact or location: safe in a file name, an address and a log line. Fixed by the outside contract. */
export const ID_PATTERN = /^[A-Za-z0-9_-]{1,64}$/;
/** The same for whoever gave another one. */
export const ID_RULE = 'must be letters, digits, "_" and "-", at most 64';

/** True for a string that is a well-formed contact, location, calendar, workflow or user id. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID_PATTERN.test(value);
}
