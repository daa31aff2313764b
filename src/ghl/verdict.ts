import type { z } from 'zod';
import type { HttpOutcome } from './http-exchange';

/** What an attempt came to, as far as it decides about the next one. */
export type Verdict<T> =
  | { readonly kind: 'done'; readonly value: T }
  /**
   * `refused`: the CRM said no; the same again would be refused again.
   * `turned_away`: it was not asked, or does not let us in: nothing happened, and at another time it may.
   * `not_executed`: certainly nothing happened; may be repeated at once.
   * `unclear`: it may have happened.
   * `unreadable`: it was accepted, but the answer is not what the API promises.
   */
  | {
      readonly kind: 'refused' | 'turned_away' | 'not_executed' | 'unclear' | 'unreadable';
      readonly reason: string;
      /** Where an unreadable answer is wrong: paths, never values. */
      readonly problems?: readonly string[];
    };

/** Judges an attempt by its outcome and by the shape that the answer must have. */
export function judge<T>(outcome: HttpOutcome, shape: z.ZodType<T>): Verdict<T> {
  if (outcome.kind === 'failure') {
    return { kind: outcome.reason === 'unreachable' ? 'not_executed' : 'unclear', reason: outcome.reason };
  }
  const { status, text } = outcome;
  if (status === 429) return { kind: 'not_executed', reason: 'rate_limited' };
  if (status >= 500) return { kind: 'unclear', reason: 'server_error' };
  if (status === 401 || status === 403) return { kind: 'turned_away', reason: 'unauthorized' };
  if (status < 200 || status >= 300) return { kind: 'refused', reason: 'rejected' };
  return readAnswer(text, shape);
}

function readAnswer<T>(text: string, shape: z.ZodType<T>): Verdict<T> {
  let json: unknown;
  try {
    // An empty body is a value too: some shapes allow it.
    json = text.trim() === '' ? undefined : JSON.parse(text);
  } catch {
    return { kind: 'unreadable', reason: 'malformed_answer', problems: ['not JSON'] };
  }
  const parsed = shape.safeParse(json);
  if (parsed.success) return { kind: 'done', value: parsed.data };
  const problems = parsed.error.issues.map(({ path, code }) => `${path.join('.') || 'answer'}: ${code}`);
  return { kind: 'unreadable', reason: 'malformed_answer', problems };
}

/**
 * Reads a `Retry-After` header (RFC 9110, 10.2.3).
 * @returns milliseconds from `nowMs`, or `null` when it is neither seconds nor a date.
 */
export function retryAfterMs(header: unknown, nowMs: number): number | null {
  if (typeof header !== 'string') return null;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1_000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}
