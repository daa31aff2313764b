import { randomBytes } from 'node:crypto';
import type { Environment } from '../../src/config';
import type { Bench, Verdict } from './check';
import { checkClaudeTurn } from './claude-check';
import { CLIENT_CHECKS } from './client-checks';
import { readPlan } from './consent';
import type { LivePlan } from './consent';
import { startLiveClient } from './live-client';
import type { LiveClient } from './live-client';
import { OwnContact } from './own-contact';

/** What became of one check. */
export interface Row {
  readonly name: string;
  readonly outcome: 'passed' | 'skipped' | 'failed';
  readonly detail: string;
  readonly durationMs: number;
}

/** How a run is conducted. */
export interface Conduct {
  /** Told of each row as it comes. */
  readonly tell: (row: Row) => void;
  /** Ends the checks; what was made is removed all the same. */
  readonly stop: AbortSignal;
  /** How long GHL may take to show what it was told. */
  readonly patienceMs: number;
}

/**
 * Checks every call of the client against the CRM that the environment names, and one turn against Claude.
 * @throws {RefusedError} before anything was done.
 * @throws {SettingsError} when the settings are wrong.
 */
export async function runLiveTests(env: Environment, conduct: Conduct): Promise<readonly Row[]> {
  const plan = readPlan(env);
  const live = await startLiveClient(env);
  const run = new LiveRun(live, plan, conduct);
  try {
    await run.checkClient();
    if (!conduct.stop.aborted) await run.check('Claude turn', () => checkClaudeTurn(env));
    return run.rows;
  } finally {
    await live.stop();
  }
}

class LiveRun {
  readonly rows: Row[] = [];

  constructor(
    private readonly live: LiveClient,
    private readonly plan: LivePlan,
    private readonly conduct: Conduct,
  ) {}

  async checkClient(): Promise<void> {
    const own = new OwnContact(this.live.client, this.live.http, this.plan.phone);
    await own.claimPhone();
    try {
      await this.checkWith(own);
    } finally {
      await this.check('remove the contact', () => own.remove());
      await this.check('remove the tags', () => own.removeTags());
    }
  }

  /** Has a check's failure become its row; the next one is made all the same. */
  async check(name: string, work: () => Promise<Verdict>): Promise<void> {
    const startedMs = performance.now();
    const verdict = await work().catch((error: unknown) => {
      return { outcome: 'failed', detail: error instanceof Error ? error.message : String(error) } as const;
    });
    const reasons = [...new Set(this.live.takeReasons())];
    const why = verdict.outcome === 'failed' && reasons.length > 0 ? ` (${reasons.join('; ')})` : '';
    const durationMs = Math.round(performance.now() - startedMs);
    const row = { name, outcome: verdict.outcome, detail: `${verdict.detail}${why}`, durationMs };
    this.rows.push(row);
    this.conduct.tell(row);
  }

  private async checkWith(own: OwnContact): Promise<void> {
    let contactId: string | undefined;
    await this.check('create a contact', async () => {
      contactId = await own.create();
      return { outcome: 'passed', detail: 'with LIVE_TEST_PHONE' };
    });
    if (contactId === undefined) return;
    const bench: Bench = {
      client: this.live.client,
      contactId,
      plan: this.plan,
      runId: randomBytes(3).toString('hex'),
      startedMs: Date.now(),
      patienceMs: this.conduct.patienceMs,
    };
    for (const [name, check] of Object.entries(CLIENT_CHECKS)) {
      if (this.conduct.stop.aborted) return;
      await this.check(name, () => check(bench));
    }
  }
}
