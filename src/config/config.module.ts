import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { ConfigModule as NestConfigModule, registerAs } from '@nestjs/config';
import { loadBusinessProfile } from './business-profile';
import { Clock, MonotonicClock, SystemClock } from './clock';
import { withDotEnv } from './dot-env';
import { DEFAULT_PROFILE, loadSettings, SettingsError } from './settings';
import type { Settings } from './settings';

/** Settings by name, as the environment has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Injection token of the {@link Settings}. */
export const SETTINGS = registerAs('settings', () => ({})).KEY;

/** Injection token of the {@link BusinessProfile}. */
export const BUSINESS_PROFILE = Symbol('BUSINESS_PROFILE');

/** The only reader of the environment and of the clock. Everybody else is handed what it needs. */
@Module({})
export class ConfigModule {
  /**
   * @param given instead of the environment and `.env`, for a service that must not depend on where it runs.
   * @throws {SettingsError} when there is a `.env` that cannot be read.
   */
  static forRoot(given?: Environment): DynamicModule {
    // At once: Express asks for NODE_ENV when it is made, which is before anything is injected.
    const env = given ?? withDotEnv();
    const settings = registerAs('settings', () => loadAll(env));
    return {
      module: ConfigModule,
      global: true,
      imports: [NestConfigModule.forRoot({ load: [settings], ignoreEnvFile: true })],
      providers: [
        { provide: Clock, useClass: SystemClock },
        MonotonicClock,
        {
          provide: BUSINESS_PROFILE,
          inject: [SETTINGS],
          useFactory: ({ businessProfile }: Settings) => loadBusinessProfile(businessProfile),
        },
      ],
      exports: [NestConfigModule, BUSINESS_PROFILE, Clock, MonotonicClock],
    };
  }
}

/** The profile is read again where it is needed; here its problems join those of the settings, to be told at once. */
function loadAll(env: Environment): Settings {
  const problems: string[] = [];
  const attempt = <T>(load: () => T): T | null => {
    try {
      return load();
    } catch (cause) {
      if (!(cause instanceof SettingsError)) throw cause;
      problems.push(...cause.problems);
      return null;
    }
  };
  const settings = attempt(() => loadSettings(env));
  attempt(() => loadBusinessProfile(settings?.businessProfile ?? (env.BUSINESS_PROFILE?.trim() || DEFAULT_PROFILE)));
  if (settings === null || problems.length > 0) throw new SettingsError(problems);
  return settings;
}
