import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../../src/config';
import { SandboxHost } from '../../src/ghl';
import { createApp, listen } from '../../src/start-app';
import { expectThat, passed, skipped } from './check';
import type { Verdict } from './check';

const ADMIN_TOKEN = 'live-test';
/** What decides how the bots speak; nothing that leads to the real CRM. */
const SPEECH = /^(?:CLAUDE_.+|ANTHROPIC_API_KEY|BUSINESS_PROFILE)$/;
const TEXT = 'Hi, we want to buy a house in Plano, up to 550k';

/** A whole turn of the service with the real Claude and the stand-in CRM: nobody is texted, one call is paid for. */
export async function checkClaudeTurn(env: Environment): Promise<Verdict> {
  if (!env.CLAUDE_API_KEY?.trim() && !env.ANTHROPIC_API_KEY?.trim()) return skipped('CLAUDE_API_KEY is not set');
  const dataDir = await mkdtemp(join(tmpdir(), 'jorge-live-'));
  const speech = Object.fromEntries(Object.entries(env).filter(([name]) => SPEECH.test(name)));
  const app = await createApp({ ...speech, PORT: '0', DATA_DIR: dataDir, ADMIN_TOKEN, LOG_LEVEL: 'silent' });
  try {
    const url = await listen(app);
    // Nobody waits for what the stand-in would tell of the reply.
    app.get(SandboxHost, { strict: false }).crm?.deliverWebhooksTo(null);
    const startedMs = performance.now();
    const claude = await runTurn(url);
    expectThat(claude?.includes('used') === true, `Claude was not used: ${claude ?? 'it was not asked'}`);
    return passed(`${claude}; the turn took ${Math.round(performance.now() - startedMs)} ms`);
  } finally {
    await app.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** @returns what became of Claude's answer. */
async function runTurn(url: string): Promise<string | null> {
  const body = { contact_id: 'liveTest', location_id: 'sandboxLocation', message: TEXT, process_type: 'lead' };
  const response = await fetch(`${url}/agent/process-lead`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${ADMIN_TOKEN}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  expectThat(response.ok, `the turn was answered with ${response.status}`);
  const { turn } = (await response.json()) as { readonly turn: { readonly claude: string | null } };
  return turn.claude;
}
