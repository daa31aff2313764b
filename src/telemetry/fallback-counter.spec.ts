import { pino } from 'pino';
import { ManualClock } from '../../test/support/manual-clock';
import { countFallbacks } from './fallback-counter';
import { Registry } from './registry';

/** What a logger of that level writes and counts. */
async function logged(level: string, log: (logger: pino.Logger) => void) {
  const registry = new Registry(new ManualClock());
  const written: string[] = [];
  log(
    pino(countFallbacks(registry, level), { write: (line) => written.push((JSON.parse(line) as { msg: string }).msg) }),
  );
  return { written, counted: (await registry.countsByLabel()).fallbacks_total ?? {} };
}

describe('observability: fallbacks', () => {
  it('are counted by operation, also by children of the logger', async () => {
    const { written, counted } = await logged('info', (logger) => {
      logger.warn({ operation: 'addTags', fallback_used: true }, 'a');
      logger.child({ request_id: 'r1' }).error({ fallback_used: true }, 'b');
      logger.info({ operation: 'addTags' }, 'c');
      logger.info('d');
      logger.debug({ fallback_used: true }, 'e');
      logger.warn({ operation: 17, fallback_used: true }, 'f');
      logger.warn(null, 'g');
    });
    expect(written).toEqual(['a', 'b', 'c', 'd', 'f', 'g']);
    expect(counted).toEqual({ addTags: 1, other: 2 });
  });

  it.each(['error', 'fatal', 'silent'])('are counted where LOG_LEVEL=%s does not show them', async (level) => {
    const { written, counted } = await logged(level, (logger) => {
      logger.warn({ operation: 'addTags', fallback_used: true }, 'a');
      logger.info('b');
    });
    expect([written, counted]).toEqual([[], { addTags: 1 }]);
  });

  it('leave the level as it is set', async () => {
    const { written } = await logged('error', (logger) => {
      logger.warn('a');
      logger.error('b');
    });
    expect(written).toEqual(['b']);
  });
});
