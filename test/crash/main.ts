import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOptions } from './options';
import { reportRun } from './report';
import { runCrashTest } from './run';
import { print } from './table';

/**
 * Kills the built service again and again while people text, then counts what was lost and what was done twice.
 * Options: `--cycles`, `--seed` (the same kills, texts and faults; instants still vary with the machine), `--lag`
 * (milliseconds by which GHL's read-back lags at most), `--settle` (seconds to finish in at the end).
 */
async function main(): Promise<void> {
  const options = readOptions({ cycles: 50, lag: 2_500, settle: 180 });
  const folder = mkdtempSync(join(tmpdir(), 'jorge-crash-'));
  mkdirSync(join(folder, 'data'));
  print(`crash test: ${options.cycles} cycles, seed ${options.seed}, in ${folder}`);
  const run = await runCrashTest(folder, options);
  const isClean = reportRun(run, options);
  if (isClean) rmSync(folder, { recursive: true });
  else
    print(`\nkept for a look: ${folder} (data, service.log); again: --cycles ${options.cycles} --seed ${options.seed}`);
  // The stand-in still holds webhooks for a service that is no more.
  process.exit(isClean ? 0 : 1);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
