import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { chooseSlot, describeSlot, describeSlots } from './booking';

const ZONE = 'America/Chicago';
/** A Monday. */
const NOW_MS = Date.parse('2026-11-23T09:00:00-06:00');
const TUESDAY_10 = '2026-11-24T10:00:00-06:00';
const WEDNESDAY_1430 = '2026-11-25T14:30:00-06:00';
const offered = [TUESDAY_10, WEDNESDAY_1430];
const FRIDAY_10 = '2026-11-27T10:00:00-06:00';
const MONDAY_14 = '2026-11-30T14:00:00-06:00';
const TODAY_15 = '2026-11-23T15:00:00-06:00';
const TODAY_18 = '2026-11-23T18:00:00-06:00';
const TUESDAY_NOON = '2026-11-24T12:00:00-06:00';

const choose = (text: string, slots: readonly string[]) => chooseSlot(text, slots, ZONE, NOW_MS);

describe('bots: describing times', () => {
  it.each<[slots: readonly string[], zone: string, words: string]>([
    [offered, ZONE, 'tomorrow at 10 AM or Wednesday at 2:30 PM'],
    [[WEDNESDAY_1430, FRIDAY_10], ZONE, 'Wednesday at 2:30 PM or Friday at 10 AM'],
    [[TODAY_15, TODAY_18], ZONE, 'today at 3 or 6 PM'],
    [[TUESDAY_10, '2026-11-24T10:30:00-06:00'], ZONE, 'tomorrow at 10 or 10:30 AM'],
    [[FRIDAY_10, '2026-11-27T15:00:00-06:00'], ZONE, 'Friday at 10 AM or 3 PM'],
    [[FRIDAY_10, MONDAY_14], ZONE, 'Friday at 10 AM or Monday the 30th at 2 PM'],
    [['2026-12-01T10:00:00-06:00'], ZONE, 'Tuesday the 1st at 10 AM'],
    [['2026-12-12T10:00:00-06:00'], ZONE, 'Saturday the 12th at 10 AM'],
    [offered, 'America/Los_Angeles', 'tomorrow at 8 AM or Wednesday at 12:30 PM'],
    [['2026-11-24T00:30:00-06:00'], 'America/Los_Angeles', 'today at 10:30 PM'],
  ])('offers %p in %s as %p', (slots, zone, words) => {
    expect(describeSlots(slots, zone, NOW_MS)).toBe(words);
  });

  it('describes one', () => {
    expect(describeSlot(TODAY_15, ZONE, NOW_MS)).toBe('today at 3 PM');
  });
});

describe('bots: choosing a time', () => {
  it.each([
    ['the first one', TUESDAY_10],
    ['First works', TUESDAY_10],
    ['1st', TUESDAY_10],
    ['the earlier one', TUESDAY_10],
    ['tuesday', TUESDAY_10],
    ['Tues is good', TUESDAY_10],
    ["let's do tuesday", TUESDAY_10],
    ['10 works', TUESDAY_10],
    ['10am', TUESDAY_10],
    ['10:00 a.m. please', TUESDAY_10],
    ['the morning one', TUESDAY_10],
    ['either is fine', TUESDAY_10],
    ["doesn't matter", TUESDAY_10],
    ['either tuesday or wednesday works', TUESDAY_10],
    ['tomorrow', TUESDAY_10],
    ['tomorrow at 10', TUESDAY_10],
    ['Tomorrow morning works', TUESDAY_10],
    ['the 24th', TUESDAY_10],
    ['11/24 at 10', TUESDAY_10],
    ['nov 24th', TUESDAY_10],
    ['can we do tuesday?', TUESDAY_10],
    ['how about the first one?', TUESDAY_10],
    ['how about the 1st?', TUESDAY_10],
    ['does 10 work?', TUESDAY_10],
    ['tuesday? ', TUESDAY_10],
    ['tuesday works for my husband too', TUESDAY_10],
    ['Yes tuesday at 10', TUESDAY_10],
    ["I can't do wednesday, tuesday is good", TUESDAY_10],
    ['Tuesday works! How long does it take?', TUESDAY_10],
    ['the second', WEDNESDAY_1430],
    ['the later one please', WEDNESDAY_1430],
    ['the other one', WEDNESDAY_1430],
    ['wed', WEDNESDAY_1430],
    ['2:30 pm', WEDNESDAY_1430],
    ['230', WEDNESDAY_1430],
    ['afternoon', WEDNESDAY_1430],
    ['wednesday at 2:30', WEDNESDAY_1430],
    ['Good morning! Wednesday works', WEDNESDAY_1430],
    ['wensday around 2:30', WEDNESDAY_1430],
    ["Tuesday won't work but wednesday will", WEDNESDAY_1430],
    ['thursday', null],
    ['wednesday at 4', null],
    ['tomorrow at 3', null],
    ['10pm', null],
    ['yes', null],
    ['neither works', null],
    ['not tuesday', null],
    ['none of them', null],
    ['what is this about?', null],
    ['tuesday or wednesday', null],
    ['maybe tuesday', null],
    ["I'm busy tuesday", null],
    ['I work tuesday', null],
    ['if tuesday is still open', null],
    ['tuesday after 3', null],
    ['next tuesday', null],
    ['Good morning', null],
    ['today', null],
    ['', null],
  ])('reads %p', (text, expected) => {
    expect(choose(text, offered)).toBe(expected);
  });

  it.each([
    'Do you have any other times?',
    'is there any cost?',
    'can my friend join us?',
    'First I need to talk to my wife',
    'could we do it next month?',
    'how much money do I need',
    'can we do it later?',
    'does it take 2 hours?',
    'there will be 2 of us',
    'I have 10 questions',
    'later',
    'give me a second',
    'one second',
    'the last time I did this it took 2 hours',
    'whatever',
    'Monday I am at work all day',
    'is monday a holiday?',
    'what time on friday?',
    'why friday?',
    'friday or is 11 possible?',
    'I have a thing on friday',
    'today has been crazy',
    '450k',
    'my number is 214 555 1010',
    'the sun is killing me',
    'the sooner the better',
    'either way I need to ask my wife',
    'friday is good but can we do 11 instead',
    'Friday but at 11',
    'friday works, would saturday be possible?',
    'can we move it to friday',
    'friday the 4th',
    '12/4',
    'call me at 5',
  ])('%p chooses nothing', (text) => {
    expect(choose(text, [FRIDAY_10, MONDAY_14])).toBeNull();
  });

  it.each([
    ['today', TODAY_15],
    ['3', TODAY_15],
    ['3pm', TODAY_15],
    ['at 3', TODAY_15],
    ['3 of us', null],
    ['3 hours?', null],
    ['today at 3', TODAY_15],
    ['tomorrow', TUESDAY_NOON],
    ['noon', TUESDAY_NOON],
    ['12', TUESDAY_NOON],
    ['noon tomorrow works', TUESDAY_NOON],
    ['tonight', null],
  ])('reads %p of today at 3 PM or tomorrow at noon', (text, expected) => {
    expect(choose(text, [TODAY_15, TUESDAY_NOON])).toBe(expected);
  });

  it('tells two times of one day apart', () => {
    const sameDay = [TUESDAY_10, '2026-11-24T15:00:00-06:00'];
    expect(choose('tuesday', sameDay)).toBeNull();
    expect(choose('tuesday at 3', sameDay)).toBe(sameDay[1]);
    expect(choose('the later one on tuesday', sameDay)).toBe(sameDay[1]);
    expect(choose('tonight', [TODAY_15, TODAY_18])).toBe(TODAY_18);
  });

  it.each([
    ['yes', FRIDAY_10],
    ['ok that works, thanks', FRIDAY_10],
    ['Sounds good', FRIDAY_10],
    ['see you then', FRIDAY_10],
    ['thanks', null],
    ['no', null],
    ['ok but how much does it cost?', null],
    ['yes but not this week', null],
  ])('takes %p for the only time offered: %p', (text, expected) => {
    expect(choose(text, [FRIDAY_10])).toBe(expected);
  });

  it('chooses only what was offered, whatever the text', () => {
    const text = fc.oneof(
      fc.string(),
      fc
        .array(
          fc.constantFrom('the', 'first', 'later', 'friday', 'mon', '10', 'at', 'pm', '?', ',', 'not', 'ok', '24th'),
        )
        .map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, fc.subarray([FRIDAY_10, MONDAY_14, TODAY_15]), (said, slots) => {
        expect([null, ...slots]).toContain(choose(said, slots));
      }),
    );
  });

  it.each(['the first ', '10:', '1 ', 'not ', 'mon ', 'at ', '?', ',', 'any ', 'but ', 'day after ', '1.30 '])(
    'reads 64 kB of %p at once',
    (unit) => {
      const read = () => choose(unit.repeat(65_536 / unit.length), offered);
      // Milliseconds; backtracking would take minutes, which only another context can cut short.
      runInNewContext('read()', { read }, { timeout: 60_000 });
    },
  );
});
