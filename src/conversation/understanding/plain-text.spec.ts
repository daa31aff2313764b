import { sentencesOf, toPlainText } from './plain-text';

describe('toPlainText', () => {
  it.each<[text: string, plain: string]>([
    ['I’m  NOT  “sure”', 'i am not “sure”'],
    ["can't / cannot / cant", 'can not / can not / can not'],
    ["won't dont isnt we'd", 'will not do not is not we would'],
    ['u want 2 txt me? idk', 'you want 2 text me? i do not know'],
    ['ＳＴＯＰ', 'stop'],
    ['más días', 'mas dias'],
    ['2½ baths', '2.5 baths'],
    ['400–450k', '400-450k'],
    ['a \n\n b', 'a\nb'],
    ['six hundred and fifty thousand', '650 thousand'],
    ['four-fifty or twenty five', '450 or 25'],
    ['between four and five hundred', 'between 4 and 500'],
    ['which one', 'which one'],
    ['one month', '1 month'],
    ['half a mil', '500 thousand'],
    ['constructor', 'constructor'],
    ['👍🏽', 'ok'],
  ])('%s reads %s', (text, plain) => {
    expect(toPlainText(text)).toBe(plain);
  });

  it('reads only the first 2,000 characters', () => {
    expect(toPlainText('a'.repeat(65_536))).toHaveLength(2_000);
    expect(toPlainText('ﷺ'.repeat(65_536)).length).toBeLessThanOrEqual(2_000);
  });

  it('cuts sentences at marks and line breaks, not inside numbers', () => {
    expect(sentencesOf('2.5 baths. why?\nok')).toEqual(['2.5 baths.', 'why?', 'ok']);
  });
});
