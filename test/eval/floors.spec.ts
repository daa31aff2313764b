import { findFallen, readFloors } from './floors';
import type { Measures } from './measures';
import { readOptions } from './options';

const ALL = { part: 10, whole: 10 };
const MEASURES: Measures = {
  factsRecall: ALL,
  factsPrecision: ALL,
  nothingInvented: ALL,
  route: ALL,
  optOutRecall: ALL,
  optOutPrecision: ALL,
  conversations: ALL,
};

describe('findFallen', () => {
  const floors = { dev: { factsRecall: 0.9, optOutRecall: 1 }, heldOut: {}, unseen: { factsRecall: 0.9 } };
  const withRecall = (part: number, whole = 10) => ({ ...MEASURES, factsRecall: { part, whole } });

  it.each([
    ['above', withRecall(10), []],
    ['at its floor', withRecall(9), []],
    ['below', withRecall(8), ['dev: factsRecall is 80.0%, its floor 90.0%']],
    ['not measured any more', withRecall(0, 0), ['dev: factsRecall is 0.0%, its floor 90.0%']],
  ])('tells of a share that is %s', (_title, measures, expected) => {
    expect(findFallen('dev', measures, floors)).toEqual(expected);
  });

  it('holds a set against its own floors', () => {
    expect(findFallen('heldOut', withRecall(0), floors)).toEqual([]);
    expect(findFallen('unseen', withRecall(0), floors)).toHaveLength(1);
  });
});

describe('readFloors', () => {
  it('never lets an opt-out in the labels that rules are written with go unseen', () => {
    expect(readFloors().dev.optOutRecall).toBe(1);
  });
});

describe('readOptions', () => {
  it.each([
    [[], ['dev'], []],
    [['--misses'], ['dev'], ['dev']],
    [['--unseen', '--misses'], ['unseen'], ['unseen']],
    [['--held-out', '--unseen'], ['heldOut', 'unseen'], []],
    [['--all', '--misses'], ['dev', 'heldOut', 'unseen'], ['dev']],
    [['--check'], ['dev', 'heldOut', 'unseen'], []],
  ])('%j reads %j and tells the misses of %j', (args, sets, missesOf) => {
    expect(readOptions(args)).toMatchObject({ sets, missesOf });
  });

  it('refuses an argument it does not know', () => {
    expect(() => readOptions(['--miss'])).toThrow(/--miss/);
  });
});
