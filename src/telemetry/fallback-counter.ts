import { pino } from 'pino';
import type { LoggerOptions } from 'pino';
import type { Registry } from './registry';

const WARN = pino.levels.values.warn ?? 40;

/**
 * Counts fallbacks by the log line that each of them has to write, so that none can be forgotten; a line below the level
 * that is wanted is counted and not written.
 */
export function countFallbacks(registry: Registry, level: string): Pick<LoggerOptions, 'level' | 'hooks'> {
  const wanted = pino.levels.values[level] ?? Infinity;
  return {
    level: wanted > WARN ? 'warn' : level,
    hooks: {
      logMethod(line, write, lineLevel) {
        const operation = fallbackIn(line[0]);
        if (operation !== null) registry.count('fallbacks_total', { operation });
        if (lineLevel >= wanted) write.apply(this, line);
      },
    },
  };
}

/** The operation that something else was done for; `null` when the line tells of no fallback. */
function fallbackIn(facts: unknown): string | null {
  if (typeof facts !== 'object' || facts === null || !('fallback_used' in facts)) return null;
  return 'operation' in facts && typeof facts.operation === 'string' ? facts.operation : 'other';
}
