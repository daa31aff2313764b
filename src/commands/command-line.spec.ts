import { readFlags, readTexts, toCount, UsageError } from './command-line';

describe('observability: command lines', () => {
  it('have what is given, else the default', () => {
    expect(readTexts(['--runs', '3'], { runs: '400', seed: '1' })).toEqual({ runs: '3', seed: '1' });
  });

  it.each([[['--other', '3']], [['3']], [['--runs']]])('are refused: %j', (args) => {
    expect(() => readTexts(args, { runs: '400' })).toThrow(UsageError);
  });

  it('have what is given or not, and nothing that is misspelt', () => {
    expect(readFlags(['--dry-run'], ['dry-run', 'json'])).toEqual({ 'dry-run': true, json: false });
    for (const args of [['--dryrun'], ['--dry-run=yes'], ['dry-run']]) {
      expect(() => readFlags(args, ['dry-run'])).toThrow(UsageError);
    }
  });

  it('have whole numbers from 1', () => {
    expect(toCount('runs', '12')).toBe(12);
    for (const text of ['0', '-1', '1.5', 'x', '', '1e9']) {
      expect(() => toCount('runs', text)).toThrow('--runs must be a whole number from 1');
    }
  });
});
