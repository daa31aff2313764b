import type { Environment } from './config.module';
import { withDotEnv } from './dot-env';

/** What decides how the bots speak; nothing that leads to a real CRM or to other people's data. */
const SPEECH = /^(?:CLAUDE_.+|ANTHROPIC_API_KEY|BUSINESS_PROFILE)$/;

/**
 * The part of the settings that a run in sandbox mode may share with the real service.
 * @param env instead of the real environment and `.env`.
 * @throws {SettingsError} when there is a `.env` that cannot be read.
 */
export function speechEnvironment(env: Environment = withDotEnv()): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => SPEECH.test(name)));
}
