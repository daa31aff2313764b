/** `warn`: it works, and is not as it should be or could not be told. `fail`: it does not work. */
export type Severity = 'ok' | 'warn' | 'fail';

/** What one check found. There is no secret, phone number or id in it: settings are told by their names. */
export interface Finding {
  readonly severity: Severity;
  /** What was looked at, in a word or two. */
  readonly check: string;
  readonly text: string;
  /** What to do about it; `null` where there is nothing to do. */
  readonly fix: string | null;
}

/** Makes the findings of one check. */
export function findingsOf(check: string) {
  const make = (severity: Severity) => (text: string, fix: string) => ({ severity, check, text, fix });
  return {
    ok: (text: string): Finding => ({ severity: 'ok', check, text, fix: null }),
    warn: make('warn'),
    fail: make('fail'),
  };
}
