import { SettingsError } from './config';
import { announce } from './announce';
import { createApp, listen } from './start-app';

async function main(): Promise<void> {
  const app = await createApp();
  announce(app, await listen(app));
}

main().catch((error: unknown) => {
  console.error(error instanceof SettingsError ? error.message : error);
  process.exit(1);
});
