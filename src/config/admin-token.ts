import { withDotEnv } from './dot-env';
import { SettingsError } from './settings';

/**
 * What opens the routes of the service to a command: a secret, which does not belong on a command line.
 * @param env instead of the real environment and `.env`.
 * @throws {SettingsError} when there is none.
 */
export function loadAdminToken(env: Readonly<Record<string, string | undefined>> = withDotEnv()): string {
  const token = env.ADMIN_TOKEN?.trim();
  if (!token) throw new SettingsError(['ADMIN_TOKEN: set it to the one that the service has']);
  return token;
}
