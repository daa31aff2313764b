import { loadMonitorSettings, SettingsError } from '../config';
import { UsageError } from './command-line';
import { EXIT_CODES } from './monitor/measures';
import { readOptions, usage } from './monitor/options';
import { monitor } from './monitor/run';

/** `npm run monitor -- --url …`: watches a running service. */
async function main(): Promise<number> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop.abort();
    });
  }
  const options = readOptions(process.argv.slice(2), loadMonitorSettings());
  const severity = await monitor(
    options,
    (line) => {
      console.log(line);
    },
    stop.signal,
  );
  return EXIT_CODES[severity];
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const isExpected = error instanceof UsageError || error instanceof SettingsError;
    console.error(isExpected ? error.message : error);
    if (error instanceof UsageError) console.error(`\n${usage()}`);
    process.exitCode = EXIT_CODES.unknown;
  },
);
