import { NO_FACTS } from '../understanding';
import type { Facts, Understanding } from '../understanding';

/** Characters; what is longer says something, even if the patterns do not see what. */
const SHORT = 25;

/** True when a text says or asks something that a bot has to go into; "ok", "thanks" and a thumb do not. */
export function isContent({ facts, asksAbout, signals }: Understanding): boolean {
  return saysFacts(facts) || asksAbout.length > 0 || (!facts.isThanks && signals.length > SHORT);
}

/** True when something can be learned from a text, whatever was asked. */
export function saysFacts({ isThanks, ...facts }: Facts): boolean {
  return Object.entries(facts).some(
    ([name, value]) => value !== 'unclear' && JSON.stringify(value) !== JSON.stringify(NO_FACTS[name as keyof Facts]),
  );
}
