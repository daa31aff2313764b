import { MONITOR_SETTING_NAMES } from './monitor-settings';
import { SETTING_NAMES } from './settings';

/** Something that is set, does nothing, and looks like a setting. */
export interface MisspeltSetting {
  readonly name: string;
  /** The setting that it is most like; `null` when it is like none. */
  readonly nearest: string | null;
}

/** Nobody else's: whatever begins like this was meant for this service. */
const OWN_PREFIX = /^(?:GHL|FF_GROWTH|WEBHOOK)_/;
/** In a short name fewer letters can be wrong before it is another word (`HOME` is not `HOST`). */
const SHORT_NAME = 8;

/** Finds settings whose names are not quite right; other programs' variables are left alone. */
export function misspeltSettings(env: Readonly<Record<string, string | undefined>>): readonly MisspeltSetting[] {
  const known = [...new Set([...SETTING_NAMES, ...MONITOR_SETTING_NAMES])];
  const unknown = Object.keys(env).filter((name) => env[name]?.trim() && !known.includes(name));
  return unknown.flatMap((name) => {
    const nearest = nearestOf(name, known);
    return nearest !== null || OWN_PREFIX.test(name) ? [{ name, nearest }] : [];
  });
}

function nearestOf(name: string, known: readonly string[]): string | null {
  const allowed = name.length < SHORT_NAME ? 1 : 2;
  const near = known
    .map((candidate) => ({ candidate, distance: editDistance(name.toUpperCase(), candidate) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.candidate ?? null;
}

/** Letters to insert, delete or replace to get from one word to the other (Levenshtein, 1965). */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [row, letter] of Array.from(a).entries()) {
    const current = [row + 1];
    for (const [column, other] of Array.from(b).entries()) {
      const [replaced = 0, deleted = 0, inserted = 0] = [above[column], above[column + 1], current[column]];
      current.push(Math.min(replaced + (letter === other ? 0 : 1), deleted + 1, inserted + 1));
    }
    above = current;
  }
  return above[b.length] ?? 0;
}
