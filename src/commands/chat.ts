import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { SETTINGS, SettingsError, speechEnvironment } from '../config';
import type { Settings } from '../config';
import { SandboxHost } from '../ghl';
import { createApp, listen } from '../start-app';
import { ChatSession } from './chat-session';
import { bold, dim } from './demo-print';

const HELP = `Type what the contact texts. Commands:
  /why     facts, score and gates of the last turn
  /facts   everything known so far, and where it was said
  /crm     tags, fields, tasks and appointments in the stand-in CRM
  /person  a person of the team texts the contact: the bot goes silent
  /new     start over with another contact
  /quit    end`;

/**
 * A chat with the bots in sandbox mode, through the same webhook, inbox and gates as in production; Claude answers too
 * when CLAUDE_API_KEY is set. Reads lines from standard input, so that it can be scripted.
 */
async function main(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'jorge-chat-'));
  const adminToken = 'chat';
  const environment = { PORT: '0', DATA_DIR: dataDir, ADMIN_TOKEN: adminToken, LOG_LEVEL: 'silent' };
  const app = await createApp({ ...speechEnvironment(), ...environment });
  const url = await listen(app);
  const { crm } = app.get(SandboxHost, { strict: false });
  if (crm === null) throw new Error('the chat runs in sandbox mode only');
  const session = new ChatSession(crm, { url, adminToken });
  const terminal = createInterface({ input: process.stdin, output: process.stdout, terminal: process.stdin.isTTY });
  try {
    const { claude } = app.get<Settings>(SETTINGS);
    const whatLeaves = claude.apiKey === undefined ? 'Nothing leaves this machine.' : 'Claude gets what is said.';
    console.log(`${bold('Chat with the bots.')} ${whatLeaves}\n${dim(HELP)}\n`);
    terminal.setPrompt('you → ');
    terminal.prompt();
    for await (const line of terminal) {
      const text = line.trim();
      if (text === '/quit') break;
      if (text !== '') console.log(text === '/help' ? dim(HELP) : await session.take(text));
      terminal.prompt();
    }
  } finally {
    terminal.close();
    await app.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof SettingsError ? error.message : error);
  process.exitCode = 1;
});
