import { NO_FACTS } from '../understanding';
import type { Understanding } from '../understanding';

/** True when a text says or asks something that a bot has to go into; "ok", "thanks" and a thumb do not. */
export function isContent({ facts, asksAbout, signals }: Understanding): boolean {
  const { isThanks, ...rest } = facts;
  const { isThanks: _none, ...nothing } = NO_FACTS;
  const isSaid = JSON.stringify(rest) !== JSON.stringify(nothing);
  return isSaid || asksAbout.length > 0 || (!isThanks && signals.length > SHORT);
}

/** Characters; what is longer says something, even if the patterns do not see what. */
const SHORT = 25;
