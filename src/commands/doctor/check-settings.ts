import { loadBusinessProfile, loadSettings, misspeltSettings, SETTING_NAMES, SettingsError } from '../../config';
import type { Environment, Settings } from '../../config';
import { refusedWordings } from '../../conversation';
import { checkValues } from './check-values';
import { findingsOf } from './finding';
import type { Finding } from './finding';

const settingsAre = findingsOf('settings');
const profileIs = findingsOf('profile');
const WHERE = 'correct it in the environment or .env; .env.example explains it';

interface Loaded<T> {
  /** `null` when there are problems. */
  readonly loaded: T | null;
  readonly findings: readonly Finding[];
}

/** Has the environment and `.env` read, and says what is wrong with the latter. */
export function checkEnvironment(read: () => Environment): Loaded<Environment> {
  const { loaded, problems } = attempt(read);
  const findings = problems.map((problem) => {
    const [text = problem, fix = WHERE] = problem.split('; ');
    return settingsAre.fail(text, fix);
  });
  return { loaded, findings };
}

/** Reads the settings, with what there is to say about them. */
export function checkSettings(env: Environment): Loaded<Settings> {
  const { loaded, problems } = attempt(() => loadSettings(env));
  const misspelt = misspeltSettings(env).map(({ name, nearest }) =>
    settingsAre.warn(
      `${name} is set, but is no setting`,
      nearest === null ? 'remove it; .env.example lists all settings' : `rename it to ${nearest}, or remove it`,
    ),
  );
  const doubtful = [...misspelt, ...checkValues(env, SETTING_NAMES)];
  if (loaded === null) {
    return { loaded, findings: [...problems.map((problem) => settingsAre.fail(problem, WHERE)), ...doubtful] };
  }
  const idle = loaded.withoutEffect.map((name) =>
    settingsAre.warn(`${name} has no effect in this version`, 'remove it'),
  );
  return { loaded, findings: [settingsAre.ok(modeOf(loaded)), ...doubtful, ...idle] };
}

/** Reads the business profile and has every sentence of it pass the gates. */
export function checkProfile(path: string): readonly Finding[] {
  const { loaded: profile, problems } = attempt(() => loadBusinessProfile(path));
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

function attempt<T>(load: () => T): { readonly loaded: T | null; readonly problems: readonly string[] } {
  try {
    return { loaded: load(), problems: [] };
  } catch (cause) {
    if (!(cause instanceof SettingsError)) throw cause;
    return { loaded: null, problems: cause.problems };
  }
}
