import { SettingsError } from './config';
import { announce } from './announce';
import { createApp, listen } from './start-app';
import { holdStopSignals } from './stop-signals';

async function main(): Promise<void> {
  const releaseStopSignals = holdStopSignals();
  const app = await createApp();
  releaseStopSignals();
  announce(app, await listen(app));
}

main().catch((error: unknown) => {
  console.error(error instanceof SettingsError ? error.message : error);
  process.exit(1);
});
