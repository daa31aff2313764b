import type { Environment } from '../../config';
import { findingsOf } from './finding';
import type { Finding } from './finding';

const settingsAre = findingsOf('settings');

/** Whatever is somebody's own, and so stands in templates as something to be replaced. */
const PERSONAL = /(?:_TOKEN|_SECRET|_KEY|_ID)$/;
const PLACEHOLDER = /^<.*>$|^\$\{?\w|^your[A-Z_-]|change[-_ ]?me|replace[-_ ]?(?:me|this)|placeholder|^x{3,}$|^\.{3}$/i;
const QUOTED = /^(["'`]).*\1$/s;

/** Values that are well-formed, and yet hardly what was meant; told by the setting's name alone. */
export function checkValues(env: Environment, names: readonly string[]): readonly Finding[] {
  return names.flatMap((name) => {
    const value = env[name]?.trim() ?? '';
    const quoted = QUOTED.test(value)
      ? [settingsAre.warn(`${name} is in quotes, which are taken for a part of it`, 'take the quotes off')]
      : [];
    const isTemplate = PERSONAL.test(name) && PLACEHOLDER.test(value);
    return [...quoted, ...(isTemplate ? [placeholder(name)] : [])];
  });
}

function placeholder(name: string): Finding {
  return settingsAre.warn(`${name} looks as it does in a template`, 'set it to your own, or leave it empty');
}
