import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ConfigModule, withDotEnv } from '../../config';
import type { Environment, Settings } from '../../config';
import { GhlModule, LocationInspection } from '../../ghl';
import { LoggingModule } from '../../telemetry';
import { checkClaude } from './check-claude';
import { checkDataFolder } from './check-data-folder';
import { checkGhl } from './check-ghl';
import { checkNode } from './check-node';
import { checkPort } from './check-port';
import { checkSecrets } from './check-secrets';
import { checkEnvironment, checkProfile, checkSettings } from './check-settings';
import { findingsOf } from './finding';
import type { Finding } from './finding';
import { isSound } from './print';

const ghl = findingsOf('GHL');
const NOTHING_ELSE = ghl.warn('nothing else was checked', 'correct the settings, then run this again');

/** What the doctor knows of the machine that it runs on. */
export interface Machine {
  readonly nodeVersion: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

const THIS_MACHINE: Machine = { nodeVersion: process.versions.node, now: () => Date.now() };

@Module({})
class InspectionModule {
  static forRoot(env: Environment): DynamicModule {
    // The findings are all that is printed and all that leaves the machine.
    const quiet = { ...env, LOG_LEVEL: 'silent', OTEL_EXPORTER_OTLP_ENDPOINT: '' };
    return { module: InspectionModule, imports: [ConfigModule.forRoot(quiet), LoggingModule, GhlModule] };
  }
}

/**
 * Looks at everything that a start needs, and changes nothing.
 * @param readEnvironment instead of the real environment and `.env`.
 */
export async function diagnose(
  readEnvironment: () => Environment = withDotEnv,
  machine = THIS_MACHINE,
): Promise<readonly Finding[]> {
  const node = checkNode(machine.nodeVersion);
  const { loaded: env, findings: read } = checkEnvironment(readEnvironment);
  if (env === null) return [node, ...read, NOTHING_ELSE];
  const { loaded: settings, findings } = checkSettings(env);
  if (settings === null) return [node, ...findings, NOTHING_ELSE];
  const profile = checkProfile(settings.businessProfile);
  const [port, folder, crm, claude] = await Promise.all([
    checkPort(settings),
    checkDataFolder(settings.dataDir),
    isSound(profile) ? checkCrm(env, settings, machine) : [],
    checkClaude(settings),
  ]);
  return [node, ...findings, ...profile, port, ...folder, ...checkSecrets(settings), ...crm, claude];
}

async function checkCrm(env: Environment, settings: Settings, { now }: Machine): Promise<readonly Finding[]> {
  if (settings.mode === 'sandbox') return [ghl.ok('the stand-in CRM, which needs no setting up')];
  const app = await NestFactory.createApplicationContext(InspectionModule.forRoot(env), {
    logger: false,
    abortOnError: false,
  });
  try {
    return await checkGhl({ inspection: app.get(LocationInspection), settings, now });
  } finally {
    await app.close();
  }
}
