import { SettingsError, withDotEnv } from '../../src/config';
import { CheckError } from './check';
import { RefusedError } from './consent';
import { lineOf, totalOf } from './report';
import { runLiveTests } from './run';

/** GHL shows messages and bookings within seconds; a minute is a fault. */
const PATIENCE_MS = 60_000;

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** `npm run test:live`: see README.md beside this file. Exits 1 when something failed or the run was stopped. */
async function main(): Promise<void> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      print(`${signal}: removing what was made`);
      stop.abort();
    });
  }
  const tell = (row: Parameters<typeof lineOf>[0]) => {
    print(lineOf(row));
  };
  const rows = await runLiveTests(withDotEnv(), { tell, stop: stop.signal, patienceMs: PATIENCE_MS });
  print(`\n${totalOf(rows)}`);
  process.exitCode = stop.signal.aborted || rows.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
}

main().catch((error: unknown) => {
  const isExpected = [CheckError, RefusedError, SettingsError].some((expected) => error instanceof expected);
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${isExpected && error instanceof Error ? error.message : told}\n`);
  process.exitCode = 1;
});
