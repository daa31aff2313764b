import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { ConfigModule as NestConfigModule, registerAs } from '@nestjs/config';
import { loadBusinessProfile } from './business-profile';
import { Clock, SystemClock } from './clock';
import { loadSettings } from './settings';
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
  /** @param given instead of the environment and `.env`, for a service that must not depend on where it runs. */
  static forRoot(given?: Environment): DynamicModule {
    const settings = registerAs('settings', () => loadSettings(given ?? process.env));
    return {
      module: ConfigModule,
      global: true,
      imports: [NestConfigModule.forRoot({ load: [settings], ignoreEnvFile: given !== undefined })],
      providers: [
        { provide: Clock, useClass: SystemClock },
        {
          provide: BUSINESS_PROFILE,
          inject: [SETTINGS],
          useFactory: ({ businessProfile }: Settings) => loadBusinessProfile(businessProfile),
        },
      ],
      exports: [NestConfigModule, BUSINESS_PROFILE, Clock],
    };
  }
}
