import { loadBusinessProfile, loadSettings, misspeltSettings, SettingsError } from '../../config';
import type { Environment, Settings } from '../../config';
import { refusedWordings } from '../../conversation';
import { findingsOf } from './finding';
import type { Finding } from './finding';

const settingsAre = findingsOf('settings');
const profileIs = findingsOf('profile');
const WHERE = 'correct it in the environment or .env; .env.example explains it';

/** @returns the settings, `null` when there are problems, with what there is to say about them. */
export function checkSettings(env: Environment): { readonly settings: Settings | null; readonly findings: Finding[] } {
  const { settings, problems } = attempt(() => loadSettings(env));
  const misspelt = misspeltSettings(env).map(({ name, nearest }) =>
    settingsAre.warn(
      `${name} is set, but is no setting`,
      nearest === null ? 'remove it; .env.example lists all settings' : `rename it to ${nearest}, or remove it`,
    ),
  );
  if (settings === null) {
    return { settings, findings: [...problems.map((problem) => settingsAre.fail(problem, WHERE)), ...misspelt] };
  }
  const idle = settings.withoutEffect.map((name) =>
    settingsAre.warn(`${name} has no effect in this version`, 'remove it'),
  );
  return { settings, findings: [settingsAre.ok(modeOf(settings)), ...misspelt, ...idle] };
}

/** Reads the business profile and has every sentence of it pass the gates. */
export function checkProfile(path: string): readonly Finding[] {
  const { settings: profile, problems } = attempt(() => loadBusinessProfile(path));
  if (profile === null) {
    return problems.map((problem) => profileIs.fail(problem, 'correct the file, or set BUSINESS_PROFILE to another'));
  }
  const refused = refusedWordings(profile);
  if (refused.length === 0) return [profileIs.ok(`${path}: ${profile.market}, every wording may be said`)];
  return refused.map((line) => profileIs.fail(`${path}: ${line}`, 'word it otherwise; see docs/bots.md'));
}

function modeOf({ mode }: Settings): string {
  return mode === 'live'
    ? 'all well-formed; live mode'
    : 'all well-formed; sandbox mode, for GHL_ACCESS_TOKEN is not set: a stand-in CRM answers, and no text goes out';
}

function attempt<T>(load: () => T): { readonly settings: T | null; readonly problems: readonly string[] } {
  try {
    return { settings: load(), problems: [] };
  } catch (cause) {
    if (!(cause instanceof SettingsError)) throw cause;
    return { settings: null, problems: cause.problems };
  }
}
