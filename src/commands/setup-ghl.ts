import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { ConfigModule, SETTINGS, SettingsError, withDotEnv } from '../config';
import type { Settings } from '../config';
import { GhlModule, LocationSetup } from '../ghl';
import type { SetupReport } from '../ghl';
import { LoggingModule } from '../telemetry';
import { readFlags, UsageError } from './command-line';

@Module({})
class SetupModule {
  static forRoot(): DynamicModule {
    return { module: SetupModule, imports: [ConfigModule.forRoot(), LoggingModule, GhlModule] };
  }
}

/**
 * `npm run setup:ghl [-- --dry-run]`: creates the custom fields and tags that the service needs in the GHL location.
 * @returns the exit code: 0 when nothing is missing any more (or would be), else 1.
 */
async function setUpGhl(): Promise<number> {
  const given = readFlags(process.argv.slice(2), ['dry-run']);
  // npm keeps the option for itself when the `--` in front of it is forgotten: then nothing may be created either.
  const dryRun = given['dry-run'] || withDotEnv().npm_config_dry_run === 'true';
  const { mode } = await within(ConfigModule.forRoot(), (app) => Promise.resolve(app.get<Settings>(SETTINGS)));
  if (mode === 'sandbox') {
    console.log(
      'Sandbox mode: there is nothing to set up. Set GHL_ACCESS_TOKEN and GHL_LOCATION_ID for a real location.',
    );
    return 1;
  }
  const report = await within(SetupModule.forRoot(), (app) => app.get(LocationSetup).run({ dryRun }));
  print(report, dryRun);
  return report.failed.length === 0 ? 0 : 1;
}

async function within<T>(module: DynamicModule, work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

function print({ created, existing, failed }: SetupReport, dryRun: boolean): void {
  for (const name of created) console.log(`${dryRun ? 'would create' : 'created'} ${name}`);
  for (const name of failed) console.log(`FAILED ${name}`);
  const rest = failed.length > 0 ? '; the log lines above say why, and it is safe to run this again' : '';
  console.log(
    `${created.length} ${dryRun ? 'to create' : 'created'}, ${existing.length} there already, ${failed.length} failed${rest}`,
  );
}

setUpGhl().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const isExpected = error instanceof SettingsError || error instanceof UsageError;
    console.error(isExpected ? error.message : error);
    if (error instanceof UsageError) console.error('\nUsage: npm run setup:ghl [-- --dry-run]');
    process.exitCode = 1;
  },
);
