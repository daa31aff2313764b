import { NO_FACTS } from '../../src/conversation/understanding';
import type { Facts } from '../../src/conversation/understanding';
import type { LabelledText } from './labels';
import { measure } from './measures';
import { precisionOf, recallOf, scoreTexts } from './score';
import type { Score } from './score';

const TIMELINE = 'timelineAcceptable';
const LABEL: LabelledText = {
  id: 'one',
  kind: 'case',
  text: 'a text',
  asked: null,
  bot: 'lead',
  today: '2026-11-23',
  facts: {},
  absent: [],
  route: 'none',
  consent: 'none',
  signals: [],
  held_out: false,
};

/** The score of one text, labelled and read as given. */
function scoreOne(label: Partial<LabelledText>, read: Partial<Facts>, answersPending: boolean | null = null): Score {
  return scoreTexts([{ ...LABEL, ...label }], () => ({ facts: { ...NO_FACTS, ...read }, answersPending }));
}

describe('scoreTexts', () => {
  it.each<readonly [string, Partial<LabelledText>, Partial<Facts>, string, readonly [number, number, number] | null]>([
    ['a right fact', { facts: { beds: 3 } }, { beds: 3 }, 'beds', [1, 0, 0]],
    ['an unread fact as missed', { facts: { beds: 3 } }, {}, 'beds', [0, 1, 0]],
    ['a fact nobody said as invented', {}, { beds: 3 }, 'beds', [0, 0, 1]],
    ['a wrong value as missed and invented', { facts: { beds: 3 } }, { beds: 4 }, 'beds', [0, 1, 1]],
    ['nothing where nothing was said', {}, {}, 'beds', null],
    ['nothing that is open', { open: ['beds'] }, { beds: 3 }, 'beds', null],
    ['areas as a set', { facts: { areas: ['Plano', 'Allen'] } }, { areas: ['Allen', 'Plano'] }, 'areas', [1, 0, 0]],
    ['a value in a range', { facts: { beds: { between: [2, 4] } } }, { beds: 3 }, 'beds', [1, 0, 0]],
    ['no merit for not reading what need not be', { facts: { beds: { any: [3, null] } } }, {}, 'beds', null],
    ['no miss, but an invention', { facts: { beds: { any: [3, null] } } }, { beds: 5 }, 'beds', [0, 0, 1]],
    ['an unread "no" of a seller', { bot: 'seller', facts: { timelineAcceptable: false } }, {}, TIMELINE, [0, 1, 0]],
    ['no yes or no of a lead', { bot: 'lead' }, { timelineAcceptable: true }, TIMELINE, null],
    ['unclear as none', { route: 'unclear' }, { intent: 'none' }, 'route', null],
    ['a route nobody gave', { route: { any: ['none', 'buyer'] } }, { intent: 'sell' }, 'route', [0, 0, 1]],
    ['a stop', { consent: 'opt_out' }, { consent: 'stop' }, 'optOut', [1, 0, 0]],
    ['a stop that was none', { consent: 'opt_in' }, { consent: 'stop' }, 'optOut', [0, 0, 1]],
    ['no consent where any is fine', { consent: 'any' }, { consent: 'stop' }, 'optOut', null],
    ['an unseen wish for a person', { signals: ['wantsHuman'] }, {}, 'wantsHuman', [0, 1, 0]],
    ['anger that is not plain', {}, { isAngry: true }, 'isAngry', null],
    ['plain anger', { signals: ['anger'] }, { isAngry: true }, 'isAngry', [1, 0, 0]],
  ])('counts %s', (_title, label, read, name, expected) => {
    const tally = scoreOne(label, read).tallies.get(name);
    expect(tally ? [tally.right, tally.missed, tally.invented] : null).toEqual(expected);
  });

  it('counts whether the question was answered, where that is labelled', () => {
    expect(scoreOne({ answers: false }, {}, true).tallies.get('answers')).toMatchObject({ right: 0 });
    expect(scoreOne({ answers: false }, {}, false).tallies.get('answers')).toMatchObject({ right: 1 });
    expect(scoreOne({}, {}, true).tallies.has('answers')).toBe(false);
  });

  it('calls a text clean as long as no fact was invented', () => {
    expect(scoreOne({ facts: { beds: 3 } }, { wantsHuman: true }).clean).toEqual({ part: 1, whole: 1 });
    expect(scoreOne({ facts: { beds: 3 } }, { beds: 4 }).clean).toEqual({ part: 0, whole: 1 });
  });

  it('tells each mistake with the text and the question', () => {
    const { mistakes } = scoreOne({ facts: { beds: 3 }, asked: 'area' }, { beds: 4 });
    expect(mistakes).toEqual(['one beds: expected 3, read 4 in "a text" (asked: area)']);
  });
});

describe('measure', () => {
  const played = { passed: { part: 1, whole: 2 }, mistakes: [] };

  it('averages facts over all their occurrences and leaves signals out', () => {
    const facts = { ...NO_FACTS, beds: 3, baths: 2, wrongNumber: true };
    const labels = [{ beds: 3, baths: 2 }, { beds: 3 }, { areas: ['Allen'] }];
    const texts = labels.map((known) => ({ ...LABEL, facts: known }));
    const score = scoreTexts(texts, () => ({ facts, answersPending: null }));
    expect(measure(score, played)).toMatchObject({
      factsRecall: { part: 3, whole: 4 },
      factsPrecision: { part: 3, whole: 6 },
      nothingInvented: { part: 1, whole: 3 },
      conversations: { part: 1, whole: 2 },
    });
  });

  it('holds routes right that were rightly not read', () => {
    expect(measure(scoreOne({ route: 'none' }, {}), played).route).toEqual({ part: 1, whole: 1 });
    expect(measure(scoreOne({ route: 'any' }, {}), played).route).toEqual({ part: 0, whole: 0 });
  });
});

describe('recallOf and precisionOf', () => {
  it('count missed and invented ones against what is right', () => {
    expect(recallOf({ right: 3, missed: 1, invented: 2 })).toEqual({ part: 3, whole: 4 });
    expect(precisionOf({ right: 3, missed: 1, invented: 2 })).toEqual({ part: 3, whole: 5 });
  });
});
