/** On the tests' own contact, so that a later run may remove what an earlier one could not. */
export const CONTACT_MARK = 'jorge-live-test';

/** Titles of the tests' own appointments begin with this. */
export const TITLE = 'Jorge Bots live test';

/** Tags that only the tests use: no workflow of the agent's starts on them. */
export function ownTag(runId: string, name: string): string {
  return `${CONTACT_MARK}-${runId}-${name}`;
}

export function titleOf(runId: string): string {
  return `${TITLE} ${runId}`;
}
