import { setTimeout as pause } from 'node:timers/promises';
import type { GhlClient } from '../../src/ghl';
import type { LivePlan } from './consent';

/** What a check works with. */
export interface Bench {
  readonly client: GhlClient;
  /** The tests' own, made for this run. */
  readonly contactId: string;
  readonly plan: LivePlan;
  /** In every text, tag and title of this run. */
  readonly runId: string;
  /** Epoch milliseconds. */
  readonly startedMs: number;
  /** How long GHL may take to show what it was told. */
  readonly patienceMs: number;
}

/** What a check came to, unless it throws. */
export type Verdict =
  { readonly outcome: 'passed'; readonly detail: string } | { readonly outcome: 'skipped'; readonly detail: string };

/** What should have been so and is not. */
export class CheckError extends Error {}

export function passed(detail: string): Verdict {
  return { outcome: 'passed', detail };
}

export function skipped(detail: string): Verdict {
  return { outcome: 'skipped', detail };
}

/** @throws {CheckError} unless it is so. */
export function expectThat(isSo: boolean, otherwise: string): asserts isSo {
  if (!isSo) throw new CheckError(otherwise);
}

const LOOK_EVERY_MS = 1_000;

/**
 * Looks until it is there: GHL shows some things only seconds after it took them.
 * @throws {CheckError} when it is not there in time.
 */
export async function eventually(look: () => Promise<boolean>, patienceMs: number, otherwise: string): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await look())) {
    expectThat(Date.now() < deadline, otherwise);
    await pause(Math.min(LOOK_EVERY_MS, patienceMs));
  }
}
